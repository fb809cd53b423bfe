package org.maquete.preflight;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maquete.kernel.Place;
import org.maquete.kernel.Simulation;
import org.maquete.operator.OperatorView;
import org.maquete.world.World;

/** The healed run before each of its statements, in order of time. */
final class Snapshots {

    private final List<Snapshot> list = new ArrayList<>();

    /** The run as it was before a statement, and the cures that were held back then. */
    record Snapshot(Simulation run, Place place, List<Deferred> deferred) {}

    void add(Snapshot snapshot) {
        list.add(snapshot);
    }

    Optional<Snapshot> last() {
        return list.isEmpty() ? Optional.empty() : Optional.of(list.getLast());
    }

    /** The index of the first snapshot before the statement at {@code place}; large for none. */
    int indexOf(Place place) {
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i).place().equals(place)) {
                return i;
            }
        }
        return Integer.MAX_VALUE;
    }

    /** The index of the snapshot before the statement that wrote a file as it is now, or -1. */
    int writer(String path, World now) {
        Optional<String> content = OperatorView.file(now, path);
        for (int i = list.size() - 1; i >= 0; i--) {
            if (!OperatorView.file(list.get(i).run().world(), path).equals(content)) {
                return i;
            }
        }
        return -1;
    }

    /** The snapshot at {@code index}; it and all after it are forgotten. */
    Snapshot cut(int index) {
        Snapshot snapshot = list.get(index);
        list.subList(index, list.size()).clear();
        return snapshot;
    }
}
