package org.maquete.host;

import java.util.Optional;
import org.maquete.hardware.HardwareView;
import org.maquete.hardware.PoweredOff;
import org.maquete.hardware.PoweredOn;
import org.maquete.hardware.SetPower;
import org.maquete.kernel.EventId;
import org.maquete.kernel.Outcome;
import org.maquete.kernel.Refusal;
import org.maquete.kernel.Span;
import org.maquete.world.World;

/**
 * Decides which hosts run. A host dies together with all that runs on it, in one outcome: the host
 * first, then its services, then what runs on it in order of installation, to the bottom.
 */
final class HostHandler {

    private HostHandler() {}

    static void install(InstallSystem command, World world, Outcome out) {
        if (HostView.host(world, command.host()).isPresent()) {
            out.refuse(Refusal.of("exists", "host " + command.host() + " has a system already"));
            return;
        }
        boolean carried =
                command.kind() == HostKind.NUC
                        ? HardwareView.machine(world, command.host()).isPresent()
                        : HostView.host(world, command.parent()).isPresent();
        if (!carried) {
            String below = command.kind() == HostKind.NUC ? command.host() : command.parent();
            out.refuse(absent(command.kind() == HostKind.NUC ? "machine" : "host", below));
            return;
        }
        out.fact(new SystemInstalled(command.host(), command.kind(), command.parent()));
    }

    static void boot(BootHost command, World world, Outcome out) {
        Optional<Host> host = HostView.host(world, command.host());
        if (host.isEmpty()) {
            out.refuse(absent("host", command.host()));
        } else if (host.get().state() == HostState.DOWN) {
            if (isCarried(host.get(), world)) {
                begin(host.get(), out);
            } else {
                String below = host.get().parent().isEmpty() ? "its machine" : host.get().parent();
                out.refuse(
                        Refusal.of(
                                "down",
                                "host "
                                        + command.host()
                                        + " cannot boot: "
                                        + below
                                        + " does not run"));
            }
        }
    }

    static void bootDue(BootDue event, World world, Outcome out) {
        Host host = world.table(HostView.HOSTS).get(event.host());
        if (host.state() != HostState.BOOTING) {
            throw new IllegalStateException("expected a booting host, found " + host);
        }
        out.fact(new HostBooted(host.name()));
        for (Service service : HostView.services(world, host.name())) {
            out.fact(new ServiceStarted(host.name(), service.name()));
        }
    }

    static void shutDown(ShutDownHost command, World world, Outcome out) {
        Optional<Host> host = HostView.host(world, command.host());
        if (host.isEmpty()) {
            out.refuse(absent("host", command.host()));
            return;
        }
        die(host.get(), "shut down", world, out);
        if (host.get().kind() == HostKind.NUC && HardwareView.isOn(world, host.get().name())) {
            out.command(new SetPower(host.get().name(), false));
        }
    }

    static void kill(KillHost command, World world, Outcome out) {
        Optional<Host> host = HostView.host(world, command.host());
        if (host.isEmpty()) {
            out.refuse(absent("host", command.host()));
        } else if (host.get().kind() == HostKind.NUC) {
            out.refuse(
                    Refusal.of("machine", command.host() + " is a machine: cut its power instead"));
        } else {
            die(host.get(), "killed", world, out);
        }
    }

    static void divert(DivertBoot command, World world, Outcome out) {
        HostView.host(world, command.host())
                .ifPresent(host -> die(host, "another system was booted", world, out));
    }

    static void remove(RemoveSystem command, World world, Outcome out) {
        Optional<Host> host = HostView.host(world, command.host());
        if (host.isEmpty()) {
            out.refuse(absent("host", command.host()));
            return;
        }
        die(host.get(), "removed", world, out);
        removeTree(host.get(), world, out);
    }

    static void poweredOff(PoweredOff fact, World world, Outcome out) {
        HostView.host(world, fact.machine()).ifPresent(h -> die(h, "power lost", world, out));
    }

    static void poweredOn(PoweredOn fact, World world, Outcome out) {
        Optional<Host> host = HostView.host(world, fact.machine());
        if (host.isPresent()
                && host.get().state() == HostState.DOWN
                && isCarried(host.get(), world)) {
            begin(host.get(), out);
        }
    }

    private static void begin(Host host, Outcome out) {
        long bootNs = out.draw(bootSpan(host.kind()), host.name(), host.boots());
        EventId boot = out.schedule(bootNs, new BootDue(host.name()));
        out.fact(new BootStarted(host.name(), out.now() + bootNs, boot));
    }

    private static void die(Host host, String cause, World world, Outcome out) {
        if (host.state() == HostState.DOWN) {
            return;
        }
        out.cancel(host.bootEvent());
        out.fact(new HostDied(host.name(), cause));
        for (Service service : HostView.services(world, host.name())) {
            out.cancel(service.restartEvent());
            if (service.running() || service.restartDueNs() > 0) {
                out.fact(new ServiceDied(host.name(), service.name()));
            }
        }
        for (Host child : HostView.children(world, host.name())) {
            die(child, host.name() + " stopped: " + cause, world, out);
        }
    }

    private static void removeTree(Host host, World world, Outcome out) {
        for (Host child : HostView.children(world, host.name())) {
            removeTree(child, world, out);
        }
        out.fact(new SystemRemoved(host.name()));
    }

    private static boolean isCarried(Host host, World world) {
        return host.kind() == HostKind.NUC
                ? HardwareView.isOn(world, host.name())
                : HostView.isUp(world, host.parent());
    }

    private static Span bootSpan(HostKind kind) {
        return switch (kind) {
            case NUC -> HostSubsystem.BOOT_NUC;
            case CONTAINER -> HostSubsystem.BOOT_CONTAINER;
            case INSTANCE -> HostSubsystem.BOOT_INSTANCE;
        };
    }

    static Refusal absent(String kind, String name) {
        return Refusal.missing("not found", "there is no " + kind + " " + name, kind, name);
    }

    static Refusal down(String host) {
        return Refusal.missing("down", "host " + host + " is not up", "host", host);
    }
}
