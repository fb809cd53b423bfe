package org.maquete.nova;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.maquete.nova.scheduler.Host;
import org.maquete.world.Row;
import org.maquete.world.Sink;

/**
 * A host aggregate. One whose metadata has {@code availability_zone} is that zone.
 *
 * @param uuid the natural key; the aggregate of this uuid in Placement has the same members
 * @param metadata {@code key=value}, in order of the keys
 */
public record Aggregate(
        int id,
        String uuid,
        String name,
        List<String> metadata,
        List<String> hosts,
        long createdNs,
        long renamedNs)
        implements Row {

    /** The key that makes an aggregate an availability zone. */
    static final String ZONE = "availability_zone";

    public Aggregate {
        metadata = List.copyOf(metadata);
        hosts = List.copyOf(hosts);
    }

    @Override
    public String key() {
        return uuid;
    }

    /** The number by which the API knows it. */
    int number() {
        return id + 1;
    }

    /** The metadata by key. */
    Map<String, String> byKey() {
        TreeMap<String, String> byKey = new TreeMap<>();
        for (String each : metadata) {
            int equals = each.indexOf('=');
            byKey.put(each.substring(0, equals), each.substring(equals + 1));
        }
        return byKey;
    }

    /** The availability zone, if it is one. */
    Optional<String> zone() {
        return Optional.ofNullable(byKey().get(ZONE));
    }

    /** As the scheduler sees it. */
    Host.HostAggregate forScheduler() {
        return new Host.HostAggregate(uuid, byKey());
    }

    /** Metadata as it is kept. */
    static List<String> lines(Map<String, String> byKey) {
        return new TreeMap<>(byKey)
                .entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).toList();
    }

    @Override
    public void encode(Sink sink) {
        sink.text("uuid", uuid)
                .text("name", name)
                .texts("metadata", metadata)
                .texts("hosts", hosts)
                .number("createdNs", createdNs)
                .number("renamedNs", renamedNs);
    }
}
