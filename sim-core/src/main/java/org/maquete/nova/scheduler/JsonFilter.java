package org.maquete.nova.scheduler;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * JsonFilter: the hint query is an expression over the host's attributes, {@code ["and", [">=",
 * "$free_ram_mb", 1024], ["=", "$hypervisor_type", "QEMU"]]}. Values compare as in Python: numbers
 * and truths with each other, texts with texts; anything else is the error that it is there.
 */
@SuppressWarnings("ReferenceEquality") // None is one object
record JsonFilter() implements HostFilter {

    @Override
    public String name() {
        return "JsonFilter";
    }

    @Override
    public boolean moves(RequestSpec spec) {
        return spec.shape().hasHint("query");
    }

    @Override
    public IntPredicate over(HostStates hosts, RequestSpec spec) {
        List<String> hint = spec.shape().hint("query");
        if (hint.isEmpty() || hint.getFirst().isEmpty()) {
            return i -> true;
        }
        return i -> passes(hosts, i, hint.getFirst());
    }

    private static boolean passes(HostStates hosts, int i, String text) {
        Optional<Object> query = JsonText.read(text);
        if (query.isEmpty()) {
            throw new SchedulingError("JSONDecodeError", text);
        }
        Object result = process(query.get(), hosts, i);
        return result instanceof List<?> list ? anyTrue(list) : isTrue(result);
    }

    private static Object process(Object query, HostStates hosts, int i) {
        if (!isTrue(query)) {
            return true;
        }
        if (!(query instanceof List<?> words)) {
            throw query instanceof String || query instanceof Map<?, ?>
                    ? new SchedulingError("KeyError", PythonValues.str(query))
                    : new SchedulingError("TypeError", "object is not subscriptable");
        }
        String command = command(words.getFirst());
        List<Object> args = new ArrayList<>();
        for (Object word : words.subList(1, words.size())) {
            Object value =
                    switch (word) {
                        case List<?> list -> process(list, hosts, i);
                        case String text -> parse(text, hosts, i);
                        default -> word;
                    };
            if (value != JsonText.NONE) {
                args.add(value);
            }
        }
        return switch (command) {
            case "not" -> not(args);
            case "or" -> anyTrue(args);
            case "and" -> allTrue(args);
            case "in" -> args.size() > 1 && contains(args.subList(1, args.size()), args.getFirst());
            default -> compares(command, args);
        };
    }

    private static String command(Object word) {
        if (word instanceof List<?> || word instanceof Map<?, ?>) {
            throw new SchedulingError("TypeError", "unhashable type");
        }
        String name = PythonValues.str(word);
        if (!(word instanceof String)
                || !List.of("=", "<", ">", "in", "<=", ">=", "not", "or", "and").contains(name)) {
            throw new SchedulingError("KeyError", name);
        }
        return name;
    }

    private static Object parse(String text, HostStates hosts, int i) {
        if (text.isEmpty()) {
            return JsonText.NONE;
        }
        if (!text.startsWith("$")) {
            return text;
        }
        String[] path = text.substring(1).split("\\.", -1);
        Object value = HostAttributes.value(hosts, i, path[0]).orElse(JsonText.NONE);
        for (int p = 1; p < path.length && value != JsonText.NONE; p++) {
            if (!(value instanceof Map<?, ?> map)) {
                throw new SchedulingError("AttributeError", "object has no attribute 'get'");
            }
            Object inner = map.get(path[p]);
            value = inner == null ? JsonText.NONE : inner;
        }
        return value;
    }

    private static boolean compares(String command, List<Object> args) {
        if (args.size() < 2) {
            return false;
        }
        boolean all = true;
        for (Object other : args.subList(1, args.size())) {
            all &=
                    command.equals("=")
                            ? same(args.getFirst(), other)
                            : ordered(command, args.getFirst(), other);
        }
        return all;
    }

    private static boolean contains(List<Object> list, Object value) {
        for (Object each : list) {
            if (same(value, each)) {
                return true;
            }
        }
        return false;
    }

    private static boolean same(Object a, Object b) {
        if (isNumber(a) && isNumber(b)) {
            return number(a) == number(b);
        }
        if (a instanceof List<?> x && b instanceof List<?> y) {
            boolean same = x.size() == y.size();
            for (int i = 0; same && i < x.size(); i++) {
                same = same(x.get(i), y.get(i));
            }
            return same;
        }
        return a.equals(b);
    }

    private static boolean ordered(String command, Object a, Object b) {
        int order;
        if (isNumber(a) && isNumber(b)) {
            order = Double.compare(number(a), number(b));
        } else if (a instanceof String x && b instanceof String y) {
            order = x.compareTo(y);
        } else {
            throw new SchedulingError(
                    "TypeError", "'" + command + "' not supported between instances");
        }
        return switch (command) {
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            default -> order >= 0;
        };
    }

    private static boolean isNumber(Object value) {
        return value instanceof Number || value instanceof Boolean;
    }

    private static double number(Object value) {
        return value instanceof Boolean truth ? (truth ? 1 : 0) : ((Number) value).doubleValue();
    }

    private static boolean isTrue(Object value) {
        return switch (value) {
            case Boolean truth -> truth;
            case Number number -> number.doubleValue() != 0;
            case String text -> !text.isEmpty();
            case List<?> list -> !list.isEmpty();
            case Map<?, ?> map -> !map.isEmpty();
            default -> false;
        };
    }

    private static List<Object> not(List<Object> args) {
        List<Object> flipped = new ArrayList<>();
        for (Object arg : args) {
            flipped.add(!isTrue(arg));
        }
        return flipped;
    }

    private static boolean anyTrue(List<?> values) {
        for (Object value : values) {
            if (isTrue(value)) {
                return true;
            }
        }
        return false;
    }

    private static boolean allTrue(List<?> values) {
        for (Object value : values) {
            if (!isTrue(value)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String why(HostStates hosts, RequestSpec spec, int host) {
        return "the query " + spec.shape().hint("query").getFirst() + " is false";
    }
}
