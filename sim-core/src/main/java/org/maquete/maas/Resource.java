package org.maquete.maas;

import java.util.ArrayList;
import java.util.List;
import org.maquete.world.Row;
import org.maquete.world.Sink;

/**
 * A tag, a zone, a pool, or a part of the network.
 *
 * @param number its number in the API, counted for each kind
 * @param name unique among those of its kind
 * @param attributes {@code name=value}, as in the API
 */
public record Resource(int id, ResourceKind kind, int number, String name, List<String> attributes)
        implements Row {

    public Resource {
        attributes = List.copyOf(attributes);
    }

    @Override
    public String key() {
        return key(kind, name);
    }

    static String key(ResourceKind kind, String name) {
        return kind.text() + " " + name;
    }

    /** The value of an attribute, or the empty text. */
    public String attribute(String name) {
        return value(attributes, name);
    }

    /** The value of a name in {@code name=value} texts, or the empty text. */
    public static String value(List<String> pairs, String name) {
        for (String pair : pairs) {
            if (pair.startsWith(name + "=")) {
                return pair.substring(name.length() + 1);
            }
        }
        return "";
    }

    /** These attributes with some of them replaced. */
    Resource changed(List<String> changes) {
        List<String> all = new ArrayList<>();
        for (String pair : attributes) {
            String name = pair.substring(0, pair.indexOf('=') + 1);
            if (changes.stream().noneMatch(c -> c.startsWith(name))) {
                all.add(pair);
            }
        }
        all.addAll(changes);
        return new Resource(id, kind, number, name, all);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("kind", kind.name())
                .number("number", number)
                .text("name", name)
                .texts("attributes", attributes);
    }
}
