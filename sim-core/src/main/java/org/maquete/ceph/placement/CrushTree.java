package org.maquete.ceph.placement;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.maquete.ceph.crush.Algorithm;
import org.maquete.ceph.crush.Bucket;
import org.maquete.ceph.crush.BucketType;
import org.maquete.ceph.crush.CrushMap;
import org.maquete.ceph.crush.Device;
import org.maquete.world.Ints;

/**
 * A CRUSH tree that is being changed, as the monitor changes it. Ids and the order of items are
 * hashed, so both are part of the contract: a new bucket takes the free id nearest to 0, shadow
 * buckets taken into account; a new item stands last; an item that is moved stands last where it
 * goes; {@link ClassShadows} are made anew with each change, under the ids they had.
 */
final class CrushTree {

    private static final int DEVICE = 0; // <type>: Ceph 16.2, type 0 is that of devices

    private final CrushMap origin;
    private final TreeMap<Integer, Node> nodes = new TreeMap<>();
    private final TreeMap<String, Integer> idByName = new TreeMap<>();
    private final TreeMap<Integer, Device> devices = new TreeMap<>();
    private final ClassShadows shadows;

    /** A bucket: its head, and its items with their weights in 65,536ths. */
    record Node(Bucket head, List<Integer> items, List<Integer> weights) {

        static Node of(Bucket bucket) {
            return new Node(
                    bucket,
                    new ArrayList<>(bucket.items().stream().boxed().toList()),
                    new ArrayList<>(bucket.weightsFixed16().stream().boxed().toList()));
        }

        Bucket bucket() {
            return new Bucket(
                    head.id(),
                    head.name(),
                    head.type(),
                    head.algorithm(),
                    Ints.of(items.stream().mapToInt(Integer::intValue).toArray()),
                    Ints.of(weights.stream().mapToInt(Integer::intValue).toArray()));
        }

        /** Sums are those of C: 32 bits. */
        int weightFixed16() {
            return weights.stream().mapToInt(Integer::intValue).sum();
        }

        void remove(int item) {
            int at = items.indexOf(item);
            items.subList(at, at + 1).clear();
            weights.subList(at, at + 1).clear();
        }
    }

    CrushTree(CrushMap map) {
        origin = map;
        for (Bucket bucket : map.buckets()) {
            put(Node.of(bucket));
        }
        for (Device device : map.devices()) {
            if (!device.name().equals("device" + device.id())) {
                devices.put(device.id(), device);
            }
        }
        shadows = new ClassShadows(this, map);
    }

    /** The map as it is now. */
    CrushMap map() {
        int count = 0;
        List<Bucket> buckets = new ArrayList<>();
        for (Node node : nodes.descendingMap().sequencedValues()) {
            buckets.add(node.bucket());
            for (int item : node.items()) {
                count = Math.max(count, item + 1);
            }
        }
        List<Device> all = new ArrayList<>();
        for (int id = 0; id < count; id++) {
            all.add(devices.getOrDefault(id, new Device(id, "device" + id, "")));
        }
        return new CrushMap(
                all,
                origin.types(),
                buckets,
                origin.rules(),
                origin.tunables(),
                origin.chooseArgs());
    }

    TreeMap<Integer, Node> nodes() {
        return nodes;
    }

    /** A bucket that is there. */
    Node node(int id) {
        Node node = nodes.get(id);
        if (node == null) {
            throw new IllegalStateException("expected a bucket of the tree, found " + id);
        }
        return node;
    }

    TreeMap<Integer, Device> devices() {
        return devices;
    }

    void put(Node node) {
        nodes.put(node.head().id(), node);
        idByName.put(node.head().name(), node.head().id());
    }

    void drop(int id) {
        Node node = nodes.remove(id);
        if (node != null) {
            idByName.remove(node.head().name());
        }
    }

    Optional<Integer> bucketNamed(String name) {
        return Optional.ofNullable(idByName.get(name));
    }

    /** The free id nearest to 0 that is not among others either. */
    int freeId(TreeSet<Integer> others) {
        int id = -1;
        while (nodes.containsKey(id) || others.contains(id)) {
            id--;
        }
        return id;
    }

    /** Buckets that no bucket has as an item, parts by class left out; by id from the lowest. */
    List<Integer> roots() {
        TreeSet<Integer> roots = new TreeSet<>();
        for (Node node : nodes.sequencedValues()) {
            if (!node.head().isShadow()) {
                roots.add(node.head().id());
            }
        }
        nodes.sequencedValues().forEach(n -> n.items().forEach(roots::remove));
        return List.copyOf(roots);
    }

