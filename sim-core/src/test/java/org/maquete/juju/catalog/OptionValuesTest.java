package org.maquete.juju.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maquete.kernel.Place;

class OptionValuesTest {

    private static final CharmMetadata NOVA = Resources.charm("nova-compute");

    @Test
    void convertsATextByTheOptionsType() {
        assertThat(OptionValues.parse(NOVA, "reserved-host-memory", "+1024"))
                .isEqualTo(new Parsed.Good<>(new OptionValue.Whole(1024)));
        assertThat(OptionValues.parse(NOVA, "cpu-allocation-ratio", "2"))
                .isEqualTo(new Parsed.Good<>(new OptionValue.Fraction(2.0)));
        assertThat(OptionValues.parse(NOVA, "enable-live-migration", "True"))
                .isEqualTo(new Parsed.Good<>(new OptionValue.Truth(true)));
        assertThat(OptionValues.parse(NOVA, "virt-type", "yes"))
                .isEqualTo(new Parsed.Good<>(new OptionValue.Text("yes")));
    }

    @Test
    void refusesAnUnknownOption() {
        assertThat(OptionValues.parse(NOVA, "virt-typ", "kvm"))
                .isEqualTo(new Parsed.Refused<>("unknown option \"virt-typ\""));
    }

    @ParameterizedTest
    @CsvSource({
        "reserved-host-memory, abc, int",
        "reserved-host-memory, 1.5, int",
        "reserved-host-memory, 0x10, int",
        "reserved-host-memory, 9223372036854775808, int",
        "cpu-allocation-ratio, two, float",
        "cpu-allocation-ratio, 1e999, float",
        "cpu-allocation-ratio, 1d, float",
        "enable-live-migration, yes, boolean",
        "enable-live-migration, tRue, boolean"
    })
    void refusesATextOfTheWrongType(String option, String text, String type) {
        assertThat(OptionValues.parse(NOVA, option, text))
                .isEqualTo(
                        new Parsed.Refused<>(
                                "option \"%s\" expected %s, got \"%s\""
                                        .formatted(option, type, text)));
    }

    @Test
    void readsTheSettingsOfOneApplication() {
        String text =
                """
                nova-compute:
                  config-flags: default_ephemeral_format=ext4
                  enable-live-migration: true
                  reserved-host-memory: "2048"
                  cpu-allocation-ratio: 4.0
                  rbd-pool:
                neutron-api:
                  nonsense: 1
                """;

        OptionSettings settings = OptionValues.file(NOVA, "nova-compute", "nova.yaml", text);

        assertThat(settings.problems()).isEmpty();
        assertThat(settings.values())
                .hasSize(4)
                .containsEntry("enable-live-migration", new OptionValue.Truth(true))
                .containsEntry("reserved-host-memory", new OptionValue.Whole(2048))
                .containsEntry("cpu-allocation-ratio", new OptionValue.Fraction(4.0));
    }

    @Test
    void namesAllProblemsOfAFileInItsOrder() {
        String text =
                """
                nova:
                  virt-type: yes
                  cpu-allocation-ratio: 2
                  virt-typ: kvm
                  enable-resize: "ja"
                  config-flags: [a, 1]
                  reserved-host-memory: 512
                  rbd-pool: {a: 0x10}
                """;

        OptionSettings settings = OptionValues.file(NOVA, "nova", "nova.yaml", text);

        assertThat(settings.problems())
                .containsExactly(
                        problem(2, "option \"virt-type\" expected string, got true"),
                        problem(3, "option \"cpu-allocation-ratio\" expected float, got 2"),
                        problem(4, "unknown option \"virt-typ\""),
                        problem(5, "option \"enable-resize\" expected boolean, got \"ja\""),
                        problem(
                                6,
                                "option \"config-flags\" expected string, got []interface {}{\"a\","
                                        + " 1}"),
                        problem(
                                8,
                                "option \"rbd-pool\" expected string, got map[interface"
                                        + " {}]interface {}{\"a\":16}"));
        assertThat(settings.values())
                .containsOnlyKeys("reserved-host-memory")
                .containsEntry("reserved-host-memory", new OptionValue.Whole(512));
    }

    private static OptionProblem problem(int line, String message) {
        return new OptionProblem(new Place("nova.yaml", line, 3), message);
    }

    @Test
    void missesTheApplicationsKey() {
        CharmMetadata osd = Resources.charm("ceph-osd");

        assertThat(
                        OptionValues.file(
                                        osd, "ceph-osd", "ceph-osd.yaml", "osd-devices: /dev/sdb\n")
                                .problems())
                .containsExactly(
                        new OptionProblem(
                                new Place("ceph-osd.yaml", 0, 0),
                                "no settings found for \"ceph-osd\""));
        assertThat(OptionValues.file(osd, "ceph-osd", "f", "").problems()).hasSize(1);
        assertThat(OptionValues.file(osd, "ceph-osd", "f", "ceph-osd:\n").problems()).hasSize(1);
    }

    @Test
    void namesThePlaceOfBrokenYaml() {
        OptionSettings settings =
                OptionValues.file(NOVA, "nova", "nova.yaml", "nova:\n  a: b: c\n");

        assertThat(settings.problems()).hasSize(1);
        assertThat(settings.problems().getFirst().message())
                .startsWith("cannot parse settings data: ");
        assertThat(settings.problems().getFirst().place().line()).isEqualTo(2);
    }

    @Test
    void printsADeeplyAliasedValueWithinBounds() {
        StringBuilder text = new StringBuilder("nova:\n  rbd-pool: \n    - &a0 [x]\n");
        for (int level = 1; level < 40; level++) {
            text.append("    - &a%d [*a%d, *a%d]\n".formatted(level, level - 1, level - 1));
        }

        OptionSettings settings = OptionValues.file(NOVA, "nova", "nova.yaml", text.toString());

        assertThat(settings.problems()).hasSize(1);
        assertThat(settings.problems().getFirst().message().length()).isLessThan(100_000);
    }

    @Test
    void knowsTrustOfEveryApplication() {
        assertThat(OptionValues.parse(NOVA, "trust", "true"))
                .isEqualTo(new Parsed.Good<>(new OptionValue.Truth(true)));
    }

    @ParameterizedTest
    @CsvSource({
        "1.0, 1",
        "0.98, 0.98",
        "0, 0",
        "123456, 123456",
        "1234567, 1.234567e+06",
        "0.0001, 0.0001",
        "0.00001, 1e-05",
        "-2.5, -2.5",
        "1e100, 1e+100"
    })
    void printsFractionsAsGoDoes(double value, String text) {
        assertThat(GoSyntax.number(value)).isEqualTo(text);
    }

    @Test
    void quotesAsGoDoes() {
        assertThat(GoSyntax.quote("a\"b\\c\n\u0001é")).isEqualTo("\"a\\\"b\\\\c\\n\\x01é\"");
    }
}
