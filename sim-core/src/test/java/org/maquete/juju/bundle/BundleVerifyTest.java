package org.maquete.juju.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.maquete.juju.catalog.Resources;
import org.maquete.runbook.SourceText;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Every message of juju/charm bundledata.go, word for word and in order. */
class BundleVerifyTest {

    private static final String HEAD = "the provided bundle has the following errors:\n";

    static Stream<BundleCases> local() {
        return Stream.of("cases.txt", "cases-machines.txt")
                .flatMap(file -> BundleCases.read(file).stream());
    }

    static Stream<BundleCases> withCharms() {
        return BundleCases.read("cases-charms.txt").stream();
    }

    @ParameterizedTest
    @MethodSource("local")
    void refusesInTheWordsOfJuju(BundleCases one) {
        BundleReading reading = read(one.input());

        assertThat(reading).isInstanceOf(BundleReading.Refused.class);
        assertThat(((BundleReading.Refused) reading).message())
                .isEqualTo(HEAD + String.join("\n", one.expected()));
    }

    @ParameterizedTest
    @MethodSource("withCharms")
    void seesMoreWithTheCharmsAtHand(BundleCases one) {
        BundleReading reading = read(one.input());
        Bundle bundle = bundleOf(one.input());

        List<BundleProblem> problems =
                BundleReader.verifyWith(Resources.CATALOG, bundle, BundleCases.FILES);

        assertThat(reading)
                .as("juju deploy does not look at charms")
                .isInstanceOf(
                        one.expected().getFirst().endsWith("is defined more than once")
                                ? BundleReading.class
                                : BundleReading.Composed.class);
        assertThat(problems.stream().map(BundleProblem::message)).isEqualTo(one.expected());
    }

    @Test
    void hasACaseForEveryTemplate() {
        Map<String, Pattern> templates = templates();
        List<BundleCases> cases = new ArrayList<>(local().toList());
        withCharms().forEach(cases::add);
        TreeSet<String> without = new TreeSet<>(templates.keySet());

        for (BundleCases one : cases) {
            for (String line : one.words().split(" ", -1)) {
                assertThat(templates).containsKey(line);
                Pattern template = templates.getOrDefault(line, Pattern.compile(""));
                if (one.expected().stream().anyMatch(m -> template.matcher(m).matches())) {
                    without.remove(line);
                }
            }
        }

        assertThat(templates).hasSize(60);
        assertThat(without).isEmpty();
    }

    @Test
    void namesEachProblemWithItsPlace() {
        String text =
                """
                applications:
                  db:
                    charm: mysql
                    num_units: 1
                    to: [lxd:7]
                relations:
                - [db:x, web:y]
                """;

        BundleReading.Refused refused = (BundleReading.Refused) read(text);

        assertThat(refused.problems().stream().map(BundleProblem::toString))
                .containsExactly(
                        "bundle.yaml:5: placement \"lxd:7\" refers to a machine not defined in"
                                + " this bundle",
                        "bundle.yaml:7: relation [\"db:x\" \"web:y\"] refers to application"
                                + " \"web\" not defined in this bundle");
    }

    @Test
    void refusesAnImageInTheBaseAndTakesItInAnOverlay() {
        String base = "applications: {db: {charm: mysql, constraints: image-id=x}}\n";
        String overlay = "applications: {db: {constraints: image-id=x}}\n";

        assertThat(((BundleReading.Refused) read(base)).message())
                .isEqualTo(
                        HEAD
                                + "invalid constraints \"image-id=x\" in application \"db\":"
                                + " 'image-id' constraint in a base bundle not supported");
        assertThat(read("applications: {db: {charm: mysql}}\n---\n" + overlay))
                .isInstanceOf(BundleReading.Composed.class);
    }

    @Test
    void tellsOfSeriesThatAreNotTheBaseOnlyBesideOtherErrors() {
        String mixed = "series: focal\ndefault-base: ubuntu@22.04\n";
        String right = "applications: {db: {charm: mysql}}\n";
        String wrong = "applications: {db: {charm: mysql, num_units: -1}}\n";

        assertThat(read(mixed + right)).isInstanceOf(BundleReading.Composed.class);
        assertThat(((BundleReading.Refused) read(mixed + wrong)).message())
                .isEqualTo(
                        HEAD
                                + "bundle series \"focal\" and base \"ubuntu@22.04\" must match if"
                                + " both supplied\n"
                                + "negative number of units specified on application \"db\"");
    }

    @Test
    void refusesPlacementsAndRelationsThatAreNone() {
        String text =
                """
                applications: {db: {charm: mysql, num_units: 2, to: ["lxd:new/1", "a b"]}}
                relations: [["db:", "db:UP"]]
                """;

        assertThat(((BundleReading.Refused) read(text)).message())
                .isEqualTo(
                        HEAD
                                + """
                                invalid placement syntax "lxd:new/1"
                                invalid placement syntax "a b"
                                invalid relation syntax "db:"
                                invalid relation syntax "db:UP\"\
                                """);
    }

    private static BundleReading read(String text) {
        return BundleReader.read(new SourceText("bundle.yaml", text), List.of(), BundleCases.FILES);
    }

    /** The bundle as it is, right or wrong for {@code juju deploy}. */
    private static Bundle bundleOf(String text) {
        Optional<org.snakeyaml.engine.v2.nodes.Node> root =
                new org.snakeyaml.engine.v2.api.lowlevel.Compose(
                                LoadSettings.builder().setLabel("bundle.yaml").build())
                        .composeString(text);
        return new BundleDecoder(new ArrayList<>()).bundle(root.orElseThrow());
    }

    private static Map<String, Pattern> templates() {
        Map<String, Pattern> templates = new LinkedHashMap<>();
        Object root =
                new Load(LoadSettings.builder().build())
                        .loadFromString(Resources.read(BundleCases.GOLDEN + "templates.yaml"));
        Object errors = Objects.requireNonNull(((Map<?, ?>) root).get("errors"));
        for (Object error : (List<?>) errors) {
            Map<?, ?> entry = (Map<?, ?>) error;
            String message = String.valueOf(entry.get("message"));
            templates.put(String.valueOf(entry.get("line")), pattern(message));
        }
        return templates;
    }

    /** A Go format as a pattern; two texts joined by {@code +} in the source are one. */
    private static Pattern pattern(String message) {
        String format = message.replaceAll("\"\\+\\s+\"", "").replaceAll("%(\\[1])?[qvsd]", "\0");
        StringBuilder pattern = new StringBuilder();
        for (String part : format.split("\0", -1)) {
            pattern.append(pattern.isEmpty() ? "" : "(?s:.*)").append(Pattern.quote(part));
        }
        return Pattern.compile(pattern.toString());
    }
}
