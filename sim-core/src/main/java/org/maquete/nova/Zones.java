package org.maquete.nova;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.maquete.placement.PlacementView;
import org.maquete.placement.ResourceProvider;
import org.maquete.world.World;

/** Host aggregates and the availability zones that they make. */
final class Zones {

    // nova: nova yoga, conf/availability_zone.py, default_availability_zone
    static final String DEFAULT = "nova";
    // internal: nova yoga, conf/availability_zone.py, internal_service_availability_zone
    static final String INTERNAL = "internal";

    private Zones() {}

    /** All aggregates, the oldest first. */
    static List<Aggregate> aggregates(World world) {
        return world.table(NovaView.AGGREGATES).where(a -> true);
    }

    /** The aggregates of a host, the oldest first. */
    static List<Aggregate> aggregatesOf(World world, String host) {
        List<Aggregate> of = new ArrayList<>();
        for (Aggregate each : world.table(NovaView.AGGREGATES)) {
            if (each.hosts().contains(host)) {
                of.add(each);
            }
        }
        return of;
    }

    /** The zone that one of a host's aggregates makes. */
    static Optional<String> ownOf(World world, String host) {
        for (Aggregate each : world.table(NovaView.AGGREGATES)) {
            if (each.hosts().contains(host) && each.zone().isPresent()) {
                return each.zone();
            }
        }
        return Optional.empty();
    }

    /** The zone of a nova-compute. */
    static String of(World world, String host) {
        return ownOf(world, host).orElse(DEFAULT);
    }

    /** Zones of services of which one at least is enabled; of the rest those that are not. */
    record Known(List<String> available, List<String> others) {}

    /** The zones of all services, sorted; controllers are in the zone {@code internal}. */
    static Known known(World world) {
        TreeSet<String> enabled = new TreeSet<>();
        TreeSet<String> disabled = new TreeSet<>();
        enabled.add(INTERNAL);
        for (ResourceProvider each : PlacementView.providers(world)) {
            boolean off = ComputeService.isDisabled(world, each.name());
            (off ? disabled : enabled).add(of(world, each.name()));
        }
        disabled.removeAll(enabled);
        return new Known(List.copyOf(enabled), List.copyOf(disabled));
    }
}
