package org.maquete.juju.bundle;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.maquete.juju.catalog.CharmCatalog;
import org.maquete.kernel.Place;
import org.maquete.runbook.SourceText;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Reads a bundle and its overlays as {@code juju deploy} does before it asks the controller: {@code
 * ComposeAndVerifyBundle} of cmd/juju/application/bundle, which verifies the first document alone,
 * merges all documents of all files, and verifies the whole.
 */
public final class BundleReader {

    // 100, documents of one file: ours, against files that are no bundles
    private static final int DOCUMENT_LIMIT = 100;

    private final BundleFiles files;
    private final List<BundleProblem> notes = new ArrayList<>();

    private BundleReader(BundleFiles files) {
        this.files = files;
    }

    /** Why Juju does not go on. */
    private static final class Stop extends Exception {

        private static final long serialVersionUID = 1;

        private final transient List<BundleProblem> problems;

        Stop(String message, List<BundleProblem> problems) {
            super(message, null, false, false);
            this.problems = problems;
        }
    }

    /** Reads, merges and verifies; the charms are not looked at, as Juju does not either. */
    public static BundleReading read(
            SourceText base, List<SourceText> overlays, BundleFiles files) {
        BundleReader reader = new BundleReader(files);
        try {
            return new BundleReading.Composed(reader.compose(base, overlays), reader.notes);
        } catch (Stop stop) {
            return new BundleReading.Refused(
                    String.valueOf(stop.getMessage()), stop.problems, reader.notes);
        }
    }

    /** What only somebody who has the charms can see. */
    public static List<BundleProblem> verifyWith(
            CharmCatalog catalog, Bundle bundle, BundleFiles files) {
        return new BundleVerifier(bundle, files, false)
                .verify(Optional.of(BundleCharms.of(catalog)));
    }

    /** Whether the first document of a text has applications, under their new or old name. */
    public static boolean looksLikeBundle(String name, String text) {
        try {
            for (Node node : settings(name).composeAllFromString(text)) {
                Map<String, Node> entries = Nodes.entries(node);
                return entries.containsKey("applications") || entries.containsKey("services");
            }
        } catch (YamlEngineException _) {
            return false; // no YAML, so no bundle either
        }
        return false;
    }

    private Bundle compose(SourceText base, List<SourceText> overlays) throws Stop {
        List<Node> parts = parts(base, "");
        if (parts.isEmpty()) {
            throw new Stop("malformed bundle: bundle is empty not valid", List.of());
        }
        // the notes come with the whole, where they are made once more
        Bundle first = decode(parts.getFirst(), new ArrayList<>());
        verify(first, true);
        for (SourceText overlay : overlays) {
            parts.addAll(parts(overlay, "unable to process overlays: "));
        }
        Bundle bundle = decode(merged(parts), notes);
        verify(bundle, false);
        return bundle;
    }

    private static Bundle decode(Node node, List<BundleProblem> notes) throws Stop {
        BundleDecoder decoder = new BundleDecoder(notes);
        Bundle bundle = decoder.bundle(node);
        if (!decoder.problems().isEmpty()) {
            throw new Stop(
                    "cannot unmarshal bundle contents: unmarshal document 0: "
                            + decoder.problems().getFirst().message(),
                    decoder.problems());
        }
        return bundle;
    }

    private void verify(Bundle bundle, boolean isBase) throws Stop {
        List<BundleProblem> problems =
                new BundleVerifier(bundle, files, isBase).verify(Optional.empty());
        if (!problems.isEmpty()) {
            StringBuilder text = new StringBuilder("the provided bundle has the following errors:");
            problems.forEach(problem -> text.append('\n').append(problem.message()));
            throw new Stop(text.toString(), problems);
        }
    }

    /** The documents of a file. */
    private static List<Node> parts(SourceText source, String prefix) throws Stop {
        List<Node> parts = new ArrayList<>();
        try {
            for (Node node : settings(source.name()).composeAllFromString(source.text())) {
                if (parts.size() == DOCUMENT_LIMIT) {
                    throw new Stop("more than " + DOCUMENT_LIMIT + " documents", List.of());
                }
                parts.add(node);
            }
            return parts;
        } catch (YamlEngineException trouble) {
            BundleProblem problem = problem(source.name(), trouble);
            // GUESS, text behind "yaml: ": go-yaml's own words for a syntax error were not read
            throw new Stop(
                    prefix
                            + "cannot unmarshal bundle contents: unmarshal document "
                            + parts.size()
                            + ": yaml: "
                            + (problem.place().line() > 0
                                    ? "line " + problem.place().line() + ": "
                                    : "")
                            + problem.message(),
                    List.of(problem));
        }
    }

