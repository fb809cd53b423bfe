package org.maquete.ceph.placement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.maquete.ceph.crush.Bucket;
import org.maquete.ceph.crush.CrushMap;
import org.maquete.ceph.crush.CrushRule;
import org.maquete.ceph.crush.Device;
import org.maquete.ceph.crush.Step;
import org.maquete.world.Ints;

/**
 * The parts of a tree by device class, made anew after each change as the monitor does: all are
 * dropped; then for each root from the lowest id up, for each class in the order of their numbers,
 * the part is made, children first. A part that there was before gets its id back; a new one takes
 * the nearest to 0 that neither a bucket nor any earlier part has. A class that no device has and
 * no rule takes is gone, with its parts.
 *
 * <p>The dump does not tell the numbers of classes; parts are made in their order, so the class
 * whose parts have the ids nearest to 0 is taken for the first.
 */
final class ClassShadows {

    private final CrushTree tree;
    private final List<CrushRule> rules;
    private final List<String> classes = new ArrayList<>();

    ClassShadows(CrushTree tree, CrushMap map) {
        this.tree = tree;
        rules = map.rules();
        TreeMap<String, Integer> nearest = new TreeMap<>();
        for (Bucket bucket : map.buckets()) {
            if (bucket.isShadow()) {
                nearest.merge(bucket.className(), bucket.id(), Math::max);
            }
        }
        classes.addAll(nearest.sequencedKeySet());
        classes.sort(Comparator.comparing((String c) -> nearest.getOrDefault(c, 0)).reversed());
    }

    void rebuild() {
        TreeMap<String, Integer> idByName = new TreeMap<>();
        for (CrushTree.Node node : List.copyOf(tree.nodes().sequencedValues())) {
            if (node.head().isShadow()) {
                idByName.put(node.head().name(), node.head().id());
            }
        }
        for (Device device : tree.devices().sequencedValues()) {
            if (!device.className().isEmpty() && !classes.contains(device.className())) {
                classes.add(device.className());
            }
        }
        classes.removeIf(c -> !isAlive(c));
        List<Integer> roots = tree.roots();
        idByName.sequencedValues().forEach(tree::drop);
        TreeSet<Integer> used = new TreeSet<>(idByName.sequencedValues());
        Making making = new Making(idByName, used);
        for (int root : roots) {
            for (String name : classes) {
                part(root, name, making);
            }
        }
    }

    /** Ids of the parts that there were. */
    private record Making(TreeMap<String, Integer> idByName, TreeSet<Integer> used) {}

    private boolean isAlive(String name) {
        for (Device device : tree.devices().sequencedValues()) {
            if (device.className().equals(name)) {
                return true;
            }
        }
        return rules.stream()
                .flatMap(r -> r.steps().stream())
                .anyMatch(s -> s instanceof Step.Take(int item) && isPart(item, name));
    }

    private boolean isPart(int item, String name) {
        CrushTree.Node node = tree.nodes().get(item);
        return node != null && node.head().className().equals(name);
    }

    /** Makes the part of a bucket; gives its id. */
    private int part(int id, String className, Making making) {
        CrushTree.Node whole = tree.nodes().get(id);
        if (whole == null) {
            throw new IllegalStateException("no bucket " + id + " for class " + className);
        }
        String name = whole.head().name() + "~" + className;
        Integer made = tree.bucketNamed(name).orElse(null);
        if (made != null) {
            return made; // a bucket below two others
        }
        List<Integer> items = new ArrayList<>();
        List<Integer> weights = new ArrayList<>();
        for (int i = 0; i < whole.items().size(); i++) {
            int item = whole.items().get(i);
            if (item >= 0) {
                Device device = tree.devices().get(item);
                if (device != null && device.className().equals(className)) {
                    items.add(item);
                    weights.add(whole.weights().get(i));
                }
            } else {
                int child = part(item, className, making);
                items.add(child);
                weights.add(tree.node(child).weightFixed16());
            }
        }
        Integer known = making.idByName().get(name);
        int used = known == null ? tree.freeId(making.used()) : known;
        Bucket head = whole.head();
        tree.put(
                new CrushTree.Node(
                        new Bucket(used, name, head.type(), head.algorithm(), Ints.NONE, Ints.NONE),
                        items,
                        weights));
        return used;
    }
}
