package org.maquete.nova;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.maquete.kernel.Answer;
import org.maquete.kernel.Command;
import org.maquete.kernel.Outcome;
import org.maquete.kernel.Refusal;
import org.maquete.neutron.CreatePort;
import org.maquete.neutron.DeleteNetworkObjects;
import org.maquete.neutron.Network;
import org.maquete.neutron.NeutronView;
import org.maquete.neutron.Port;
import org.maquete.neutron.PortBecameActive;
import org.maquete.neutron.SetPortGroups;
import org.maquete.placement.ClaimResources;
import org.maquete.placement.FreeResources;
import org.maquete.world.World;

/** Decides about servers. */
final class ServerHandler {

    // ---- what a person asks

    void create(CreateServer command, World world, Outcome out) {
        List<String> networks = networks(command, world);
        Optional<Refusal> refusal = check(command, networks, world);
        if (refusal.isPresent()) {
            out.refuse(refusal.get());
            return;
        }
        String uuid = "";
        for (int n = 0; uuid.isEmpty() || world.table(NovaView.SERVERS).has(uuid); n++) {
            uuid = out.draws(command.project() + " " + command.name(), "server", n).uuid();
        }
        long ticket = command.waits() ? out.answerLater() : -1;
        out.fact(
                new ServerCreated(
                        uuid,
                        command.project(),
                        command.user(),
                        command.name(),
                        command.image(),
                        command.flavor(),
                        command.keyName(),
                        networks,
                        command.groups(),
                        ticket));
        out.schedule(out.draw(NovaSubsystem.SCHEDULING, uuid, 0), new SchedulingDue(uuid));
        if (!command.waits()) {
            out.answer(Answer.of(uuid));
        }
    }

    /** Without a choice Nova takes the only network that the project may use. */
    private static List<String> networks(CreateServer command, World world) {
        if (!command.networks().isEmpty()) {
            return command.networks();
        }
        return NeutronView.networks(world).stream()
                .filter(n -> n.project().equals(command.project()) || n.shared())
                .filter(n -> !NeutronView.subnets(world, n.uuid()).isEmpty())
                .map(Network::uuid)
                .toList();
    }

    private static Optional<Refusal> check(
            CreateServer command, List<String> networks, World world) {
        if (command.networks().isEmpty() && networks.size() > 1) {
            return refusal(
                    "409",
                    "Multiple possible networks found, use a Network ID to be more specific.");
        }
        boolean keyed = !command.keyName().isEmpty();
        String key = command.user() + " " + command.keyName();
        if (keyed && !world.table(NovaView.KEYPAIRS).has(key)) {
            return Optional.of(
                    Refusal.missing(
                            "400", "Invalid key_name provided.", "keypair", command.keyName()));
        }
        for (String network : networks) {
            if (NeutronView.subnets(world, network).isEmpty()) {
                return refusal(
                        "400",
                        "Network %s requires a subnet in order to boot instances on."
                                .formatted(network));
            }
        }
        return quota(command, world);
    }

    private static Optional<Refusal> quota(CreateServer command, World world) {
        List<Flavor> used =
                NovaView.servers(world).stream()
                        .filter(s -> s.project().equals(command.project()))
                        .flatMap(s -> NovaView.flavor(world, s.flavor()).stream())
                        .toList();
        Flavor wanted = NovaView.flavor(world, command.flavor()).orElseThrow();
        // 10, 20, 51200: instances, cores, MiB: nova yoga, conf/quota.py; the charm leaves them
        return exceeded(world, "instances", 10, used, wanted, f -> 1)
                .or(() -> exceeded(world, "cores", 20, used, wanted, Flavor::vcpus))
                .or(() -> exceeded(world, "ram", 51200, used, wanted, Flavor::ramMib));
    }

    private static Optional<Refusal> exceeded(
            World world,
            String what,
            int otherwise,
            List<Flavor> used,
            Flavor wanted,
            ToIntFunction<Flavor> amount) {
        String option = NovaView.option(world, "quota-" + what);
        int allowed = option.matches("-?[0-9]+") ? Integer.parseInt(option) : otherwise;
        int sum = used.stream().mapToInt(amount).sum();
        int more = amount.applyAsInt(wanted);
        return allowed < 0 || sum + more <= allowed
                ? Optional.empty()
                : refusal(
                        "403",
                        "Quota exceeded for %s: Requested %s, but already used %s of %s %s"
                                .formatted(what, more, sum, allowed, what));
    }

    void delete(DeleteServers command, World world, Outcome out) {
        for (String uuid : command.uuids()) {
            Server server = world.table(NovaView.SERVERS).get(uuid);
            List<String> ports = NeutronView.portsOf(world, uuid).stream().map(Port::uuid).toList();
            out.fact(new ServerDeleted(uuid));
            out.command(new DeleteNetworkObjects("port", ports));
            out.command(new FreeResources(uuid));
            if (server.ticket() >= 0) {
                out.answer(server.ticket(), Answer.of(uuid));
            }
        }
    }

    void stop(StopServer command, World world, Outcome out) {
        power(command.uuid(), "stop", world, out);
    }

    void start(StartServer command, World world, Outcome out) {
        power(command.uuid(), "start", world, out);
    }

