package org.maquete.ceph.status;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.maquete.ceph.crush.Bucket;
import org.maquete.ceph.osdmap.OsdState;
import org.maquete.ceph.status.OsdTreeView.Node;

/** {@code ceph osd tree} and {@code ceph osd crush tree}. */
final class OsdTreeText {

    private static final int INDENT = 4;
    private static final double ONE = OsdState.ONE;

    private final OsdTreeView tree;
    private final boolean withStates;
    private final TreeMap<Integer, OsdState> osds = new TreeMap<>();
    private final TreeSet<Integer> shown = new TreeSet<>();

    private OsdTreeText(ClusterSnapshot snapshot, boolean withStates, boolean withShadows) {
        this.tree = new OsdTreeView(snapshot.crush(), withShadows);
        this.withStates = withStates;
        snapshot.map().osds().forEach(osd -> osds.put(osd.id(), osd));
    }

    /**
     * {@code osd tree}.
     *
     * @param states {@code up}, {@code down}, {@code in}, {@code out}; all OSDs when empty
     */
    static String osds(ClusterSnapshot snapshot, List<String> states, Report report) {
        OsdTreeText text = new OsdTreeText(snapshot, true, false);
        text.choose(osd -> states.stream().allMatch(state -> is(osd, state)), states.isEmpty());
        return report.isJson() ? text.json(report) + "\n" : text.table();
    }

    /** {@code osd crush tree}. */
    static String crush(ClusterSnapshot snapshot, boolean withShadows, Report report) {
        OsdTreeText text = new OsdTreeText(snapshot, false, withShadows);
        text.choose(_ -> true, true);
        return report.isJson() ? text.json(report) : text.table();
    }

    private static boolean is(OsdState osd, String state) {
        return switch (state) {
            case "up" -> osd.isUp();
            case "down" -> !osd.isUp();
            case "in" -> osd.weightFixed16() > 0;
            case "out" -> osd.weightFixed16() == 0;
            default -> false;
        };
    }

    /** Notes what is printed: OSDs that fit and what is above them, or everything. */
    private void choose(Predicate<OsdState> fits, boolean isAll) {
        if (isAll) {
            tree.nodes().forEach(node -> shown.add(node.id()));
            shown.addAll(osds.keySet());
            return;
        }
        for (OsdState osd : osds.values()) {
            if (fits.test(osd)) {
                shown.add(osd.id());
                int at = osd.id();
                while (tree.hasParent(at)) {
                    at = tree.parent(at);
                    shown.add(at);
                }
            }
        }
    }

    private List<Node> tree() {
        return tree.nodes().stream().filter(node -> shown.contains(node.id())).toList();
    }

    /** OSDs of the map that the tree has not. */
    private List<Node> stray() {
        List<Node> stray = new ArrayList<>();
        if (withStates) {
            for (int id : osds.keySet()) {
                if (!tree.hasParent(id) && shown.contains(id)) {
                    stray.add(new Node(id, "osd." + id, 0, 0, false));
                }
            }
        }
        return stray;
    }

    private String table() {
        TextTable table = new TextTable();
        table.right("ID").right("CLASS").right("WEIGHT").left("TYPE NAME");
        if (withStates) {
            table.right("STATUS").right("REWEIGHT").right("PRI-AFF");
        }
        tree().forEach(node -> row(node, table));
        stray().forEach(node -> row(node, table));
        return table.text();
    }

    private void row(Node node, TextTable table) {
        String indent = " ".repeat(INDENT * node.depth());
        List<String> cells = new ArrayList<>();
        cells.add(String.valueOf(node.id()));
        cells.add(className(node));
        cells.add(weight(node.weightFixed16() / ONE));
        cells.add(indent + label(node));
        if (withStates && !node.isBucket()) {
            OsdState osd = osds.get(node.id());
            cells.add(osd == null ? "DNE" : osd.isUp() ? "up" : "down");
            cells.add(osd == null ? "0" : weight(osd.weightFixed16() / ONE));
            cells.add(osd == null ? "" : weight(osd.affinityFixed16() / ONE));
        }
        table.row(cells);
    }

    private String className(Node node) {
        return node.isBucket() ? tree.bucket(node.id()).className() : tree.className(node.id());
    }

    private String label(Node node) {
        if (!node.isBucket()) {
            return node.name();
        }
        return tree.typeName(tree.bucket(node.id())) + " " + node.name();
    }

    /** {@code 0.00980}; {@code 0} for none. */
    static String weight(double weight) {
        return weight < 0.000001 ? "0" : String.format(Locale.ROOT, "%.5f", weight);
    }

    private String json(Report report) {
        JsonText json = report.document().object().list("nodes");
        tree().forEach(node -> node(node, json));
        json.end().list("stray");
        stray().forEach(node -> node(node, json));
        return json.end().end().text();
    }

    private void node(Node node, JsonText json) {
        begin(tree, node, json);
        if (node.isBucket()) {
            children(tree, node, shown, json);
        } else if (withStates) {
            OsdState osd = osds.get(node.id());
            json.put("exists", osd == null ? 0 : 1);
            json.put("status", osd != null && osd.isUp() ? "up" : "down");
            json.put("reweight", osd == null ? 0 : osd.weightFixed16() / ONE);
            json.put("primary_affinity", osd == null ? 1 : osd.affinityFixed16() / ONE);
        }
        json.end();
    }

    /** Begins the object of an OSD or a bucket with what each tree tells of it. */
    static void begin(OsdTreeView tree, Node node, JsonText json) {
        json.object().put("id", node.id());
        if (node.isBucket()) {
            Bucket bucket = tree.bucket(node.id());
            if (!bucket.className().isEmpty()) {
                json.put("device_class", bucket.className());
            }
            json.put("name", node.name()).put("type", tree.typeName(bucket));
            json.put("type_id", bucket.type());
            if (!node.isRoot()) {
                json.object("pool_weights").end();
            }
            return;
        }
        String className = tree.className(node.id());
        if (!className.isEmpty()) {
            json.put("device_class", className);
        }
        json.put("name", node.name()).put("type", "osd").put("type_id", 0);
        json.put("crush_weight", node.weightFixed16() / ONE).put("depth", node.depth());
        if (node.depth() > 0) {
            json.object("pool_weights").end();
        }
    }

    /** What hangs under a bucket and is shown: the other way round than it is printed. */
    static void children(OsdTreeView tree, Node node, Set<Integer> shown, JsonText json) {
        json.list("children");
        for (Node child : tree.children(node).reversed()) {
            if (shown.contains(child.id())) {
                json.add(child.id());
            }
        }
        json.end();
    }
}
