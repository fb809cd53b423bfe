package org.maquete.ceph.osdmap;

import java.util.List;
import java.util.TreeMap;
import org.maquete.ceph.crush.Bucket;
import org.maquete.ceph.crush.CrushMap;
import org.maquete.ceph.crush.StreamNumber;
import org.maquete.world.Ints;

/** Prints what {@code osdmaptool --test-map-pgs-dump} and its relatives print. */
public final class OsdMapTool {

    private final OsdMap map;
    private final CrushMap crush;
    private final PgMapper mapper;
    private final StringBuilder out = new StringBuilder();
    private final int[] counts;
    private final int[] firsts;
    private final int[] primaries;
    private final TreeMap<Integer, Integer> bySize = new TreeMap<>();

    private OsdMapTool(OsdMapReplay.Maps maps) {
        map = maps.osdMap();
        crush = maps.crush();
        mapper = new PgMapper(map, crush);
        counts = new int[map.osdCountMax()];
        firsts = new int[map.osdCountMax()];
        primaries = new int[map.osdCountMax()];
    }

    /** What a line a group shows. */
    public enum Shown {
        /** {@code --test-map-pgs}: no lines, only the table after them. */
        TABLE,
        /** {@code --test-map-pgs-dump}: acting sets. */
        ACTING,
        /** {@code --test-map-pgs-dump-all}: raw, up and acting sets. */
        ALL
    }

    /** All groups of some pools, and how they are spread over the OSDs. */
    public static String groups(OsdMapReplay.Maps maps, List<Pool> pools, Shown shown) {
        return groups(maps, pools, shown, 0);
    }

    /** As many groups of each pool as {@code --pg_num} says; 0 for those that it has. */
    public static String groups(
            OsdMapReplay.Maps maps, List<Pool> pools, Shown shown, int pgNumAsked) {
        OsdMapTool tool = new OsdMapTool(maps);
        for (Pool pool : pools) {
            int pgNum = pgNumAsked > 0 ? pgNumAsked : pool.pgNum();
            tool.out.append("pool ").append(pool.id()).append(" pg_num ");
            tool.out.append(pgNum).append('\n');
            if (pgNum == pool.pgNum()) {
                tool.mapper.mapAll(pool, (mapping, seed) -> tool.group(pool, seed, mapping, shown));
            } else {
                for (int seed = 0; seed < pgNum; seed++) {
                    tool.group(pool, seed, tool.mapper.map(pool, seed), shown);
                }
            }
        }
        tool.table();
        return tool.out.toString();
    }

    /** {@code --test-map-object}: where an object is. */
    public static String object(OsdMapReplay.Maps maps, Pool pool, ObjectName name) {
        PgId pg = pool.group(name.hash(pool));
        PgMapping mapping = new PgMapper(maps.osdMap(), maps.crush()).map(pool, pg.seed());
        String where = "[" + PgMapping.joined(mapping.acting(), "") + "]";
        return " object '" + name.name() + "' -> " + pg + " -> " + where + "\n";
    }

    private void group(Pool pool, int seed, PgMapping mapping, Shown shown) {
        PgId pg = new PgId(pool.id(), seed);
        switch (shown) {
            case TABLE -> {}
            case ACTING -> {
                out.append(pg).append("\t[").append(PgMapping.joined(mapping.acting(), ""));
                out.append("]\t").append(mapping.actingPrimary()).append('\n');
            }
            case ALL -> {
                out.append(pg).append(" raw ").append(set(mapping.raw(), mapping.rawPrimary()));
                out.append(" up ").append(set(mapping.up(), mapping.upPrimary()));
                out.append(" acting ").append(set(mapping.acting(), mapping.actingPrimary()));
                out.append('\n');
            }
        }
        Ints acting = mapping.acting();
        bySize.merge(acting.count(), 1, Integer::sum);
        acting.stream().forEach(o -> count(counts, o));
        if (acting.count() > 0) {
            count(firsts, acting.get(0));
        }
        count(primaries, mapping.actingPrimary());
    }

    private static void count(int[] counts, int osd) {
        if (osd >= 0 && osd < counts.length) {
            counts[osd]++;
        }
    }

    private static String set(Ints osds, int primary) {
        return "([" + PgMapping.joined(osds, "") + "], p" + primary + ")";
    }

    private void table() {
        int[] crushWeights = crushWeights();
        out.append("#osd\tcount\tfirst\tprimary\tc wt\twt\n");
        int in = 0;
        long total = 0;
        int least = -1;
        int most = -1;
        for (OsdState osd : map.osds()) {
            int id = osd.id();
            if (osd.weightFixed16() == 0 || crushWeights[id] <= 0) {
                continue;
            }
            in++;
            total += counts[id];
            out.append("osd.").append(id).append('\t').append(counts[id]).append('\t');
            out.append(firsts[id]).append('\t').append(primaries[id]).append('\t');
            out.append(StreamNumber.of((float) crushWeights[id] / 0x10000)).append('\t');
            out.append(StreamNumber.of((float) osd.weightFixed16() / 0x10000)).append('\n');
            least = counts[id] > 0 && (least < 0 || counts[id] < counts[least]) ? id : least;
            most = counts[id] > 0 && (most < 0 || counts[id] > counts[most]) ? id : most;
        }
        spread(crushWeights, in, total);
        end("min", least);
        end("max", most);
        bySize.forEach((size, n) -> out.append("size ").append(size).append('\t').append(n + "\n"));
    }

    /** Deviations are from the average without its fraction; what is expected has it. */
    private void spread(int[] crushWeights, int in, long total) {
        long average = in == 0 ? 0 : total / in;
        double squares = 0;
        for (OsdState osd : map.osds()) {
            if (osd.weightFixed16() > 0 && crushWeights[osd.id()] > 0) {
                squares += (double) (average - counts[osd.id()]) * (average - counts[osd.id()]);
            }
        }
        double deviation = Math.sqrt(squares / in);
        double expected = Math.sqrt((double) total / in * (1.0 - 1.0 / in));
        out.append(" in ").append(in).append("\n avg ").append(average);
        out.append(" stddev ").append(StreamNumber.of(deviation));
        out.append(" (").append(StreamNumber.of(deviation / average)).append("x) (expected ");
        out.append(StreamNumber.of(expected))
                .append(' ')
                .append(StreamNumber.of(expected / average));
        out.append("x))\n");
    }

    private void end(String which, int osd) {
        if (osd >= 0) {
            out.append(' ').append(which).append(" osd.").append(osd).append(' ');
            out.append(counts[osd]).append('\n');
        }
    }

    /** Of the OSDs in the first bucket that has them. */
    private int[] crushWeights() {
        int[] weights = new int[Math.max(map.osdCountMax(), crush.deviceCountMax())];
        for (Bucket bucket : crush.buckets()) {
            for (int i = 0; i < bucket.items().count(); i++) {
                int item = bucket.items().get(i);
                if (item >= 0 && weights[item] == 0) {
                    weights[item] = bucket.weightsFixed16().get(i);
                }
            }
        }
        return weights;
    }
}
