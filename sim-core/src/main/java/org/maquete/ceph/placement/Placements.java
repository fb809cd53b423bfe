package org.maquete.ceph.placement;

import java.util.Arrays;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.maquete.ceph.crush.CompiledCrush;
import org.maquete.ceph.crush.CrushMap;
import org.maquete.ceph.crush.CrushMapper;
import org.maquete.ceph.crush.CrushRule;
import org.maquete.ceph.crush.CrushSweep;
import org.maquete.ceph.osdmap.OsdMap;
import org.maquete.ceph.osdmap.OsdMapReplay.Maps;
import org.maquete.ceph.osdmap.OsdState;
import org.maquete.ceph.osdmap.PgId;
import org.maquete.ceph.osdmap.PgMapper;
import org.maquete.ceph.osdmap.Pool;
import org.maquete.world.Ints;

/**
 * Where all groups of pools are, by the maps of one state. Equal to {@link PgMapper} in every up
 * set, faster for many groups.
 *
 * <p>CRUSH is run by {@link CrushSweep} for a whole pool at once; what follows it is done here on
 * arrays, but for the few groups with an upmap, and maps in which an OSD is an unwilling primary:
 * those go through {@link PgMapper}.
 *
 * <p><b>Only what can change is computed again.</b> Two states often differ in reweights alone, and
 * one of them has no reweight above the other's: hosts are out. A rule of one take, one firstn and
 * one emit asks of each device it comes to whether it is out, and takes the first that is neither
 * that nor taken already. If the reweights only sink, those that were out still are; and a device
 * that was asked for and not out is in the result. So when no device of a result has another
 * reweight, each question has the same answer as before, and the result is the same. What is left
 * are the groups on the devices concerned: 3 % for one host of a hundred with three copies. Trees
 * of which one has lighter or fewer items are compared by {@link TreeShrink}. It works in both
 * directions: of two states, the one from which the other can be told is computed first.
 */
public final class Placements {

    private static final int NONE = CrushMapper.NONE;

    private final Maps maps;
    private final PgMapper mapper;
    private final int[] reweights;
    private final boolean[] exists;
    private final boolean[] isUp;
    private final boolean areAllWilling;
    private final TreeSet<PgId> upmapped = new TreeSet<>();
    private final TreeMap<Long, CompiledCrush> compiledBySet = new TreeMap<>();

    /** The placements of a state. */
    public Placements(Maps maps) {
        this.maps = maps;
        OsdMap map = maps.osdMap();
        mapper = new PgMapper(map, maps.crush());
        reweights = new int[map.osdCountMax()];
        exists = new boolean[map.osdCountMax()];
        isUp = new boolean[map.osdCountMax()];
        boolean areWilling = true;
        for (OsdState osd : map.osds()) {
            reweights[osd.id()] = osd.weightFixed16();
            exists[osd.id()] = true;
            isUp[osd.id()] = osd.isUp();
            areWilling &= osd.affinityFixed16() == OsdState.ONE;
        }
        areAllWilling = areWilling;
        map.exceptions().upmaps().forEach(e -> upmapped.add(e.pg()));
        map.exceptions().upmapItems().forEach(e -> upmapped.add(e.pg()));
    }

    public Maps maps() {
        return maps;
    }

    /**
     * Groups of a pool from one on: what CRUSH gives for each, {@code size} places a group, {@link
     * CrushMapper#NONE} for none; and where each is, OSDs that are up, in the same form.
     */
    public static final class Rows {
        private final Pool pool;
        private final int from;
        private final int[] crush;
        private final int[] up;

        Rows(Pool pool, int from, int[] crush, int[] up) {
            this.pool = pool;
            this.from = from;
            this.crush = crush;
            this.up = up;
        }

        public Pool pool() {
            return pool;
        }

        public int from() {
            return from;
        }

        public int[] crush() {
            return crush;
        }

        public int[] up() {
            return up;
        }

        public int count() {
            return up.length / pool.size();
        }
    }

    /** All groups of a pool. */
    public Rows rows(Pool pool) {
        return rows(pool, 0, pool.pgNum());
    }

