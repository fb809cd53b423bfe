package org.maquete.runbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.maquete.kernel.Place;
import org.maquete.runbook.Statement.ShownFile;
import org.maquete.runbook.Statement.SimpleCommand;

final class RunbookReaderTest {

    @Test
    void neverTakesProseForCommands() {
        Script script = RunbookReader.read("a.md", "juju deploy vault\n\n    juju expose vault\n");

        assertThat(script.statements()).isEmpty();
    }

    @Test
    void readsAScriptWithoutFencesAsShell() {
        assertThat(listing("a.sh", "juju status\n")).isEqualTo("1:1 command juju status\n");
        assertThat(listing("a.txt", "juju status\n")).isEqualTo("1:1 command juju status\n");
        assertThat(listing("a.txt", "#!/bin/sh\n# title\njuju status\n"))
                .isEqualTo("3:1 command juju status\n");
    }

    @Test
    void readsTextWithAHeadingAsMarkdown() {
        assertThat(listing("a.txt", "# Plan\njuju status\n")).isEmpty();
    }

    @Test
    void keepsLinesAndColumnsWithForeignLineEnds() {
        String text = "\ufeff# Plan\r\n```bash\r\n\tjuju a \\\r\n  b\r\njuju c\r\n```\r\n";

        assertThat(listing("a.md", text)).isEqualTo("3:2 command juju a b\n5:1 command juju c\n");
    }

    @Test
    void givesEveryWordItsPlace() {
        Script script = RunbookReader.read("a.sh", "\n  juju  deploy \\\n   'a b'\n");

        SimpleCommand command = (SimpleCommand) script.statements().getFirst();
        assertThat(command.words())
                .extracting(Word::place)
                .containsExactly(
                        new Place("a.sh", 2, 3), new Place("a.sh", 2, 9), new Place("a.sh", 3, 4));
        assertThat(command.source()).isEqualTo("juju  deploy 'a b'");
    }

    @Test
    void joinsContinuedLinesInTheSource() {
        Script script = RunbookReader.read("a.sh", "wget url \\\n   -O \\  \n file # why\n");

        assertThat(script.statements().getFirst().source()).isEqualTo("wget url -O file");
    }

    @Test
    void readsSeveralFilesAsOnePlan() {
        Script script =
                RunbookReader.read(
                        List.of(
                                new SourceText("b.md", "```\nkeystone:\n  a: 1\n```\n"),
                                new SourceText(
                                        "a.sh", "juju deploy --config k.yaml keystone XXX")));

        assertThat(script.statements().getFirst())
                .isEqualTo(
                        new ShownFile(
                                new Place("b.md", 2, 1),
                                "file k.yaml",
                                "k.yaml",
                                "keystone:\n  a: 1\n"));
        assertThat(script.statements().getLast().place()).isEqualTo(new Place("a.sh", 1, 1));
    }

    @Test
    void takesAFileMentionedAgainForAChangeOfIt() {
        String fence = "```bash\nvault:\n  a: 1\n```\n";
        String other = "```bash\nceph-mon:\n  a: 1\n```\n";

        assertThat(names("`v.yaml`\n" + fence + fence)).containsExactly("v.yaml", "v.yaml");
        assertThat(names("`v.yaml`\n" + fence + "`v.yaml`\n" + other))
                .containsExactly("v.yaml", "v.yaml");
        assertThat(names("`v.yaml`\n" + fence + other)).containsExactly("v.yaml");
    }

    @Test
    void doesNotGiveAYamlTheNameOfAFileThatACommandWrites() {
        String here = "```bash\ncat > v.yaml <<EOF\nvault:\nEOF\n```\n";
        String use = "```bash\njuju deploy --config v.yaml vault\n```\n";

        assertThat(names(here + "```\nvault:\n  a: 1\n```\n" + use)).isEmpty();
    }

    @Test
    void namesAYamlByItsTitleOrFirstComment() {
        assertThat(names("```yaml title=\"a.yaml\"\n- x\n```\n")).containsExactly("a.yaml");
        assertThat(names("```\n# b.yml\nx:\n  y: 1\n```\n")).containsExactly("b.yml");
    }

    @Test
    void notesAYamlWithoutAName() {
        Script script = RunbookReader.read("a.md", "```yaml\nx: 1\n```\n");

        assertThat(script.notes())
                .extracting(Note::text)
                .containsExactly("YAML without a file name.");
    }

    @Test
    void notesAFenceThatIsNeverClosed() {
        Script script = RunbookReader.read("a.md", "text\n```bash\njuju status\n");

        assertThat(script.statements()).hasSize(1);
        assertThat(script.notes()).extracting(Note::place).containsExactly(new Place("a.md", 2, 1));
    }

    @Test
    void refusesTheLiteralOfAWordThatIsNotLiteral() {
        Script script = RunbookReader.read("a.sh", "echo $HOME");
        Word word = ((SimpleCommand) script.statements().getFirst()).words().getLast();

        assertThat(word.isLiteral()).isFalse();
        assertThat(word.shown()).isEqualTo("$HOME");
        assertThatThrownBy(word::literal).hasMessageContaining("found $HOME");
    }

    private static List<String> names(String markdown) {
        return RunbookReader.read("a.md", markdown).statements().stream()
                .filter(statement -> statement instanceof ShownFile)
                .map(statement -> ((ShownFile) statement).name())
                .toList();
    }

    private static String listing(String name, String text) {
        Script script = RunbookReader.read(name, text);
        return ScriptListing.of(new Script(script.statements(), List.of()));
    }
}
