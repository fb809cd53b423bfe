package org.maquete.ceph.status;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.maquete.ceph.crush.Bucket;
import org.maquete.ceph.crush.CrushMap;
import org.maquete.ceph.crush.Device;

/** The tree of a CRUSH map without its parts by device class: who is whose parent. */
final class OsdTreeView {

    private final CrushMap crush;
    private final TreeMap<Integer, Bucket> buckets = new TreeMap<>();
    private final TreeMap<Integer, Integer> parents = new TreeMap<>();
    private final TreeMap<Integer, Device> devices = new TreeMap<>();

    OsdTreeView(CrushMap crush) {
        this(crush, false);
    }

    /** With or without the parts by device class. */
    OsdTreeView(CrushMap crush, boolean withShadows) {
        this.crush = crush;
        for (Bucket bucket : crush.buckets()) {
            if (withShadows || !bucket.isShadow()) {
                buckets.put(bucket.id(), bucket);
                bucket.items().stream().forEach(item -> parents.put(item, bucket.id()));
            }
        }
        for (Device device : crush.devices()) {
            devices.put(device.id(), device);
        }
    }

    /** The bucket of that id, which has to exist. */
    Bucket bucket(int id) {
        Bucket bucket = buckets.get(id);
        if (bucket == null) {
            throw new IllegalArgumentException("expected a bucket, found " + id);
        }
        return bucket;
    }

    /** Whether an OSD or a bucket has a parent. */
    boolean hasParent(int id) {
        return parents.containsKey(id);
    }

    /** The parent of an OSD or a bucket that has one. */
    int parent(int id) {
        Integer parent = parents.get(id);
        if (parent == null) {
            throw new IllegalArgumentException("expected a parent of " + id + ", found none");
        }
        return parent;
    }

    /** Buckets without a parent, those with the lowest id first, as trees are printed. */
    List<Bucket> roots() {
        List<Bucket> roots = new ArrayList<>();
        for (Bucket bucket : buckets.values()) {
            if (!hasParent(bucket.id())) {
                roots.add(bucket);
            }
        }
        return roots;
    }

    /** The device class of an OSD; empty when it has none. */
    String className(int osd) {
        Device device = devices.get(osd);
        return device == null ? "" : device.className();
    }

    String typeName(Bucket bucket) {
        return crush.typeName(bucket.type());
    }

    /** {@code root=default,host=nuc5}: where an OSD or a bucket hangs, from the top. */
    String location(int id) {
        String location = "";
        int at = id;
        while (hasParent(at)) {
            at = parent(at);
            Bucket bucket = bucket(at);
            String own = typeName(bucket) + "=" + bucket.name();
            location = location.isEmpty() ? own : own + "," + location;
        }
        return location;
    }

    /** Everything below the roots in the order in which trees are printed. */
    List<Node> nodes() {
        List<Node> nodes = new ArrayList<>();
        for (Bucket root : roots()) {
            add(new Node(root.id(), root.name(), 0, root.weightFixed16(), true), nodes);
        }
        return nodes;
    }

    private void add(Node node, List<Node> nodes) {
        nodes.add(node);
        if (node.isBucket()) {
            children(node).forEach(child -> add(child, nodes));
        }
    }

    /** What hangs under a bucket, by device class and name. */
    List<Node> children(Node node) {
        Bucket bucket = bucket(node.id());
        TreeMap<String, Node> sorted = new TreeMap<>();
        for (int i = 0; i < bucket.items().count(); i++) {
            int id = bucket.items().get(i);
            long weight = Integer.toUnsignedLong(bucket.weightsFixed16().get(i));
            if (id < 0) {
                String name = bucket(id).name();
                sorted.put("_" + name, new Node(id, name, node.depth() + 1, weight, false));
            } else {
                Node osd = new Node(id, "osd." + id, node.depth() + 1, weight, false);
                sorted.put(className(id) + "_" + String.format(Locale.ROOT, "%08d", id), osd);
            }
        }
        return List.copyOf(sorted.sequencedValues());
    }

    /**
     * A line of a printed tree.
     *
     * @param depth 0 for a root
     */
    record Node(int id, String name, int depth, long weightFixed16, boolean isRoot) {

        boolean isBucket() {
            return id < 0;
        }
    }
}
