package org.maquete.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every runbook and bundle that comes with us runs in two virtual machines that differ in all that
 * must not matter: interpreter, order of hashes, garbage collector, locale, time zone, encoding.
 * Output and journal are the same bytes, or the first difference is shown.
 */
final class TwiceTest {

    private static final List<String> PLAIN =
            List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    private static final List<String> ODD =
            List.of(
                    "-XX:+UseParallelGC",
                    "-XX:+UnlockExperimentalVMOptions",
                    "-XX:hashCode=2",
                    "-Duser.language=tr",
                    "-Duser.country=TR",
                    "-Duser.timezone=Asia/Kathmandu",
                    "-Dfile.encoding=ISO-8859-1");

    /** One of each distribution that computes with logarithms, roots or cosines. */
    private static final String MEASURED =
            """

            durations:
              juju.hook.install: {distribution: lognormal, median_s: 80, p95_s: 200, low_s: 20}
              juju.hook.relation: {distribution: exponential, mean_s: 9, low_s: 2, high_s: 60}
              lxd.create: {distribution: normal, mean_s: 50, deviation_s: 8.5, high_s: 90}
              host.boot-nuc: {distribution: triangular, low_s: 60, mode_s: 75, high_s: 140}
            """;

    private record Ended(int exit, String out) {}

    @TempDir Path folder = Path.of("");

    @ParameterizedTest
    @MethodSource("plans")
    void runsToTheSameBytesInAnotherVirtualMachine(String plan) throws Exception {
        Path file = folder.resolve(plan.substring(plan.indexOf('/') + 1));
        Files.writeString(file, Bundled.text(plan));

        Ended one = run(PLAIN, file, folder.resolve("one"));
        Ended two = run(ODD, file, folder.resolve("two"));

        assertThat(firstDivergence(folder.resolve("one"), folder.resolve("two"))).isEmpty();
        assertThat(two).isEqualTo(one);
        assertThat(Files.readString(folder.resolve("one"))).contains("\ndigest ");
    }

    static List<String> plans() throws IOException {
        List<String> plans = new ArrayList<>();
        for (String kind : List.of("bundles", "runbooks")) {
            try (Stream<Path> files = Files.list(Path.of("src/main/resources/org/maquete", kind))) {
                files.map(file -> kind + "/" + file.getFileName()).sorted().forEach(plans::add);
            }
        }
        return plans;
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "json"})
    void checksToTheSameBytesInAnotherVirtualMachine(String format) throws Exception {
        List<String> check = List.of("check", "--format", format, "--lang", "pt", "--all");

        Ended one = child(PLAIN, check);
        Ended two = child(ODD, check);

        assertThat(two).isEqualTo(one);
    }

    @Test
    void replicatesToTheSameBytesInAnotherVirtualMachine() throws Exception {
        Path plan = folder.resolve("tiny.yaml");
        Path lab = folder.resolve("lab.yaml");
        Files.writeString(plan, Bundled.bundle("tiny").text());
        Files.writeString(lab, Bundled.lab().text() + MEASURED);
        List<String> sweep =
                List.of("run", plan.toString(), "--lab", lab.toString(), "--replications", "9");

        Ended one = child(PLAIN, sweep);
        Ended two = child(ODD, sweep);

        assertThat(two).isEqualTo(one);
        assertThat(one.out()).contains("all units active in the end: 9 of 9\n", "\ndigest ");
    }

    /** The first line in which two journals differ, from both; empty when they are equal. */
    private static String firstDivergence(Path one, Path two) throws IOException {
        List<String> left = Files.readAllLines(one);
        List<String> right = Files.readAllLines(two);
        for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
            String a = i < left.size() ? left.get(i) : "(ended)";
            String b = i < right.size() ? right.get(i) : "(ended)";
            if (!a.equals(b)) {
                return "entry " + (i + 1) + "\n" + a + "\n" + b;
            }
        }
        return "";
    }

    private static Ended run(List<String> jvm, Path runbook, Path journal) throws Exception {
        return child(
                jvm,
                List.of(
                        "run",
                        runbook.toString(),
                        "--journal",
                        journal.toString(),
                        "--print",
                        "juju status",
                        "--print",
                        "juju status --format json"));
    }

    private static Ended child(List<String> jvm, List<String> args) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvm);
        command.addAll(
                List.of("-cp", System.getProperty("java.class.path"), "org.maquete.cli.Main"));
        command.addAll(args);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), out);
    }
}
