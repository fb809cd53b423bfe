package org.maquete.tool.argparse;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeSet;

/**
 * The actions that osc-lib 2.6 (cli/parseractions.py) and python-openstackclient 6.0
 * (compute/v2/server.py, network/v2/port.py) add to argparse.
 *
 * <p>They refuse by ArgumentTypeError out of an action, which argparse does not catch: cliff prints
 * the bare message and the exit code is 1. Not modelled: {@code --block-device} with the path of a
 * JSON file; no file exists here.
 */
final class ClientActions {

    private static final List<String> NIC_KEYS =
            List.of("net-id", "port-id", "v4-fixed-ip", "v6-fixed-ip", "tag");
    private static final List<String> SOURCES = List.of("volume", "snapshot", "image");

    private ClientActions() {}

    static Value after(Argument argument, Value before, String text, String option) {
        return switch (argument.action().kind()) {
            case KEY_VALUE -> keyValue(dict(before), text);
            case KEY_VALUES -> keyValues(dict(before), text);
            case MULTI_KEY_VALUE, BLOCK_DEVICE ->
                    Taking.list(before).with(checked(argument, multi(text)));
            case MULTI_KEY_VALUE_COMMA ->
                    Taking.list(before).with(checked(argument, multiComma(text)));
            case BLOCK_DEVICE_MAPPING -> Taking.list(before).with(mapping(text));
            case NIC -> Taking.list(before).with(nic(argument.action().keys(), text));
            case JSON_KEY_VALUE -> jsonKeyValue(dict(before), text, option);
            default -> throw new IllegalArgumentException(argument + " is no client action");
        };
    }

    private static Value.Fields dict(Value before) {
        return before instanceof Value.Fields fields ? fields : Value.fields();
    }

    /** Key and value, split at the first {@code =}. */
    private record Pair(String key, String value) {

        static Pair of(String text, String noKey, String noPair) {
            int equal = text.indexOf('=');
            if (equal < 0) {
                throw Stop.action(noPair + text);
            }
            if (equal == 0) {
                throw Stop.action(noKey + text);
            }
            return new Pair(text.substring(0, equal), text.substring(equal + 1));
        }

        static Pair plain(String text) {
            return of(
                    text,
                    "Property key must be specified: ",
                    "Expected 'key=value' type, but got: ");
        }
    }

    private static Value keyValue(Value.Fields before, String text) {
        Pair pair = Pair.plain(text);
        return before.with(pair.key(), Value.text(pair.value()));
    }

    private static Value keyValues(Value.Fields before, String text) {
        Pair pair = Pair.plain(text);
        Value so = before.fields().getOrDefault(pair.key(), Value.many());
        return before.with(pair.key(), Taking.list(so).with(Value.text(pair.value())));
    }

    private static Value.Fields multi(String text) {
        Value.Fields fields = Value.fields();
        for (String piece : text.split(",", -1)) {
            Pair pair =
                    Pair.of(
                            piece,
                            "Each property key must be specified: ",
                            "Expected comma separated 'key=value' pairs, but got: ");
            fields = fields.with(pair.key(), Value.text(pair.value()));
        }
        return fields;
    }

    /** As multi, but a piece without {@code =} belongs to the value before it. */
    private static Value.Fields multiComma(String text) {
        SequencedMap<String, String> values = new LinkedHashMap<>();
        for (String piece : text.split(",", -1)) {
            if (piece.indexOf('=') < 0 && !values.isEmpty()) {
                values.merge(values.lastEntry().getKey(), piece, (a, b) -> a + "," + b);
                continue;
            }
            Pair pair =
                    Pair.of(
                            piece,
                            "A key must be specified before '=': ",
                            "A key=value pair is required: ");
            values.put(pair.key(), pair.value());
        }
        Value.Fields fields = Value.fields();
        for (Map.Entry<String, String> each : values.entrySet()) {
            fields = fields.with(each.getKey(), Value.text(each.getValue()));
        }
        return fields;
    }

    private static Value.Fields checked(Argument argument, Value.Fields fields) {
        List<String> required = argument.action().keys();
        TreeSet<String> valid = new TreeSet<>(required);
        valid.addAll(argument.action().keysOptional());
        List<String> bad =
                fields.fields().keySet().stream().filter(k -> !valid.contains(k)).toList();
        if (!valid.isEmpty() && !bad.isEmpty()) {
            throw Stop.action(
                    "Invalid keys %s specified.\nValid keys are: %s"
                            .formatted(String.join(", ", bad), String.join(", ", valid)));
        }
        List<String> missing =
                required.stream().filter(k -> !fields.fields().containsKey(k)).toList();
        if (!missing.isEmpty()) {
            throw Stop.action(
                    "Missing required keys %s.\nRequired keys are: %s"
                            .formatted(String.join(", ", missing), String.join(", ", required)));
        }
        return fields;
    }

