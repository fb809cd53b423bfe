package org.maquete.ceph.status;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.TreeSet;
import org.maquete.ceph.osdmap.OsdState;
import org.maquete.ceph.status.OsdTreeView.Node;

/** {@code ceph osd df} and {@code ceph osd df tree}: how full OSDs are, in whole KiB. */
final class OsdDfText {

    private static final double ONE = OsdState.ONE;

    // <of a percent>: GUESS; 0.0002 was seen as 0, 0.0022 as 0.00
    private static final double LOW = 0.001;

    private final ClusterSnapshot snapshot;
    private final OsdTreeView tree;
    private final boolean withBuckets;
    private final TreeMap<Integer, OsdState> osds = new TreeMap<>();
    private final TreeMap<Integer, Kib> spaces = new TreeMap<>();
    private final TreeMap<Integer, Integer> pgs;
    private final double average;
    private double varMin = -1;
    private double varMax = -1;
    private double squares;
    private double reweights;

    /** A space in whole KiB. */
    private record Kib(long total, long used, long data, long omap, long meta, long avail) {

        static final Kib NONE = new Kib(0, 0, 0, 0, 0, 0);

        static Kib of(Space space) {
            return new Kib(
                    space.total() >> 10,
                    space.used() >> 10,
                    space.data() >> 10,
                    space.omap() >> 10,
                    space.meta() >> 10,
                    space.avail() >> 10);
        }

        Kib plus(Kib other) {
            return new Kib(
                    total + other.total,
                    used + other.used,
                    data + other.data,
                    omap + other.omap,
                    meta + other.meta,
                    avail + other.avail);
        }

        Space bytes() {
            return new Space(
                    total << 10, used << 10, avail << 10, data << 10, omap << 10, meta << 10);
        }

        double percent() {
            return total == 0 || used == 0 ? 0 : 100.0 * (double) used / (double) total;
        }
    }

    private OsdDfText(ClusterSnapshot snapshot, boolean withBuckets) {
        this.snapshot = snapshot;
        this.tree = new OsdTreeView(snapshot.crush());
        this.withBuckets = withBuckets;
        this.pgs = Usage.pgsByOsd(snapshot.pgs());
        snapshot.map().osds().forEach(osd -> osds.put(osd.id(), osd));
        Kib in = Kib.NONE;
        for (OsdStatus osd : snapshot.osds()) {
            Kib own = Kib.of(osd.space());
            spaces.put(osd.id(), own);
            in = reweight(osd.id()) > 0 ? in.plus(own) : in;
        }
        this.average = in.total() > 0 ? 100.0 * in.used() / in.total() : 0;
    }

    static String of(ClusterSnapshot snapshot, boolean withBuckets, Report report) {
        OsdDfText text = new OsdDfText(snapshot, withBuckets);
        return report.isJson() ? text.json(report) : text.table();
    }

    private double reweight(int osd) {
        OsdState state = osds.get(osd);
        return state == null ? 0 : state.weightFixed16() / ONE;
    }

    private Kib space(Node node) {
        if (!node.isBucket()) {
            return spaces.getOrDefault(node.id(), Kib.NONE);
        }
        Kib sum = Kib.NONE;
        for (Node child : tree.children(node)) {
            sum = sum.plus(space(child));
        }
        return sum;
    }

    private List<Node> nodes() {
        return tree.nodes().stream().filter(node -> withBuckets || !node.isBucket()).toList();
    }

    private List<Node> stray() {
        List<Node> stray = new ArrayList<>();
        for (int id : osds.keySet()) {
            if (!tree.hasParent(id)) {
                stray.add(new Node(id, "osd." + id, 0, 0, false));
            }
        }
        return stray;
    }

    private TreeSet<Integer> shown() {
        TreeSet<Integer> ids = new TreeSet<>();
        tree.nodes().forEach(node -> ids.add(node.id()));
        return ids;
    }

    private double var(double percent) {
        return average == 0 ? 1.0 : percent / average;
    }

    /** Counts an OSD for the last line. */
    private void count(Node node, double percent) {
        double reweight = node.isBucket() ? 0 : reweight(node.id());
        if (reweight > 0) {
            double var = var(percent);
            varMin = varMin < 0 || var < varMin ? var : varMin;
            varMax = varMax < 0 || var > varMax ? var : varMax;
            double difference = percent - average;
            squares += reweight * (difference * difference);
            reweights += reweight;
        }
    }

