package org.maquete.runbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ReadingLimitsTest {

    @Test
    void stopsAtTheLineLimit() {
        Script script = RunbookReader.read("a.sh", "\n".repeat(99_999) + "a\nb\n");

        assertThat(script.statements()).hasSize(1);
        assertThat(limits(script)).containsExactly("a.sh:100001: 100,000 lines");
    }

    @Test
    void stopsAtTheStatementLimit() {
        Script script = RunbookReader.read("a.sh", "a\n".repeat(10_001));

        assertThat(script.statements()).hasSize(10_000);
        assertThat(limits(script)).containsExactly("a.sh:10001: 10,000 statements");
    }

    @Test
    void stopsAtTheNestingLimit() {
        String nested = "( ".repeat(51) + "a" + ")".repeat(51) + "\nb\n";

        assertThat(limits(RunbookReader.read("a.sh", nested)))
                .containsExactly("a.sh:1: commands inside commands 50 deep");
        assertThat(limits(RunbookReader.read("a.sh", nested.substring(2).replace("a)", "a"))))
                .isEmpty();
    }

    @Test
    void stopsAtTheWordLimit() {
        assertThat(limits(RunbookReader.read("a.sh", "x".repeat(1_000_001))))
                .containsExactly("a.sh:1: a word of 1,000,000 characters");
        assertThat(limits(RunbookReader.read("a.sh", "'" + "x".repeat(1_000_001) + "'")))
                .containsExactly("a.sh:1: a word of 1,000,000 characters");
    }

    @Test
    void stopsAtTheHeightLimit() {
        String limit = "a.sh:1: commands that hang on one another 250 deep";

        assertThat(limits(RunbookReader.read("a.sh", "a && ".repeat(250) + "a")))
                .containsExactly(limit);
        assertThat(limits(RunbookReader.read("a.sh", "a && ".repeat(249) + "a"))).isEmpty();
        assertThat(limits(RunbookReader.read("a.sh", "{ a $(b" + " && a".repeat(248) + "); }")))
                .containsExactly(limit);
        assertThat(limits(RunbookReader.read("a.sh", "{ a $(b" + " && a".repeat(247) + "); }")))
                .isEmpty();
    }

    @Test
    void countsTheLinesOfAllFiles() {
        SourceText half = new SourceText("a.sh", "\n".repeat(60_000) + "a\n");

        assertThat(limits(RunbookReader.read(List.of(half, half)))).hasSize(1);
    }

    private static List<String> limits(Script script) {
        return script.notes().stream()
                .filter(note -> note.kind() == Note.Kind.LIMIT)
                .map(note -> note.place() + ": " + note.text().replace("At most ", ""))
                .map(text -> text.replace(" are read; the rest is left out.", ""))
                .toList();
    }
}
