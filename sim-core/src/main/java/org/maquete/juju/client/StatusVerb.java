package org.maquete.juju.client;

import java.util.List;
import org.maquete.juju.Model;
import org.maquete.kernel.Answer;
import org.maquete.tool.Deed;
import org.maquete.tool.Parsed;
import org.maquete.tool.Session;
import org.maquete.tool.gnuflag.Flag;
import org.maquete.tool.gnuflag.FlagResult;
import org.maquete.world.World;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/** {@code juju status} and {@code juju machines}: cmd/juju/status/status.go of juju 3.6. */
final class StatusVerb {

    private static final List<String> FORMATS = List.of("tabular", "json", "yaml");

    /**
     * Made when somebody asks for JSON or YAML; most runs do not, and it costs 50 ms of a start.
     */
    private static final class Writers {
        static final ObjectMapper JSON = JsonMapper.builder().build();
        static final ObjectMapper YAML =
                YAMLMapper.builder()
                        .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
                        .enable(YAMLWriteFeature.MINIMIZE_QUOTES)
                        .enable(YAMLWriteFeature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
                        .build();
    }

    private StatusVerb() {}

    static List<ClientVerb> verbs() {
        return List.of(
                verb("status", false),
                verb("show-status", false),
                verb("machines", true),
                verb("list-machines", true));
    }

    private static ClientVerb verb(String name, boolean machinesOnly) {
        return ClientVerb.inModel(
                name,
                "",
                line -> read(line, name, machinesOnly),
                Flag.text("format"),
                Flag.text("output", "o"),
                Flag.bool("color"),
                Flag.bool("no-color"),
                Flag.bool("integrations", "relations"),
                Flag.bool("storage"),
                Flag.bool("utc"),
                Flag.duration("watch"),
                Flag.whole("retry-count"),
                Flag.duration("retry-delay"));
    }

    private static Parsed read(FlagResult.Parsed line, String name, boolean machinesOnly) {
        if (line.text("watch").isPresent() || line.text("output").isPresent()) {
            return new Parsed.NotModelled(
                    "juju " + name + (line.text("watch").isPresent() ? " --watch" : " --output"));
        }
        String format = line.text("format").orElse("tabular");
        if (List.of("oneline", "short", "line", "summary").contains(format)) {
            return new Parsed.NotModelled("juju " + name + " --format " + format);
        }
        if (!FORMATS.contains(format)) {
            return ClientText.usage(
                    "invalid value "
                            + ClientText.quote(format)
                            + " for option --format: unknown format "
                            + ClientText.quote(format));
        }
        return new Parsed.Right(
                Call.of((session, world) ->
                        Focus.model(
                                line,
                                session,
                                world,
                                model ->
                                        new Deed.Say(
                                                machinesOnly
                                                        ? machines(line, model, world)
                                                        : status(line, model, session, world)))));
    }

    private static Answer status(
            FlagResult.Parsed line, Model model, Session session, World world) {
        Selection shown = Selection.of(world, model, line.words());
        String format = line.text("format").orElse("tabular");
        String text =
                format.equals("tabular")
                        ? new StatusTable(
                                        shown,
                                        StatusTable.Layout.V3_6,
                                        JujuTime.clock(session.nowNs()),
                                        line.flag("integrations"))
                                .print()
                        : tree(shown, format, line.flag("utc"));
        if (!shown.isEmpty()) {
            return Answer.of(text);
        }
        String note =
                line.words().isEmpty()
                        ? "\nModel \"admin/" + model.name() + "\" is empty.\n"
                        : "Nothing matched specified filter"
                                + (line.words().size() == 1 ? "" : "s")
                                + ".\n";
        return new Answer(text, note, 0);
    }

    private static Answer machines(FlagResult.Parsed line, Model model, World world) {
        Selection shown = Selection.of(world, model, List.of());
        String format = line.text("format").orElse("tabular");
        if (!format.equals("tabular")) {
            var whole = new StatusTree(shown, "", line.flag("utc")).whole();
            var part = new java.util.LinkedHashMap<String, Object>();
            part.put("model", model.name());
            part.put("machines", java.util.Objects.requireNonNull(whole.get("machines")));
            return Answer.of(write(part, format));
        }
        return Answer.of(new StatusTable(shown, StatusTable.Layout.V3_6, "", false).machines());
    }

    /** The tables of a model as 3.6 prints them. */
    static String tabular(Selection shown, boolean hasRelations) {
        return new StatusTable(shown, StatusTable.Layout.V3_6, "", hasRelations).print();
    }

    /** The tree of a model as JSON or YAML. */
    static String tree(Selection shown, String format, boolean isIso) {
        return write(new StatusTree(shown, "", isIso).whole(), format);
    }

    private static String write(Object tree, String format) {
        return format.equals("json")
                ? Writers.JSON.writeValueAsString(tree) + "\n"
                : Writers.YAML.writeValueAsString(tree);
    }
}
