package org.maquete.ceph.placement;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.maquete.ceph.crush.CrushMap;
import org.maquete.ceph.crush.CrushTextReader;
import org.maquete.ceph.osdmap.Exceptions;
import org.maquete.ceph.osdmap.OsdMap;
import org.maquete.ceph.osdmap.OsdMapReplay.Maps;
import org.maquete.ceph.osdmap.OsdState;
import org.maquete.ceph.osdmap.PgId;
import org.maquete.ceph.osdmap.Pool;
import org.maquete.kernel.Draws;
import org.maquete.world.Ints;

/** Random maps with what real ones have, and changes of them that can be made. */
final class RandomCluster {

    private static final int ONE = OsdState.ONE;

    private final Draws luck;
    private int osdCount;
    private int hostCount;

    RandomCluster(int round) {
        luck = Draws.of(7, "ceph", "cluster", "what-if", round);
    }

    private boolean isOnce(int in) {
        return luck.below(in) == 0;
    }

    Maps maps() {
        CrushMap crush = CrushTextReader.read(text()).map().orElseThrow();
        List<OsdState> osds = new ArrayList<>();
        boolean isSteady = isOnce(2);
        for (int id = 0; id < osdCount; id++) {
            int weight = isSteady ? ONE : isOnce(8) ? luck.below(ONE) : isOnce(12) ? 0 : ONE;
            int affinity = isOnce(40) ? luck.below(ONE) : ONE;
            if (isSteady || !isOnce(30)) {
                osds.add(new OsdState(id, !isOnce(10), weight, affinity));
            }
        }
        List<Pool> pools = new ArrayList<>();
        for (int id = 1; id <= 3; id++) {
            boolean isErasure = isOnce(4);
            int size = isErasure ? 4 : 2 + luck.below(3);
            int pgs = 1 + luck.below(200);
            int pgp = isOnce(4) ? 1 + luck.below(pgs) : pgs;
            int rule = isErasure ? 2 : isOnce(6) ? 1 : 0;
            int type = isErasure ? 3 : 1;
            boolean hashes = !isOnce(5);
            pools.add(new Pool(id, "p" + id, type, size, 2, rule, 2, pgs, pgp, hashes));
        }
        OsdMap map = new OsdMap(1, osdCount + luck.below(3), osds, pools, Exceptions.NONE);
        return new Maps(map.withExceptions(exceptions(pools)), crush);
    }

    private Exceptions exceptions(List<Pool> pools) {
        List<Exceptions.Items> items = new ArrayList<>();
        List<Exceptions.Osds> upmaps = new ArrayList<>();
        for (Pool pool : pools) {
            for (int seed = 0; seed < pool.pgNum(); seed++) {
                PgId pg = new PgId(pool.id(), seed);
                if (isOnce(15)) {
                    Ints pair = Ints.of(luck.below(osdCount), luck.below(osdCount));
                    items.add(new Exceptions.Items(pg, pair));
                } else if (isOnce(60)) {
                    int first = luck.below(osdCount);
                    upmaps.add(new Exceptions.Osds(pg, Ints.of(first, (first + 1) % osdCount)));
                }
            }
        }
        return new Exceptions(upmaps, items, List.of(), List.of());
    }

