package org.maquete.ceph.status;

import java.util.List;
import java.util.Optional;
import org.maquete.ceph.crush.Flaw;

/**
 * What the reader made of documents.
 *
 * @param snapshot empty when there are flaws
 */
public record SnapshotReading(Optional<ClusterSnapshot> snapshot, List<Flaw> flaws) {

    public SnapshotReading {
        flaws = List.copyOf(flaws);
        if (snapshot.isEmpty() && flaws.isEmpty()) {
            throw new IllegalArgumentException("a reading without a snapshot has flaws");
        }
    }
}
