package org.maquete.ceph.osdmap;

import java.util.List;
import java.util.Optional;
import org.maquete.ceph.crush.Agreement;
import org.maquete.ceph.crush.CrushMap;
import org.maquete.ceph.crush.Flaw;

/**
 * Repeats what {@code osdmaptool --test-map-pgs-dump-all} and {@code ceph osd map} have answered. A
 * row of groups is {@code pgid raw raw_primary up up_primary acting acting_primary}, a row of
 * objects, between tabs, {@code pool_id namespace object raw_pgid pgid up up_primary acting}.
 * {@code 2147483647} is a hole, lines with {@code #} are comments.
 */
public final class OsdMapReplay {

    private static final String OTHER = "Maybe the recording was cut or is of another format.";

    private final String name;
    private final OsdMap map;
    private final PgMapper mapper;
    private final Agreement.Count count = new Agreement.Count();

    private OsdMapReplay(String name, OsdMap map, CrushMap crush) {
        this.name = name;
        this.map = map;
        this.mapper = new PgMapper(map, crush);
    }

    /** Repeats rows of groups. */
    public static Agreement groups(String name, Maps maps, String recorded) {
        OsdMapReplay replay = new OsdMapReplay(name, maps.osdMap(), maps.crush());
        replay.rows(recorded, "\\s+", 7);
        return replay.count.total();
    }

    /** Repeats rows of objects. */
    public static Agreement objects(String name, Maps maps, String recorded) {
        OsdMapReplay replay = new OsdMapReplay(name, maps.osdMap(), maps.crush());
        replay.rows(recorded, "\t", 8);
        return replay.count.total();
    }

    /** An OSD map and the CRUSH map of the same epoch. */
    public record Maps(OsdMap osdMap, CrushMap crush) {}

    private void rows(String recorded, String between, int columns) {
        List<String> lines = recorded.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] row = line.split(between, -1);
            String place = name + " line " + (i + 1);
            if (row.length != columns) {
                flaw(place, columns + " columns", row.length + " columns");
            } else if (columns == 7) {
                group(place, line, row);
            } else {
                object(place, row);
            }
        }
    }

    private void flaw(String place, String expected, String found) {
        count.flaws().add(new Flaw(place, expected, found, OTHER));
    }

    private void group(String place, String line, String[] row) {
        Optional<PgId> pg = PgId.parse(row[0]);
        Optional<Pool> pool = pg.flatMap(p -> map.pool(p.pool()));
        if (pool.isEmpty()) {
            flaw(place, "a group of a pool of the map", row[0]);
            return;
        }
        PgMapping mapping = mapper.map(pool.get(), pg.orElseThrow().seed());
        String found = row[0] + " " + columns(mapping);
        String same = holes(line.strip().replaceAll("\\s+", " "));
        count.compare(place, same, holes(found));
    }

    /** The tool writes no OSD as {@code -1} or as a hole, and an empty set in several ways. */
    private static String holes(String row) {
        return row.replace("[]", "-").replaceAll("(?<![0-9])-1(?![0-9])", "2147483647");
    }

    static String columns(PgMapping mapping) {
        return PgMapping.joined(mapping.raw(), "-")
                + " "
                + mapping.rawPrimary()
                + " "
                + PgMapping.joined(mapping.up(), "-")
                + " "
                + mapping.upPrimary()
                + " "
                + PgMapping.joined(mapping.acting(), "-")
                + " "
                + mapping.actingPrimary();
    }

    private void object(String place, String[] row) {
        Optional<Pool> pool =
                row[0].matches("[0-9]{1,9}") ? map.pool(Long.parseLong(row[0])) : Optional.empty();
        if (pool.isEmpty()) {
            flaw(place, "a pool of the map", row[0]);
            return;
        }
        int hash = new ObjectName(row[1], row[2]).hash(pool.get());
        PgId pg = pool.get().group(hash);
        PgMapping mapping = mapper.map(pool.get(), pg.seed());
        String found =
                new PgId(pg.pool(), hash)
                        + " "
                        + pg
                        + " "
                        + PgMapping.joined(mapping.up(), "-")
                        + " "
                        + mapping.upPrimary()
                        + " "
                        + PgMapping.joined(mapping.acting(), "-");
        String expected = String.join(" ", List.of(row).subList(3, 8));
        count.compare(place + " (" + row[2] + ")", holes(expected), holes(found));
    }
}
