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

    @Test
    void theClientIsReachedBySshWithTheGroupAlone() {
        Tasks client =
                TASKS.then(
                        """
                        openstack server create --image jammy-amd64 --flavor m1.tiny \
                          --key-name lab_key --network lab_net \
                          --security-group Allow_SSH --wait client
                        openstack floating ip create --floating-ip-address 172.16.7.10 ext_net
                        openstack server add floating ip client 172.16.7.10
                        """);
        String remove = "openstack server remove security group client Allow_SSH";
        Tasks without = client.then(remove);
        String login = "ssh ubuntu@172.16.7.10 hostname";

        assertThat(client.then(login).last().answer().stdout()).isEqualTo("client\n");
        assertThat(client.tcp("outside", "client", 22).reaches()).isTrue();
        assertThat(without.then(login).last().answer().stderr())
                .isEqualTo("ssh: connect to host 172.16.7.10 port 22: Connection timed out\n");
        assertThat(without.tcp("outside", "client", 22).reaches()).isFalse();
        assertThat(without.then(remove).last().answer().stderr())
                .matches(
                        "Security group [-0-9a-f]{36} not associated with the instance"
                                + " [-0-9a-f]{36} \\(HTTP 404\\) \\(Request-ID: req-.*\\)\n");
    }
}
