package org.maquete.juju;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.maquete.juju.catalog.Bases;
import org.maquete.juju.catalog.OsRelease;
import org.maquete.kernel.Answer;
import org.maquete.kernel.Command;
import org.maquete.kernel.Outcome;
import org.maquete.kernel.Refusal;
import org.maquete.lxd.ContainerProgressed;
import org.maquete.lxd.ContainerStarted;
import org.maquete.lxd.CreateContainer;
import org.maquete.maas.AddressAssigned;
import org.maquete.maas.AllocateMachine;
import org.maquete.maas.AssignAddress;
import org.maquete.maas.DeployMachine;
import org.maquete.maas.DeploymentFailed;
import org.maquete.maas.DeploymentReverted;
import org.maquete.maas.MaasView;
import org.maquete.maas.MachineAllocated;
import org.maquete.maas.MachineDeployed;
import org.maquete.maas.MachineStatusChanged;
import org.maquete.world.World;

/**
 * The provisioner: turns machines of a model into machines of MAAS and containers of LXD, and tells
 * what it hears from there.
 */
final class ProvisionHandler {

    static final String ZONE = "default";

    private ProvisionHandler() {}

    static void added(MachineAdded fact, World world, Outcome out) {
        Machine machine = machine(world, fact.model(), fact.machine());
        if (!machine.isContainer()) {
            if (BootstrapHandler.isBootstrapping(world, fact.model())) {
                allocate(machine, 0, "", world, out);
                return;
            }
            long delayNs = out.draw(JujuSpans.PROVISIONER, machine.key(), 0);
            out.schedule(delayNs, new ProvisioningDue(machine.model(), machine.name(), 0));
            return;
        }
        Machine host = machine(world, fact.model(), machine.parent());
        if (host.agent().current().equals("started")) {
            create(machine, host, 0, world, out);
        }
    }

    static void due(ProvisioningDue event, World world, Outcome out) {
        JujuView.machine(world, event.model(), event.machine())
                .filter(machine -> machine.instanceId().isEmpty())
                .ifPresent(machine -> due(machine, event, world, out));
    }

    private static void due(Machine machine, ProvisioningDue event, World world, Outcome out) {
        if (machine.isContainer()) {
            Machine host = machine(world, machine.model(), machine.parent());
            create(machine, host, event.attempt(), world, out);
        } else {
            allocate(machine, event.attempt(), event.failed(), world, out);
        }
    }

    private static void allocate(
            Machine machine, int attempt, String failed, World world, Outcome out) {
        Optional<String> impossible = SpaceNeeds.impossible(world, machine);
        if (impossible.isPresent()) {
            instance(machine, "provisioning error", impossible.get(), out);
            return;
        }
        String uuid = world.table(JujuTables.MODELS).get(machine.model()).uuid();
        String to = ConstraintWords.value(machine.constraints(), "to");
        String zone = Zones.left(machine, failed, world).getFirst();
        String named = to.isEmpty() ? "" : new Placement.Directive(to).machine();
        out.command(
                new AllocateMachine(
                        machine.key() + " " + attempt + (failed.isEmpty() ? "" : "," + failed),
                        ConstraintWords.allocation(machine.constraints(), zone, named)
                                .withInterfaces(SpaceNeeds.interfaces(world, machine)),
                        uuid));
    }

    /** The machine for which a request was made; its attempt is the last word, with the zones. */
    private static Optional<Machine> requester(World world, String request) {
        return world.table(JujuTables.MACHINES)
                .find(request.substring(0, Math.max(0, request.lastIndexOf(' '))));
    }

