package org.maquete.ceph.osdmap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.maquete.ceph.crush.Agreement;
import org.maquete.ceph.crush.CrushJsonReader;

/**
 * Compares with what osdmaptool 16.2.15 and a real cluster answered. {@code
 * -Dmaquete.live.crush=FOLDER} takes what the recorder {@code crushtool.py} has just written there
 * instead.
 */
final class OsdMapGoldenTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden/ceph/osdmap-clean");

    private static OsdMapReplay.Maps maps(String osdMap, String crush) {
        return new OsdMapReplay.Maps(
                OsdMapJsonReader.read(osdMap).map().orElseThrow(),
                CrushJsonReader.read(crush).map().orElseThrow());
    }

    private static OsdMapReplay.Maps golden() throws IOException {
        return maps(
                Files.readString(GOLDEN.resolve("osdmap.json")),
                Files.readString(GOLDEN.resolve("crush.json")));
    }

    @Test
    void mapsEveryGroupAsOsdmaptoolDoes() throws IOException {
        Agreement all = Agreement.NONE;

        String live = System.getProperty("maquete.live.crush");
        if (live == null) {
            String rows = Files.readString(GOLDEN.resolve("groups.txt"));
            all = OsdMapReplay.groups("groups.txt", golden(), rows);
        } else {
            try (Stream<Path> files = Files.list(Path.of(live, "osdmap"))) {
                List<Path> recorded =
                        files.filter(f -> f.toString().endsWith(".pgs")).sorted().toList();
                for (Path path : recorded) {
                    all = all.and(live(path));
                }
            }
        }

        assertThat(all.flaws()).isEmpty();
        assertThat(all.differences()).isEmpty();
        assertThat(all.equal()).isEqualTo(all.cases()).isPositive();
    }

    private static Agreement live(Path rows) throws IOException {
        String begin = rows.toString().replace(".pgs", "");
        OsdMapReplay.Maps maps =
                maps(
                        Files.readString(Path.of(begin + ".osdmap.json")),
                        Files.readString(Path.of(begin + ".crush.json")));
        return OsdMapReplay.groups(rows.toString(), maps, Files.readString(rows));
    }

    @Test
    void findsEveryObjectWhereTheClusterHasIt() throws IOException {
        String rows = Files.readString(GOLDEN.resolve("objects.tsv"));

        Agreement all = OsdMapReplay.objects("objects.tsv", golden(), rows);

        assertThat(all.differences()).isEmpty();
        assertThat(all.equal()).isEqualTo(all.cases()).isEqualTo(60);
    }

    @Test
    void readsTheMapThatItWrote() throws IOException {
        OsdMap map = golden().osdMap();

        OsdMapReading again = OsdMapJsonReader.read(OsdMapJsonWriter.write(map));

        assertThat(again.flaws()).isEmpty();
        assertThat(again.map()).contains(map);
    }
}
