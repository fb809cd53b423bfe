package org.maquete.guest;

import java.util.Optional;
import java.util.function.IntFunction;
import org.maquete.world.Edits;
import org.maquete.world.Row;
import org.maquete.world.Table;
import org.maquete.world.TableKey;

/** Applies what happened inside servers. */
final class GuestFolds {

    private GuestFolds() {}

    static void changed(GuestChanged fact, long timeNs, Edits edits) {
        put(edits, GuestTables.GUESTS, fact.row().key(), fact.row()::numbered);
    }

    static void written(GuestFileWritten fact, long timeNs, Edits edits) {
        put(edits, GuestTables.FILES, fact.row().key(), fact.row()::numbered);
    }

    static void removed(GuestFileRemoved fact, long timeNs, Edits edits) {
        edits.remove(GuestTables.FILES, edits.world().table(GuestTables.FILES).idOf(fact.key()));
    }

    static void daemon(DaemonChanged fact, long timeNs, Edits edits) {
        put(edits, GuestTables.DAEMONS, fact.row().key(), fact.row()::numbered);
    }

    static void stored(ImageStored fact, long timeNs, Edits edits) {
        put(edits, GuestTables.IMAGES, fact.row().key(), fact.row()::numbered);
    }

    static void container(ContainerChanged fact, long timeNs, Edits edits) {
        put(edits, GuestTables.CONTAINERS, fact.row().key(), fact.row()::numbered);
    }

    static void containerRemoved(ContainerRemoved fact, long timeNs, Edits edits) {
        int id = edits.world().table(GuestTables.CONTAINERS).idOf(fact.key());
        edits.remove(GuestTables.CONTAINERS, id);
    }

    static void peer(PeerChanged fact, long timeNs, Edits edits) {
        put(edits, GuestTables.PEERS, fact.row().key(), fact.row()::numbered);
    }

    static void mishap(MishapMet fact, long timeNs, Edits edits) {
        int id = edits.world().table(GuestTables.MISHAPS).nextId();
        edits.insert(GuestTables.MISHAPS, fact.row().numbered(id));
    }

    private static <R extends Row> void put(
            Edits edits, TableKey<R> key, String name, IntFunction<R> numbered) {
        Table<R> table = edits.world().table(key);
        Optional<R> known = table.find(name);
        if (known.isPresent()) {
            edits.set(key, numbered.apply(known.get().id()));
        } else {
            edits.insert(key, numbered.apply(table.nextId()));
        }
    }
}
