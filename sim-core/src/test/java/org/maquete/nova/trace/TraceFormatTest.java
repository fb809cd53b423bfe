package org.maquete.nova.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TraceFormatTest {

    private static final long S = 1_000_000_000L;

    private static TraceReading read(TraceFormat format, String... files) throws IOException {
        List<TraceText> texts = new ArrayList<>();
        for (String file : files) {
            Path path = Path.of("src/test/resources/traces", file);
            texts.add(new TraceText(file, Files.readString(path)));
        }
        return format.read(texts);
    }

    private static Trace trace(TraceFormat format, String... files) throws IOException {
        TraceReading reading = read(format, files);
        assertThat(reading.flaws()).isEmpty();
        return reading.trace().orElseThrow();
    }

    @Test
    void readsNodesAndPodsOfOpenb() throws IOException {
        Trace trace = trace(TraceFormat.OPENB, "openb-nodes.csv", "openb-pods.csv");

        assertThat(trace.hosts())
                .hasSize(3)
                .contains(new Trace.Host("node-1", new Amounts(64000, 262144, 0, 2000), "P100"));
        assertThat(trace.requests()).hasSize(5);
        assertThat(trace.requests().get(1))
                .isEqualTo(
                        new Trace.Request(
                                "pod-1",
                                60 * S,
                                Trace.NEVER,
                                new Amounts(6500, 12288, 0, 460),
                                List.of("V100M16", "V100M32")));
        assertThat(trace.requests().get(1).amounts().vcpusAsked()).isEqualTo(7);
        assertThat(trace.requests().get(2).endNs()).isEqualTo(120 * S);
    }

    @Test
    void readsJobsOfSwfAndSaysWhatItLeavesOut() throws IOException {
        TraceReading reading = read(TraceFormat.SWF, "jobs.swf");

        Trace trace = reading.trace().orElseThrow();
        assertThat(trace.hosts()).isEmpty();
        assertThat(trace.requests())
                .extracting(Trace.Request::name)
                .containsExactly("job 1", "job 2", "job 3", "job 5");
        assertThat(trace.requests().get(1).amounts()).isEqualTo(Amounts.of(8, 32, 0));
        assertThat(trace.requests().get(1).endNs()).isEqualTo(180 * S);
        assertThat(trace.requests().get(2).endNs()).isEqualTo(660 * S);
        assertThat(reading.notes())
                .containsExactly(
                        "2 jobs say nothing of memory and ask for none",
                        "1 jobs without processors were left out");
    }

    @Test
    void readsTasksOfOpendcFromCsvAndJsonAlike() throws IOException {
        Trace csv = trace(TraceFormat.OPENDC, "opendc-tasks.csv", "opendc-fragments.csv");
        Trace json = trace(TraceFormat.OPENDC, "opendc-tasks.json");

        assertThat(csv.requests()).isEqualTo(json.requests());
        assertThat(csv.requests())
                .extracting(Trace.Request::name)
                .containsExactly("task 2", "task 3", "task 1");
        assertThat(csv.requests().getLast())
                .isEqualTo(
                        new Trace.Request(
                                "task 1", 300 * S, 600 * S, Amounts.of(2, 4096, 0), List.of()));
        assertThat(csv.requests().getFirst().amounts().ramMib()).isEqualTo(182);
    }

    @Test
    void readsFractionsOfTheAzureMachineThatTakesMostTypes() throws IOException {
        TraceReading reading = read(TraceFormat.AZURE, "azure-vm.csv", "azure-vmtype.csv");

        List<Trace.Request> requests = reading.trace().orElseThrow().requests();
        assertThat(requests)
                .extracting(Trace.Request::name)
                .containsExactly("vm 0", "vm 1", "vm 2");
        assertThat(requests.get(0).amounts()).isEqualTo(Amounts.of(125, 62_500, 100));
        assertThat(requests.get(1).endNs()).isEqualTo(Trace.NEVER);
        assertThat(reading.notes())
                .containsExactly(
                        "1 machines are of a type that the chosen machine does not take",
                        "1 machines have gone before the beginning");
    }

    @Test
    void readsCreationsAndDeletionsOfHuawei() throws IOException {
        Trace trace = trace(TraceFormat.HUAWEI, "huawei.csv");

        assertThat(trace.requests())
                .containsExactly(
                        new Trace.Request("vm 0", 0, 45 * S, Amounts.of(1, 2048, 0), List.of()),
                        new Trace.Request(
                                "vm 1", 30 * S, Trace.NEVER, Amounts.of(4, 8192, 0), List.of()),
                        new Trace.Request(
                                "vm 2", 45 * S, Trace.NEVER, Amounts.of(16, 65536, 0), List.of()));
    }

    @Test
    void readsItsOwnFormat() throws IOException {
        Trace trace = trace(TraceFormat.CSV, "own-requests.csv", "own-hosts.csv");

        assertThat(trace.hosts().getFirst())
                .isEqualTo(new Trace.Host("big", new Amounts(16000, 65536, 1000, 2000), ""));
        assertThat(trace.requests())
                .extracting(Trace.Request::name)
                .containsExactly("a", "c", "b, the second");
        assertThat(trace.requests().get(1).amounts()).isEqualTo(new Amounts(500, 512, 1, 500));
    }

    @Test
    void tellsEveryFlawOfEveryFileAtOnceWithItsLine() throws IOException {
        TraceReading reading = read(TraceFormat.CSV, "broken-requests.csv", "broken-hosts.csv");

        assertThat(reading.trace()).isEmpty();
        assertThat(reading.flaws())
                .containsExactly(
                        "broken-hosts.csv:1: expected a column ram_mib in the header, found"
                                + " \"name,vcpus,ram,disk_gib,gpu_milli\"",
                        "broken-requests.csv:2: expected a number between 0 and 900000000 as"
                                + " arrival_s, found \"zero\"",
                        "broken-requests.csv:3: expected an end_s at or after arrival_s, found 5",
                        "broken-requests.csv:4: expected a name, found an empty field",
                        "broken-requests.csv:4: expected a number between 0 and 2147483647 as"
                                + " ram_mib, found \"-4096\"",
                        "broken-requests.csv:4: expected a whole number as disk_gib, found"
                                + " \"20.5\"",
                        "broken-requests.csv:5: expected at least 7 fields, found 4 of them");
    }

    @Test
    void tellsWhatIsWrongInAnyFormatWithoutStumbling() {
        for (TraceFormat format : TraceFormat.values()) {
            for (String text : List.of("", "nonsense", "[{", "[1, {}]", "a,b\n1,2", "; x", "\"")) {
                List<TraceText> texts = new ArrayList<>();
                while (!format.takes(texts.size())) {
                    texts.add(new TraceText("file", text));
                }

                TraceReading reading = format.read(texts);

                assertThat(reading.flaws()).as(format + " of " + text).isNotEmpty();
            }
        }
    }

    @Test
    void makesALongerTraceThatBeginsWithTheShorterOne() {
        Trace few = Synthetic.of(10, 50, 1.5, 3600 * S).trace(7);
        Trace many = Synthetic.of(10, 500, 1.5, 3600 * S).trace(7);
        Trace others = Synthetic.of(10, 50, 1.5, 3600 * S).trace(8);

        assertThat(many.first(50)).isEqualTo(few);
        assertThat(others.requests()).isNotEqualTo(few.requests());
        assertThat(few.requests()).allMatch(r -> r.endNs() != Trace.NEVER);
    }
}
