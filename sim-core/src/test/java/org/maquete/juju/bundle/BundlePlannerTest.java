package org.maquete.juju.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.maquete.juju.catalog.CharmCatalog;
import org.maquete.juju.catalog.CharmTexts;
import org.maquete.runbook.SourceText;

/** The changes of a bundle, against what the tests of Juju expect. */
class BundlePlannerTest {

    static final CharmCatalog CHARMS = new CharmCatalog(new Texts());

    /** Charms as the tests of Juju have them. */
    private static final class Texts implements CharmTexts {
        @Override
        public List<String> names() {
            return List.of("django", "mem", "mysql", "rails", "wordpress");
        }

        @Override
        public String text(String charm) {
            return """
            name: %s
            source: a test
            subordinate: false
            channel: latest/stable
            bases: [ubuntu@20.04, ubuntu@22.04]
            provides: {server: [x]}
            requires: {db: [x]}
            options: {port: [int, 1]}
            """
                    .formatted(charm);
        }
    }

    static Stream<BundleCases> recorded() {
        return BundleCases.readFrom(BundleCases.CHANGES + "cases.txt").stream();
    }

    @ParameterizedTest
    @MethodSource("recorded")
    void plansAsJujuDoes(BundleCases one) {
        BundlePlan plan = plan(one.input());

        assertThat(plan).isInstanceOf(BundlePlan.Changes.class);
        assertThat(
                        ((BundlePlan.Changes) plan)
                                .changes().stream().flatMap(c -> c.description().stream()))
                .containsExactlyElementsOf(one.expected());
    }

    @Test
    void tellsWhereCharmsAreInOrderOfApplication() {
        BundlePlan plan =
                plan(
                        """
                        applications:
                          z: {charm: mysql, channel: 8.0}
                          b: {charm: wordpress, channel: stable}
                          a: {charm: django}
                        """);

        assertThat(((BundlePlan.Changes) plan).located())
                .containsExactly(
                        "Located charm \"django\" in charm-hub, channel latest/stable",
                        "Located charm \"wordpress\" in charm-hub, channel stable",
                        "Located charm \"mysql\" in charm-hub, channel 8.0/stable");
    }

    @Test
    void refusesPlacementsInACircle() {
        assertThat(
                        plan(
                                """
                                applications:
                                  a: {charm: mysql, num_units: 1, to: [b]}
                                  b: {charm: mysql, num_units: 1, to: ["lxd:a/0"]}
                                """))
                .isEqualTo(new BundlePlan.Refused("cycle in placement directives for: a, b"));
    }

    @Test
    void keepsTheErrorOfOptionsForTheController() {
        BundlePlan plan = plan("applications: {db: {charm: mysql, options: {port: high}}}\n");

        assertThat(((BundlePlan.Changes) plan).changes().get(1))
                .isInstanceOfSatisfying(
                        BundleChange.AddApplication.class,
                        change ->
                                assertThat(change.wrong())
                                        .isEqualTo("option \"port\" expected int, got \"high\""));
    }

    @Test
    void namesTheApplicationsThatWaitForAMachine() {
        BundlePlan plan =
                plan(
                        """
                        applications:
                          a: {charm: mysql, num_units: 1, to: ["lxd:0"]}
                          b: {charm: mysql, num_units: 1, to: ["0"]}
                          c: {charm: mysql, num_units: 1, to: ["lxd:0"]}
                        machines: {0: }
                        """);

        assertThat(
                        ((BundlePlan.Changes) plan)
                                .changes().stream()
                                        .filter(c -> c instanceof BundleChange.AddMachine)
                                        .map(c -> ((BundleChange.AddMachine) c).holders()))
                .containsExactly("a, b and c units", "a unit", "c unit");
    }

    @Test
    void saysWhatIsNotModelled() {
        assertThat(plan("bundle: kubernetes\napplications: {db: {charm: mysql}}\n"))
                .isEqualTo(new BundlePlan.NotModelled("bundles for Kubernetes models"));
        assertThat(plan("applications: {db: {charm: unheard-of}}\n"))
                .isEqualTo(new BundlePlan.NotModelled("the charm unheard-of"));
        assertThat(plan("applications: {db: {charm: ./there}}\n"))
                .isEqualTo(new BundlePlan.NotModelled("deploying the file ./there"));
        assertThat(
                        plan(
                                "applications: {db: {charm: mysql}}\n"
                                        + "saas: {far: {url: admin/default.far}}\n"))
                .isEqualTo(new BundlePlan.NotModelled("offers of other models in a bundle (saas)"));
    }

    private static BundlePlan plan(String text) {
        BundleReading reading =
                BundleReader.read(
                        new SourceText("bundle.yaml", text), List.of(), BundleCases.FILES);
        assertThat(reading).isInstanceOf(BundleReading.Composed.class);
        return BundlePlanner.plan(
                ((BundleReading.Composed) reading).bundle(),
                CHARMS,
                ExistingModel.empty(),
                new BundlePlanner.Wish(false, false));
    }
}
