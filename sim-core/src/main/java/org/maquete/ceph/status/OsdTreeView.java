package org.maquete.ceph.status;

import java.util.ArrayList;
import java.util.List;
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
        this.crush = crush;
        for (Bucket bucket : crush.buckets()) {
            if (!bucket.isShadow()) {
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

    /** Buckets without a parent, those with the highest id first. */
    List<Bucket> roots() {
        List<Bucket> roots = new ArrayList<>();
        for (Bucket bucket : buckets.descendingMap().values()) {
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
}
