package org.maquete.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ArgumentsTest {

    private static final List<Option> OPTIONS =
            List.of(
                    Option.value("--lab", "LAB", "the lab"),
                    Option.values("--print", "COMMAND", "type this"),
                    Option.value("--at", "TIME", "when"),
                    Option.flag("--all", "everything"));

    private final Problems problems = new Problems();

    @Test
    void tellsOptionsFromWords() {
        Arguments arguments = read("a.md", "--lab", "lab.yaml", "b.md", "--all", "--", "--c.md");

        assertThat(arguments.words()).containsExactly("a.md", "b.md", "--c.md");
        assertThat(arguments.value("--lab")).contains("lab.yaml");
        assertThat(arguments.has("--all")).isTrue();
        assertThat(problems.isEmpty()).isTrue();
    }

    @Test
    void keepsRepeatedOptionsInOrder() {
        Arguments arguments = read("--print=juju status", "--print", "ceph -s");

        assertThat(arguments.all("--print")).containsExactly("juju status", "ceph -s");
    }

    @Test
    void namesTheNearestOfAnUnknownOption() {
        read("--lap", "x");

        assertThat(problems.text())
                .isEqualTo(
                        "--lap: expected an option of this command, found none of that name\n"
                                + "Maybe \"--lab\" is meant.");
    }

    @Test
    void collectsAllProblems() {
        Arguments arguments =
                read("--at", "soon", "--lab", "a", "--lab", "b", "--all=yes", "--print");

        arguments.duration("--at");

        assertThat(problems.text())
                .contains("--at: expected a time such as 90s")
                .contains("--lab: expected this option once, found it twice")
                .contains("--all: expected no value, found \"yes\"")
                .contains("--print: expected COMMAND behind it, found nothing");
    }

    @Test
    void doesNotTakeAnOptionForAValue() {
        read("--lab", "--all");

        assertThat(problems.text()).startsWith("--lab: expected LAB behind it, found nothing");
    }

    private Arguments read(String... args) {
        return Arguments.of(List.of(args), OPTIONS, problems);
    }
}
