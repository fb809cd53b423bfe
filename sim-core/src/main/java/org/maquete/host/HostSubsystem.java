package org.maquete.host;

import java.util.ArrayList;
import java.util.List;
import org.maquete.hardware.HardwareView;
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

    @Override
    public String name() {
        return "host";
    }

    @Override
    public void declare(Registry registry) {
        registry.tables(HostView.HOSTS, HostView.SERVICES);
        registry.spans(List.of(BOOT_NUC, BOOT_CONTAINER, BOOT_INSTANCE));

        registry.command(InstallSystem.class, HostHandler::install);
        registry.command(BootHost.class, HostHandler::boot);
        registry.command(ShutDownHost.class, HostHandler::shutDown);
        registry.command(RemoveSystem.class, HostHandler::remove);
        registry.command(DivertBoot.class, HostHandler::divert);
        registry.command(StartService.class, ServiceHandler::start);
        registry.command(StopService.class, ServiceHandler::stop);
        registry.event(BootDue.class, HostHandler::bootDue);

        registry.fact(SystemInstalled.class, HostFolds::installed);
        registry.fact(BootStarted.class, HostFolds::bootStarted);
        registry.fact(HostBooted.class, HostFolds::booted);
        registry.fact(HostDied.class, HostFolds::died);
        registry.fact(SystemRemoved.class, HostFolds::removed);
        registry.fact(ServiceStarted.class, HostFolds::serviceStarted);
        registry.fact(ServiceDied.class, HostFolds::serviceDied);

        registry.react(PoweredOff.class, HostHandler::poweredOff);
        registry.react(PoweredOn.class, HostHandler::poweredOn);
        registry.resume(HostSubsystem::resume);
        registry.invariant("a host runs only on what runs", HostSubsystem::floating);
        registry.invariant("a service runs only on a host that is up", HostSubsystem::orphaned);
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
