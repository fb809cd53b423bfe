package org.maquete.ceph.osdmap;

import java.util.List;
import java.util.Optional;
import org.maquete.ceph.crush.Flaw;

/**
 * What the reader made of an input.
 *
 * @param map empty when there are flaws
 */
public record OsdMapReading(Optional<OsdMap> map, List<Flaw> flaws) {

    public OsdMapReading {
        flaws = List.copyOf(flaws);
        if (map.isEmpty() && flaws.isEmpty()) {
            throw new IllegalArgumentException("a reading without a map has flaws");
        }
    }
}
