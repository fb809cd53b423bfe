package org.maquete.ceph.cluster;

import org.maquete.host.HostView;
import org.maquete.world.World;

/** What is so, whatever the maps say: which processes run, and who reaches whom. */
final class Truth {

    static final String MON = "ceph-mon";

    private Truth() {}

    /** Whether an OSD would answer: its process runs, moves, and has a network. */
    static boolean answers(World world, MapOsd osd) {
        String host = osd.seat().host();
        return !osd.hung()
                && HostView.isRunning(world, host, osd.service())
                && !HostView.isCutOff(world, host);
    }

    /** Whether the host of an OSD refuses connections to it: it lives, the process does not. */
    static boolean refuses(World world, MapOsd osd) {
        String host = osd.seat().host();
        return HostView.isUp(world, host)
                && !HostView.isCutOff(world, host)
                && !HostView.isRunning(world, host, osd.service());
    }

    /** Whether a monitor answers. */
    static boolean answers(World world, Monitor monitor) {
        String host = monitor.host();
        return HostView.isUp(world, host)
                && !HostView.isStopped(world, host, MON)
                && !HostView.isCutOff(world, host)
                && !HostView.isDiskFull(world, host);
    }

    /**
     * Whether the monitors can change a map: those of the quorum are a majority, and all of them
     * answer. While one of them has just died the others wait for it, until they have elected.
     */
    static boolean canCommit(World world) {
        ClusterState state = new ClusterState(world);
        if (!state.isFounded()) {
            return false;
        }
        int members = 0;
        for (Monitor monitor : state.monitors()) {
            if (monitor.inQuorum() && !answers(world, monitor)) {
                return false;
            }
            members += monitor.inQuorum() ? 1 : 0;
        }
        return 2 * members > state.monitors().count();
    }
}