    private String text() {
        hostCount = 3 + luck.below(8);
        StringBuilder devices = new StringBuilder();
        StringBuilder hosts = new StringBuilder();
        StringBuilder root = new StringBuilder("root default {\n id -1\n alg straw2\n hash 0\n");
        int steady = luck.below(2);
        for (int host = 0; host < hostCount; host++) {
            String id = Integer.toString(-2 - host);
            hosts.append("host h").append(host).append(" {\n id ").append(id);
            hosts.append("\n alg straw2\n hash 0\n");
            double sum = 0;
            int count = 1 + luck.below(4);
            for (int i = 0; i < count; i++) {
                double weight = steady == 1 ? 1 : luck.below(4000) / 1000.0;
                String name = "osd." + osdCount;
                String kind = isOnce(4) ? "ssd" : "hdd";
                devices.append("device ").append(osdCount++).append(' ').append(name);
                devices.append(" class ").append(kind).append('\n');
                hosts.append(" item ").append(name).append(weight(weight));
                sum += weight;
            }
            hosts.append("}\n");
            root.append(" item h").append(host).append(weight(sum));
        }
        String tunables =
                isOnce(4)
                        ? "tunable chooseleaf_stable 0\n"
                        : "tunable chooseleaf_stable 1\ntunable chooseleaf_vary_r 1\n"
                                + "tunable chooseleaf_descend_once 1\n";
        return "tunable choose_local_tries 0\ntunable choose_local_fallback_tries 0\n"
                + "tunable choose_total_tries 50\ntunable allowed_bucket_algs 54\n"
                + tunables
                + devices
                + "type 0 osd\ntype 1 host\ntype 2 rack\ntype 3 root\n"
                + hosts
                + root
                + "}\n"
                + rule("plain", 0, "replicated", "default", "chooseleaf firstn 0 type host")
                + rule("disks", 1, "replicated", "default class hdd", "choose firstn 0 type osd")
                + rule("shards", 2, "erasure", "default", "chooseleaf indep 0 type host");
    }

    private static String weight(double weight) {
        return String.format(Locale.ROOT, " weight %.3f\n", weight);
    }

    private static String rule(String name, int id, String type, String take, String step) {
        return "rule "
                + name
                + " {\n id "
                + id
                + "\n type "
                + type
                + "\n min_size 1\n max_size 10\n step take "
                + take
                + "\n step "
                + step
                + "\n step emit\n}\n";
    }

    /** One to three changes; half of the time only of what is in. */
    List<Change> changes(Maps maps) {
        List<Change> changes = new ArrayList<>();
        boolean isPlain = isOnce(2);
        boolean isTree = isOnce(2);
        int count = 1 + luck.below(3);
        for (int i = 0; i < count; i++) {
            changes.add(isPlain ? isTree ? tree(maps, i, count) : plain(maps) : other(maps, i));
        }
        return changes;
    }

    private String host() {
        return "h" + luck.below(hostCount);
    }

    private String osd(Maps maps) {
        List<OsdState> osds = maps.osdMap().osds();
        return "osd." + osds.get(luck.below(osds.size())).id();
    }

    private Change plain(Maps maps) {
        return isOnce(2)
                ? new Change.Out(osd(maps))
                : new Change.Reweight(osd(maps), isOnce(3) ? 0 : luck.below(ONE));
    }

    /** Changes of the tree in one direction. */
    private Change tree(Maps maps, int i, int count) {
        return switch (luck.below(4)) {
            case 0 -> new Change.CrushWeight(osd(maps), 0);
            case 1 -> new Change.CrushWeight(host(), luck.below(ONE));
            case 2 -> new Change.AddOsds("new" + i, 1 + luck.below(3), ONE, "hdd");
            default ->
                    i < count - 1
                            ? new Change.CrushWeight(host(), 0)
                            : new Change.Remove(osd(maps));
        };
    }

    private Change other(Maps maps, int i) {
        return switch (luck.below(10)) {
            case 0 -> new Change.CrushWeight(osd(maps), luck.below(3 * ONE));
            case 1 -> new Change.AddOsds(isOnce(2) ? host() : "new" + i, 2, 2 * ONE, "hdd");
            case 2 ->
                    new Change.Move(
                            host(),
                            List.of(
                                    new Change.Place("rack", "r1"),
                                    new Change.Place("root", "default")));
            case 3 -> new Change.TunablesTo("hammer");
            case 4 -> new Change.PgNum("p1", 1 + luck.below(300));
            case 5 -> new Change.In(osd(maps));
            case 6 -> new Change.Down(osd(maps));
            case 7 -> new Change.UpmapClear();
            case 8 -> new Change.Up(osd(maps));
            default -> new Change.CrushWeight(host(), luck.below(2 * ONE));
        };
    }
}
