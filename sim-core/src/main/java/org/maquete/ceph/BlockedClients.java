package org.maquete.ceph;

import org.maquete.ceph.cluster.FlagSet;
import org.maquete.ceph.cluster.FullRatioSet;
import org.maquete.ceph.cluster.OsdBooted;
import org.maquete.ceph.cluster.OsdFullnessSet;
import org.maquete.ceph.cluster.OsdWoke;
import org.maquete.ceph.cluster.PgsChanged;
import org.maquete.ceph.cluster.PgsSettled;
import org.maquete.ceph.cluster.PoolActivated;
import org.maquete.ceph.cluster.PoolTuned;
import org.maquete.ceph.cluster.QuorumFormed;
import org.maquete.host.HostBooted;
import org.maquete.host.NetworkReturned;
import org.maquete.host.ServiceStarted;
import org.maquete.kernel.Fact;
import org.maquete.kernel.Outcome;
import org.maquete.kernel.Registry;
import org.maquete.world.TableKey;
import org.maquete.world.World;

/**
 * Clients whose writes wait. In reality librados keeps an operation and sends it again with each
 * new map, for as long as it takes; here a client says once which pool it waits for ({@link
 * AwaitPool}), and all hear of it in {@link PoolServed}. While nobody waits, nothing is looked at.
 */
final class BlockedClients {

    static final TableKey<AwaitedPool> POOLS = TableKey.keyed("ceph.awaited-pool");

    private BlockedClients() {}

    static void declare(Registry registry) {
        registry.command(AwaitPool.class, BlockedClients::await);
        registry.fact(
                PoolAwaited.class,
                (f, _, edits) ->
                        edits.insert(
                                POOLS,
                                new AwaitedPool(edits.world().table(POOLS).nextId(), f.pool())));
        registry.fact(
                PoolServed.class,
                (f, _, edits) -> edits.remove(POOLS, edits.world().table(POOLS).idOf(f.pool())));
        // whatever may let a pool serve again: the maps, and who answers in truth
        registry.react(PgsChanged.class, BlockedClients::look);
        registry.react(PgsSettled.class, BlockedClients::look);
        registry.react(PoolActivated.class, BlockedClients::look);
        registry.react(PoolTuned.class, BlockedClients::look);
        registry.react(FlagSet.class, BlockedClients::look);
        registry.react(FullRatioSet.class, BlockedClients::look);
        registry.react(OsdFullnessSet.class, BlockedClients::look);
        registry.react(OsdBooted.class, BlockedClients::look);
        registry.react(OsdWoke.class, BlockedClients::look);
        registry.react(QuorumFormed.class, BlockedClients::look);
        registry.react(HostBooted.class, BlockedClients::look);
        registry.react(NetworkReturned.class, BlockedClients::look);
        registry.react(ServiceStarted.class, BlockedClients::look);
    }

    private static void await(AwaitPool command, World world, Outcome out) {
        if (!world.table(POOLS).has(command.pool())) {
            out.fact(new PoolAwaited(command.pool()));
        }
        if (CephView.canWrite(world, command.pool())) {
            out.fact(new PoolServed(command.pool())); // something else of this step has mended it
        }
    }

    private static void look(Fact fact, World world, Outcome out) {
        if (world.table(POOLS).count() == 0) {
            return;
        }
        for (AwaitedPool each : world.table(POOLS)) {
            if (CephView.canWrite(world, each.pool())) {
                out.fact(new PoolServed(each.pool()));
            }
        }
    }
}
