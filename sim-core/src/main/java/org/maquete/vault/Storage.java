package org.maquete.vault;

import org.maquete.juju.StatusStale;
import org.maquete.kernel.Outcome;
import org.maquete.world.World;

/**
 * Units of one application share a storage, so that one of them is initialised for all. In a
 * database the others see it at once; of a raft they become a part when one of it is open and can
 * let them in. Each has to be unsealed by itself, with the same keys.
 */
final class Storage {

    private static final String RAFT = "raft";

    private Storage() {}

    /** One has been initialised, or is open now. */
    static void letIn(VaultServer by, boolean open, World world, Outcome out) {
        if (open || !by.storage().equals(RAFT)) {
            for (VaultServer peer : VaultView.peers(world, by)) {
                if (!peer.initialized()) {
                    join(peer, by, out);
                }
            }
        }
    }

    /** A new unit asks the others. */
    static void installed(VaultInstalled fact, World world, Outcome out) {
        VaultServer server = world.table(VaultView.SERVERS).get(fact.model(), fact.unit());
        for (VaultServer peer : VaultView.peers(world, server)) {
            if (peer.initialized() && (!peer.sealed() || !peer.storage().equals(RAFT))) {
                join(server, peer, out);
                return;
            }
        }
    }

    private static void join(VaultServer server, VaultServer by, Outcome out) {
        out.fact(new VaultJoined(server.key(), by.key()));
        out.command(new StatusStale(server.model(), server.unit()));
    }

    /** Who is active may have changed for all that share the storage. */
    static void look(VaultServer server, World world, Outcome out) {
        out.command(new StatusStale(server.model(), server.unit()));
        for (VaultServer peer : VaultView.peers(world, server)) {
            if (peer.initialized()) {
                out.command(new StatusStale(peer.model(), peer.unit()));
            }
        }
    }
}
