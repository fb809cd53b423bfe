package org.maquete.ceph.osdmap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.maquete.ceph.crush.CrushJsonReader;
import org.maquete.ceph.crush.CrushMap;
import org.maquete.ceph.crush.Flaw;
import org.maquete.ceph.crush.Mutations;

/** Every broken OSD map is told with its place; what is not broken maps. */
final class OsdMapBrokenInputTest {

    private static final Path GOLDEN =
            Path.of("src/test/resources/golden/ceph/osdmap-twelve-affinity");

    private static String dump() throws IOException {
        return Files.readString(GOLDEN.resolve("osdmap.json"));
    }

    private static CrushMap crush() throws IOException {
        return CrushJsonReader.read(Files.readString(GOLDEN.resolve("crush.json")))
                .map()
                .orElseThrow();
    }

    private static List<String> flaws(String input) {
        return OsdMapJsonReader.read(input).flaws().stream().map(Flaw::text).toList();
    }

    @Test
    void tellsWhereTheDocumentWasCutOff() throws IOException {
        assertThat(flaws(dump().substring(0, 500)))
                .singleElement()
                .asString()
                .startsWith("line 1, column 501: expected the JSON of \"ceph osd dump")
                .endsWith("Maybe the text was cut off: write it to a file again.");
    }

    @Test
    void tellsAllThatIsWrongAtOnce() throws IOException {
        String broken =
                dump().replaceFirst("\"max_osd\":12", "\"max_osd\":11")
                        .replaceFirst("\"pg_num\":32", "\"pg_num\":-32")
                        .replaceFirst("\"type\":1", "\"type\":2")
                        .replaceFirst("\"pgid\":\"[0-9a-f.]*\"", "\"pgid\":\"2-1\"");

        assertThat(flaws(broken))
                .anyMatch(f -> f.startsWith("osds[11].osd: ") && f.contains("from 0 to 10"))
                .anyMatch(f -> f.endsWith("document was edited or cut.") && f.contains("found -32"))
                .anyMatch(f -> f.contains("1 (replicated) or 3 (erasure), found 2"))
                .anyMatch(f -> f.contains("a placement group such as 2.1f, found \"2-1\""));
    }

    @Test
    void refusesMoreGroupsThanAClusterHas() throws IOException {
        String huge =
                dump().replace("\"pg_num\":32", "\"pg_num\":1048576")
                        .replace("\"pg_num\":12", "\"pg_num\":2000000000");

        assertThat(flaws(huge))
                .anyMatch(f -> f.contains("found 2000000000"))
                .anyMatch(f -> f.startsWith("pools: expected at most 1048576 groups in all"));
    }

    @Test
    void survivesWrongDocuments() throws IOException {
        String dump = dump();
        CrushMap crush = crush();
        Random random = new Random(11);
        int broken = 0;
        for (int i = 0; i < 400; i++) {
            OsdMapReading reading = OsdMapJsonReader.read(Mutations.ofJson(dump, random));
            broken += reading.map().isEmpty() ? 1 : 0;
            reading.map().filter(OsdMapBrokenInputTest::isSmall).ifPresent(m -> print(m, crush));
            assertThat(reading.flaws()).allMatch(f -> f.advice().startsWith("Maybe"));
        }
        assertThat(broken).isBetween(50, 399);
    }

    private static boolean isSmall(OsdMap map) {
        return map.pools().stream().allMatch(p -> p.pgNum() < 1000);
    }

    private static void print(OsdMap map, CrushMap crush) {
        OsdMapReplay.Maps maps = new OsdMapReplay.Maps(map, crush);
        assertThat(OsdMapTool.groups(maps, map.pools(), OsdMapTool.Shown.ALL)).isNotEmpty();
    }
}
