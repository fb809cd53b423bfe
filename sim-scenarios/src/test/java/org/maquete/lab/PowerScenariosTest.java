package org.maquete.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.maquete.hardware.HardwareView;
import org.maquete.hardware.Machine;
import org.maquete.kernel.Simulation;
import org.maquete.lab.PowerScenarios.Result;
import org.maquete.lab.PowerScenarios.Scenario;

/** Power lost and given back in 40 ways, on the deployed cloud of the corrected runbook. */
final class PowerScenariosTest {

    private static final Path SINGLES =
            Path.of("src/test/resources/golden/whatif/power/singles-and-pairs.txt");
    private static final Path ORDERS =
            Path.of("src/test/resources/golden/whatif/power/orders-of-return.txt");

    private static final Map<String, Result> RESULTS = new LinkedHashMap<>();

    private static Simulation deployed;

    @BeforeAll
    static void runAll() {
        deployed = Labs.deployed();
        scenarios().forEach(s -> RESULTS.put(s.name(), PowerScenarios.run(deployed, s)));
    }

    private static Stream<Scenario> scenarios() {
        return Stream.concat(
                PowerScenarios.singlesAndPairs().stream(),
                PowerScenarios.ordersOfReturn().stream());
    }

    @Test
    void areForty() {
        assertThat(RESULTS).hasSize(40);
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void theSameScenarioGivesTheSameDigestTwice(Scenario scenario) {
        Result again = PowerScenarios.run(deployed, scenario);

        assertThat(again.digest()).isEqualTo(result(scenario).digest());
        assertThat(again.branches().settled()).isTrue();
        assertThat(again.branches().disturbed().violations()).isEmpty();
    }

    @Test
    void singlesAndPairsGiveTheTableOfServices() throws IOException {
        check(SINGLES, table(PowerScenarios.singlesAndPairs()));
    }

    @Test
    void eachOrderOfReturnGivesTheTableOfServices() throws IOException {
        check(ORDERS, table(PowerScenarios.ordersOfReturn()));
    }

    @Test
    void everyMachineRunsAgainThatRanBefore() {
        for (Result result : RESULTS.values()) {
            assertThat(HardwareView.machines(result.branches().disturbed().world()))
                    .as(result.scenario().name())
                    .filteredOn(machine -> !machine.name().equals("server2"))
                    .allMatch(Machine::on);
        }
    }

    private static Result result(Scenario scenario) {
        return Objects.requireNonNull(RESULTS.get(scenario.name()), scenario.name());
    }

    private static void check(Path golden, String table) throws IOException {
        if ("write".equals(System.getProperty("golden"))) {
            Files.writeString(golden, table);
        }
        assertThat(table)
                .as("%s; if the change is meant, run the tests with -Dgolden=write", golden)
                .isEqualTo(Files.readString(golden));
    }

    private static String table(List<Scenario> scenarios) {
        StringBuilder out = new StringBuilder();
        names(scenarios, out);
        out.append("\nbefore, during, after: + up, ~ with fewer units, - down\n\n");
        signs(scenarios, out);
        return out.toString();
    }

    private static void names(List<Scenario> scenarios, StringBuilder out) {
        int number = 0;
        for (Scenario scenario : scenarios) {
            Result result = result(scenario);
            out.append(String.format(Locale.ROOT, "%2d %s\n", ++number, scenario.name()));
            result.tasks()
                    .forEach(task ->
                            out.append("   ! ")
                                    .append(task.subject())
                                    .append(": ")
                                    .append(task.why())
                                    .append('\n'));
        }
    }

    private static void signs(List<Scenario> scenarios, StringBuilder out) {
        out.append(" ".repeat(26));
        for (int i = 1; i <= scenarios.size(); i++) {
            out.append(String.format(Locale.ROOT, " %3d", i));
        }
        out.append('\n');
        List<String> services = new ArrayList<>();
        for (Scenario scenario : scenarios) {
            result(scenario).signs().keySet().stream()
                    .filter(service -> !services.contains(service))
                    .forEach(services::add);
        }
        for (String service : services) {
            out.append(String.format(Locale.ROOT, "%-26s", service));
            for (Scenario scenario : scenarios) {
                out.append(' ').append(result(scenario).signs().get(service));
            }
            out.append('\n');
        }
    }
}
