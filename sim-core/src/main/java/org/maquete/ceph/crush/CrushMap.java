package org.maquete.ceph.crush;

import java.util.List;
import java.util.Optional;

/**
 * A CRUSH map: the tree of devices, how to choose from it, and rules. Immutable; {@link
 * CompiledCrush} is the form that maps.
 *
 * @param devices by id; an id without a line gets the word device and its number as a name
 * @param types by id
 * @param buckets by id from -1 down, parts by device class among them
 * @param rules by id
 */
public record CrushMap(
        List<Device> devices,
        List<BucketType> types,
        List<Bucket> buckets,
        List<CrushRule> rules,
        Tunables tunables,
        List<ChooseArgs> chooseArgs) {

    public CrushMap {
        devices = List.copyOf(devices);
        types = List.copyOf(types);
        buckets = List.copyOf(buckets);
        rules = List.copyOf(rules);
        chooseArgs = List.copyOf(chooseArgs);
    }

    /** One more than the highest id of a device. */
    public int deviceCountMax() {
        return devices.isEmpty() ? 0 : devices.getLast().id() + 1;
    }

    /** The bucket of that id. */
    public Optional<Bucket> bucket(int id) {
        return buckets.stream().filter(b -> b.id() == id).findFirst();
    }

    /** The bucket of that name. */
    public Optional<Bucket> bucket(String name) {
        return buckets.stream().filter(b -> b.name().equals(name)).findFirst();
    }

    /** The rule of that id. */
    public Optional<CrushRule> rule(int id) {
        return rules.stream().filter(r -> r.id() == id).findFirst();
    }

    /** The name of a type, or {@code typeN}. */
    public String typeName(int id) {
        return types.stream()
                .filter(t -> t.id() == id)
                .map(BucketType::name)
                .findFirst()
                .orElse("type" + id);
    }

    /** The set of arguments for a pool: its own, else the one for all, else none. */
    public Optional<ChooseArgs> chooseArgsFor(long pool) {
        Optional<ChooseArgs> own = chooseArgs.stream().filter(a -> a.id() == pool).findFirst();
        return own.isPresent()
                ? own
                : chooseArgs.stream().filter(a -> a.id() == ChooseArgs.COMPAT).findFirst();
    }

    /** This map with other rules. */
    public CrushMap withRules(List<CrushRule> other) {
        return new CrushMap(devices, types, buckets, other, tunables, chooseArgs);
    }

    /** This map with other tunables. */
    public CrushMap withTunables(Tunables other) {
        return new CrushMap(devices, types, buckets, rules, other, chooseArgs);
    }

    /** This map with other buckets. */
    public CrushMap withBuckets(List<Bucket> other) {
        return new CrushMap(devices, types, other, rules, tunables, chooseArgs);
    }
}