    private static Value nic(List<String> key, String text) {
        if (text.equals("auto") || text.equals("none")) {
            return Value.text(text);
        }
        if (!key.isEmpty() && (text.contains(",") || text.contains("="))) {
            throw Stop.action(
                    "Invalid argument %s; characters ',' and '=' are not allowed".formatted(text));
        }
        String spec = key.isEmpty() ? text : key.getFirst() + "=" + text;
        Value.Fields fields = Value.fields();
        for (String each : NIC_KEYS.subList(0, 4)) {
            fields = fields.with(each, Value.text(""));
        }
        for (String piece : spec.split(",", -1)) {
            int equal = piece.indexOf('=');
            String name = equal < 0 ? piece : piece.substring(0, equal);
            String value = equal < 0 ? "" : piece.substring(equal + 1);
            if (!NIC_KEYS.contains(name) || value.isEmpty()) {
                throw Stop.action(
                        ("Invalid argument %s; argument must be of form 'net-id=net-uuid,"
                                        + "port-id=port-uuid,v4-fixed-ip=ip-addr,"
                                        + "v6-fixed-ip=ip-addr,tag=tag'")
                                .formatted(spec));
            }
            fields = fields.with(name, Value.text(value));
        }
        boolean both = isSet(fields, "net-id") && isSet(fields, "port-id");
        if (both) {
            throw Stop.action(
                    "Invalid argument %s; either network or port should be specified but not both"
                            .formatted(spec));
        }
        return fields;
    }

    private static boolean isSet(Value.Fields fields, String key) {
        return !fields.fields().getOrDefault(key, Value.none()).equals(Value.text(""));
    }

    private static Value mapping(String text) {
        int equal = text.indexOf('=');
        String device = equal < 0 ? text : text.substring(0, equal);
        String rest = equal < 0 ? "" : text.substring(equal + 1);
        String[] parts = rest.split(":", -1);
        if (device.isEmpty() || rest.isEmpty() || parts.length > 4) {
            throw Stop.action(
                    ("Invalid argument %s; argument must be of form "
                                    + "'dev-name=id[:type[:size[:delete-on-terminate]]]'")
                            .formatted(text));
        }
        String source = parts.length > 1 && !parts[1].isEmpty() ? parts[1] : "volume";
        if (!SOURCES.contains(source)) {
            throw Stop.action(
                    "Invalid argument %s; 'type' must be one of: volume, snapshot, image"
                            .formatted(text));
        }
        Value.Fields fields =
                Value.fields()
                        .with("device_name", Value.text(device))
                        .with("uuid", Value.text(parts[0]))
                        .with("source_type", Value.text(source))
                        .with("destination_type", Value.text("volume"));
        if (parts.length > 2 && !parts[2].isEmpty()) {
            fields = fields.with("volume_size", Value.text(parts[2]));
        }
        if (parts.length > 3 && !parts[3].isEmpty()) {
            fields = fields.with("delete_on_termination", Value.text(parts[3]));
        }
        return fields;
    }

    private static Value jsonKeyValue(Value.Fields before, String text, String option) {
        return switch (PythonJson.loads(text)) {
            case PythonJson.Loaded.Document(Value value) -> updated(before, value, text, option);
            case PythonJson.Loaded.Broken(String message) ->
                    keyOrBroken(before, text, option, message);
        };
    }

    private static Value keyOrBroken(
            Value.Fields before, String text, String option, String message) {
        int equal = text.indexOf('=');
        if (equal < 0) {
            throw Stop.action(
                    ("Expected '<key>=<value>' or JSON data for option %s, but encountered JSON"
                                    + " parsing error: %s")
                            .formatted(option, message));
        }
        return before.with(text.substring(0, equal), Value.text(text.substring(equal + 1)));
    }

    /** Python's {@code dict.update}; of lists only the empty one is modelled as accepted. */
    private static Value updated(Value.Fields before, Value value, String text, String option) {
        return switch (value) {
            case Value.Fields(SequencedMap<String, Value> fields) -> {
                Value.Fields after = before;
                for (Map.Entry<String, Value> each : fields.entrySet()) {
                    after = after.with(each.getKey(), each.getValue());
                }
                yield after;
            }
            case Value.None _ -> throw notIterable("NoneType");
            case Value.Flag _ -> throw notIterable("bool");
            case Value.Whole(BigInteger _) -> throw notIterable("int");
            case Value.Real _ -> throw notIterable("float");
            case Value.Text(String each) when each.isEmpty() -> before;
            case Value.Many(List<Value> each) when each.isEmpty() -> before;
            case Value.Text _, Value.Many _ ->
                    keyOrBroken(
                            before,
                            text,
                            option,
                            "dictionary update sequence element #0 has length 1; 2 is required");
        };
    }

    private static Stop notIterable(String type) {
        return Stop.action("'" + type + "' object is not iterable");
    }
}
