package org.maquete.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.maquete.tool.argparse.PythonJson;
import org.maquete.tool.argparse.Value;

/** A JSON document as somebody reads it who looks for a few things in it. */
record JsonTree(Value value) {

    /** What is nowhere. */
    static final JsonTree NOTHING = new JsonTree(Value.none());

    /**
     * The document in a text. What stands before its first bracket on a line, as the two lines of
     * the maas client, is left out.
     */
    static PythonJson.Loaded load(String text) {
        int at = 0;
        for (String line : text.split("\n", -1)) {
            if (line.startsWith("[") || line.startsWith("{")) {
                return PythonJson.loads(text.substring(at).strip());
            }
            at += line.length() + 1;
        }
        return PythonJson.loads(text.strip());
    }

    /** What is at a path of names, {@code vlan.fabric}. */
    JsonTree at(String path) {
        Value found = value;
        for (String name : path.split("\\.", -1)) {
            if (!(found instanceof Value.Fields(Map<String, Value> fields))
                    || !fields.containsKey(name)) {
                return NOTHING;
            }
            found = fields.get(name);
        }
        return new JsonTree(found);
    }

    /** The items of a list; none of what is no list. */
    List<JsonTree> items() {
        return value instanceof Value.Many(List<Value> values)
                ? values.stream().map(JsonTree::new).toList()
                : List.of();
    }

    /** The names of an object in order. */
    List<String> names() {
        return value instanceof Value.Fields(Map<String, Value> fields)
                ? List.copyOf(fields.keySet())
                : List.of();
    }

    boolean has(String name) {
        return value instanceof Value.Fields(Map<String, Value> fields) && fields.containsKey(name);
    }

    /** Its text; empty for what is none. */
    String text() {
        return switch (value) {
            case Value.Text(String text) -> text;
            case Value.Whole whole -> whole.number().toString();
            default -> "";
        };
    }

    String text(String path) {
        return at(path).text();
    }

    /** Its whole number, or 0. */
    long number(String path) {
        return switch (at(path).value()) {
            case Value.Whole whole -> whole.number().longValue();
            case Value.Real(double number) -> Math.round(number);
            default -> 0;
        };
    }

    /** The texts of a list. */
    List<String> texts(String path) {
        List<String> texts = new ArrayList<>();
        at(path).items().forEach(item -> texts.add(item.text()));
        return texts;
    }
}
