package org.maquete.maas;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.maquete.hardware.PowerAction;
import org.maquete.hardware.PoweredOff;
import org.maquete.hardware.PoweredOn;
import org.maquete.host.BootHost;
import org.maquete.host.HostBooted;
import org.maquete.host.HostKind;
import org.maquete.host.HostView;
import org.maquete.host.InstallSystem;
import org.maquete.host.RemoveSystem;
import org.maquete.kernel.EventId;
import org.maquete.kernel.Outcome;
import org.maquete.kernel.Ref;
import org.maquete.kernel.Refusal;
import org.maquete.kernel.Span;
import org.maquete.world.World;

/**
 * Decides how a deployment goes on.
 *
 * <p>MAAS starts the machine and then only listens. The steps are what the installer on the machine
 * reports; they begin when the machine gets power, and begin anew when it loses power and gets it
 * back. The last step ends when the installed system has booted. Meanwhile the deadline runs; it
 * does not care why nothing is heard.
 */
final class DeployHandler {

    private static final String GUESS =
            "GUESS: deploying jammy takes 6-12 min on a NUC, boot of the system included";

    static final Span PXE_BOOT = Span.seconds("maas.deploy-pxe-boot", 45, 75, GUESS);
    static final Span LOAD_EPHEMERAL = Span.seconds("maas.deploy-load-ephemeral", 60, 120, GUESS);
    private static final Span CONFIGURE_STORAGE =
            Span.seconds("maas.deploy-configure-storage", 15, 25, GUESS);
    private static final Span INSTALL_OS = Span.seconds("maas.deploy-install-os", 150, 300, GUESS);
    private static final Span CONFIGURE_OS =
            Span.seconds("maas.deploy-configure-os", 30, 80, GUESS);

    /** One span for each step but the last, which is the boot of the host. */
    static final List<Span> SPANS =
            List.of(PXE_BOOT, LOAD_EPHEMERAL, CONFIGURE_STORAGE, INSTALL_OS, CONFIGURE_OS);

    private DeployHandler() {}

    static void deploy(DeployMachine command, World world, Outcome out) {
        String hostname = command.hostname();
        Optional<Machine> found = MaasView.machine(world, hostname);
        Optional<Refusal> why =
                found.isEmpty()
                        ? Optional.of(Barred.unknown(hostname))
                        : Barred.first(
                                Barred.locked(found.get()), barred(found.get(), command, world));
        List<Refusal> refusals = new ArrayList<>();
        List<AddressAssigned> addresses =
                why.isPresent() ? List.of() : AddressHandler.needed(hostname, world, refusals);
        if (why.isPresent() || !refusals.isEmpty()) {
            out.refuse(why.orElseGet(refusals::getFirst));
            return;
        }
        if (found.get().status() == NodeStatus.READY) {
            out.fact(new MachineStatusChanged(hostname, NodeStatus.ALLOCATED, "Allocated"));
        }
        out.fact(new MachineStatusChanged(hostname, NodeStatus.DEPLOYING, "Powering on"));
        out.fact(new DeploymentStarted(hostname, command.series()));
        long expiryNs = Deadlines.ns(Deadlines.NODE, out);
        EventId expiry = out.schedule(expiryNs, new StatusExpiryDue(hostname));
        out.fact(new StatusExpirySet(hostname, out.now() + expiryNs, expiry));
        for (AddressAssigned address : addresses) {
            out.fact(address);
        }
        if (HostView.host(world, hostname).isPresent()) {
            out.command(new RemoveSystem(hostname));
        }
        PowerHandler.ask(found.get(), PowerAction.ON, world, out);
    }

    static void poweredOn(PoweredOn fact, World world, Outcome out) {
        Optional<Deployment> deployment = MaasView.deployment(world, fact.machine());
        if (deployment.isPresent() && deployment.get().step() != DeployStep.REBOOT) {
            out.cancel(deployment.get().stepEvent());
            begin(DeployStep.PXE_BOOT, deployment.get(), world, out);
        }
    }

    static void poweredOff(PoweredOff fact, World world, Outcome out) {
        Optional<Deployment> deployment = MaasView.deployment(world, fact.machine());
        if (deployment.isPresent()
                && deployment.get().step() != DeployStep.POWER_ON
                && deployment.get().stepDueNs() > 0) {
            out.cancel(deployment.get().stepEvent());
            out.fact(new DeploymentInterrupted(fact.machine()));
        }
    }

    static void stepDue(DeployStepDue event, World world, Outcome out) {
        Deployment deployment = world.table(MaasView.DEPLOYMENTS).get(event.hostname());
        if (deployment.step() == DeployStep.POWER_ON) {
            revert(deployment, out);
            return;
        }
        if (deployment.step() == DeployStep.PXE_BOOT
                && NetworkBoot.isSilent(world, event.hostname())) {
            out.fact(new DeploymentInterrupted(event.hostname()));
            return;
        }
        DeployStep next = deployment.step().next();
        begin(next, deployment, world, out);
        if (next == DeployStep.REBOOT) {
            out.command(new InstallSystem(event.hostname(), HostKind.NUC, ""));
            out.command(new BootHost(event.hostname()));
        }
    }

