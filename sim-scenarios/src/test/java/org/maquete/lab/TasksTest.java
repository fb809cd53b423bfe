package org.maquete.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.maquete.finding.TypedLine;

/** The application of tasks 3 and 4 works as the lab asks. */
final class TasksTest {

    private static final Tasks TASKS = Tasks.asWritten();

    @Test
    void everyLineIsModelledAndWorks() {
        List<String> odd = new ArrayList<>();
        for (TypedLine line : TASKS.lines()) {
            if (!line.notModelled().isEmpty() || line.failed()) {
                odd.add(line.place() + " " + line.notModelled() + " " + line.answer().text());
            }
        }

        assertThat(odd.subList(0, odd.size())).filteredOn(o -> o.contains("tasks.en.md")).isEmpty();
        assertThat(TASKS.findings()).isEmpty();
    }

    @Test
    void theLoadBalancerAlternatesBetweenTheApis() {
        List<String> answers = new ArrayList<>();
        Tasks now = TASKS;
        for (int i = 0; i < 4; i++) {
            now = now.then(Tasks.ASK);
            answers.add(now.last().answer().text().replaceAll(".* of (\\w+)›.*", "$1").strip());
        }

        assertThat(answers).containsExactly("api1", "api2", "api1", "api2");
    }

    @Test
    void theDatabaseCannotBeReachedFromOutside() {
        assertThat(TASKS.tcp("outside", "db", 5432).reaches()).isFalse();
        assertThat(TASKS.tcp("lb", "db", 5432).reaches()).isFalse();
        assertThat(TASKS.tcp("api1", "db", 5432).reaches()).isTrue();
    }

    @Test
    void theApisAreReachedBySshThroughTheLoadBalancerAlone() {
        assertThat(TASKS.then("ssh ubuntu@$API1 hostname").last().answer().stderr())
                .startsWith("ssh: connect to host 192.168.0.")
                .endsWith(" port 22: Connection timed out\n");
        assertThat(
                        TASKS.then("ssh -J ubuntu@172.16.7.80 ubuntu@$API1 hostname")
                                .last()
                                .answer()
                                .stdout())
                .isEqualTo("api1\n");
    }
}