    private double deviation() {
        return reweights > 0 ? Math.sqrt(squares / reweights) : 0;
    }

    private String table() {
        TextTable table = new TextTable();
        table.right("ID").right("CLASS").right("WEIGHT").right("REWEIGHT").right("SIZE");
        table.right("RAW USE").right("DATA").right("OMAP").right("META").right("AVAIL");
        table.right("%USE").right("VAR").right("PGS").right("STATUS");
        if (withBuckets) {
            table.left("TYPE NAME");
        }
        nodes().forEach(node -> row(node, table));
        stray().forEach(node -> row(node, table));
        List<String> total = new ArrayList<>(List.of("", "", "", "TOTAL"));
        sizes(Usage.total(snapshot), total);
        total.add(low(average));
        table.row(total);
        String vars = "MIN/MAX VAR: " + low(varMin) + "/" + low(varMax);
        return table.text() + vars + "  STDDEV: " + low(deviation()) + "\n";
    }

    private void row(Node node, TextTable table) {
        Kib space = space(node);
        double percent = space.percent();
        List<String> cells = new ArrayList<>();
        cells.add(String.valueOf(node.id()));
        cells.add(node.isBucket() ? "" : tree.className(node.id()));
        cells.add(OsdTreeText.weight(node.weightFixed16() / ONE));
        cells.add(node.isBucket() ? "-" : OsdTreeText.weight(reweight(node.id())));
        sizes(space.bytes(), cells);
        cells.add(low(percent));
        cells.add(low(var(percent)));
        if (node.isBucket()) {
            cells.addAll(List.of("-", ""));
        } else {
            cells.add(String.valueOf(pgs.getOrDefault(node.id(), 0)));
            cells.add(status(node.id()));
        }
        String type = node.isBucket() ? tree.typeName(tree.bucket(node.id())) + " " : "";
        if (withBuckets) {
            cells.add("    ".repeat(node.depth()) + type + node.name());
        }
        count(node, percent);
        table.row(cells);
    }

    private String status(int osd) {
        OsdState state = osds.get(osd);
        return state == null ? "destroyed" : state.isUp() ? "up" : "down";
    }

    private static void sizes(Space space, List<String> cells) {
        cells.add(Units.bytes(space.total()));
        cells.add(Units.bytes(space.used()));
        cells.add(Units.bytes(space.data()));
        cells.add(Units.bytes(space.omap()));
        cells.add(Units.bytes(space.meta()));
        cells.add(Units.bytes(space.avail()));
    }

    /** Two digits, or {@code 0} for next to nothing. */
    private static String low(double value) {
        return Math.abs(value) < LOW ? "0" : String.format(Locale.ROOT, "%.2f", value);
    }

    private String json(Report report) {
        JsonText json = report.document().object().list("nodes");
        nodes().forEach(node -> node(node, json));
        json.end().list("stray");
        stray().forEach(node -> node(node, json));
        json.end().object("summary");
        Kib total = Kib.of(Usage.total(snapshot));
        json.put("total_kb", total.total()).put("total_kb_used", total.used());
        json.put("total_kb_used_data", total.data()).put("total_kb_used_omap", total.omap());
        json.put("total_kb_used_meta", total.meta()).put("total_kb_avail", total.avail());
        json.put("average_utilization", average).put("min_var", varMin).put("max_var", varMax);
        return json.put("dev", deviation()).end().end().text() + "\n";
    }

    private void node(Node node, JsonText json) {
        Kib space = space(node);
        double percent = space.percent();
        OsdTreeText.begin(tree, node, json);
        json.put("reweight", node.isBucket() ? -1 : reweight(node.id()));
        json.put("kb", space.total()).put("kb_used", space.used());
        json.put("kb_used_data", space.data()).put("kb_used_omap", space.omap());
        json.put("kb_used_meta", space.meta()).put("kb_avail", space.avail());
        json.put("utilization", percent).put("var", var(percent));
        json.put("pgs", node.isBucket() ? 0 : pgs.getOrDefault(node.id(), 0));
        if (node.isBucket()) {
            OsdTreeText.children(tree, node, shown(), json);
        } else {
            json.put("status", status(node.id()));
        }
        count(node, percent);
        json.end();
    }
}
