package org.maquete.ceph.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maquete.kernel.EventId;
import org.maquete.kernel.Outcome;
import org.maquete.world.World;

/**
 * Monitors and their quorum: floor(n / 2) + 1 of them. When one dies the others miss its lease and
 * elect anew, and until then no map changes; without a majority none changes any more.
 */
final class MonHandler {

    private MonHandler() {}

    static void add(AddMonitor command, World world, Outcome out) {
        ClusterState state = new ClusterState(world);
        if (state.monitors().has(command.name())) {
            return;
        }
        if (!state.isFounded()) {
            String fsid = out.draws("ceph", "fsid", 0).uuid();
            out.fact(new ClusterFounded(fsid));
            out.fact(new BucketsChanged(CrushTree.first()));
            out.fact(new RuleAdded(CrushTree.REPLICATED));
        }
        out.fact(new MonitorAdded(command.name(), command.host(), command.address()));
    }

    static void remove(RemoveMonitor command, World world, Outcome out) {
        if (new ClusterState(world).monitors().has(command.name())) {
            out.fact(new MonitorRemoved(command.name()));
        } // else "mon.x does not exist or has already been removed", and success
    }

    /** Looks whether the quorum is made of those who answer; if not, they elect. */
    static void review(World world, Outcome out) {
        ClusterState state = new ClusterState(world);
        if (!state.isFounded()) {
            return;
        }
        boolean isLost = false;
        boolean isFound = false;
        for (Monitor monitor : state.monitors()) {
            boolean answers = answers(world, monitor);
            isLost |= monitor.inQuorum() && !answers;
            isFound |= !monitor.inQuorum() && answers;
        }
        boolean isWanted = isLost || (isFound && !members(world).isEmpty());
        ClusterMap.Election now = state.map().election();
        if (isWanted && now.dueNs() == 0) {
            long ns =
                    out.draw(
                            isLost ? ClusterSpans.ELECTION : ClusterSpans.MON_JOIN,
                            "mons",
                            out.now());
            call(now.epoch() + 1, ns, out);
        } else if (!isWanted && now.dueNs() > 0) {
            out.cancel(now.event());
            out.fact(new ElectionCalled(now.epoch(), 0, EventId.NONE));
        }
    }

    private static void call(int epoch, long ns, Outcome out) {
        EventId event = out.schedule(ns, new ElectionDue(epoch));
        out.fact(new ElectionCalled(epoch, Math.max(1, out.now() + ns), event));
    }

    /** Whether one answers and reaches enough of the others. */
    private static boolean answers(World world, Monitor monitor) {
        return Truth.answers(world, monitor);
    }

    /** Who would be the quorum now: all that answer, if they are a majority. */
    private static List<String> members(World world) {
        List<String> names = new ArrayList<>();
        ClusterState state = new ClusterState(world);
        for (Monitor monitor : state.monitors()) {
            if (answers(world, monitor)) {
                names.add(monitor.name());
            }
        }
        return 2 * names.size() > state.monitors().count() ? names : List.of();
    }

    static void due(ElectionDue event, World world, Outcome out) {
        out.fact(new QuorumFormed(event.epoch(), members(world)));
    }

    static void resume(World world, Outcome out) {
        Optional<ClusterMap> map = world.table(CephClusterView.CLUSTER).find("ceph");
        if (map.isPresent() && map.get().election().dueNs() > 0) {
            ClusterMap.Election election = map.get().election();
            call(election.epoch(), Math.max(0, election.dueNs() - out.now()), out);
        }
    }
}
