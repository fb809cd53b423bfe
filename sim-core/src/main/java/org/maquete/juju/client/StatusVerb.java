package org.maquete.juju.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.maquete.juju.Model;
import org.maquete.juju.catalog.CharmCatalog;
import org.maquete.kernel.Answer;
import org.maquete.tool.Deed;
import org.maquete.tool.Parsed;
import org.maquete.tool.Session;
import org.maquete.tool.gnuflag.Flag;
import org.maquete.tool.gnuflag.FlagResult;
import org.maquete.world.World;

/** {@code juju status}: cmd/juju/status/status.go of juju 3.6. */
final class StatusVerb {

    private static final List<String> FORMATS =
            List.of("json", "line", "oneline", "short", "summary", "tabular", "yaml");
    // osenv.JujuStatusIsoTimeEnvKey
    private static final String ISO_TIME = "JUJU_STATUS_ISO_TIME";
    private static final List<String> TRUE = List.of("1", "t", "T", "true", "TRUE", "True");

    private final CharmCatalog catalog;

    private StatusVerb(CharmCatalog catalog) {
        this.catalog = catalog;
    }

    static List<ClientVerb> verbs(CharmCatalog catalog) {
        StatusVerb status = new StatusVerb(catalog);
        return List.of(status.verb("status"), status.verb("show-status"));
    }

    private ClientVerb verb(String name) {
        return ClientVerb.inModel(
                name,
                "",
                line -> read(line, name),
                Flag.text("format"),
                Flag.text("output", "o"),
                Flag.bool("color"),
                Flag.bool("no-color"),
                Flag.bool("integrations"),
                Flag.bool("relations"),
                Flag.bool("storage"),
                Flag.bool("utc"),
                Flag.duration("watch"),
                Flag.whole("retry-count"),
                Flag.duration("retry-delay"));
    }

    private Parsed read(FlagResult.Parsed line, String name) {
        String format = line.text("format").orElse("tabular");
        if (!FORMATS.contains(format)) {
            return ClientText.usage(unknownFormat(format));
        }
        if (line.flag("color") && line.flag("no-color")) {
            return ClientText.usage("cannot mix --no-color and --color");
        }
        for (String flag : List.of("watch", "output", "color")) {
            if (flag.equals("color") ? line.flag(flag) : line.text(flag).isPresent()) {
                return new Parsed.NotModelled("juju " + name + " --" + flag);
            }
        }
        return new Parsed.Right(
                Call.of((session, world) ->
                        Focus.model(
                                line,
                                session,
                                world,
                                model -> new Deed.Say(answer(line, model, session, world)))));
    }

    static String unknownFormat(String format) {
        return "invalid value "
                + ClientText.quote(format)
                + " for option --format: unknown format "
                + ClientText.quote(format);
    }

    /** Whether times are asked for as {@code 2026-01-05 08:00:00Z}. */
    static boolean isIso(FlagResult.Parsed line, Session session) {
        return line.flag("utc") || TRUE.contains(session.variable(ISO_TIME));
    }

    private Answer answer(FlagResult.Parsed line, Model model, Session session, World world) {
        Selection shown = Selection.of(world, model, line.words());
        String format = line.text("format").orElse("tabular");
        boolean isTabular = format.equals("tabular");
        boolean hasRelations = line.flag("integrations") || line.flag("relations");
        StatusFormatter.Detail detail =
                switch (format) {
                    case "json", "yaml" -> StatusFormatter.Detail.ALL;
                    case "tabular" ->
                            hasRelations
                                    ? StatusFormatter.Detail.RELATIONS
                                    : StatusFormatter.Detail.TABLES;
                    default -> StatusFormatter.Detail.TABLES;
                };
        String clock = JujuTime.clock(session.nowNs());
        StatusDocument document = StatusFormatter.format(shown, catalog, clock, detail);
        boolean isIso = isIso(line, session);
        String text =
                switch (format) {
                    case "json" -> document.json(isIso);
                    case "yaml" -> document.yaml(isIso);
                    case "summary" -> StatusSummary.print(document);
                    case "tabular" -> new StatusTable(document, StatusTable.Layout.V3_6).print();
                    default -> StatusLines.print(document);
                };
        return new Answer(text, (isTabular ? "" : ignored(line)) + note(line, shown), 0);
    }

    /** Flags that say what the other formats do anyhow. */
    private static String ignored(FlagResult.Parsed line) {
        List<String> given = new ArrayList<>();
        for (String flag : List.of("integrations", "relations", "storage")) {
            if (line.text(flag).isPresent()) {
                given.add(flag);
            }
        }
        return given.isEmpty()
                ? ""
                : String.format(
                        Locale.ROOT,
                        "provided %s %s always enabled in non tabular formats%n",
                        String.join(", ", given),
                        given.size() > 1 ? "options are" : "option is");
    }

    private static String note(FlagResult.Parsed line, Selection shown) {
        if (!shown.isEmpty()) {
            return "";
        }
        return line.words().isEmpty()
                ? "\nModel \"admin/" + shown.model().name() + "\" is empty.\n"
                : "Nothing matched specified filter"
                        + (line.words().size() == 1 ? "" : "s")
                        + ".\n";
    }
}