    static void refused(long ticket, Command command, Refusal refusal, World world, Outcome out) {
        if (command instanceof AllocateMachine allocate) {
            requester(world, allocate.request())
                    .ifPresent(machine -> refused(machine, allocate, refusal, world, out));
        } else if (command instanceof CreateContainer create) {
            world.table(JujuTables.MACHINES).stream()
                    .filter(machine -> instanceName(machine, world).equals(create.name()))
                    .findFirst()
                    .ifPresent(machine ->
                            instance(machine, "provisioning error", refusal.message(), out));
        } else if (command instanceof DeployMachine deploy) {
            ofHost(world, deploy.hostname())
                    .ifPresent(machine -> notDeployed(machine, refusal, world, out));
        }
    }

    private static void notDeployed(Machine machine, Refusal refusal, World world, Outcome out) {
        String why = "failed to start instance: " + refusal.message();
        if (BootstrapHandler.isBootstrapping(world, machine.model())) {
            BootstrapHandler.failed(machine, why, world, out);
        } else {
            instance(machine, "provisioning error", why, out);
        }
    }

    private static void refused(
            Machine machine, AllocateMachine command, Refusal refusal, World world, Outcome out) {
        String why = "failed to acquire node: " + refusal.message();
        String request = command.request();
        String last = request.substring(request.lastIndexOf(' ') + 1);
        int comma = last.indexOf(',');
        int attempt = Integer.parseInt(comma < 0 ? last : last.substring(0, comma));
        String zone = command.constraints().zone();
        String failed = comma < 0 ? zone : last.substring(comma + 1) + "," + zone;
        // only a lack of machines is a matter of the zone: internal/provider/maas/environ.go
        boolean isOfZone =
                refusal.code().equals("409") && !Zones.left(machine, failed, world).isEmpty();
        if (BootstrapHandler.isBootstrapping(world, machine.model())) {
            if (isOfZone) {
                allocate(machine, attempt, failed, world, out);
            } else {
                BootstrapHandler.failed(machine, why, world, out);
            }
        } else if (isOfZone) {
            String text =
                    "failed to start machine "
                            + machine.name()
                            + " in zone "
                            + JujuRefusal.quote(zone)
                            + ", retrying in 10s with new availability zone: "
                            + why;
            instance(machine, "pending", text, out);
            again(machine, attempt, failed, out);
        } else {
            nextAttempt(machine, attempt, why, why, out);
        }
    }

    /** In the end only the cause is told: worker/provisioner, setErrorStatus. */
    private static void nextAttempt(
            Machine machine, int attempt, String why, String cause, Outcome out) {
        int left = JujuSpans.PROVISIONING_RETRIES - attempt;
        if (left == 0) {
            instance(machine, "provisioning error", cause, out);
            return;
        }
        instance(
                machine,
                "pending",
                "failed to start machine "
                        + machine.name()
                        + " ("
                        + why
                        + "), retrying in 10s ("
                        + left
                        + " more attempts)",
                out);
        again(machine, attempt + 1, "", out);
    }

    private static void again(Machine machine, int attempt, String failed, Outcome out) {
        out.schedule(
                out.draw(JujuSpans.PROVISIONING, machine.key(), attempt),
                new ProvisioningDue(machine.model(), machine.name(), attempt, failed));
    }

    /** juju 3.6 apiserver/facades/client/machinemanager: each machine has an error of its own. */
    static void retry(RetryProvisioning command, World world, Outcome out) {
        List<Refusal> wrong = new ArrayList<>();
        int retried = 0;
        for (String name : command.machines()) {
            Optional<Machine> found = JujuView.machine(world, command.model(), name);
            if (found.isEmpty()) {
                wrong.add(JujuRefusal.machine(name));
            } else if (!isBroken(found.get())) {
                // GUESS, text
                wrong.add(JujuRefusal.invalid("machine " + name + " is not in an error state"));
            } else {
                retry(found.get(), out);
                retried++;
            }
        }
        if (command.machines().isEmpty()) {
            for (Machine machine : JujuView.machines(world, command.model())) {
                if (isBroken(machine)) {
                    retry(machine, out);
                }
            }
        }
        if (wrong.isEmpty()) {
            return;
        }
        String text = wrong.stream().map(Refusal::message).collect(Collectors.joining("\n"));
        if (retried == 0) {
            Refusal first = wrong.getFirst();
            out.refuse(new Refusal(first.code(), "", text, first.missed()));
        } else {
            out.answer(Answer.told(text));
        }
    }

