package org.maquete.ceph.crush;

import java.util.List;
import java.util.Optional;

/**
 * What a reader made of an input.
 *
 * @param map empty when there are flaws
 * @param flaws all of them, in the order of the input as far as they could be found in one go
 * @param warnings what was left out, or may be other than in the cluster
 */
public record CrushReading(Optional<CrushMap> map, List<Flaw> flaws, List<String> warnings) {

    public CrushReading {
        flaws = List.copyOf(flaws);
        warnings = List.copyOf(warnings);
        if (map.isEmpty() && flaws.isEmpty()) {
            throw new IllegalArgumentException("a reading without a map has flaws");
        }
    }
}
