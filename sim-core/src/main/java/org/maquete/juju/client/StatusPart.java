package org.maquete.juju.client;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One struct of a status, for one of which {@link StatusShape} tells the keys. A value is a text, a
 * number, a boolean, a list of texts or parts, a map of those, a part, or a {@link Moment}; what is
 * left out is not there.
 */
final class StatusPart {

    /** A part without anything, which nobody fills. */
    static final StatusPart NONE = new StatusPart();

    private final Map<String, Object> values = new LinkedHashMap<>();

    /** A time that is printed in one of two forms. */
    record Moment(long timeNs) {}

    /** The values in order, not to be changed. */
    Map<String, Object> values() {
        return Collections.unmodifiableMap(values);
    }

    /** Puts a value, also an empty one. */
    StatusPart set(String key, Object value) {
        values.put(key, value);
        return this;
    }

    /** Puts a text unless it is empty: {@code omitempty}. */
    StatusPart text(String key, String value) {
        return value.isEmpty() ? this : set(key, value);
    }

    /** Puts texts unless there are none. */
    StatusPart texts(String key, List<String> value) {
        return value.isEmpty() ? this : set(key, value);
    }

    /** Puts a map unless it is empty. */
    StatusPart map(String key, Map<String, ?> value) {
        return value.isEmpty() ? this : set(key, value);
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    /** The text, or the empty text. */
    String text(String key) {
        return values.get(key) instanceof String text ? text : "";
    }

    /** The number, or 0. */
    int whole(String key) {
        return values.get(key) instanceof Number number ? number.intValue() : 0;
    }

    /** Whether it is there and true. */
    boolean flag(String key) {
        return Boolean.TRUE.equals(values.get(key));
    }

    /** The texts of a list, or none. */
    List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        if (values.get(key) instanceof List<?> list) {
            list.forEach(each -> texts.add(String.valueOf(each)));
        }
        return texts;
    }

    /** The texts of a map by their keys, in order; or none. */
    Map<String, String> pairs(String key) {
        Map<String, String> pairs = new LinkedHashMap<>();
        if (values.get(key) instanceof Map<?, ?> map) {
            map.forEach((name, each) -> pairs.put(String.valueOf(name), String.valueOf(each)));
        }
        return pairs;
    }

    /** The part, or {@link #NONE}. */
    StatusPart part(String key) {
        return values.get(key) instanceof StatusPart part ? part : NONE;
    }

    /** The parts of a map by their keys, in order; or none. */
    Map<String, StatusPart> parts(String key) {
        Map<String, StatusPart> parts = new LinkedHashMap<>();
        if (values.get(key) instanceof Map<?, ?> map) {
            map.forEach((name, each) -> {
                if (each instanceof StatusPart part) {
                    parts.put(String.valueOf(name), part);
                }
            });
        }
        return parts;
    }

    /** The lists of relations by their endpoints, in order; 2.9 has only the other side's name. */
    Map<String, List<StatusPart>> lists(String key) {
        Map<String, List<StatusPart>> lists = new LinkedHashMap<>();
        if (values.get(key) instanceof Map<?, ?> map) {
            map.forEach((name, each) -> lists.put(String.valueOf(name), parts(each)));
        }
        return lists;
    }

    private static List<StatusPart> parts(@Nullable Object value) {
        List<StatusPart> parts = new ArrayList<>();
        if (value instanceof List<?> list) {
            for (Object each : list) {
                if (each instanceof StatusPart part) {
                    parts.add(part);
                } else if (each instanceof String name) {
                    parts.add(new StatusPart().set("related-application", name));
                }
            }
        }
        return parts;
    }
}