    static void booted(HostBooted fact, World world, Outcome out) {
        Optional<Deployment> deployment = MaasView.deployment(world, fact.name());
        if (deployment.isPresent() && deployment.get().step() == DeployStep.REBOOT) {
            out.cancel(deployment.get().expiryEvent());
            out.fact(new MachineStatusChanged(fact.name(), NodeStatus.DEPLOYED, "Deployed"));
            out.fact(new MachineDeployed(fact.name(), MaasView.addressOf(world, fact.name())));
        }
    }

    static void expired(StatusExpiryDue event, World world, Outcome out) {
        // MAAS 3.5, status_monitor.py, after the name of the event
        fail(
                world.table(MaasView.DEPLOYMENTS).get(event.hostname()),
                "Marking node failed - Node operation 'Deploying' timed out after "
                        + Deadlines.minutes(Deadlines.NODE, out)
                        + " minutes.",
                out);
    }

    /** The machine could not be switched: MAAS goes back, and keeps the address. */
    private static void revert(Deployment deployment, Outcome out) {
        out.cancel(deployment.expiryEvent());
        String hostname = deployment.hostname();
        String message = PowerHandler.reverting(NodeStatus.DEPLOYING, NodeStatus.ALLOCATED);
        out.fact(new MachineStatusChanged(hostname, NodeStatus.ALLOCATED, message));
        out.fact(new DeploymentReverted(hostname, message));
    }

    /**
     * Schedules what the deployments of an observed state have pending, and renews their handles.
     */
    static void resume(World world, Outcome out) {
        for (Deployment deployment : world.table(MaasView.DEPLOYMENTS)) {
            String hostname = deployment.hostname();
            long leftNs = Math.max(0, deployment.expiresNs() - out.now());
            EventId expiry = out.schedule(leftNs, new StatusExpiryDue(hostname));
            out.fact(new StatusExpirySet(hostname, out.now() + leftNs, expiry));
            if (deployment.stepDueNs() > 0) {
                long stepNs = Math.max(0, deployment.stepDueNs() - out.now());
                EventId due = out.schedule(stepNs, new DeployStepDue(hostname));
                out.fact(
                        new DeployStepReached(
                                hostname, deployment.step(), out.now() + stepNs, due));
            }
        }
    }

    private static Optional<Refusal> barred(Machine machine, DeployMachine command, World world) {
        NodeStatus status = machine.status();
        if (status != NodeStatus.READY && !status.mayBecome(NodeStatus.DEPLOYING)) {
            // MAAS 3.5, api/machines.py
            return Optional.of(
                    Refusal.of(
                            "409",
                            "Can't deploy a machine that is in the '" + status.text() + "' state"));
        }
        String image = command.series() + "/amd64";
        List<String> images = MaasView.images(world);
        if (images.contains(image)) {
            return Optional.empty();
        }
        String choices =
                images.stream()
                        .filter(name -> name.endsWith("/amd64"))
                        .map(name -> ", '" + name.substring(0, name.length() - 6) + "'")
                        .collect(Collectors.joining());
        String series = command.series().substring(command.series().indexOf('/') + 1);
        // MAAS 3.5, forms: compose_invalid_choice_text (GUESS: not run)
        return Optional.of(
                new Refusal(
                        "400",
                        "distro_series",
                        "'"
                                + series
                                + "' is not a valid distro_series.  It should be one of: ''"
                                + choices
                                + ".",
                        new Ref("boot-image", image)));
    }

    private static void begin(DeployStep step, Deployment deployment, World world, Outcome out) {
        String hostname = deployment.hostname();
        out.fact(new MachineStatusChanged(hostname, NodeStatus.DEPLOYING, step.message()));
        if (step == DeployStep.REBOOT) {
            out.fact(new DeployStepReached(hostname, step, 0, EventId.NONE));
            return;
        }
        int number = world.table(MaasView.MACHINES).get(hostname).deployments();
        long stepNs = out.draw(span(step), hostname, number);
        EventId due = out.schedule(stepNs, new DeployStepDue(hostname));
        out.fact(new DeployStepReached(hostname, step, out.now() + stepNs, due));
    }

    private static Span span(DeployStep step) {
        return switch (step) {
            case PXE_BOOT -> PXE_BOOT;
            case LOAD_EPHEMERAL -> LOAD_EPHEMERAL;
            case CONFIGURE_STORAGE -> CONFIGURE_STORAGE;
            case INSTALL_OS -> INSTALL_OS;
            case CONFIGURE_OS -> CONFIGURE_OS;
            case POWER_ON, REBOOT -> throw new IllegalArgumentException("its end is not ours");
        };
    }

    private static void fail(Deployment deployment, String message, Outcome out) {
        out.cancel(deployment.stepEvent());
        out.cancel(deployment.expiryEvent());
        String hostname = deployment.hostname();
        out.fact(new MachineStatusChanged(hostname, NodeStatus.FAILED_DEPLOYMENT, message));
        out.fact(new DeploymentFailed(hostname, message));
    }
}