    private static boolean isBroken(Machine machine) {
        return machine.instance().current().equals("provisioning error");
    }

    private static void retry(Machine machine, Outcome out) {
        instance(machine, "pending", "", out);
        out.schedule(
                out.draw(JujuSpans.PROVISIONER, machine.key(), out.now()),
                new ProvisioningDue(machine.model(), machine.name(), 0));
    }

    static void allocated(MachineAllocated fact, World world, Outcome out) {
        Optional<Machine> found = requester(world, fact.request());
        if (found.isEmpty()) {
            return;
        }
        Machine machine = found.get();
        out.fact(
                new InstanceFound(
                        machine.model(),
                        machine.name(),
                        fact.hostname(),
                        fact.hostname(),
                        hardware(fact.hostname(), world),
                        zone(fact.hostname(), world)));
        OsRelease base = Bases.parse(machine.base()).orElseThrow();
        String series = Bases.seriesOf(base).orElse(base.channel().track());
        out.command(new DeployMachine(fact.hostname(), "ubuntu/" + series));
    }

    private static String hardware(String hostname, World world) {
        return MaasView.machine(world, hostname)
                .map(m ->
                        "arch=amd64 cores="
                                + m.cpuThreads()
                                + " mem="
                                + m.memoryMib()
                                + "M"
                                + (m.tags().isEmpty() ? "" : " tags=" + String.join(",", m.tags()))
                                + " availability-zone="
                                + m.zone())
                .orElse("arch=amd64");
    }

    private static String zone(String hostname, World world) {
        return MaasView.machine(world, hostname).map(m -> m.zone()).orElse(ZONE);
    }

    static void statusChanged(MachineStatusChanged fact, World world, Outcome out) {
        Optional<Machine> found = ofHost(world, fact.hostname());
        if (found.isEmpty()) {
            return;
        }
        String text = fact.message();
        switch (fact.status()) {
            case DEPLOYING -> instance(found.get(), "allocating", "Deploying: " + text, out);
            case ALLOCATED -> instance(found.get(), "allocating", "Allocated: " + text, out);
            case DEPLOYED -> instance(found.get(), "running", "Deployed", out);
            case FAILED_DEPLOYMENT ->
                    instance(found.get(), "provisioning error", "Failed deployment: " + text, out);
            default -> {
                // Juju shows the other states only as text that nobody waits for
            }
        }
    }

    static void deployed(MachineDeployed fact, World world, Outcome out) {
        Optional<Machine> found = ofHost(world, fact.hostname());
        if (found.isEmpty()) {
            return;
        }
        Machine machine = found.get();
        addressed(machine, fact.address(), out);
        if (BootstrapHandler.isBootstrapping(world, machine.model())) {
            BootstrapHandler.deployed(machine, world, out);
        } else {
            out.schedule(
                    out.draw(JujuSpans.MACHINE_AGENT, machine.key(), 0),
                    new MachineAgentDue(machine.model(), machine.name()));
        }
    }

    static void deploymentFailed(DeploymentFailed fact, World world, Outcome out) {
        ofHost(world, fact.hostname())
                .filter(machine -> BootstrapHandler.isBootstrapping(world, machine.model()))
                .ifPresent(machine ->
                        BootstrapHandler.failed(
                                machine, "Failed deployment: " + fact.message(), world, out));
    }

    /**
     * MAAS could not switch the machine and says it is Allocated again. Nobody tries anew: the
     * machine stays as it is, and only a bootstrap gives up.
     */
    static void deploymentReverted(DeploymentReverted fact, World world, Outcome out) {
        // GUESS: the time after which bootstrap gives up and its words are not modelled
        ofHost(world, fact.hostname())
                .filter(machine -> BootstrapHandler.isBootstrapping(world, machine.model()))
                .ifPresent(machine ->
                        BootstrapHandler.failed(
                                machine, "Allocated: " + fact.message(), world, out));
    }

