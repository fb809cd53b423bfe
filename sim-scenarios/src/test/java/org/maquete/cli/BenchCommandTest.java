package org.maquete.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BenchCommandTest {

    private static final String TRACES = "../sim-core/src/test/resources/traces/";

    @TempDir Path folder = Path.of("");

    private static Ended bench(String... words) {
        List<String> all = new ArrayList<>(List.of("bench", "scheduler"));
        all.addAll(List.of(words));
        return Ended.of(all);
    }

    @Test
    void printsWhatTheSchemaDescribes() {
        Schema schema =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(
                                Bundled.text("labs/scheduler-bench.schema.json"), InputFormat.JSON);

        Ended ended =
                bench("--hosts", "5", "--requests", "200", "--seeds", "2", "--format", "json");

        assertThat(ended.exit()).as(ended.err()).isZero();
        assertThat(schema.validate(ended.out(), InputFormat.JSON)).isEmpty();
    }

    @Test
    void printsTheSameBytesButForTheTimes() {
        String first = withoutTimes();

        assertThat(withoutTimes()).isEqualTo(first).contains("nova,1,500,", "dot-product,3,500,");
    }

    /** The last two columns are times. */
    private static String withoutTimes() {
        Ended ended = bench("--hosts", "6", "--requests", "500", "--seeds", "3", "--format", "csv");
        return ended.out().replaceAll("(?m),[^,\n]*,[^,\n]*$", "");
    }

    @Test
    void playsATraceOfEachFormat() {
        List<List<String>> traces =
                List.of(
                        List.of("openb:" + TRACES + "openb-nodes.csv,@openb-pods.csv"),
                        List.of("swf:" + TRACES + "jobs.swf", "--hosts", "3"),
                        List.of("opendc:" + TRACES + "opendc-tasks.json", "--hosts", "3"),
                        List.of("azure:" + TRACES + "azure-vm.csv,@azure-vmtype.csv", "--hosts=3"),
                        List.of("huawei:" + TRACES + "huawei.csv", "--hosts", "2"),
                        List.of("csv:" + TRACES + "own-requests.csv,@own-hosts.csv"));
        for (List<String> trace : traces) {
            List<String> words = new ArrayList<>(List.of("bench", "scheduler", "--trace"));
            trace.forEach(word -> words.add(word.replace("@", TRACES)));

            Ended ended = Ended.of(words);

            assertThat(ended.exit()).as(words + "\n" + ended.err()).isZero();
            assertThat(ended.out()).contains("\nnova ", "\nfirst-fit ", "\ndigest ");
        }
    }

    @Test
    void writesAPageWithAPlotForEachMetric() throws IOException {
        Path page = folder.resolve("page.html");

        bench("--hosts", "3", "--requests", "50", "--seeds", "2", "--report", page.toString());

        assertThat(Files.readString(page)).contains("<svg", "worst-fit", "confidence");
    }

    @Test
    void tellsEveryMistakeAtOnce() {
        Ended ended =
                bench(
                        "--policy",
                        "novva",
                        "--ratios",
                        "2",
                        "--host",
                        "many",
                        "--trace",
                        "swf:" + TRACES + "nothing.swf");

        assertThat(ended.exit()).isEqualTo(2);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err())
                .contains("--policy: expected one of nova, first-fit")
                .contains("Maybe \"nova\" is meant.")
                .contains("--ratios: expected VCPU:MEMORY:DISK, found \"2\"")
                .contains("--host: expected VCPU:MIB:GIB, found \"many\"")
                .contains("nothing.swf: expected a file of a trace, found no such file");
    }

    @Test
    void asksForHostsThatATraceDoesNotHave() {
        Ended ended = bench("--trace", "swf:" + TRACES + "jobs.swf");

        assertThat(ended.exit()).isEqualTo(2);
        assertThat(ended.err()).contains("--hosts: expected how many hosts, found none");
    }
}
