package org.maquete.ceph.osdmap;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ObjIntConsumer;
import org.maquete.ceph.crush.ChooseArgs;
import org.maquete.ceph.crush.CompiledCrush;
import org.maquete.ceph.crush.CrushHash;
import org.maquete.ceph.crush.CrushMap;
import org.maquete.ceph.crush.CrushMapper;
import org.maquete.ceph.crush.CrushRule;
import org.maquete.ceph.crush.CrushSweep;
import org.maquete.world.Ints;

/**
 * Maps groups to OSDs. Holds scratch memory: one for each thread.
 *
 * <p>The order is the contract: CRUSH; those that do not exist fall out (raw); upmap; those that
 * are down fall out; primary affinity (up); temporary sets (acting). An upmap whose target is out
 * is refused, the whole set together with the replacements after it.
 */
public final class PgMapper {

    private static final int NONE = CrushMapper.NONE;
    private static final int SWEPT_LEAST =
            64; // <groups>: GUESS, below it a sweep costs more to set up
    private static final int SWEPT_MOST = 4096; // <groups>: at once, for the memory

    private final OsdMap map;
    private final CrushMap crush;
    private final boolean[] isUp;
    private final boolean[] exists;
    private final int[] weights;
    private final int[] affinities;
    private final Map<Long, CompiledCrush> compiledBySet = new TreeMap<>();
    private final Map<Long, CrushMapper> mapperByPool = new TreeMap<>();
    private final Map<PgId, Ints> upmaps = new TreeMap<>();
    private final Map<PgId, Ints> upmapItems = new TreeMap<>();
    private final Map<PgId, Ints> temps = new TreeMap<>();
    private final Map<PgId, Integer> primaryTemps = new TreeMap<>();

    /** A mapper for an OSD map and the CRUSH map of the same epoch. */
    public PgMapper(OsdMap map, CrushMap crush) {
        this.map = map;
        this.crush = crush;
        isUp = new boolean[map.osdCountMax()];
        exists = new boolean[map.osdCountMax()];
        weights = new int[map.osdCountMax()];
        affinities = new int[map.osdCountMax()];
        Arrays.fill(affinities, OsdState.ONE);
        for (OsdState osd : map.osds()) {
            exists[osd.id()] = true;
            isUp[osd.id()] = osd.isUp();
            weights[osd.id()] = osd.weightFixed16();
            affinities[osd.id()] = osd.affinityFixed16();
        }
        Exceptions exceptions = map.exceptions();
        exceptions.upmaps().forEach(e -> upmaps.put(e.pg(), e.osds()));
        exceptions.upmapItems().forEach(e -> upmapItems.put(e.pg(), e.pairs()));
        exceptions.temps().forEach(e -> temps.put(e.pg(), e.osds()));
        exceptions.primaryTemps().forEach(e -> primaryTemps.put(e.pg(), e.osd()));
    }

    /**
     * Where a group of a pool is. One that the pool does not have, as {@code osdmaptool --pg_num}
     * asks for, goes where CRUSH puts the group that it would be a split of.
     */
    public PgMapping map(Pool pool, int seed) {
        int placement = pool.placementSeed(seed);
        int[] osds = new int[pool.size()];
        int count = isFit(pool) ? mapper(pool.id()).map(pool.crushRule(), placement, osds) : 0;
        return mapping(pool, seed, placement, Arrays.copyOf(osds, count));
    }

    /** Where all groups of a pool are, in order: CRUSH runs for many of them at once. */
    public void mapAll(Pool pool, ObjIntConsumer<PgMapping> sink) {
        if (!isFit(pool) || pool.pgNum() < SWEPT_LEAST) {
            for (int seed = 0; seed < pool.pgNum(); seed++) {
                sink.accept(map(pool, seed), seed);
            }
            return;
        }
        int size = pool.size();
        CrushSweep sweep = new CrushSweep(compiled(pool.id()), weights, pool.crushRule(), size);
        int[] results = new int[SWEPT_MOST * size];
        int[] counts = new int[SWEPT_MOST];
        for (int from = 0; from < pool.pgNum(); from += SWEPT_MOST) {
            int[] inputs = new int[Math.min(SWEPT_MOST, pool.pgNum() - from)];
            for (int i = 0; i < inputs.length; i++) {
                inputs[i] = pool.placementSeed(from + i);
            }
            sweep.map(inputs, results, counts);
            for (int i = 0; i < inputs.length; i++) {
                int[] osds = Arrays.copyOfRange(results, i * size, i * size + counts[i]);
                sink.accept(mapping(pool, from + i, inputs[i], osds), from + i);
            }
        }
    }