    /** Creates the containers that have waited for their machine. */
    static void hostStarted(MachineAgentChanged fact, World world, Outcome out) {
        if (!fact.current().equals("started")) {
            return;
        }
        Machine host = machine(world, fact.model(), fact.machine());
        for (Machine machine : JujuView.machines(world, fact.model())) {
            if (machine.isContainer()
                    && machine.parent().equals(host.name())
                    && machine.instance().current().equals("pending")
                    && machine.instance().message().isEmpty()
                    && machine.hostname().isEmpty()) {
                create(machine, host, 0, world, out);
            }
        }
    }

    private static void create(
            Machine machine, Machine host, int attempt, World world, Outcome out) {
        Optional<String> unbridged = SpaceNeeds.unbridged(world, machine, host);
        if (unbridged.isPresent()) {
            String why = "unable to setup network: " + unbridged.get();
            nextAttempt(machine, attempt, why, unbridged.get(), out);
            return;
        }
        String name = instanceName(machine, world);
        out.fact(new InstanceFound(machine.model(), machine.name(), "", name, "", host.zone()));
        out.command(new CreateContainer(host.hostname(), name, machine.base()));
    }

    /** {@code juju-df2f3d-0-lxd-2}: the last six digits of the model's UUID and the id. */
    static String instanceName(Machine machine, World world) {
        String uuid = world.table(JujuTables.MODELS).get(machine.model()).uuid();
        return "juju-" + uuid.substring(uuid.length() - 6) + "-" + machine.name().replace('/', '-');
    }

    static void progressed(ContainerProgressed fact, World world, Outcome out) {
        ofHost(world, fact.name())
                .ifPresent(machine -> instance(machine, "allocating", fact.message(), out));
    }

    static void containerStarted(ContainerStarted fact, World world, Outcome out) {
        Optional<Machine> found = ofHost(world, fact.name());
        if (found.isEmpty() || !found.get().instanceId().isEmpty()) {
            return;
        }
        Machine machine = found.get();
        out.fact(
                new InstanceFound(
                        machine.model(),
                        machine.name(),
                        fact.name(),
                        fact.name(),
                        "arch=amd64 availability-zone=" + machine.zone(),
                        machine.zone()));
        instance(machine, "running", "Container started", out);
        out.command(new AssignAddress(fact.name(), SpaceNeeds.subnet(world, machine)));
    }

    static void addressAssigned(AddressAssigned fact, World world, Outcome out) {
        Optional<Machine> found = ofHost(world, fact.device());
        if (found.isEmpty() || !found.get().isContainer() || found.get().instanceId().isEmpty()) {
            return;
        }
        Machine machine = found.get();
        addressed(machine, fact.address(), out);
        out.schedule(
                out.draw(JujuSpans.CONTAINER_AGENT, machine.key(), 0),
                new MachineAgentDue(machine.model(), machine.name()));
    }

    private static void addressed(Machine machine, String address, Outcome out) {
        out.fact(new MachineAddressed(machine.model(), machine.name(), List.of(address)));
    }

    private static void instance(Machine machine, String current, String message, Outcome out) {
        StatusInfo old = machine.instance();
        if (!old.current().equals(current) || !old.message().equals(message)) {
            out.fact(new InstanceStatusSet(machine.model(), machine.name(), current, message));
        }
    }

    /** The machine of any model that runs on this host. */
    static Optional<Machine> ofHost(World world, String hostname) {
        for (Machine machine : world.table(JujuTables.MACHINES)) {
            if (machine.hostname().equals(hostname)) {
                return Optional.of(machine);
            }
        }
        return Optional.empty();
    }

    private static Machine machine(World world, String model, String name) {
        return world.table(JujuTables.MACHINES).get(model, name);
    }
}