    /** Whether an item stands in a bucket that is no part by class. */
    boolean isPlaced(int item) {
        return parent(item).isPresent();
    }

    /** The first bucket, from -1 down, that has the item and is no part by class. */
    Optional<Node> parent(int item) {
        for (Node node : nodes.descendingMap().sequencedValues()) {
            if (!node.head().isShadow() && node.items().contains(item)) {
                return Optional.of(node);
            }
        }
        return Optional.empty();
    }

    /** The devices below an item, in ascending order. */
    List<Integer> devicesBelow(int item) {
        TreeSet<Integer> found = new TreeSet<>();
        collect(item, found);
        return List.copyOf(found);
    }

    private void collect(int item, TreeSet<Integer> found) {
        if (item >= 0) {
            found.add(item);
            return;
        }
        Node node = nodes.get(item);
        if (node != null) {
            node.items().forEach(each -> collect(each, found));
        }
    }

    /** Whether one item is, or is below, another. */
    boolean contains(int top, int item) {
        if (top == item) {
            return true;
        }
        Node node = nodes.get(top);
        return node != null && node.items().stream().anyMatch(each -> contains(each, item));
    }

    /** Gives a device its class, before it has a place, as a starting OSD does. */
    void setClass(Device device) {
        devices.put(device.id(), device);
        shadows.rebuild();
    }

    /** A bucket without items below nothing. */
    private int created(String name, int type, int child) {
        int id = freeId(new TreeSet<>());
        Bucket head = new Bucket(id, name, type, Algorithm.STRAW2, Ints.NONE, Ints.NONE);
        Node node = Node.of(head);
        node.items().add(child);
        node.weights().add(0);
        put(node);
        return id;
    }

    /**
     * Puts an item at a place; buckets of the place that are missing are made, up to the first that
     * exists.
     *
     * @param place names of buckets by type
     */
    void insert(int item, int weightFixed16, TreeMap<Integer, String> place) {
        int child = item;
        for (Map.Entry<Integer, String> each : place.sequencedEntrySet()) {
            Optional<Integer> known = bucketNamed(each.getValue());
            if (known.isEmpty()) {
                child = created(each.getValue(), each.getKey(), child);
                continue;
            }
            Node node = node(known.get());
            node.items().add(child);
            node.weights().add(0);
            break;
        }
        parent(item).ifPresent(p -> weigh(p, item, weightFixed16));
        shadows.rebuild();
    }

    private void weigh(Node node, int item, int weightFixed16) {
        node.weights().set(node.items().indexOf(item), weightFixed16);
        propagate(node);
    }

    /** Tells the buckets above what a bucket weighs now. */
    private void propagate(Node node) {
        for (Node each : List.copyOf(nodes.sequencedValues())) {
            if (each.items().contains(node.head().id())) {
                weigh(each, node.head().id(), node.weightFixed16());
            }
        }
    }

    /** Sets a device's weight wherever it stands. */
    void reweight(int device, int weightFixed16) {
        for (Node node : List.copyOf(nodes.sequencedValues())) {
            if (node.items().contains(device)) {
                weigh(node, device, weightFixed16);
            }
        }
    }

    /** Takes an item out of the bucket where it stands; gives what it weighed there. */
    int detached(int item) {
        Optional<Node> parent = parent(item);
        if (parent.isEmpty()) {
            Node self = nodes.get(item);
            return self == null ? 0 : self.weightFixed16();
        }
        Node node = parent.get();
        int weight = node.weights().get(node.items().indexOf(item));
        node.remove(item);
        propagate(node);
        return weight;
    }

    /** Takes a device or an empty bucket away for good. */
    void remove(int item) {
        while (isPlaced(item)) {
            detached(item);
        }
        if (item >= 0) {
            devices.remove(item);
        } else {
            drop(item);
        }
        shadows.rebuild();
    }

    /** Names of devices that have one and of buckets that are no parts by class. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        devices.sequencedValues().forEach(d -> names.add(d.name()));
        for (Node node : nodes.descendingMap().sequencedValues()) {
            if (!node.head().isShadow()) {
                names.add(node.head().name());
            }
        }
        return names;
    }

    /** The number of a type; below 0 when there is none. */
    int typeNamed(String name) {
        return origin.types().stream()
                .filter(t -> t.name().equals(name) && t.id() != DEVICE)
                .mapToInt(BucketType::id)
                .findFirst()
                .orElse(-1);
    }

    List<String> typeNames() {
        return origin.types().stream().filter(t -> t.id() != DEVICE).map(BucketType::name).toList();
    }
}
