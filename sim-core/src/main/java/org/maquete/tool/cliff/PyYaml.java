package org.maquete.tool.cliff;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.maquete.tool.argparse.PythonText;
import org.maquete.tool.argparse.Value;

/**
 * PyYAML's {@code safe_dump(value, default_flow_style=False)}: block style, keys sorted.
 *
 * <p>Not modelled: anchors for a value that occurs twice as the same object.
 */
final class PyYaml {

    private final YamlScalar.Sink out = new YamlScalar.Sink();

    private PyYaml() {}

    static String dump(Value value) {
        PyYaml yaml = new PyYaml();
        yaml.node(value, 0, false);
        return yaml.out.text();
    }

    /** Writes a node at this indent; {@code after} says that a dash or colon stands before it. */
    private void node(Value value, int indent, boolean after) {
        switch (value) {
            case Value.Many(List<Value> values) when !values.isEmpty() ->
                    sequence(values, indent, after);
            case Value.Fields(SequencedMap<String, Value> fields) when !fields.isEmpty() ->
                    mapping(fields, indent, after);
            default -> {
                out.space(after);
                scalar(value, indent);
                out.newline();
            }
        }
    }

    private void sequence(List<Value> values, int indent, boolean after) {
        boolean inline = after && out.isAfterDash();
        if (after && !inline) {
            out.newline();
        }
        boolean first = true;
        for (Value each : values) {
            if (first && inline) {
                out.space(true);
            } else {
                out.indent(indent);
            }
            out.dash();
            node(each, indent + 2, true);
            first = false;
        }
    }

    private void mapping(SequencedMap<String, Value> fields, int indent, boolean after) {
        boolean inline = after && out.isAfterDash();
        if (after && !inline) {
            out.newline();
        }
        boolean first = true;
        for (Map.Entry<String, Value> each : new TreeMap<>(fields).entrySet()) {
            if (first && inline) {
                out.space(true);
            } else {
                out.indent(indent);
            }
            entry(each.getKey(), each.getValue(), indent);
            first = false;
        }
    }

    private void entry(String key, Value value, int indent) {
        if (YamlScalar.isSimpleKey(key)) {
            YamlScalar.write(out, key, YamlScalar.Place.ofKey());
            out.colon();
            // a sequence under a key is not indented further
            node(value, value instanceof Value.Many ? indent : indent + 2, true);
            return;
        }
        out.append("? ");
        YamlScalar.write(out, key, YamlScalar.Place.ofValue(indent + 2));
        out.newline();
        out.indent(indent);
        out.explicitColon();
        node(value, indent + 2, true);
    }

    private void scalar(Value value, int indent) {
        switch (value) {
            case Value.None _ -> out.append("null");
            case Value.Flag(boolean set) -> out.append(set ? "true" : "false");
            case Value.Whole(BigInteger number) -> out.append(number.toString());
            case Value.Real(double number) -> out.append(real(number));
            case Value.Text(String text) ->
                    YamlScalar.write(out, text, YamlScalar.Place.ofValue(Math.max(indent, 2)));
            case Value.Many _ -> out.append("[]");
            case Value.Fields _ -> out.append("{}");
        }
    }

    private static String real(double number) {
        if (Double.isNaN(number)) {
            return ".nan";
        }
        if (Double.isInfinite(number)) {
            return number > 0 ? ".inf" : "-.inf";
        }
        String text = PythonText.repr(number).toLowerCase(Locale.ROOT);
        return text.contains(".") ? text : text.replace("e", ".0e");
    }
}
