package org.maquete.ceph.osdmap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.maquete.ceph.crush.Agreement;
import org.maquete.ceph.crush.CrushJsonReader;
import org.maquete.ceph.crush.CrushReading;

/**
 * Compares with what osdmaptool 16.2.15 and real clusters answered. {@code
 * -Dmaquete.live.crush=FOLDER} takes what the recorder {@code osdmaptool.py} has just written there
 * instead.
 */
final class OsdMapGoldenTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden/ceph");

    /** What was recorded about a map; some of the texts may be empty. */
    private record Recorded(
            String name,
            String osdMap,
            String crush,
            String groups,
            String dump,
            String fewer,
            String table,
            String where,
            String objects) {

        OsdMap map() {
            OsdMapReading read = OsdMapJsonReader.read(osdMap);
            assertThat(read.flaws()).as(name).isEmpty();
            return read.map().orElseThrow();
        }

        OsdMapReplay.Maps maps() {
            CrushReading read = CrushJsonReader.read(crush);
            assertThat(read.flaws()).as(name).isEmpty();
            return new OsdMapReplay.Maps(map(), read.map().orElseThrow());
        }
    }

    private static List<Recorded> recorded() throws IOException {
        String live = System.getProperty("maquete.live.crush");
        return live == null
                ? found(GOLDEN, f -> Files.exists(f.resolve("osdmap.json")), "", "groups.txt")
                : found(Path.of(live, "osdmap"), f -> f.toString().endsWith(".pgs"), ".pgs", "pgs");
    }

    private static List<Recorded> found(
            Path folder, Predicate<Path> isOne, String ending, String groups) throws IOException {
        List<Recorded> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path path : files.filter(isOne).sorted().toList()) {
                String whole = path.toString();
                String begin =
                        ending.isEmpty()
                                ? whole + "/"
                                : whole.substring(0, whole.length() - ending.length()) + ".";
                all.add(
                        new Recorded(
                                String.valueOf(path.getFileName()),
                                text(begin + "osdmap.json"),
                                text(begin + "crush.json"),
                                text(begin + groups),
                                text(begin + "dump.txt"),
                                text(begin + "fewer.txt"),
                                text(begin + "table.txt"),
                                text(begin + "where.tsv"),
                                text(begin + "objects.tsv")));
            }
        }
        assertThat(all).isNotEmpty();
        return all;
    }

    private static String text(String path) throws IOException {
        return Files.exists(Path.of(path)) ? Files.readString(Path.of(path)) : "";
    }

    @Test
    void mapsEveryGroupAsTheRealOnesDo() throws IOException {
        Agreement all = Agreement.NONE;

        for (Recorded each : recorded()) {
            all = all.and(OsdMapReplay.groups(each.name(), each.maps(), each.groups()));
        }

        assertThat(all.flaws()).isEmpty();
        assertThat(all.differences()).isEmpty();
        assertThat(all.equal()).isEqualTo(all.cases()).isPositive();
    }

    @Test
    void printsWhatOsdmaptoolPrints() throws IOException {
        for (Recorded each : recorded()) {
            if (!each.dump().isEmpty()) {
                OsdMapReplay.Maps maps = each.maps();

                String printed =
                        OsdMapTool.groups(maps, maps.osdMap().pools(), OsdMapTool.Shown.ALL);

                assertThat(printed).as(each.name()).isEqualTo(each.dump());
            }
        }
    }

    @Test
    void printsTheTableAloneAndOtherNumbersOfGroupsAsOsdmaptoolDoes() throws IOException {
        int compared = 0;

        for (Recorded each : recorded()) {
            if (!each.table().isEmpty()) {
                OsdMapReplay.Maps maps = each.maps();
                List<Pool> pools = maps.osdMap().pools();
                String firstLine = each.fewer().lines().findFirst().orElseThrow();
                int pgNum = Integer.parseInt(firstLine.substring(firstLine.lastIndexOf(' ') + 1));
                assertThat(OsdMapTool.groups(maps, pools, OsdMapTool.Shown.TABLE))
                        .as(each.name())
                        .isEqualTo(each.table());
                assertThat(OsdMapTool.groups(maps, pools, OsdMapTool.Shown.ACTING, pgNum))
                        .as(each.name())
                        .isEqualTo(each.fewer());
                compared++;
            }
        }

        assertThat(compared).isPositive();
    }

    @Test
    void findsObjectsWhereOsdmaptoolDoes() throws IOException {
        for (Recorded each : recorded()) {
            OsdMapReplay.Maps maps = each.maps();
            for (String line : each.where().lines().toList()) {
                String[] columns = line.split("\t", -1);
                Pool pool = maps.osdMap().pool(Long.parseLong(columns[0])).orElseThrow();

                String found = OsdMapTool.object(maps, pool, new ObjectName("", columns[1]));

                assertThat(found).as(each.name()).isEqualTo(columns[2] + "\n");
            }
        }
    }

    @Test
    void findsEveryObjectWhereTheClusterHasIt() throws IOException {
        Agreement all = Agreement.NONE;

        for (Recorded each : recorded()) {
            all = all.and(OsdMapReplay.objects(each.name(), each.maps(), each.objects()));
        }

        assertThat(all.differences()).isEmpty();
        assertThat(all.flaws()).isEmpty();
        if (System.getProperty("maquete.live.crush") == null) {
            assertThat(all.equal()).isEqualTo(all.cases()).isGreaterThan(59);
        }
    }

    @Test
    void readsTheMapThatItWrote() throws IOException {
        for (Recorded each : recorded()) {
            OsdMap map = each.map();

            OsdMapReading again = OsdMapJsonReader.read(OsdMapJsonWriter.write(map));

            assertThat(again.flaws()).as(each.name()).isEmpty();
            assertThat(again.map()).as(each.name()).contains(map);
        }
    }
}