    private static void power(String uuid, String verb, World world, Outcome out) {
        Server server = world.table(NovaView.SERVERS).get(uuid);
        boolean on = verb.equals("start");
        String from = on ? "stopped" : "active";
        if (!server.vmState().equals(from)) {
            out.refuse(
                    Refusal.of(
                            "409",
                            "Cannot '%s' instance %s while it is in vm_state %s"
                                    .formatted(verb, uuid, server.vmState())));
            return;
        }
        if (!server.taskState().isEmpty()) {
            out.refuse(
                    Refusal.of(
                            "409",
                            "Cannot '%s' instance %s while it is in task_state %s"
                                    .formatted(verb, uuid, server.taskState())));
            return;
        }
        String task = on ? "powering-on" : "powering-off";
        out.fact(new ServerStateSet(uuid, server.status(), from, task));
        out.schedule(out.draw(NovaSubsystem.POWER, uuid, on ? 1 : 0), new PowerChangeDue(uuid, on));
    }

    void addGroup(AddServerGroup command, World world, Outcome out) {
        out.fact(new ServerGroupAdded(command.uuid(), command.group()));
        for (Port port : NeutronView.portsOf(world, command.uuid())) {
            List<String> groups = new ArrayList<>(port.groups());
            if (!groups.contains(command.group())) {
                groups.add(command.group());
                out.command(new SetPortGroups(port.uuid(), groups));
            }
        }
    }

    // ---- what follows

    void schedule(SchedulingDue event, World world, Outcome out) {
        Optional<Server> there = NovaView.server(world, event.uuid());
        if (there.isEmpty()) {
            return;
        }
        Server server = there.get();
        Optional<Flavor> known = NovaView.flavor(world, server.flavor());
        if (known.isEmpty()) {
            fail(server, "Flavor " + server.flavor() + " could not be found.", out);
            return;
        }
        Flavor flavor = known.get();
        int disk = flavor.diskGib() + flavor.ephemeralGib() + (flavor.swapMib() + 1023) / 1024;
        ComputeHosts.Choice choice = ComputeHosts.choose(world, server, flavor, disk);
        Optional<String> host = choice.host();
        if (host.isEmpty()) {
            // Placement had none (the trailing blank is Nova's), or the filters left none:
            // nova yoga, scheduler/manager.py
            out.fact(new HostsRuledOut(server.uuid(), choice.why()));
            String why = choice.hasCandidates() ? "There are not enough hosts available." : "";
            fail(server, "No valid host was found. " + why, out);
            return;
        }
        out.fact(new ServerScheduled(server.uuid(), host.get()));
        out.command(
                new ClaimResources(
                        server.uuid(), host.get(), flavor.vcpus(), flavor.ramMib(), disk));
        for (String network : server.networks()) {
            out.command(port(server, network, host.get()));
        }
        if (server.networks().isEmpty()) {
            spawn(server, out);
        }
    }

    private static Command port(Server server, String network, String host) {
        return new CreatePort(
                server.project(),
                network,
                "",
                server.uuid(),
                "compute:nova",
                server.groups(),
                "",
                "",
                host);
    }

    /** A port of a server that is being built has been plugged: with the last one it starts. */
    void plugged(PortBecameActive fact, World world, Outcome out) {
        Optional<Server> server = NovaView.server(world, fact.deviceId());
        if (server.isPresent() && server.get().status().equals("BUILD")) {
            List<Port> ports = NeutronView.portsOf(world, fact.deviceId());
            boolean all = ports.stream().allMatch(p -> p.status().equals("ACTIVE"));
            if (all && ports.size() >= server.get().networks().size()) {
                spawn(server.get(), out);
            }
        }
    }

    private static void spawn(Server server, Outcome out) {
        out.schedule(
                out.draw(NovaSubsystem.SPAWNING, server.uuid(), 0), new SpawningDue(server.uuid()));
    }

    void spawned(SpawningDue event, World world, Outcome out) {
        Optional<Server> server = NovaView.server(world, event.uuid());
        if (server.isPresent() && server.get().status().equals("BUILD")) {
            out.fact(new ServerBecameActive(event.uuid()));
            if (server.get().ticket() >= 0) {
                out.answer(server.get().ticket(), Answer.of(event.uuid()));
            }
        }
    }

    void powerChanged(PowerChangeDue event, World world, Outcome out) {
        if (world.table(NovaView.SERVERS).has(event.uuid())) {
            String status = event.on() ? "ACTIVE" : "SHUTOFF";
            String state = event.on() ? "active" : "stopped";
            out.fact(new ServerStateSet(event.uuid(), status, state, ""));
        }
    }

    /** Neutron or Placement would not. */
    void refused(long ticket, Command command, Refusal refusal, World world, Outcome out) {
        if (command instanceof CreatePort port) {
            Optional<Server> server = NovaView.server(world, port.deviceId());
            if (server.isPresent() && server.get().status().equals("BUILD")) {
                String why =
                        refusal.message().startsWith("No more IP addresses")
                                ? "No fixed IP addresses available for network: " + port.network()
                                : refusal.message();
                String fault = "Build of instance " + port.deviceId() + " aborted: " + why;
                fail(server.get(), fault, out);
                out.command(new FreeResources(port.deviceId()));
            }
        }
    }

    private static void fail(Server server, String fault, Outcome out) {
        out.fact(new ServerFailed(server.uuid(), fault));
        if (server.ticket() >= 0) {
            out.answer(server.ticket(), Answer.of(server.uuid()));
        }
    }

    private static Optional<Refusal> refusal(String code, String message) {
        return Optional.of(Refusal.of(code, message));
    }
}
