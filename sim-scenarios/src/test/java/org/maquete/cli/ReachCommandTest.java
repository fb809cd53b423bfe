package org.maquete.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code trace} and {@code reachability}, typed. */
final class ReachCommandTest {

    private static Ended typed(String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Screen screen =
                new Screen(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        false);
        int exit = Main.run(new ArrayList<>(List.of(words)), screen);
        screen.flush();
        return new Ended(
                exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static List<String> schemaProblems(String name, String json) {
        Schema schema =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(Bundled.text("labs/" + name + ".schema.json"), InputFormat.JSON);
        return schema.validate(json, InputFormat.JSON).stream().map(Object::toString).toList();
    }

    @Test
    void saysWhichOfTheLinesTypedFirstIsNotModelled() {
        Ended ended =
                typed(
                        "trace",
                        "--from",
                        "outside",
                        "--to",
                        "client",
                        "--then",
                        "openstack network rbac create --type network --action access_as_shared"
                                + " --target-project admin lab_net");

        assertThat(ended.err())
                .isEqualTo("--then:1: not modelled: openstack network rbac create\n");
    }

    @Test
    void tracesInTheShapeOfItsSchema() {
        String yes =
                typed(
                                "trace",
                                "--from",
                                "outside",
                                "--to",
                                "client",
                                "--tcp",
                                "22",
                                "--format=json")
                        .out();
        String no =
                typed(
                                "trace",
                                "--from",
                                "outside",
                                "--to",
                                "client",
                                "--tcp",
                                "81",
                                "--format=json")
                        .out();

        assertThat(schemaProblems("trace", yes)).isEmpty();
        assertThat(schemaProblems("trace", no)).isEmpty();
        assertThat(no).contains("\"reason\" : \"no-ingress-rule\"");
        assertThat(
                        schemaProblems(
                                "trace", yes.replace("\"reaches\" : true", "\"reaches\" : false")))
                .isNotEmpty();
        assertThat(schemaProblems("trace", no.replace("\"isAnswer\"", "\"answer\""))).isNotEmpty();
    }

    @Test
    void tellsReachabilityInTheShapeOfItsSchema() {
        String all = typed("reachability", "--tcp", "22", "--format", "json").out();
        String difference =
                typed(
                                "reachability",
                                "--tcp=22",
                                "--at=3h",
                                "--power-off=server5",
                                "--for=1s",
                                "--format=json")
                        .out();

        assertThat(schemaProblems("reachability", all)).isEmpty();
        assertThat(schemaProblems("reachability", difference)).isEmpty();
        assertThat(schemaProblems("reachability", all.replace("\"pairs\"", "\"cells\"")))
                .isNotEmpty();
    }

    @Test
    void followsAPacketASecondAfterAFault() {
        int moved = 0;
        for (String server : List.of("server3", "server4", "server5")) {
            String soon = after(server, "1s");
            if (soon.contains("fail-over of the gateway to ext_net from " + server)) {
                moved++;
                assertThat(after(server, "4s")).startsWith("yes: ");
            }
        }

        assertThat(moved).isEqualTo(1);
    }

    /** The verdict some time after the switch of a chassis has stopped. */
    private static String after(String server, String wait) {
        Ended ended =
                typed(
                        "trace",
                        "--from=outside",
                        "--to=client",
                        "--tcp=22",
                        "--at=3h",
                        "--stop-service=" + server + ":openvswitch-switch",
                        "--for=" + wait);
        return ended.out().lines().findFirst().orElse(ended.err());
    }

    @Test
    void takesNoLineBesideAFault() {
        Ended ended =
                typed(
                        "trace",
                        "--from=a",
                        "--to=b",
                        "--outage",
                        "--at=3h",
                        "--then",
                        "juju status");

        assertThat(ended.exit()).isEqualTo(2);
        assertThat(ended.err()).contains("trace: expected one change");
    }
}
