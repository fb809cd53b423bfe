package org.maquete.nova;

import java.util.Optional;
import org.maquete.ceph.AwaitPool;
import org.maquete.ceph.CephView;
import org.maquete.ceph.PoolServed;
import org.maquete.juju.JujuView;
import org.maquete.juju.Unit;
import org.maquete.kernel.Outcome;
import org.maquete.world.World;

/**
 * The pool with the root disks of servers, when nova-compute keeps them in Ceph. While it carries
 * out no writes, a build stays at {@code spawning} and a deletion at {@code deleting}; without that
 * option no server meets it.
 */
final class RootPool {

    private RootPool() {}

    /** Whether the next step waits for the pool; then it has been told to. */
    static boolean holdsUp(Server server, World world, Outcome out) {
        Optional<String> pool = blocked(server, world);
        if (pool.isPresent()) {
            out.fact(new ActionWaits(server.uuid(), "pool " + pool.get()));
            out.command(new AwaitPool(pool.get()));
        }
        return pool.isPresent();
    }

    /** The pool that takes no disk of this server now. */
    static Optional<String> blocked(Server server, World world) {
        boolean isThere =
                !NovaView.bootsFromVolume(server) && NovaView.hasSharedDisks(world, server);
        if (!isThere) {
            return Optional.empty();
        }
        for (Unit unit : JujuView.unitsOfCharm(world, ComputeService.COMPUTE)) {
            return JujuView.application(world, unit.model(), unit.application())
                    .flatMap(compute -> CephView.blockPool(world, compute))
                    .filter(pool -> !CephView.canWrite(world, pool));
        }
        return Optional.empty();
    }

    /** What waited goes on. */
    static void served(PoolServed fact, World world, Outcome out) {
        for (Server server : world.table(NovaView.SERVERS)) {
            if (!server.job().waits()) {
                continue;
            }
            boolean spawning = server.state().isBuilding() && server.taskState().equals("spawning");
            if (spawning) {
                out.fact(new ActionAdvanced(server.uuid(), server.job().stage()));
                out.schedule(
                        out.draw(ServerSpans.SPAWNING, server.uuid(), 1),
                        new SpawningDue(server.uuid()));
            } else if (server.job().action() != ServerAction.NONE) {
                StageHandler.resume(server, out);
            }
        }
    }
}
