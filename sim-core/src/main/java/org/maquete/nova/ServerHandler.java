package org.maquete.nova;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maquete.cinder.CreateVolume;
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
        WishCheck.Checked wish = WishCheck.of(command, world);
        Optional<Refusal> refusal =
                wish.refusal().isPresent() ? wish.refusal() : check(command, networks, world);
        Quota.Allowance allowed = new Quota.Allowance(0, refusal);
        if (refusal.isEmpty()) {
            Flavor wanted = NovaView.flavor(world, command.flavor()).orElseThrow();
            Quota.Count count = new Quota.Count(command.leastCount(), command.mostCount());
            allowed = Quota.servers(world, command.project(), wanted, count);
            refusal = allowed.refusal();
        }
        if (refusal.isEmpty()) {
            refusal = WishCheck.refusesMembers(command, wish.wish(), allowed.count(), world);
        }
        if (refusal.isEmpty()) {
            refusal = DiskBuild.refusesLate(command, world, out);
        }
        if (refusal.isPresent()) {
            out.refuse(refusal.get());
            return;
        }
        make(command, networks, wish.wish(), allowed.count(), world, out);
    }

    private static void make(
            CreateServer command,
            List<String> networks,
            BuildWish wish,
            int count,
            World world,
            Outcome out) {
        String first = "";
        long delayNs = 0;
        for (int i = 1; i <= count; i++) {
            String name = count == 1 ? command.name() : command.name() + "-" + i;
            String uuid = "";
            for (int n = 0; uuid.isEmpty() || world.table(NovaView.SERVERS).has(uuid); n++) {
                uuid = out.draws(command.project() + " " + name, "server", n).uuid();
            }
            long ticket = command.waits() && i == 1 ? out.answerLater() : -1;
            out.fact(created(uuid, name, networks, command, ticket));
            DiskBuild.map(uuid, command, out);
            if (i == 1) {
                first = uuid;
                delayNs = out.draw(ServerSpans.SCHEDULING, uuid, 0);
            }
            if (count > 1 || !wish.equals(BuildWish.NONE)) {
                out.fact(new RequestKept(uuid, first, wish.lines()));
            }
            for (String group : wish.hint("group")) {
                out.fact(new GroupMemberAdded(group, uuid));
            }
            out.schedule(delayNs, new SchedulingDue(uuid));
        }
        if (!command.waits()) {
            out.answer(Answer.of(first));
        }
    }

    private static ServerCreated created(
            String uuid, String name, List<String> networks, CreateServer command, long ticket) {
        return new ServerCreated(
                uuid,
                command.project(),
                command.user(),
                name,
                command.image(),
                command.flavor(),
                command.keyName(),
                networks,
                command.groups(),
                ticket);
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
        return DiskBuild.refuses(command, world);
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

    /** nova yoga, network/security_group_api.py, remove_from_instance. */
    void removeGroup(RemoveServerGroup command, World world, Outcome out) {
        List<Port> ports = NeutronView.portsOf(world, command.uuid());
        boolean had = false;
        for (Port port : ports) {
            List<String> groups = new ArrayList<>(port.groups());
            if (groups.remove(command.group())) {
                had = true;
                out.command(new SetPortGroups(port.uuid(), groups));
            }
        }
        if (had) {
            out.fact(new ServerGroupRemoved(command.uuid(), command.group()));
            return;
        }
        String text =
                ports.isEmpty()
                        ? "instance_id "
                                + command.uuid()
                                + " could not be found as device id on any ports"
                        : "Security group "
                                + command.group()
                                + " not associated with the instance "
                                + command.uuid();
        out.refuse(Refusal.of("404", text));
    }

    // ---- what follows

    void schedule(SchedulingDue event, World world, Outcome out) {
        Optional<Server> there = NovaView.server(world, event.uuid());
        if (there.isEmpty() || !there.get().state().isBuilding()) {
            return;
        }
        Server server = there.get();
        Job job = server.job();
        List<Server> together = together(server, world);
        if (together.size() > 1 && server.tried().isEmpty() && isScheduled(server)) {
            return; // with the first of its request
        }
        if (!job.dest().isEmpty()) {
            build(server, job.dest(), world, out); // the message was in that host's queue
            return;
        }
        if (!ComputeService.runsSomewhere(world, ComputeService.CONDUCTOR)) {
            out.fact(new ActionWaits(server.uuid(), ComputeService.CONDUCTOR));
            return;
        }
        if (!ComputeService.runsSomewhere(world, ComputeService.SCHEDULER)) {
            out.schedule(
                    out.draw(ServerSpans.RPC_TIMEOUT, server.uuid(), job.serial()),
                    new RpcTimeoutDue(server.uuid(), job.serial()));
            return;
        }
        if (together.size() > 1 && server.tried().isEmpty()) {
            chooseAll(together, world, out);
        } else {
            choose(server, world, out);
        }
    }

    /** The servers of one request that are there, in order of their numbers. */
    private static List<Server> together(Server server, World world) {
        Optional<KeptRequest> kept = world.table(NovaView.REQUESTS).find(server.uuid());
        if (kept.isEmpty()) {
            return List.of(server);
        }
        List<Server> all = new ArrayList<>();
        for (KeptRequest each : world.table(NovaView.REQUESTS)) {
            if (each.reservation().equals(kept.get().reservation())) {
                NovaView.server(world, each.server()).ifPresent(all::add);
            }
        }
        return all;
    }

    private static boolean isScheduled(Server server) {
        return !server.host().isEmpty() || server.job().waits();
    }

    /** nova-scheduler is asked once for all of them: each gets a host, or none does. */
    private static void chooseAll(List<Server> all, World world, Outcome out) {
        Server first = all.getFirst();
        Optional<Flavor> flavor = NovaView.flavor(world, first.flavor());
        List<String> uuids = all.stream().map(Server::uuid).toList();
        if (flavor.isEmpty()) {
            all.forEach(s -> fail(s, "Flavor " + first.flavor() + " could not be found.", out));
            return;
        }
        BuildWish build = KeptRequest.wishOf(world, first.uuid());
        ComputeHosts.Wish wish = new ComputeHosts.Wish(first, flavor.get(), List.of(), "", build);
        ComputeHosts.Choice choice = ComputeHosts.choose(world, wish, uuids, out.now());
        for (int i = 0; i < all.size(); i++) {
            Server each = all.get(i);
            if (choice.hosts().isEmpty()) {
                out.fact(new HostsRuledOut(each.uuid(), choice.why()));
                fail(each, ComputeHosts.noValidHost(choice), out);
            } else {
                claim(each, flavor.get(), choice.hosts().get(i), out);
                build(each, choice.hosts().get(i), world, out);
            }
        }
    }

    private static void claim(Server server, Flavor flavor, String host, Outcome out) {
        out.command(
                new ClaimResources(
                        server.uuid(),
                        host,
                        flavor.vcpus(),
                        flavor.ramMib(),
                        ComputeHosts.diskGib(flavor, server)));
    }

    private static void choose(Server server, World world, Outcome out) {
        Optional<Flavor> known = NovaView.flavor(world, server.flavor());
        if (known.isEmpty()) {
            fail(server, "Flavor " + server.flavor() + " could not be found.", out);
            return;
        }
        Flavor flavor = known.get();
        BuildWish build = KeptRequest.wishOf(world, server.uuid());
        ComputeHosts.Wish wish = new ComputeHosts.Wish(server, flavor, server.tried(), "", build);
        ComputeHosts.Choice choice = ComputeHosts.choose(world, wish, out.now());
        Optional<String> host = choice.host();
        if (host.isEmpty()) {
            // Placement had none (the trailing blank is Nova's), or the filters left none:
            // nova yoga, scheduler/manager.py
            out.fact(new HostsRuledOut(server.uuid(), choice.why()));
            fail(server, noHost(server, choice), out);
            return;
        }
        claim(server, flavor, host.get(), out);
        build(server, host.get(), world, out);
    }

    private static String noHost(Server server, ComputeHosts.Choice choice) {
        if (!server.tried().isEmpty()) {
            // nova yoga, conductor/manager.py: the alternates of the first choice are used up
            return "Exceeded maximum number of retries. Exhausted all hosts available for retrying"
                    + " build failures for instance "
                    + server.uuid()
                    + ".";
        }
        return ComputeHosts.noValidHost(choice);
    }

    /** nova-compute takes the request up: with a dead one it stays in the queue. */
    private static void build(Server server, String host, World world, Outcome out) {
        if (!ComputeService.runs(world, ComputeService.COMPUTE, host)) {
            out.fact(new DestinationChosen(server.uuid(), "", host));
            out.fact(new ActionWaits(server.uuid(), ComputeService.COMPUTE + " " + host));
            return;
        }
        out.fact(new ServerScheduled(server.uuid(), host));
        if (!NeutronView.portsOf(world, server.uuid()).isEmpty()) {
            spawn(server, host, world, out);
            return;
        }
        for (String network : server.networks()) {
            out.command(port(server, network, host));
        }
        if (server.networks().isEmpty()) {
            spawn(server, host, world, out);
        } else if (!NeutronView.binds(world, host)) {
            int attempt = server.tried().size();
            out.schedule(
                    out.draw(ServerSpans.BIND_FAILURE, server.uuid(), attempt),
                    new BuildFailedDue(server.uuid(), host, attempt));
            out.fact(
                    new ServerStateSet(
                            server.uuid(), host, new ServerState("building", "spawning", 0)));
        }
    }

    /** The build has failed: it is tried on the next host, three times in all. */
    void buildFailed(BuildFailedDue event, World world, Outcome out) {
        Optional<Server> there = NovaView.server(world, event.uuid());
        if (there.isEmpty()
                || !there.get().host().equals(event.host())
                || !there.get().state().isBuilding()
                || there.get().tried().size() != event.attempt()) {
            return;
        }
        Server server = there.get();
        List<String> ports = new ArrayList<>();
        for (Port port : NeutronView.portsOf(world, server.uuid())) {
            ports.add(port.uuid());
        }
        String why =
                "Binding failed for port "
                        + (ports.isEmpty() ? "" : ports.getFirst())
                        + ", please check neutron logs for more information.";
        out.command(new DeleteNetworkObjects("port", ports));
        out.command(new FreeResources(server.uuid()));
        out.fact(new BuildRescheduled(server.uuid(), event.host(), why));
        int attempts = attemptsMax(world);
        if (event.attempt() + 1 >= attempts) {
            String fault =
                    "Exceeded maximum number of retries. Exceeded max scheduling attempts "
                            + attempts
                            + " for instance "
                            + server.uuid()
                            + ". Last exception: "
                            + why;
            fail(server, fault, out);
        } else {
            out.schedule(
                    out.draw(ServerSpans.CALL, server.uuid(), event.attempt()),
                    new SchedulingDue(server.uuid()));
        }
    }

    private static int attemptsMax(World world) {
        String option = NovaView.option(world, "scheduler-max-attempts");
        // 3, attempts: nova yoga, conf/scheduler.py, max_attempts
        return option.matches("[0-9]{1,4}") ? Math.max(1, Integer.parseInt(option)) : 3;
    }

    /** The call to nova-scheduler got no answer. */
    void timedOut(RpcTimeoutDue event, World world, Outcome out) {
        Optional<Server> there = NovaView.server(world, event.uuid());
        if (there.isPresent() && there.get().job().serial() == event.serial()) {
            Server server = there.get();
            if (server.state().isBuilding()) {
                fail(server, "MessagingTimeout", out);
            } else if (server.job().action() != ServerAction.NONE) {
                StageHandler.giveUp(server, "MessagingTimeout", out);
            }
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
        if (server.isPresent() && server.get().state().isBuilding()) {
            List<Port> ports = NeutronView.portsOf(world, fact.deviceId());
            boolean all = ports.stream().allMatch(p -> p.status().equals("ACTIVE"));
            if (all && ports.size() >= server.get().networks().size()) {
                spawn(server.get(), server.get().host(), world, out);
            }
        }
    }

    private static void spawn(Server server, String host, World world, Outcome out) {
        if (DiskBuild.begin(server, host, world, out)) {
            start(server, host, out);
        }
    }

    /** The domain is defined and started. */
    static void start(Server server, String host, Outcome out) {
        ServerState spawning = new ServerState("building", "spawning", ServerState.NO_STATE);
        out.fact(new ServerStateSet(server.uuid(), host, spawning));
        out.schedule(
                out.draw(ServerSpans.SPAWNING, server.uuid(), 0), new SpawningDue(server.uuid()));
    }

    void spawned(SpawningDue event, World world, Outcome out) {
        Optional<Server> server = NovaView.server(world, event.uuid());
        if (server.isPresent() && server.get().state().isBuilding()) {
            String host = server.get().host();
            if (!ComputeService.runs(world, ComputeService.COMPUTE, host)) {
                out.fact(new DestinationChosen(event.uuid(), "", host));
                out.fact(new ActionWaits(event.uuid(), ComputeService.COMPUTE + " " + host));
                return;
            }
            if (RootPool.holdsUp(server.get(), world, out)) {
                return;
            }
            out.fact(new ServerBecameActive(event.uuid()));
            if (server.get().ticket() >= 0) {
                out.answer(server.get().ticket(), Answer.of(event.uuid()));
            }
        }
    }

    /** Neutron or Placement would not. */
    void refused(long ticket, Command command, Refusal refusal, World world, Outcome out) {
        if (command instanceof CreateVolume volume) {
            DiskBuild.refused(volume, refusal, world, out);
        }
        if (command instanceof CreatePort port) {
            Optional<Server> server = NovaView.server(world, port.deviceId());
            if (server.isPresent() && server.get().state().isBuilding()) {
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

    static void fail(Server server, String fault, Outcome out) {
        out.fact(new ServerFailed(server.uuid(), fault));
        if (server.ticket() >= 0) {
            out.answer(server.ticket(), Answer.of(server.uuid()));
        }
    }

    private static Optional<Refusal> refusal(String code, String message) {
        return Optional.of(Refusal.of(code, message));
    }
}
