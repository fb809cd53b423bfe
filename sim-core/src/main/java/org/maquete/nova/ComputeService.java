package org.maquete.nova;

import java.util.List;
import java.util.Optional;
import org.maquete.host.HostBooted;
import org.maquete.host.HostDied;
import org.maquete.host.HostView;
import org.maquete.host.NetworkLost;
import org.maquete.host.NetworkReturned;
import org.maquete.host.ServiceDied;
import org.maquete.host.ServiceStarted;
import org.maquete.juju.JujuView;
import org.maquete.juju.Unit;
import org.maquete.kernel.Draws;
import org.maquete.kernel.Outcome;
import org.maquete.kernel.Ref;
import org.maquete.kernel.Refusal;
import org.maquete.kernel.SimTime;
import org.maquete.placement.PlacementView;
import org.maquete.placement.SetProviderTrait;
import org.maquete.world.World;

/**
 * The services of Nova: which run in truth, and which Nova takes for up. A service reports every 10
 * s; when it has been silent for more than 60 s, it is down. No report is an event: a row keeps
 * when a lost service was seen for the last time, and who asks compares that with the clock.
 */
final class ComputeService {

    static final String COMPUTE = "nova-compute";
    static final String SCHEDULER = "nova-scheduler";
    static final String CONDUCTOR = "nova-conductor";

    // os-traits 2.9.0; set by nova yoga, virt/node.py and compute/manager.py, set_host_enabled
    private static final String DISABLED = "COMPUTE_STATUS_DISABLED";

    // 60, seconds: nova yoga, conf/service.py, service_down_time; reports carry the sender's clock
    private static final long DOWN_NS = 60 * SimTime.SECOND;
    // 10, seconds: nova yoga, conf/service.py, report_interval
    private static final long REPORT_NS = 10 * SimTime.SECOND;

    private ComputeService() {}

    // ---- truth

    /** Whether a service runs and its messages arrive. */
    static boolean runs(World world, String binary, String host) {
        return HostView.isUp(world, host)
                && !HostView.isCutOff(world, host)
                && !HostView.isStopped(world, host, binary);
    }

    /** Whether one of the controllers runs this service; also when nobody models a controller. */
    static boolean runsSomewhere(World world, String binary) {
        List<Unit> units = JujuView.unitsOfCharm(world, "nova-cloud-controller");
        for (Unit unit : units) {
            if (runs(world, binary, JujuView.hostOf(world, unit))) {
                return true;
            }
        }
        return units.isEmpty();
    }

    // ---- belief

    /** Whether Nova takes a service for up: its last report is no older than 60 s. */
    static boolean isUp(World world, String binary, String host, long nowNs) {
        if (Math.abs(HostView.clockOffsetNs(world, host)) > DOWN_NS) {
            return false;
        }
        Optional<NovaService> known = known(world, binary, host);
        if (known.isEmpty()) {
            return runs(world, binary, host);
        }
        NovaService service = known.get();
        return !service.forcedDown()
                && (service.lastSeenNs() < 0 || nowNs - service.lastSeenNs() <= DOWN_NS);
    }

    /** The same of nova-compute. */
    static boolean isUp(World world, String host, long nowNs) {
        return isUp(world, COMPUTE, host, nowNs);
    }

    /** Whether an administrator has disabled the nova-compute of a host. */
    static boolean isDisabled(World world, String host) {
        return known(world, COMPUTE, host).map(NovaService::disabled).orElse(false);
    }

    static Optional<NovaService> known(World world, String binary, String host) {
        return world.table(NovaView.SERVICES).find(binary, host);
    }

    /** When a service reported for the last time. */
    static long lastReportNs(World world, String binary, String host, long nowNs) {
        long lostNs = known(world, binary, host).map(NovaService::lastSeenNs).orElse(-1L);
        if (lostNs >= 0) {
            return lostNs;
        }
        long phaseNs = phaseNs(binary, host);
        return nowNs < phaseNs ? 0 : nowNs - (nowNs - phaseNs) % REPORT_NS;
    }

    private static long phaseNs(String binary, String host) {
        return Draws.of(0, "nova", binary + " " + host, "report", 0).between(0, REPORT_NS - 1);
    }

    // ---- what happens to them

