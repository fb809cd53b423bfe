package org.maquete.tool.cliff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.maquete.tool.argparse.ArgumentParser;
import org.maquete.tool.argparse.Grammar;
import org.maquete.tool.argparse.Namespace;
import org.maquete.tool.argparse.ParseResult;
import org.maquete.tool.argparse.Value;

/**
 * Compares our output formats with what cliff's own formatters printed.
 *
 * <p>{@code -Dmaquete.live.formatters=cases.jsonl} compares freshly recorded cases too.
 */
final class FormatterGoldenTest {

    private static final OpenstackGrammar GRAMMAR = OpenstackGrammar.bundled();

    @Test
    void printsWhatCliffPrints() {
        List<SequencedMap<String, Value>> cases =
                GoldenCases.readLive(
                        "maquete.live.formatters",
                        GoldenCases.GOLDEN.resolve("cliff-formatters/cases.jsonl"));
        List<String> differences = new ArrayList<>();

        for (SequencedMap<String, Value> each : cases) {
            Printed wanted =
                    new Printed(
                            text(each, "stdout"),
                            text(each, "stderr"),
                            Integer.parseInt(text(each, "exit")));
            Printed found = print(each);
            if (!found.equals(wanted)) {
                differences.add(
                        each
                                + "\n  real "
                                + wanted.stdout()
                                + wanted.stderr()
                                + "\n  ours "
                                + found.stdout()
                                + found.stderr());
            }
        }

        assertThat(differences).isEmpty();
    }

    private static Printed print(SequencedMap<String, Value> of) {
        boolean isList = text(of, "kind").equals("list");
        OutputOptions options = options(isList, GoldenCases.texts(of, "words"));
        List<String> columns = GoldenCases.texts(of, "columns");
        List<List<Cell>> rows =
                GoldenCases.values(of, "rows").stream()
                        .map(row ->
                                ((Value.Many) row)
                                        .values().stream().map(FormatterGoldenTest::cell).toList())
                        .toList();
        return isList
                ? Lister.print(options, columns, rows)
                : ShowOne.print(options, columns, rows.getFirst());
    }

    private static OutputOptions options(boolean isList, List<String> words) {
        Grammar grammar =
                GRAMMAR.command(isList ? "service list" : "configuration show").orElseThrow();
        return switch (ArgumentParser.parse(grammar, words)) {
            case ParseResult.Parsed(Namespace values, List<String> _) -> new OutputOptions(values);
            case ParseResult other -> throw new AssertionError(words + ": " + other);
        };
    }

    private static Cell cell(Value value) {
        if (!(value instanceof Value.Fields(SequencedMap<String, Value> fields))) {
            return Cell.of(value);
        }
        Map.Entry<String, Value> only = fields.firstEntry();
        return switch (only.getKey()) {
            case "dict" -> Cell.dict((Value.Fields) only.getValue());
            case "list" -> Cell.list(texts(only.getValue()));
            case "lists" -> {
                Map<String, List<String>> lists = new LinkedHashMap<>();
                ((Value.Fields) only.getValue())
                        .fields()
                        .forEach((key, list) -> lists.put(key, texts(list)));
                yield Cell.dictOfLists(lists);
            }
            default ->
                    Cell.listOfDicts(
                            ((Value.Many) only.getValue())
                                    .values().stream().map(v -> (Value.Fields) v).toList());
        };
    }

    private static List<String> texts(Value value) {
        return ((Value.Many) value).values().stream().map(Value::str).toList();
    }

    private static String text(SequencedMap<String, Value> of, String key) {
        return of.getOrDefault(key, Value.none()).str();
    }
}