    /** The groups of a pool between two numbers. */
    public Rows rows(Pool pool, int from, int to) {
        int[] inputs = new int[to - from];
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = pool.placementSeed(from + i);
        }
        int[] crush = new int[inputs.length * pool.size()];
        map(pool, inputs, crush);
        return new Rows(pool, from, crush, up(pool, from, crush));
    }

    /**
     * The same groups as those of another state, from what they are there.
     *
     * @param touched devices of which {@link #touched} says that they matter
     */
    public Rows rowsAfter(Rows known, boolean[] touched) {
        Pool pool = known.pool();
        int size = pool.size();
        int[] again = new int[known.count()];
        int count = 0;
        for (int i = 0; i < known.count(); i++) {
            for (int place = i * size; place < (i + 1) * size; place++) {
                int osd = known.crush()[place];
                if (osd != NONE && osd < touched.length && touched[osd]) {
                    again[count++] = i;
                    break;
                }
            }
        }
        int[] inputs = new int[count];
        for (int i = 0; i < count; i++) {
            inputs[i] = pool.placementSeed(known.from() + again[i]);
        }
        int[] found = new int[count * size];
        map(pool, inputs, found);
        int[] crush = known.crush().clone();
        for (int i = 0; i < count; i++) {
            System.arraycopy(found, i * size, crush, again[i] * size, size);
        }
        return new Rows(pool, known.from(), crush, up(pool, known.from(), crush));
    }

    /**
     * The devices that matter: a group of a pool which in another state has none of them has the
     * same here. Empty when it cannot be told.
     */
    public Optional<boolean[]> touched(Placements other, Pool pool) {
        CrushMap here = maps.crush();
        CrushMap there = other.maps.crush();
        boolean isSame =
                other.maps.osdMap().pool(pool.id()).filter(pool::equals).isPresent()
                        && here.rule(pool.crushRule()).equals(there.rule(pool.crushRule()));
        if (!isSame || !isFit(pool) || !sweep(pool).isFast() || !other.sweep(pool).isFast()) {
            return Optional.empty();
        }
        boolean[] differs = new boolean[Math.max(reweights.length, other.reweights.length)];
        boolean isAny = false;
        for (int osd = 0; osd < differs.length; osd++) {
            differs[osd] = reweight(osd) != other.reweight(osd);
            isAny |= differs[osd];
            if (reweight(osd) > other.reweight(osd)) {
                return Optional.empty();
            }
        }
        if (here.equals(there)) {
            return Optional.of(differs);
        }
        return isAny
                ? Optional.empty()
                : TreeShrink.touched(
                        there, here, here.rule(pool.crushRule()).orElseThrow(), reweights);
    }

    private int reweight(int osd) {
        return osd < reweights.length ? reweights[osd] : 0;
    }

    /** Whether the real program finds a rule for this pool. */
    private boolean isFit(Pool pool) {
        return maps.crush()
                .rule(pool.crushRule())
                .filter((CrushRule r) -> r.type() == pool.type())
                .filter(r -> r.sizeMin() <= pool.size() && r.sizeMax() >= pool.size())
                .isPresent();
    }

    private CrushSweep sweep(Pool pool) {
        long set = maps.crush().chooseArgsFor(pool.id()).map(a -> a.id()).orElse(Long.MIN_VALUE);
        CompiledCrush compiled =
                compiledBySet.computeIfAbsent(
                        set, _ -> CompiledCrush.forPool(maps.crush(), pool.id()));
        return new CrushSweep(compiled, reweights, pool.crushRule(), pool.size());
    }

    private void map(Pool pool, int[] inputs, int[] crush) {
        if (isFit(pool)) {
            sweep(pool).map(inputs, crush, new int[inputs.length]);
        } else {
            Arrays.fill(crush, NONE);
        }
    }

    /** What follows CRUSH: those that do not exist, upmaps, those that are down. */
    private int[] up(Pool pool, int from, int[] crush) {
        int size = pool.size();
        int[] up = new int[crush.length];
        int count = crush.length / size;
        boolean hasUpmaps = !upmapped.isEmpty();
        for (int i = 0; i < count; i++) {
            int at = i * size;
            if (!areAllWilling || (hasUpmaps && upmapped.contains(new PgId(pool.id(), from + i)))) {
                Ints osds = mapper.map(pool, from + i).up();
                for (int place = 0; place < size; place++) {
                    up[at + place] = place < osds.count() ? osds.get(place) : NONE;
                }
            } else {
                kept(pool, crush, at, up);
            }
        }
        return up;
    }

    private void kept(Pool pool, int[] crush, int at, int[] up) {
        int to = at;
        int end = at + pool.size();
        for (int place = at; place < end; place++) {
            int osd = crush[place];
            boolean isKept = osd >= 0 && osd < exists.length && exists[osd] && isUp[osd];
            if (isKept) {
                up[to++] = osd;
            } else if (!pool.shifts()) {
                up[to++] = NONE;
            }
        }
        Arrays.fill(up, to, end, NONE);
    }

    /** What the map and its upmaps want for a group, whether the OSDs are up or not. */
    public Ints wanted(Pool pool, int seed) {
        return mapper.wanted(pool, seed);
    }
}
