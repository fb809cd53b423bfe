package org.maquete.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maquete.kernel.Span;
import org.maquete.lab.LabReader;
import org.maquete.lab.LabReading;

/** The schema of a lab and its reader agree. */
final class LabSchemaTest {

    private static final String LEAST =
            """
            format: lab-inventory/1
            maas:
              subnet: 10.0.0.0/24
            machines:
              - {name: one, cpu_threads: 4, memory_mb: 16384}
            """;

    private static final String DURATION =
            LEAST
                    + """
                    durations:
                      maas.enlist: {low_s: 200, high_s: 240.5, source: five machines on 3 May}
                    """;

    private static final List<Span> SPANS = PlanReader.model().spans();

    @Test
    void bothTakeTheBundledLab() {
        assertThat(bothTake(Bundled.lab().text())).isTrue();
    }

    @Test
    void bothTakeTheLeastThatALabNeeds() {
        assertThat(bothTake(LEAST)).isTrue();
    }

    @Test
    void bothTakeMeasuredDurations() {
        assertThat(bothTake(DURATION)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{distribution: uniform, low_s: 0, high_s: 604800}",
                "{distribution: constant, value_s: 12.25}",
                "{distribution: triangular, low_s: 1, mode_s: 2, high_s: 3, source: May}",
                "{distribution: normal, mean_s: 60, deviation_s: 5}",
                "{distribution: normal, mean_s: 60, deviation_s: 5, low_s: 1, high_s: 99}",
                "{distribution: lognormal, median_s: 60, p95_s: 90, low_s: 1, high_s: 99}",
                "{distribution: exponential, mean_s: 60, low_s: 1, high_s: 99}",
                "{distribution: empirical, values_s: [1, 2.5, 1]}"
            })
    void bothTakeEveryKindOfDistribution(String duration) {
        assertThat(bothTake(LEAST + "durations:\n  maas.enlist: " + duration + "\n")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "maas.enlist server3",
                "juju.hook.install vault",
                "juju.hook.install vault/0",
                "juju.machine-agent 0/lxd/1"
            })
    void bothTakeWhatWasMeasuredOfOneThing(String name) {
        String lab = LEAST + "durations:\n  " + name + ": {low_s: 1, high_s: 2}\n";

        assertThat(bothTake(lab)).isTrue();
    }

    @Test
    void bothRefuseADurationOfTwoThings() {
        String lab = LEAST + "durations:\n  maas.enlist one two: {low_s: 1, high_s: 2}\n";

        assertThat(schemaTakes(lab)).isFalse();
        assertThat(readerTakes(lab)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{distribution: uniform, low_s: -1, high_s: 3}",
                "{distribution: uniform, low_s: 1, high_s: 604801}",
                "{distribution: constant}",
                "{distribution: constant, value_s: 1, high_s: 2}",
                "{distribution: triangular, low_s: 1, high_s: 3}",
                "{distribution: triangel, low_s: 1, mode_s: 2, high_s: 3}",
                "{distribution: empirical, values_s: []}",
                "{distribution: empirical, values_s: [1, two]}",
                "{low_s: 1 s, high_s: 2 s}",
                "12"
            })
    void bothRefuseDurationsThatCannotBe(String duration) {
        String lab = LEAST + "durations:\n  maas.enlist: " + duration + "\n";

        assertThat(schemaTakes(lab)).isFalse();
        assertThat(readerTakes(lab)).isFalse();
    }

    @Test
    void bothRefuseUnknownKeysAndMissingOnes() {
        for (String wrong :
                List.of(
                        LEAST.replace("subnet:", "subnets:"),
                        LEAST.replace("name: one, ", ""),
                        LEAST.replace("cpu_threads: 4", "cpu_threads: four"),
                        LEAST.replace("lab-inventory/1", "lab-inventory/2"),
                        LEAST.replace("name: one", "name: one, status: Deploying"),
                        DURATION.replace("high_s", "hi_s"))) {
            assertThat(schemaTakes(wrong)).as(wrong).isFalse();
            assertThat(readerTakes(wrong)).as(wrong).isFalse();
        }
    }

    private static boolean bothTake(String lab) {
        return schemaTakes(lab) && readerTakes(lab);
    }

    private static boolean schemaTakes(String lab) {
        Schema schema =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(Bundled.text("labs/lab.schema.json"), InputFormat.JSON);
        return schema.validate(lab, InputFormat.YAML).isEmpty();
    }

    private static boolean readerTakes(String lab) {
        return LabReader.read("lab.yaml", lab, SPANS) instanceof LabReading.Read;
    }
}