    static void serviceDied(ServiceDied fact, World world, Outcome out) {
        if (isNova(fact.service())) {
            lose(fact.service(), fact.host(), world, out);
        }
    }

    static void hostDied(HostDied fact, World world, Outcome out) {
        if (isCompute(world, fact.name())) {
            lose(COMPUTE, fact.name(), world, out);
        }
    }

    static void networkLost(NetworkLost fact, World world, Outcome out) {
        if (isCompute(world, fact.host())) {
            lose(COMPUTE, fact.host(), world, out);
        }
    }

    private static void lose(String binary, String host, World world, Outcome out) {
        Optional<NovaService> known = known(world, binary, host);
        if (known.isEmpty() || known.get().lastSeenNs() < 0) {
            long lastNs = lastReportNs(world, binary, host, out.now());
            out.fact(new ServiceLost(binary, host, lastNs));
        }
    }

    static void serviceStarted(ServiceStarted fact, World world, Outcome out) {
        if (isNova(fact.service())) {
            see(fact.service(), fact.host(), world, out);
        }
    }

    static void networkReturned(NetworkReturned fact, World world, Outcome out) {
        see(COMPUTE, fact.host(), world, out);
    }

    /**
     * Servers that ran when their host died are found stopped: the charm leaves
     * resume_guests_state_on_host_boot at False (nova yoga, compute/manager.py, _init_instance and
     * _sync_power_states).
     */
    static void booted(HostBooted fact, World world, Outcome out) {
        List<Server> servers =
                world.table(NovaView.SERVERS).where(s -> s.host().equals(fact.name()));
        for (Server server : servers) {
            if (server.status().equals("ACTIVE") && server.taskState().isEmpty()) {
                ServerState off = new ServerState("stopped", "", ServerState.SHUTDOWN);
                out.fact(new ServerStateSet(server.uuid(), server.host(), off));
            }
        }
        see(COMPUTE, fact.name(), world, out);
    }

    private static void see(String binary, String host, World world, Outcome out) {
        boolean lost = known(world, binary, host).filter(s -> s.lastSeenNs() >= 0).isPresent();
        if (lost && runs(world, binary, host)) {
            out.fact(new ServiceSeen(binary, host));
            if (binary.equals(COMPUTE)) {
                mark(host, isDisabled(world, host), world, out);
            }
        }
    }

    /** The trait follows the service, if nova-compute runs to set it; otherwise at its start. */
    private static void mark(String host, boolean disabled, World world, Outcome out) {
        boolean has =
                PlacementView.marks(world, host)
                        .map(m -> m.traits().contains(DISABLED))
                        .orElse(false);
        if (has != disabled) {
            out.command(new SetProviderTrait(host, DISABLED, disabled));
        }
    }

    private static boolean isNova(String service) {
        return service.equals(COMPUTE) || service.equals(SCHEDULER) || service.equals(CONDUCTOR);
    }

    /** Whether a host has a nova-compute. */
    static boolean isCompute(World world, String host) {
        for (Unit unit : JujuView.unitsOfCharm(world, COMPUTE)) {
            if (JujuView.hostOf(world, unit).equals(host)) {
                return true;
            }
        }
        return false;
    }

    // ---- what a person sets

    static void set(SetService command, World world, Outcome out) {
        String host = command.host();
        boolean exists =
                command.binary().equals(COMPUTE)
                        ? isCompute(world, host)
                        : isNova(command.binary());
        if (!exists) {
            out.refuse(
                    new Refusal(
                            "404",
                            "",
                            "Could not find binary " + command.binary() + " on host " + host + ".",
                            new Ref("compute service", host)));
            return;
        }
        Optional<NovaService> known = known(world, command.binary(), host);
        boolean disabled =
                command.enabled().isEmpty()
                        ? known.map(NovaService::disabled).orElse(false)
                        : command.enabled().equals("disable");
        boolean down =
                command.forcedDown().isEmpty()
                        ? known.map(NovaService::forcedDown).orElse(false)
                        : command.forcedDown().equals("down");
        String reason =
                command.enabled().isEmpty()
                        ? known.map(NovaService::reason).orElse("")
                        : command.reason();
        out.fact(new ServiceSet(command.binary(), host, disabled, reason, down));
        if (command.binary().equals(COMPUTE) && runs(world, COMPUTE, host)) {
            mark(host, disabled, world, out);
        }
    }
}
