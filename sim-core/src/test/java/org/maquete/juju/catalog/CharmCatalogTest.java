package org.maquete.juju.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CharmCatalogTest {

    @Test
    void readsAllCharmsOfTheIndex() {
        List<String> names = Resources.CATALOG.names();

        assertThat(names).hasSize(41).isSorted();
        for (String name : names) {
            assertThat(Resources.charm(name).name()).isEqualTo(name);
        }
    }

    @Test
    void everyOptionDefaultConvertsUnderItsOwnType() {
        int defaults = 0;
        for (String name : Resources.CATALOG.names()) {
            CharmMetadata charm = Resources.charm(name);
            for (ConfigOption option : charm.options().values()) {
                if (option.defaultValue().isPresent()) {
                    OptionValue value = option.defaultValue().get();
                    assertThat(OptionValues.parse(charm, option.name(), value.text()))
                            .as(name + " " + option.name())
                            .isEqualTo(new Parsed.Good<>(value));
                    defaults++;
                }
            }
        }

        assertThat(defaults).isGreaterThan(800);
    }

    @Test
    void everyReadinessCheckNamesEndpointsAndOptionsOfItsCharm() {
        for (String name : Resources.CATALOG.names()) {
            CharmMetadata charm = Resources.charm(name);
            List<String> named = new ArrayList<>();
            charm.readiness().required().forEach(check -> named.addAll(check.endpoints()));
            for (OptionalCheck optional : charm.readiness().optional()) {
                named.addAll(optional.check().endpoints());
                if (optional.when() instanceof Condition.Related(List<String> endpoints)) {
                    named.addAll(endpoints);
                }
            }

            assertThat(named).as(name).allMatch(endpoint -> charm.endpoint(endpoint).isPresent());
        }
    }

    @Test
    void knowsWhatTheGuidePrintsOfKeystone() {
        CharmMetadata keystone = Resources.charm("keystone");

        assertThat(keystone.revision()).isEqualTo(568);
        assertThat(keystone.version()).isEqualTo("21.0.0");
        assertThat(keystone.channel()).hasToString("yoga/stable");
        assertThat(keystone.ports()).containsExactly(new Port(5000, "tcp"));
        assertThat(keystone.readiness().activeMessage()).isEqualTo("Unit is ready");
        assertThat(keystone.readiness().applicationMessage()).isEqualTo("Application Ready");
        assertThat(keystone.readiness().required())
                .containsExactly(
                        new ReadinessCheck(
                                List.of("shared-db"),
                                "database",
                                Optional.empty(),
                                Optional.empty()));
    }

    @Test
    void knowsConditionsOfOptionalChecks() {
        assertThat(Resources.charm("nova-compute").readiness().optional())
                .extracting(OptionalCheck::when)
                .contains(new Condition.ConfigIs("encrypt", new OptionValue.Truth(true)))
                .contains(new Condition.Related(List.of("ceph")));
    }

    @Test
    void knowsActionsOfVault() {
        assertThat(Resources.charm("vault").action("authorize-charm"))
                .contains(new CharmAction("authorize-charm", List.of("token")));
    }

    @Test
    void saysNothingReadyIsKnownOfCharmsWhoseStatusCodeWasNotRead() {
        assertThat(Resources.charm("neutron-gateway").readiness()).isEqualTo(Readiness.UNKNOWN);
    }

    @Test
    void hasNoCharmThatIsNotInTheIndex() {
        assertThat(Resources.CATALOG.find("nginx")).isEmpty();
    }

    @Test
    void readsACharmOnceAndOnlyWhenAsked() {
        List<String> asked = new ArrayList<>();
        CharmCatalog catalog =
                new CharmCatalog(
                        new CharmTexts() {
                            @Override
                            public List<String> names() {
                                return List.of("ubuntu", "vault");
                            }

                            @Override
                            public String text(String charm) {
                                asked.add(charm);
                                return new Resources().text(charm);
                            }
                        });

        catalog.find("vault");
        catalog.find("vault");

        assertThat(asked).containsExactly("vault");
    }

    @Test
    void namesEveryProblemOfATextAtOnceWithItsLine() {
        String text =
                """
                name: x
                source: none
                subordinate: maybe
                channel: yoga/Stable
                bases: [jammy]
                colour: red
                provides:
                  db: []
                options:
                  a: [int, ten]
                  b: [number]
                readiness: {style: odd, units: 1, active: [ok]}
                ports: [80]
                """;

        CharmReading reading = CharmReader.read("x.yaml", text);

        assertThat(reading).isInstanceOf(CharmReading.Unreadable.class);
        assertThat(((CharmReading.Unreadable) reading).problems())
                .extracting(problem -> problem.place().toString())
                .contains(
                        "x.yaml:3",
                        "x.yaml:4",
                        "x.yaml:5",
                        "x.yaml:6",
                        "x.yaml:8",
                        "x.yaml:10",
                        "x.yaml:11",
                        "x.yaml:12",
                        "x.yaml:13");
        assertThat(((CharmReading.Unreadable) reading).problems())
                .extracting(CharmProblem::toString)
                .contains("x.yaml:3: expected true or false, found maybe");
    }

    @Test
    void namesThePlaceOfBrokenYaml() {
        CharmReading reading = CharmReader.read("x.yaml", "name: x\nbases: [a\nb: c: d\n");

        assertThat(reading)
                .isInstanceOfSatisfying(
                        CharmReading.Unreadable.class,
                        bad -> assertThat(bad.problems().getFirst().place().line()).isPositive());
    }

    @Test
    void throwsOnATextOfOursThatCannotBeRead() {
        CharmTexts texts =
                new CharmTexts() {
                    @Override
                    public List<String> names() {
                        return List.of("x");
                    }

                    @Override
                    public String text(String charm) {
                        return "";
                    }
                };

        assertThatThrownBy(() -> new CharmCatalog(texts).find("x"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("key name");
    }
}
