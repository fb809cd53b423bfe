package org.maquete.host;

import java.util.ArrayList;
import java.util.List;
import org.maquete.hardware.CablePlugged;
import org.maquete.hardware.CablePulled;
import org.maquete.hardware.HardwareView;
import org.maquete.hardware.LinkCut;
import org.maquete.hardware.LinkMended;
import org.maquete.hardware.PoweredOff;
import org.maquete.hardware.PoweredOn;
import org.maquete.kernel.Outcome;
import org.maquete.kernel.Registry;
import org.maquete.kernel.Span;
import org.maquete.kernel.Subsystem;
import org.maquete.world.World;

/** Operating systems and their services. */
public final class HostSubsystem implements Subsystem {

    /** From power-on of a machine to the end of its boot. */
    static final Span BOOT_NUC =
            Span.seconds(
                    "host.boot-nuc",
                    60,
                    120,
                    "GUESS: firmware, network boot attempt, Ubuntu 22.04");

    /** From the start of a container to the end of its boot. */
    static final Span BOOT_CONTAINER =
            Span.seconds("host.boot-container", 4, 12, "GUESS: systemd in a container on a NUC");

    /** From the start of a virtual machine to the end of its boot. */
    static final Span BOOT_INSTANCE =
            Span.seconds("host.boot-instance", 20, 60, "GUESS: cloud image with cloud-init");

    // systemd 249: RestartSec of the units of Ubuntu 22.04 is 100 ms where it is not written, 10 s
    // in jujud's, rabbitmq-server's and ceph's; all of them have Restart=on-failure
    /** From the death of a killed service to its next start. */
    static final Span RESTART_SERVICE =
            Span.seconds(
                    "host.restart-service", 1, 10, "GUESS: systemd, RestartSec of 0.1 to 10 s");

    @Override
    public String name() {
        return "host";
    }

    @Override
    public void declare(Registry registry) {
        registry.tables(HostView.HOSTS, HostView.SERVICES, HostView.FAULTS);
        registry.spans(List.of(BOOT_NUC, BOOT_CONTAINER, BOOT_INSTANCE, RESTART_SERVICE));

        commands(registry);
        folds(registry);
        reactions(registry);
        registry.resume(HostSubsystem::resume);
        registry.invariant("a host runs only on what runs", HostSubsystem::floating);
        registry.invariant("a service runs only on a host that is up", HostSubsystem::orphaned);
    }

    private static void commands(Registry registry) {
        registry.command(InstallSystem.class, HostHandler::install);
        registry.command(BootHost.class, HostHandler::boot);
        registry.command(ShutDownHost.class, HostHandler::shutDown);
        registry.command(RemoveSystem.class, HostHandler::remove);
        registry.command(DivertBoot.class, HostHandler::divert);
        registry.command(StartService.class, ServiceHandler::start);
        registry.command(StopService.class, ServiceHandler::stop);
        registry.command(KillHost.class, HostHandler::kill);
        registry.command(KillService.class, ServiceHandler::kill);
        registry.command(FillDisk.class, FaultHandler::fillDisk);
        registry.command(FreeDisk.class, FaultHandler::freeDisk);
        registry.command(SkewClock.class, FaultHandler::skewClock);
        registry.event(BootDue.class, HostHandler::bootDue);
        registry.event(ServiceRestartDue.class, ServiceHandler::restartDue);
    }

    private static void folds(Registry registry) {
        registry.fact(SystemInstalled.class, HostFolds::installed);
        registry.fact(BootStarted.class, HostFolds::bootStarted);
        registry.fact(HostBooted.class, HostFolds::booted);
        registry.fact(HostDied.class, HostFolds::died);
        registry.fact(SystemRemoved.class, HostFolds::removed);
        registry.fact(ServiceInstalled.class, HostFolds::serviceInstalled);
        registry.fact(ServiceStarted.class, HostFolds::serviceStarted);
        registry.fact(ServiceDied.class, HostFolds::serviceDied);
        registry.fact(ServiceRestartPlanned.class, HostFolds::restartPlanned);
        registry.fact(DiskFilled.class, FaultFolds::diskFilled);
        registry.fact(DiskFreed.class, FaultFolds::diskFreed);
        registry.fact(ClockSkewed.class, FaultFolds::clockSkewed);
        registry.fact(NetworkLost.class, (fact, timeNs, edits) -> {}); // the rack has it
        registry.fact(NetworkReturned.class, (fact, timeNs, edits) -> {});
    }

    private static void reactions(Registry registry) {
        registry.react(PoweredOff.class, HostHandler::poweredOff);
        registry.react(PoweredOn.class, HostHandler::poweredOn);
        registry.react(CablePulled.class, FaultHandler::cablePulled);
        registry.react(CablePlugged.class, FaultHandler::cablePlugged);
        registry.react(LinkCut.class, FaultHandler::linkCut);
        registry.react(LinkMended.class, FaultHandler::linkMended);
        registry.react(HostBooted.class, FaultHandler::booted);
    }

    private static void resume(World world, Outcome out) {
        for (Host host : HostView.hosts(world)) {
            if (host.state() == HostState.BOOTING) {
                long left = Math.max(0, host.bootDueNs() - out.now());
                out.fact(
                        new BootStarted(
                                host.name(),
                                out.now() + left,
                                out.schedule(left, new BootDue(host.name()))));
            }
        }
        for (Service service : world.table(HostView.SERVICES)) {
            if (service.restartDueNs() > 0) {
                long left = Math.max(0, service.restartDueNs() - out.now());
                out.fact(ServiceHandler.planned(service, left, out));
            }
        }
    }

    private static List<String> floating(World world) {
        List<String> wrong = new ArrayList<>();
        for (Host host : HostView.hosts(world)) {
            boolean carried =
                    host.kind() == HostKind.NUC
                            ? HardwareView.isOn(world, host.name())
                            : HostView.isUp(world, host.parent());
            if (host.state() != HostState.DOWN && !carried) {
                wrong.add(host.name() + " is " + host.state() + " on something that does not run");
            }
        }
        return wrong;
    }

    private static List<String> orphaned(World world) {
        List<String> wrong = new ArrayList<>();
        for (Service service : world.table(HostView.SERVICES)) {
            if (service.running() && !HostView.isUp(world, service.host())) {
                wrong.add(service.name() + " runs on " + service.host() + ", which is not up");
            }
        }
        return wrong;
    }
}
