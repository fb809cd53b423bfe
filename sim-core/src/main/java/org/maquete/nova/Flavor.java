package org.maquete.nova;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.maquete.world.Row;
import org.maquete.world.Sink;

/**
 * A size of servers.
 *
 * @param uuid the natural key: the flavor's id
 * @param shared whether every project may use it
 * @param properties its extra specs, {@code key=value}, in order of the keys
 */
public record Flavor(
        int id,
        String uuid,
        String name,
        int ramMib,
        int diskGib,
        int ephemeralGib,
        int swapMib,
        int vcpus,
        boolean shared,
        List<String> properties)
        implements Row {

    public Flavor {
        properties = List.copyOf(properties);
    }

    /** The extra specs by key. */
    public Map<String, String> extraSpecs() {
        if (properties.isEmpty()) {
            return Map.of();
        }
        TreeMap<String, String> byKey = new TreeMap<>();
        for (String each : properties) {
            int equals = each.indexOf('=');
            byKey.put(each.substring(0, equals), each.substring(equals + 1));
        }
        return byKey;
    }

    @Override
    public String key() {
        return uuid;
    }

    @Override
    public void encode(Sink sink) {
        sink.text("uuid", uuid)
                .text("name", name)
                .number("ramMib", ramMib)
                .number("diskGib", diskGib)
                .number("ephemeralGib", ephemeralGib)
                .number("swapMib", swapMib)
                .number("vcpus", vcpus)
                .flag("shared", shared)
                .texts("properties", properties);
    }
}
