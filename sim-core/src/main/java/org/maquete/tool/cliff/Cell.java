package org.maquete.tool.cliff;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.maquete.tool.argparse.Value;

/** One value of an output table: what a program reads, and what a person reads. */
public sealed interface Cell {

    /** What json, yaml, csv, value and shell print. */
    Value machine();

    /** What the table prints. */
    String human();

    /** A bare value, the same for both. */
    record Plain(Value machine) implements Cell {

        @Override
        public String human() {
            return machine.str();
        }
    }

    /** A FormattableColumn, whose text for a person differs. */
    record Formatted(Value machine, String human) implements Cell {}

    static Cell of(String text) {
        return new Plain(Value.text(text));
    }

    static Cell of(long number) {
        return new Plain(Value.whole(number));
    }

    static Cell of(boolean set) {
        return new Plain(Value.flag(set));
    }

    static Cell of(Value value) {
        return new Plain(value);
    }

    /** Python's None. */
    static Cell none() {
        return new Plain(Value.none());
    }

    /** osc-lib's DictColumn: {@code a='1', b='2'}, sorted, nested keys joined by a dot. */
    static Cell dict(Value.Fields fields) {
        return new Formatted(fields, dictText(fields, Optional.empty()));
    }

    /** osc-lib's ListColumn: {@code a, b}, sorted. */
    static Cell list(List<String> texts) {
        Value values = new Value.Many(texts.stream().map(Value::text).toList());
        return new Formatted(values, listText(texts));
    }

    /** osc-lib's DictListColumn: {@code net=10.0.0.2, 10.0.0.3; other=...}, sorted. */
    static Cell dictOfLists(Map<String, List<String>> lists) {
        Value.Fields fields = Value.fields();
        StringJoiner text = new StringJoiner("; ");
        for (Map.Entry<String, List<String>> each : lists.entrySet()) {
            List<Value> values = each.getValue().stream().map(Value::text).toList();
            fields = fields.with(each.getKey(), new Value.Many(values));
        }
        new TreeMap<>(lists).forEach((key, texts) -> text.add(key + "=" + listText(texts)));
        return new Formatted(fields, text.toString());
    }

    /** osc-lib's ListDictColumn: one dict a line. */
    static Cell listOfDicts(List<Value.Fields> dicts) {
        StringJoiner text = new StringJoiner("\n");
        dicts.forEach(each -> text.add(dictText(each, Optional.empty())));
        return new Formatted(new Value.Many(new ArrayList<>(dicts)), text.toString());
    }

    private static String listText(List<String> texts) {
        return String.join(", ", texts.stream().sorted().toList());
    }

    private static String dictText(Value.Fields fields, Optional<String> prefix) {
        StringJoiner text = new StringJoiner(", ");
        new TreeMap<>(fields.fields())
                .forEach((key, value) -> {
                    String name = prefix.map(p -> p + "." + key).orElse(key);
                    text.add(
                            switch (value) {
                                case Value.Fields inner -> dictText(inner, Optional.of(name));
                                case Value.None _ -> name + "=";
                                default -> name + "='" + value.str() + "'";
                            });
                });
        return text.toString();
    }
}