    private static Compose settings(String name) {
        return new Compose(LoadSettings.builder().setLabel(name).build());
    }

    private static BundleProblem problem(String name, YamlEngineException trouble) {
        if (trouble instanceof MarkedYamlEngineException marked) {
            Place place =
                    marked.getProblemMark()
                            .map(at -> new Place(name, at.getLine() + 1, at.getColumn() + 1))
                            .orElse(new Place(name, 0, 0));
            return new BundleProblem(place, marked.getProblem());
        }
        return new BundleProblem(new Place(name, 0, 0), String.valueOf(trouble.getMessage()));
    }

    private Node merged(List<Node> parts) throws Stop {
        Node base = parts.getFirst();
        List<BundleProblem> misplaced = Overlays.misplaced(base);
        if (!misplaced.isEmpty()) {
            String first = misplaced.getFirst().message();
            int more = misplaced.size() - 1;
            throw new Stop(
                    more == 0 ? first : first + " (and " + more + " more errors)", misplaced);
        }
        Node merged = included(base);
        for (Node overlay : parts.subList(1, parts.size())) {
            Map<String, Node> entries = Nodes.entries(overlay);
            if (entries.containsKey("services") && !entries.containsKey("applications")) {
                // the words of juju/charm overlay.go, which 3.6 can no longer reach
                notes.add(
                        new BundleProblem(
                                Nodes.place(entries.get("services")),
                                "bundle overlay file used deprecated 'services' key, this is not"
                                        + " valid for bundle overlay files"));
            }
            merged = included(Overlays.apply(merged, overlay));
        }
        return merged;
    }

    /** The bundle with the files in place that options and annotations include. */
    private Node included(Node bundle) throws Stop {
        Map<String, Node> sections = Nodes.entries(bundle);
        Node bodies = sections.getOrDefault("applications", Nodes.NOTHING);
        Map<String, Node> applications = Nodes.entries(bodies);
        Map<String, Node> done = new LinkedHashMap<>();
        for (Map.Entry<String, Node> application : applications.entrySet()) {
            String name = application.getKey();
            Node body = application.getValue();
            if (Nodes.isNil(body)) {
                String message = "base application " + BundleText.quote(name) + " has no body";
                BundleProblem problem = new BundleProblem(Nodes.place(body), message);
                throw new Stop(message, List.of(problem));
            }
            Map<String, Node> fields = Nodes.entries(body);
            include(fields, "options", "option", "application " + BundleText.quote(name));
            include(fields, "annotations", "annotation", "application " + BundleText.quote(name));
            done.put(name, Nodes.mapping(fields, body));
        }
        if (!done.isEmpty()) {
            sections.put("applications", Nodes.mapping(done, bodies));
        }
        return Nodes.mapping(sections, bundle);
    }

    private void include(Map<String, Node> fields, String field, String what, String owner)
            throws Stop {
        Node map = fields.getOrDefault(field, Nodes.NOTHING);
        Map<String, Node> values = Nodes.entries(map);
        boolean changed = false;
        for (Map.Entry<String, Node> value : values.entrySet()) {
            String text = Nodes.text(value.getValue());
            boolean isFile = text.startsWith("include-file://");
            if (isFile || text.startsWith("include-base64://")) {
                String path = text.substring(text.indexOf("://") + 3);
                Optional<String> content = files.text(path);
                if (content.isEmpty()) {
                    throw missing(what, value, owner, path);
                }
                value.setValue(Nodes.quoted(coded(content.get(), isFile), value.getValue()));
                changed = true;
            }
        }
        if (changed) {
            fields.put(field, Nodes.mapping(values, map));
        }
    }

    private Stop missing(String what, Map.Entry<String, Node> value, String owner, String path) {
        String message =
                "processing "
                        + what
                        + " "
                        + BundleText.quote(value.getKey())
                        + " for "
                        + owner
                        + ": resolving include "
                        + BundleText.quote(path)
                        + ": include file "
                        + BundleText.quote(files.absolute(path))
                        + " not found";
        return new Stop(
                message, List.of(new BundleProblem(Nodes.place(value.getValue()), message)));
    }

    private static String coded(String content, boolean plain) {
        return plain
                ? content
                : Base64.getEncoder().encodeToString(content.getBytes(StandardCharsets.UTF_8));
    }
}
