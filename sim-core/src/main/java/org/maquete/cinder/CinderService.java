package org.maquete.cinder;

import java.util.List;
import java.util.Optional;
import org.maquete.ceph.CephView;
import org.maquete.ceph.cluster.CephClusterView;
import org.maquete.host.HostBooted;
import org.maquete.host.HostDied;
import org.maquete.host.HostView;
import org.maquete.host.NetworkLost;
import org.maquete.host.NetworkReturned;
import org.maquete.host.ServiceDied;
import org.maquete.host.ServiceStarted;
import org.maquete.juju.Application;
import org.maquete.juju.JujuView;
import org.maquete.juju.Relation;
import org.maquete.juju.Unit;
import org.maquete.kernel.Draws;
import org.maquete.kernel.Outcome;
import org.maquete.kernel.Registry;
import org.maquete.kernel.SimTime;
import org.maquete.world.World;

/**
 * The programs of Cinder: which run in truth, and which Cinder takes for up. The charm gives the
 * programs of all units one host name, {@code cinder}, so one that runs somewhere is enough. A
 * program reports every 10 s; silent for more than 60 s it is down. No report is an event: a row
 * keeps when the last one was seen.
 */
final class CinderService {

    static final String SCHEDULER = "cinder-scheduler";
    static final String VOLUME = "cinder-volume";

    /** The host name of all units: charm-cinder, hooks/cinder_contexts.py, stateless back ends. */
    static final String HOST = "cinder";

    private static final String CHARM = "cinder";
    private static final String BACKEND_CHARM = "cinder-ceph";
    // 60, 10, seconds: cinder yoga, cinder/service.py, service_down_time and report_interval
    private static final long DOWN_NS = 60 * SimTime.SECOND;
    private static final long REPORT_NS = 10 * SimTime.SECOND;

    private CinderService() {}

    static void declare(Registry registry) {
        registry.fact(
                ServiceFellSilent.class,
                (f, at, edits) ->
                        edits.insert(
                                CinderView.SILENT,
                                new SilentService(
                                        edits.world().table(CinderView.SILENT).nextId(),
                                        f.binary(),
                                        f.lastSeenNs(),
                                        at)));
        registry.fact(
                ServiceReports.class,
                (f, _, edits) ->
                        edits.remove(
                                CinderView.SILENT,
                                edits.world().table(CinderView.SILENT).idOf(f.binary())));
        registry.react(
                ServiceDied.class,
                (f, world, out) -> {
                    if (isOurs(f.service())) {
                        lose(world, out);
                    }
                });
        registry.react(HostDied.class, (f, world, out) -> lose(world, out));
        registry.react(NetworkLost.class, (f, world, out) -> lose(world, out));
        registry.react(
                ServiceStarted.class,
                (f, world, out) -> {
                    if (isOurs(f.service())) {
                        see(world, out);
                    }
                });
        registry.react(HostBooted.class, (f, world, out) -> see(world, out));
        registry.react(NetworkReturned.class, (f, world, out) -> see(world, out));
    }

    private static boolean isOurs(String service) {
        return service.equals(VOLUME) || service.equals(SCHEDULER);
    }

    // ---- truth

    /** Whether some unit runs this program and its messages arrive. */
    static boolean runs(World world, String binary) {
        for (Unit unit : JujuView.unitsOfCharm(world, CHARM)) {
            String host = JujuView.hostOf(world, unit);
            if (HostView.isUp(world, host)
                    && !HostView.isCutOff(world, host)
                    && !HostView.isStopped(world, host, binary)) {
                return true;
            }
        }
        return false;
    }

    // ---- belief

    static boolean isUp(World world, String binary, long nowNs) {
        return nowNs - lastReportNs(world, binary, nowNs) <= DOWN_NS;
    }

    static long lastReportNs(World world, String binary, long nowNs) {
        Optional<SilentService> silent = world.table(CinderView.SILENT).find(binary);
        return silent.isPresent() ? silent.get().lastSeenNs() : phaseNs(binary, nowNs);
    }

    private static long phaseNs(String binary, long nowNs) {
        long phaseNs = Draws.of(0, "cinder", binary, "report", 0).between(0, REPORT_NS - 1);
        return nowNs < phaseNs ? 0 : nowNs - (nowNs - phaseNs) % REPORT_NS;
    }

    private static void lose(World world, Outcome out) {
        for (String binary : List.of(SCHEDULER, VOLUME)) {
            boolean known = world.table(CinderView.SILENT).has(binary);
            boolean deployed = !JujuView.unitsOfCharm(world, CHARM).isEmpty();
            if (!known && deployed && !runs(world, binary)) {
                out.fact(new ServiceFellSilent(binary, phaseNs(binary, out.now())));
            }
        }
    }

    private static void see(World world, Outcome out) {
        if (world.table(CinderView.SILENT).count() == 0) {
            return;
        }
        for (SilentService each : world.table(CinderView.SILENT)) {
            if (runs(world, each.binary())) {
                out.fact(new ServiceReports(each.binary(), each.silentNs()));
            }
        }
    }

    // ---- back ends

    /**
     * A back end.
     *
     * @param name of the application that the charm is: {@code cinder-ceph}
     * @param pool in which the volumes are
     */
    record Backend(String name, String pool) {

        /** As the column os-vol-host-attr:host has it. */
        String host() {
            return HOST + "@" + name + "#" + name;
        }
    }

    /**
     * The back end, if one is configured and its driver has found its pool. The driver that has not
     * is not initialised, and Cinder takes such a cinder-volume for down.
     */
    static Optional<Backend> backend(World world) {
        for (Unit unit : JujuView.unitsOfCharm(world, CHARM)) {
            for (Relation each : JujuView.relations(world, unit.model(), unit.application())) {
                Optional<Application> other =
                        JujuView.application(world, unit.model(), each.other(unit.application()));
                Optional<String> pool =
                        other.filter(a -> a.charm().equals(BACKEND_CHARM))
                                .flatMap(a -> CephView.blockPool(world, a))
                                .filter(p -> CephClusterView.pool(world, p).isPresent());
                if (pool.isPresent()) {
                    return Optional.of(new Backend(other.orElseThrow().name(), pool.get()));
                }
            }
        }
        return Optional.empty();
    }

    /** The names of all applications that are back ends, whether they have their pool or not. */
    static List<String> configured(World world) {
        return JujuView.unitsOfCharm(world, BACKEND_CHARM).stream()
                .map(Unit::application)
                .distinct()
                .toList();
    }
}
