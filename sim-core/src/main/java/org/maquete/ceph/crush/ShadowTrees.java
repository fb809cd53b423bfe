package org.maquete.ceph.crush;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.maquete.world.Ints;

/**
 * The parts of the tree with devices of one class. A rule that takes {@code default class hdd}
 * takes the bucket {@code default~hdd}, which has its own id and weighs what its devices weigh. The
 * ids matter: they are hashed.
 *
 * <p>Made as crushtool makes them: for each root from the lowest id up, for each class in the order
 * in which devices name it, children before parents; an id that the text gives, else the next free
 * one from -1 down. A part without devices is kept, and weighs nothing. The part of a uniform
 * bucket takes only items that weigh nothing; at the first other one the making of all parts ends.
 */
final class ShadowTrees {

    private final CrushDraft draft;
    private final TreeSet<Integer> usedIds;
    private final TreeMap<Integer, String> classOf = new TreeMap<>();
    private final List<String> classes = new ArrayList<>();
    private final TreeMap<String, Integer> reserved = new TreeMap<>();
    private int nextId = -1;

    ShadowTrees(CrushDraft draft, TreeSet<Integer> usedIds) {
        this.draft = draft;
        this.usedIds = usedIds;
    }

    void add(int device, String className) {
        if (!className.isEmpty()) {
            classOf.put(device, className);
            if (!classes.contains(className)) {
                classes.add(className);
            }
        }
    }

    /** The id that the text gives to a part. */
    void reserve(String bucket, String className, int id) {
        reserved.put(bucket + "~" + className, id);
        if (!classes.contains(className)) {
            classes.add(className);
        }
    }

    /** The next free id of a bucket. */
    int freeId() {
        while (!usedIds.add(nextId)) {
            nextId--;
        }
        return nextId;
    }

    void make() {
        if (!draft.flaws().isEmpty()) {
            return; // items may be missing
        }
        TreeSet<Integer> roots = new TreeSet<>();
        draft.buckets().forEach(b -> roots.add(b.value().id()));
        draft.buckets().forEach(b -> b.value().items().stream().forEach(roots::remove));
        for (int root : roots) {
            for (String className : classes) {
                if (part(root, className, 1).isEmpty()) {
                    return;
                }
            }
        }
    }

    /** The part of a bucket; empty when it cannot be. */
    private Optional<Bucket> part(int id, String className, int depth) {
        CrushDraft.Placed<Bucket> placed = draft.bucket(id).orElseThrow();
        if (depth > CrushChecks.DEPTH_MAX) {
            draft.flaws().add(CrushChecks.tooDeep(placed.place(), depth));
            return Optional.empty();
        }
        Bucket whole = placed.value();
        String name = whole.name() + "~" + className;
        Optional<Integer> known = draft.itemNamed(name);
        if (known.isPresent()) {
            return draft.bucket(known.get()).map(CrushDraft.Placed::value);
        }
        List<Integer> items = new ArrayList<>();
        List<Integer> weights = new ArrayList<>();
        for (int i = 0; i < whole.items().count(); i++) {
            int item = whole.items().get(i);
            if (item >= 0 && className.equals(classOf.get(item))) {
                items.add(item);
                weights.add(whole.weightsFixed16().get(i));
            } else if (item < 0) {
                Optional<Bucket> child = part(item, className, depth + 1);
                if (child.isEmpty()) {
                    return child;
                }
                items.add(child.get().id());
                weights.add((int) child.get().weightFixed16());
            }
            boolean isHeavy = !weights.isEmpty() && weights.getLast() != 0;
            if (isHeavy && whole.algorithm() == Algorithm.UNIFORM) {
                return Optional.empty();
            }
        }
        Integer given = reserved.get(name);
        int used = given == null ? freeId() : given;
        Ints ids = Ints.of(items.stream().mapToInt(Integer::intValue).toArray());
        Ints fixed16 = Ints.of(weights.stream().mapToInt(Integer::intValue).toArray());
        Bucket part = new Bucket(used, name, whole.type(), whole.algorithm(), ids, fixed16);
        draft.add(part, placed.place());
        return Optional.of(part);
    }
}
