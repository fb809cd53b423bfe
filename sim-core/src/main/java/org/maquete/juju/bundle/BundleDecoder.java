package org.maquete.juju.bundle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Makes a bundle of merged YAML: the structs of juju/charm bundledata.go and what normalizeData
 * does with {@code scale} and {@code placement}.
 */
final class BundleDecoder {

    private static final List<String> BUNDLE =
            List.of(
                    "bundle",
                    "applications",
                    "machines",
                    "saas",
                    "series",
                    "default-base",
                    "relations",
                    "tags",
                    "description",
                    // not in the struct, but accepted: anchors for the rest of the file
                    "variables");
    private static final List<String> APPLICATION =
            List.of(
                    "charm",
                    "channel",
                    "revision",
                    "series",
                    "base",
                    "resources",
                    "num_units",
                    "scale",
                    "to",
                    "placement",
                    "expose",
                    "exposed-endpoints",
                    "options",
                    "annotations",
                    "constraints",
                    "storage",
                    "devices",
                    "bindings",
                    "offers",
                    "plan",
                    "trust");
    private static final List<String> MACHINE =
            List.of("constraints", "annotations", "series", "base");

    private final List<BundleProblem> notes;
    private final List<BundleProblem> problems = new ArrayList<>();

    BundleDecoder(List<BundleProblem> notes) {
        this.notes = notes;
    }

    /** What stops Juju from reading on: contradictions of old and new fields. */
    List<BundleProblem> problems() {
        return problems;
    }

    Bundle bundle(Node root) {
        BundleFields fields = new BundleFields(root, "charm.BundleData", BUNDLE, notes);
        if (!Nodes.isNil(fields.node("services"))) {
            fields.note(
                    fields.node("services"),
                    "services was replaced by applications; Juju 3 does not read it");
        }
        String type = fields.text("bundle");
        Map<String, BundleApplication> applications = new LinkedHashMap<>();
        fields.map("applications")
                .forEach((name, node) -> applications.put(name, application(name, node, type)));
        Map<String, BundleMachine> machines = new LinkedHashMap<>();
        fields.map("machines").forEach((id, node) -> machines.put(id, machine(id, node)));
        Map<String, BundleSaas> saas = new LinkedHashMap<>();
        fields.map("saas").forEach((name, node) -> saas.put(name, saas(name, node)));
        List<BundleRelation> relations = new ArrayList<>();
        for (Node node : fields.items("relations")) {
            if (node instanceof SequenceNode) {
                relations.add(new BundleRelation(Nodes.place(node), fields.textsOf(node)));
            } else {
                fields.note(node, "cannot unmarshal " + Nodes.kind(node) + " into relations");
            }
        }
        return new Bundle(
                Nodes.place(root),
                type,
                fields.text("series"),
                fields.text("default-base"),
                applications,
                machines,
                saas,
                relations);
    }

    private BundleApplication application(String name, Node node, String type) {
        BundleFields fields = new BundleFields(node, "charm.ApplicationSpec", APPLICATION, notes);
        return new BundleApplication(
                name,
                Nodes.place(node),
                !Nodes.isNil(node),
                fields.text("charm"),
                fields.text("channel"),
                fields.optionalWhole("revision"),
                fields.text("series"),
                fields.text("base"),
                units(name, node, fields),
                placement(name, node, type, fields),
                fields.truth("expose"),
                exposed(fields),
                fields.map("options"),
                fields.textMap("annotations"),
                fields.text("constraints"),
                fields.textMap("storage"),
                fields.textMap("devices"),
                fields.textMap("bindings"),
                resources(fields),
                offers(fields),
                fields.text("plan"),
                fields.truth("trust"),
                fields.places());
    }

    private int units(String name, Node node, BundleFields fields) {
        int units = fields.whole("num_units");
        int scale = fields.whole("scale");
        if (scale > 0 && units > 0) {
            problem(
                    node,
                    "cannot specify both scale and num_units for application "
                            + BundleText.quote(name));
        }
        return scale > 0 && units == 0 ? scale : units;
    }

    private List<String> placement(String name, Node node, String type, BundleFields fields) {
        String placement = fields.text("placement");
        List<String> to = fields.texts("to");
        if (placement.isEmpty()) {
            return to;
        }
        if (!type.equals(Bundle.KUBERNETES)) {
            problem(
                    node,
                    "placement ("
                            + placement
                            + ") not valid for non-Kubernetes application "
                            + BundleText.quote(name));
        } else if (!to.isEmpty()) {
            problem(
                    node,
                    "cannot specify both placement and to for application "
                            + BundleText.quote(name));
        }
        return List.of(placement);
    }

    private List<BundleExposure> exposed(BundleFields fields) {
        List<BundleExposure> exposed = new ArrayList<>();
        fields.map("exposed-endpoints")
                .forEach((endpoint, node) -> {
                    List<String> known = List.of("expose-to-spaces", "expose-to-cidrs");
                    BundleFields inner =
                            new BundleFields(node, "charm.ExposedEndpointSpec", known, notes);
                    exposed.add(
                            new BundleExposure(
                                    endpoint,
                                    inner.texts("expose-to-spaces"),
                                    inner.texts("expose-to-cidrs")));
                });
        return exposed;
    }

    /** Go takes a whole number and a text; anything else is refused later. */
    private static Map<String, Boolean> resources(BundleFields fields) {
        Map<String, Boolean> resources = new LinkedHashMap<>();
        fields.map("resources").forEach((name, node) -> resources.put(name, isNumberOrText(node)));
        return resources;
    }

    private static boolean isNumberOrText(Node node) {
        return node instanceof ScalarNode && !Nodes.isNil(node) && BundleText.isTextOrInt(node);
    }

    private List<BundleOffer> offers(BundleFields fields) {
        List<BundleOffer> offers = new ArrayList<>();
        fields.map("offers")
                .forEach((name, node) -> {
                    BundleFields inner =
                            new BundleFields(
                                    node, "charm.OfferSpec", List.of("endpoints", "acl"), notes);
                    offers.add(new BundleOffer(name, Nodes.place(node), inner.texts("endpoints")));
                });
        return offers;
    }

    private BundleMachine machine(String id, Node node) {
        BundleFields fields = new BundleFields(node, "charm.MachineSpec", MACHINE, notes);
        return new BundleMachine(
                id,
                Nodes.place(node),
                !Nodes.isNil(node),
                fields.text("constraints"),
                fields.text("series"),
                fields.text("base"),
                fields.textMap("annotations"));
    }

    private BundleSaas saas(String name, Node node) {
        BundleFields fields = new BundleFields(node, "charm.SaasSpec", List.of("url"), notes);
        return new BundleSaas(name, Nodes.place(node), !Nodes.isNil(node), fields.text("url"));
    }

    private void problem(Node node, String message) {
        problems.add(new BundleProblem(Nodes.place(node), message));
    }
}
