package org.maquete.ceph.balancer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.maquete.ceph.crush.CrushMap;
import org.maquete.ceph.crush.CrushMapper;
import org.maquete.ceph.osdmap.Exceptions;
import org.maquete.ceph.osdmap.OsdMap;
import org.maquete.ceph.osdmap.OsdState;
import org.maquete.ceph.osdmap.PgId;
import org.maquete.ceph.osdmap.PgMapper;
import org.maquete.ceph.osdmap.Pool;
import org.maquete.world.Ints;

/**
 * Takes away upmaps that no longer hold, as a monitor of Ceph 16.2 does by itself with each new map
 * and {@code osdmaptool --upmap-cleanup} prints it: groups that are gone, sets that the rule
 * forbids, OSDs that the rule does not reach or that are out, replacements of an OSD that CRUSH
 * does not choose any more.
 */
public final class UpmapCleanup {

    private final OsdMap map;
    private final CrushMap crush;
    private final PgMapper mapper;
    private final TreeMap<Long, RuleDomains> domainsByPool = new TreeMap<>();
    private final TreeMap<Long, double[]> weightsByPool = new TreeMap<>();
    private final int[] reweights;
    private final List<PgId> cancelled = new ArrayList<>();
    private final List<Exceptions.Items> changed = new ArrayList<>();

    private UpmapCleanup(OsdMap map, CrushMap crush) {
        this.map = map;
        this.crush = crush;
        mapper = new PgMapper(map, crush);
        reweights = new int[map.osdCountMax()];
        map.osds().forEach((OsdState o) -> reweights[o.id()] = o.weightFixed16());
    }

    /**
     * What is left.
     *
     * @param cancelled groups without an upmap now
     * @param changed groups with fewer replacements now
     */
    public record Cleaned(OsdMap map, List<PgId> cancelled, List<Exceptions.Items> changed) {

        public Cleaned {
            cancelled = List.copyOf(cancelled);
            changed = List.copyOf(changed);
        }
    }

    /** The map without upmaps that do not hold. */
    public static Cleaned of(OsdMap map, CrushMap crush) {
        Exceptions all = map.exceptions();
        if (all.upmaps().isEmpty() && all.upmapItems().isEmpty()) {
            return new Cleaned(map, List.of(), List.of());
        }
        UpmapCleanup cleanup = new UpmapCleanup(map, crush);
        List<Exceptions.Osds> upmaps = new ArrayList<>();
        List<Exceptions.Items> items = new ArrayList<>();
        for (Exceptions.Osds each : all.upmaps()) {
            if (cleanup.holds(each.pg()) && !cleanup.isIdle(each)) {
                upmaps.add(each);
            } else {
                cleanup.cancelled.add(each.pg());
            }
        }
        for (Exceptions.Items each : all.upmapItems()) {
            cleanup.kept(each).ifPresentOrElse(items::add, () -> cleanup.cancelled.add(each.pg()));
        }
        Exceptions left = new Exceptions(upmaps, items, all.temps(), all.primaryTemps());
        return new Cleaned(map.withExceptions(left), cleanup.cancelled, cleanup.changed);
    }

    private boolean holds(PgId pg) {
        Optional<Pool> pool = map.pool(pg.pool());
        if (pool.isEmpty()
                || Integer.compareUnsigned(pg.seed(), pool.get().pgNum()) >= 0
                || crush.rule(pool.get().crushRule()).isEmpty()) {
            return false;
        }
        int[] osds = mapper.wanted(pool.get(), pg.seed()).stream().toArray();
        RuleDomains domains = domainsByPool.computeIfAbsent(pg.pool(), _ -> domains(pool.get()));
        double[] weights = weightsByPool.computeIfAbsent(pg.pool(), _ -> domains.weights());
        return domains.isSound(osds)
                && Arrays.stream(osds)
                        .allMatch(o -> o == CrushMapper.NONE || hasWeight(weights, o));
    }

    private RuleDomains domains(Pool pool) {
        return new RuleDomains(crush, crush.rule(pool.crushRule()).orElseThrow(), pool.size());
    }

    private boolean hasWeight(double[] weights, int osd) {
        return osd < weights.length
                && weights[osd] > 0
                && osd < reweights.length
                && reweights[osd] > 0;
    }

    private boolean isIdle(Exceptions.Osds upmap) {
        Pool pool = map.pool(upmap.pg().pool()).orElseThrow();
        return mapper.map(pool, upmap.pg().seed()).raw().equals(upmap.osds())
                || upmap.osds().count() != pool.size();
    }

    /** The replacements that still do something; empty when the whole upmap has to go. */
    private Optional<Exceptions.Items> kept(Exceptions.Items upmap) {
        if (!holds(upmap.pg())) {
            return Optional.empty();
        }
        Pool pool = map.pool(upmap.pg().pool()).orElseThrow();
        Ints raw = mapper.map(pool, upmap.pg().seed()).raw();
        int[] pairs = upmap.pairs().stream().toArray();
        int count = 0;
        for (int i = 0; i < pairs.length; i += 2) {
            int from = pairs[i];
            int to = pairs[i + 1];
            boolean isOut = to >= 0 && to < reweights.length && reweights[to] == 0;
            if (raw.stream().anyMatch(o -> o == from) && !isOut) {
                pairs[count++] = from;
                pairs[count++] = to;
            }
        }
        if (count == 0) {
            return Optional.empty();
        }
        if (count == pairs.length) {
            return Optional.of(upmap);
        }
        Exceptions.Items fewer =
                new Exceptions.Items(upmap.pg(), Ints.of(Arrays.copyOf(pairs, count)));
        changed.add(fewer);
        return Optional.of(fewer);
    }
}