    /** What CRUSH and the upmaps say for a group, whether the OSDs are up or not. */
    public Ints wanted(Pool pool, int seed) {
        int[] osds = new int[pool.size()];
        int placement = pool.placementSeed(seed);
        int count = isFit(pool) ? mapper(pool.id()).map(pool.crushRule(), placement, osds) : 0;
        int[] raw = kept(pool, Arrays.copyOf(osds, count), exists);
        return Ints.of(upmapped(new PgId(pool.id(), seed), raw));
    }

    /** What becomes of the devices that CRUSH gives a group. */
    private PgMapping mapping(Pool pool, int seed, int placement, int[] devices) {
        PgId pg = new PgId(pool.id(), seed);
        int[] raw = kept(pool, devices, exists);
        int[] up = withoutDown(pool, upmapped(pg, raw));
        int upPrimary = withAffinity(pool, placement, up);
        int[] acting = withoutDown(pool, temps.getOrDefault(pg, Ints.NONE).stream().toArray());
        int actingPrimary = primaryTemps.getOrDefault(pg, first(acting));
        if (acting.length == 0) {
            acting = up;
            actingPrimary = actingPrimary == -1 ? upPrimary : actingPrimary;
        }
        return new PgMapping(
                Ints.of(raw), first(raw), Ints.of(up), upPrimary, Ints.of(acting), actingPrimary);
    }

    /** Whether the real program finds the pool's rule for it. */
    private boolean isFit(Pool pool) {
        Optional<CrushRule> rule = crush.rule(pool.crushRule());
        return rule.isPresent()
                && rule.get().type() == pool.type()
                && rule.get().sizeMin() <= pool.size()
                && rule.get().sizeMax() >= pool.size();
    }

    private CrushMapper mapper(long pool) {
        return mapperByPool.computeIfAbsent(pool, p -> new CrushMapper(compiled(p), weights));
    }

    private CompiledCrush compiled(long pool) {
        long set = crush.chooseArgsFor(pool).map(ChooseArgs::id).orElse(Long.MIN_VALUE);
        return compiledBySet.computeIfAbsent(set, s -> CompiledCrush.forPool(crush, pool));
    }

    private boolean is(boolean[] state, int osd) {
        return osd >= 0 && osd < state.length && state[osd];
    }

    /** Those that are as they should be; holes for the others where positions count. */
    private int[] kept(Pool pool, int[] osds, boolean[] state) {
        int count = 0;
        for (int osd : osds) {
            if (is(state, osd)) {
                osds[count++] = osd;
            } else if (!pool.shifts()) {
                osds[count++] = NONE;
            }
        }
        return count == osds.length ? osds : Arrays.copyOf(osds, count);
    }

    private int[] withoutDown(Pool pool, int[] osds) {
        return kept(pool, osds.clone(), isUp);
    }

    private boolean isMarkedOut(int osd) {
        return osd != NONE && osd >= 0 && osd < weights.length && weights[osd] == 0;
    }

    private int[] upmapped(PgId pg, int[] raw) {
        int[] osds = raw;
        Ints whole = upmaps.get(pg);
        if (whole != null) {
            if (whole.stream().anyMatch(this::isMarkedOut)) {
                return osds;
            }
            osds = whole.stream().toArray();
        }
        Ints pairs = upmapItems.getOrDefault(pg, Ints.NONE);
        osds = pairs.count() == 0 ? osds : osds.clone();
        for (int i = 0; i < pairs.count(); i += 2) {
            replace(osds, pairs.get(i), pairs.get(i + 1));
        }
        return osds;
    }

    private void replace(int[] osds, int from, int to) {
        int at = -1;
        for (int i = 0; i < osds.length; i++) {
            if (osds[i] == to) {
                return;
            }
            at = osds[i] == from && at < 0 ? i : at;
        }
        if (at >= 0 && !isMarkedOut(to)) {
            osds[at] = to;
        }
    }

    private static int first(int[] osds) {
        for (int osd : osds) {
            if (osd != NONE) {
                return osd;
            }
        }
        return -1;
    }

    /** The primary; moves it to the front where positions do not count. */
    private int withAffinity(Pool pool, int placement, int[] up) {
        if (Arrays.stream(up).allMatch(o -> o == NONE || affinities[o] == OsdState.ONE)) {
            return first(up);
        }
        int at = -1;
        for (int i = 0; i < up.length; i++) {
            if (up[i] == NONE) {
                continue;
            }
            int affinity = affinities[up[i]];
            if (affinity == OsdState.ONE || CrushHash.of(placement, up[i]) >>> 16 < affinity) {
                at = i;
                break;
            }
            at = at < 0 ? i : at; // nobody may want to be it
        }
        int primary = up[at];
        if (pool.shifts()) {
            System.arraycopy(up, 0, up, 1, at);
            up[0] = primary;
        }
        return primary;
    }

    /** The map. */
    public OsdMap map() {
        return map;
    }
}
