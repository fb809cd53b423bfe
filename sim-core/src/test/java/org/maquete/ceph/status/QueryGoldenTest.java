package org.maquete.ceph.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Makes snapshots of what real clusters of 16.2.15 answered, and compares with everything else that
 * they answered. The answers of one state were taken one after the other, so what counts seconds is
 * left out: ages of quorum, manager, OSDs and ill groups, and the map of services.
 */
final class QueryGoldenTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden/ceph-status");

    private static final String SERVICE_MAP =
            "(?s)(\"servicemap\": ?\\{).*?(,\\s*\"progress_events\")";

    /** A recorded answer: how the file's name begins, the question, its options. */
    private record Asked(String file, Query query, String option) {

        Asked(String file, Query query) {
            this(file, query, "");
        }

        List<String> options() {
            return option.isEmpty() ? List.of() : List.of(option);
        }
    }

    private static final List<Asked> ASKED =
            List.of(
                    new Asked("status.", Query.STATUS),
                    new Asked("health.", Query.HEALTH),
                    new Asked("health-detail.", Query.HEALTH, "detail"),
                    new Asked("osd-tree.", Query.OSD_TREE),
                    new Asked("tree-down.", Query.OSD_TREE, "down"),
                    new Asked("tree-up.", Query.OSD_TREE, "up"),
                    new Asked("osd-df.", Query.OSD_DF),
                    new Asked("osd-df-tree.", Query.OSD_DF, "tree"),
                    new Asked("df.", Query.DF),
                    new Asked("df-detail.", Query.DF, "detail"),
                    new Asked("pg-stat.", Query.PG_STAT),
                    new Asked("pg-brief.", Query.PG_DUMP, "pgs_brief"),
                    new Asked("stuck.", Query.PG_DUMP_STUCK),
                    new Asked("pool-ls.", Query.OSD_POOL_LS),
                    new Asked("pool-ls-detail.", Query.OSD_POOL_LS, "detail"),
                    new Asked("lspools.", Query.OSD_LSPOOLS),
                    new Asked("osd-dump.", Query.OSD_DUMP),
                    new Asked("osd-stat.", Query.OSD_STAT),
                    new Asked("osd-ls.", Query.OSD_LS),
                    new Asked("autoscale.", Query.OSD_AUTOSCALE),
                    new Asked("profile-ls.", Query.OSD_PROFILES),
                    new Asked("mon-stat.", Query.MON_STAT),
                    new Asked("mon-dump.", Query.MON_DUMP),
                    new Asked("quorum.", Query.QUORUM_STATUS),
                    new Asked("crush-tree.", Query.CRUSH_TREE),
                    new Asked("crush-tree-shadow.", Query.CRUSH_TREE, "--show-shadow"),
                    new Asked("crush-dump.", Query.CRUSH_DUMP),
                    new Asked("rule-ls.", Query.CRUSH_RULES),
                    new Asked("class-ls.", Query.CRUSH_CLASSES),
                    new Asked("versions.", Query.VERSIONS),
                    new Asked("mgr-stat.", Query.MGR_STAT),
                    new Asked("balancer.", Query.BALANCER),
                    new Asked("fsid.", Query.FSID));

    @TestFactory
    Stream<DynamicTest> answersAsTheRealClusterDid() throws IOException {
        List<Path> states;
        try (Stream<Path> folders = Files.list(GOLDEN)) {
            states = folders.sorted().toList();
        }
        List<DynamicTest> tests = new ArrayList<>();
        for (Path state : states) {
            ClusterSnapshot snapshot = snapshot(state);
            for (Asked asked : ASKED) {
                add(state, asked, "txt", snapshot, Report.PLAIN, tests);
                add(state, asked, "json", snapshot, Report.JSON, tests);
                add(state, asked, "pretty", snapshot, Report.JSON_PRETTY, tests);
            }
        }
        return tests.stream();
    }

    private static void add(
            Path state,
            Asked asked,
            String ending,
            ClusterSnapshot snapshot,
            Report report,
            List<DynamicTest> tests) {
        Path file = state.resolve(asked.file() + ending);
        List<String> options = asked.options();
        boolean isModelled = asked.query().answer(snapshot, options, report).isPresent();
        if (Files.exists(file) && isModelled) {
            String name = state.getFileName() + "/" + file.getFileName();
            tests.add(
                    DynamicTest.dynamicTest(
                            name,
                            () -> {
                                String begin = report.isJson() ? "\n" : "";
                                String answer =
                                        asked.query()
                                                .answer(snapshot, options, report)
                                                .orElseThrow();

                                assertThat(comparable(begin + answer, asked))
                                        .isEqualTo(comparable(Files.readString(file), asked));
                            }));
        }
    }

    /** Three answers have an order that depends on what the manager saw before. */
    private static String comparable(String text, Asked asked) {
        return switch (asked.query()) {
            case PG_STAT -> sorted(timeless(text), ", |: |; |(?<=\\[)|(?=])|(?<=}),");
            case STATUS -> sorted(timeless(text), "\n|},\\{|\\[\\{|}]");
            case PG_DUMP_STUCK -> sorted(timeless(text), "\n");
            default -> timeless(text);
        };
    }

    private static String sorted(String text, String cut) {
        return String.join("\n", Stream.of(text.split(cut, -1)).sorted().toList());
    }

    /** Leaves out what counts seconds. */
    private static String timeless(String text) {
        return text.replaceAll("\\((age|active, since|since) [0-9.]+[smhdwMy]\\)", "($1 -)")
                .replaceAll("for [0-9.]+[smhd],", "for -,")
                .replaceAll("\"quorum_age\": ?[0-9]+", "\"quorum_age\":-")
                .replaceAll(SERVICE_MAP, "$1-$2");
    }

    private static ClusterSnapshot snapshot(Path state) throws IOException {
        List<String> now = Files.readAllLines(state.resolve("now"));
        SnapshotReading reading =
                SnapshotReader.read(
                        new SnapshotDocuments(
                                Math.round(Double.parseDouble(now.getFirst()) * 1e9),
                                Files.readString(state.resolve("osd-dump.json")),
                                Files.readString(state.resolve("crush-dump.json")),
                                Files.readString(state.resolve("pg-dump.json")),
                                Files.readString(state.resolve("quorum.json")),
                                Files.readString(state.resolve("mgr-dump.json")),
                                Files.readString(state.resolve("health-detail.json")),
                                Files.readString(state.resolve("status.json")),
                                Files.readString(state.resolve("balancer.json"))));
        assertThat(reading.flaws()).isEmpty();
        return reading.snapshot().orElseThrow();
    }
}
