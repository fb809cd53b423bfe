package org.maquete.ceph.osdmap;

import java.util.List;
import java.util.Optional;

/**
 * What of an OSD map decides where objects go. Immutable; {@link PgMapper} maps.
 *
 * @param osdCountMax one more than the highest number an OSD may have
 * @param osds those that exist, by number
 * @param pools by number
 */
public record OsdMap(
        int epoch, int osdCountMax, List<OsdState> osds, List<Pool> pools, Exceptions exceptions) {

    public OsdMap {
        osds = List.copyOf(osds);
        pools = List.copyOf(pools);
    }

    /** The pool of that number. */
    public Optional<Pool> pool(long id) {
        return pools.stream().filter(p -> p.id() == id).findFirst();
    }

    /** The OSD of that number. */
    public Optional<OsdState> osd(int id) {
        return osds.stream().filter(o -> o.id() == id).findFirst();
    }

    /** This map with other OSDs. */
    public OsdMap withOsds(int countMax, List<OsdState> other) {
        return new OsdMap(epoch, countMax, other, pools, exceptions);
    }

    /** This map with other exceptions. */
    public OsdMap withExceptions(Exceptions other) {
        return new OsdMap(epoch, osdCountMax, osds, pools, other);
    }

    /** This map with other pools. */
    public OsdMap withPools(List<Pool> other) {
        return new OsdMap(epoch, osdCountMax, osds, other, exceptions);
    }
}
