package org.maquete.runbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ShellTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            quoteCharacter = '~',
            value = {
                "a 'b c'd@ a «b c»d",
                "a b\\ c ''@ a b« »c «»",
                "a \"b'c\"@ a «b'c»",
                "a \"x\\\"y\\n\"@ a «x\"y\\n»",
                "a $'x\\'y'@ a «x'y»",
                "a $B ${C} ${D:-e} ${F-'g h'}@ a ${B} ${C} ${D:-e} ${F:-g h}",
                "a $? $1 $ $%@ a ${?} ${1} $ $%",
                "a b#c #d@ a b#c",
                "a ~/x *.img@ a ~/x *.img",
                "a 10.103.0.X 10.0.0.1 X@ a ?10.103.0.X? 10.0.0.1 X",
                "a token=XXXX XX fooXXX@ a token=?XXXX? XX fooXXX",
                "a <id>:<o nome> <1@ a ?<id>?:?<o nome>? READ 1",
                "a '{{ip}}' {{ip}}@ a «?{{ip}}?» ?{{ip}}?",
                "a <in >out@ a READ in WRITE out",
                "a <in 2>err@ a READ in STDERR err",
                "a \"<b>x</b>\"@ a «<b>x</b>»",
                "a &> b 2>> c >| d@ a BOTH b STDERR c WRITE d",
                "a >& b 1> c 2>&1@ a BOTH b WRITE c STDERR_TO_STDOUT 1",
                "a {} {b} }@ a {} {b} }",
                "A= B=c d e=f@ A= B=c d e=f",
                "time -p a@ a",
            })
    void readsTheWordsOfACommand(String typed, String expected) {
        Script script = RunbookReader.read("a.sh", typed);

        Script withoutNotes = new Script(script.statements(), List.of());
        assertThat(ScriptListing.of(withoutNotes).lines().findFirst().orElse(""))
                .endsWith(" command" + " " + expected.strip());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            quoteCharacter = '~',
            value = {
                "echo \"a@ \" that is never closed",
                "echo 'a@ ' that is never closed",
                "echo `a@ ` that is never closed",
                "echo $(a@ $( that is never closed",
                "echo ${a@ ${ that is never closed",
                "echo a > @ > without a target",
                "echo (a)@ unexpected (",
                "done@ unexpected done",
                "a && @ a command that ends too early",
                "for; do a; done@ for without a variable",
                "for a in b; c; done@ for without do",
                "for a in b; do c@ for without done",
                "if a; then b@ if without fi",
                "{ a@ { that is never closed",
                ";;@ unexpected ;",
            })
    void namesWhatCannotBeUnderstood(String typed, String construct) {
        String text = typed.replace(" > ", " >") + "\n";

        Script script = RunbookReader.read("a.sh", text);

        assertThat(script.statements().getFirst())
                .isInstanceOfSatisfying(
                        Statement.Unsupported.class,
                        found -> assertThat(found.construct()).isEqualTo(construct.strip()));
        assertThat(script.notes()).isNotEmpty();
    }

    @Test
    void goesOnInTheLineBehindABrokenOne() {
        Script script = RunbookReader.read("a.sh", "juju a\necho don't\njuju b\n");

        assertThat(script.statements()).extracting(s -> s.place().line()).containsExactly(1, 2, 3);
        assertThat(script.statements().getLast()).isInstanceOf(Statement.SimpleCommand.class);
    }

    @Test
    void leansChainsToTheLeft() {
        Script script = RunbookReader.read("a.sh", "a && b || c\n");

        Statement.AndOr outer = (Statement.AndOr) script.statements().getFirst();
        assertThat(outer.operator()).isEqualTo(Statement.AndOr.Operator.OR);
        assertThat(outer.left().source()).isEqualTo("a && b");
        assertThat(outer.source()).isEqualTo("a && b || c");
    }

    @Test
    void keepsPlacesInsideNestedBackTicks() {
        Script script = RunbookReader.read("a.sh", "echo `a \\`b\\` c`\n");

        assertThat(ScriptListing.of(script))
                .contains("  1:7 command a `b` c", "    1:11 command b");
    }

    @Test
    void readsTwoHereDocumentsOfOneLineInOrder() {
        Script script = RunbookReader.read("a.sh", "a <<X <<'Y' && b\n1 $V\nX\n2 $V\nY\nc\n");

        assertThat(ScriptListing.of(script))
                .isEqualTo(
                        """
                        1:1 AND
                          1:1 command a HERE_DOCUMENT X HERE_DOCUMENT «Y»
                              | «1 »«${V}»«
                              | »
                              | «2 $V
                              | »
                          1:16 command b
                        6:1 command c
                        """);
    }
}
