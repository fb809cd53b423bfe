package org.maquete.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import org.junit.jupiter.api.Test;
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
                      maas.deploy: {low_s: 200, high_s: 240, source: five deployments on 3 May}
                    """;

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
        return LabReader.read("lab.yaml", lab) instanceof LabReading.Read;
    }
}
