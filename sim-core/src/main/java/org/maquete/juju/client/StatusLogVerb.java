package org.maquete.juju.client;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.maquete.juju.JujuView;
import org.maquete.juju.Model;
import org.maquete.juju.StatusHistoryView;
import org.maquete.juju.catalog.GoJsonWriter;
import org.maquete.juju.catalog.GoYamlWriter;
import org.maquete.kernel.Answer;
import org.maquete.kernel.JournalEntry;
import org.maquete.kernel.SimTime;
import org.maquete.tool.Parsed;
import org.maquete.tool.Recall;
import org.maquete.tool.gnuflag.Flag;
import org.maquete.tool.gnuflag.FlagResult;
import org.maquete.world.World;

/**
 * {@code juju show-status-log}: cmd/juju/status/history.go of juju 3.6. It asks the journal, so
 * only somebody who holds a run can answer it.
 */
final class StatusLogVerb implements Recall {

    private static final String NAME = "show-status-log";
    // history.go, Init: lines when nothing is said
    private static final int USUAL_COUNT = 20;
    private static final List<String> FORMATS = List.of("json", "tabular", "yaml");
    // core/status/history.go, AllHistoryKind
    private static final List<String> KINDS =
            List.of(
                    "application",
                    "container",
                    "juju-container",
                    "juju-machine",
                    "juju-unit",
                    "machine",
                    "model",
                    "saas",
                    "unit",
                    "workload");

    /** A time that YAML prints without quotes. */
    private record Stamp(String text) {
        @Override
        public String toString() {
            return text;
        }
    }

    private static ClientVerb verb(ClientVerb.Grammar grammar) {
        return ClientVerb.inModel(
                NAME,
                "",
                grammar,
                Flag.text("format"),
                Flag.text("output", "o"),
                Flag.text("type"),
                Flag.whole("n"),
                Flag.whole("days"),
                Flag.text("from-date"),
                Flag.bool("utc"));
    }

    /** The verb as a run types it. */
    static List<ClientVerb> verbs() {
        return List.of(
                verb(line -> {
                    Optional<String> wrong = wrong(line);
                    return wrong.isPresent()
                            ? ClientText.usage(wrong.get())
                            : new Parsed.NotModelled("juju " + NAME + " inside a run");
                }));
    }

    @Override
    public boolean knows(List<String> words) {
        return words.size() > 1 && words.get(0).equals("juju") && words.get(1).equals(NAME);
    }

    @Override
    public Answer recall(List<String> words, World world, List<JournalEntry> entries, long nowNs) {
        Answer[] told = {Answer.of("")};
        Parsed parsed =
                verb(
                                line -> {
                                    Optional<String> wrong = wrong(line);
                                    if (wrong.isPresent()) {
                                        return ClientText.usage(wrong.get());
                                    }
                                    told[0] = answer(line, world, entries, nowNs);
                                    return new Parsed.Printed(told[0]);
                                })
                        .parse(words.subList(2, words.size()));
        return switch (parsed) {
            case Parsed.Printed(Answer answer) -> answer;
            case Parsed.Wrong(var rejected) -> rejected.answer();
            default -> ClientText.failed("the help of juju " + NAME + " is not modelled");
        };
    }

    private static Optional<String> wrong(FlagResult.Parsed line) {
        String type = line.text("type").orElse("unit");
        String format = line.text("format").orElse("tabular");
        long backlogs =
                List.of("n", "days", "from-date").stream()
                        .filter(flag -> line.text(flag).filter(v -> !v.equals("0")).isPresent())
                        .count();
        if (!FORMATS.contains(format)) {
            return Optional.of(StatusVerb.unknownFormat(format));
        }
        if (line.words().size() > 1) {
            return Optional.of("unexpected arguments after entity name.");
        }
        if (line.words().isEmpty() && !type.equals("model")) {
            return Optional.of("entity name is missing.");
        }
        if (backlogs > 1) {
            return Optional.of(
                    "backlog size, backlog date and backlog days back cannot be specified"
                            + " together");
        }
        return KINDS.contains(type)
                ? Optional.empty()
                : Optional.of("unexpected status type " + ClientText.quote(type));
    }

    private static Answer answer(
            FlagResult.Parsed line, World world, List<JournalEntry> entries, long nowNs) {
        Optional<Model> model = model(line, world);
        if (model.isEmpty()) {
            return ClientText.failed(ClientText.NO_MODEL);
        }
        String type = line.text("type").orElse("unit");
        String name = type.equals("model") ? "" : line.words().getFirst();
        Optional<String> wrong = wrongName(type, name, model.get(), world);
        if (wrong.isPresent()) {
            return ClientText.failed(wrong.get());
        }
        List<StatusHistoryView.Line> lines =
                chosen(
                        line,
                        StatusHistoryView.of(world, entries, model.get().key(), name).stream()
                                .filter(each -> isOf(type, each.kind()))
                                .toList(),
                        nowNs);
        return lines.isEmpty()
                ? ClientText.failed("no status history available")
                : Answer.of(print(line, type, lines));
    }

    static Optional<Model> model(FlagResult.Parsed line, World world) {
        Optional<Model> current = JujuView.currentModel(world);
        String typed = line.text("model").orElse("");
        if (typed.isEmpty()) {
            return current;
        }
        String controller = current.map(Model::controller).orElse("");
        return JujuView.model(world, typed.contains(":") ? typed : controller + ":" + typed);
    }

    private static Optional<String> wrongName(String type, String name, Model model, World world) {
        boolean isUnit = List.of("unit", "workload", "juju-unit").contains(type);
        boolean isApplication = type.equals("application") || type.equals("saas");
        if (type.equals("model")) {
            return Optional.empty();
        }
        String pattern =
                isUnit
                        ? "[a-z][a-z0-9-]*/[0-9]+"
                        : isApplication ? "[a-z][a-z0-9-]*" : "[0-9]+(/[a-z]+/[0-9]+)*";
        if (!name.matches(pattern)) {
            return Optional.of(
                    ClientText.quote(name)
                            + " is not a valid name for "
                            + (isApplication ? "an application" : "a " + type));
        }
        String kind = isUnit ? "unit" : isApplication ? "application" : "machine";
        boolean isThere =
                switch (kind) {
                    case "unit" -> JujuView.unit(world, model.key(), name).isPresent();
                    case "machine" -> JujuView.machine(world, model.key(), name).isPresent();
                    default -> JujuView.application(world, model.key(), name).isPresent();
                };
        String tag = kind + "-" + name.replace('/', '-');
        String missing = kind.equals("application") ? "application" : kind;
        return isThere
                ? Optional.empty()
                : Optional.of(
                        String.format(
                                Locale.ROOT,
                                "fetching status history for \"%s\": %s %s not found",
                                tag,
                                missing,
                                kind.equals("machine") ? name : ClientText.quote(name)));
    }

    private static boolean isOf(String type, String kind) {
        return switch (type) {
            case "unit" -> kind.equals("workload") || kind.equals("juju-unit");
            case "container" -> kind.equals("machine");
            case "juju-container" -> kind.equals("juju-machine");
            default -> kind.equals(type);
        };
    }

    private static List<StatusHistoryView.Line> chosen(
            FlagResult.Parsed line, List<StatusHistoryView.Line> all, long nowNs) {
        long days = line.whole("days").orElse(0L);
        String date = line.text("from-date").orElse("");
        long count = line.whole("n").orElse(0L);
        long fromNs = Long.MIN_VALUE;
        if (days > 0) {
            fromNs = nowNs - days * 24 * SimTime.HOUR;
        } else if (!date.isEmpty()) {
            OptionalLong from = JujuTime.read(date + " 00:00:00Z");
            fromNs = from.orElse(Long.MIN_VALUE);
        } else {
            count = count == 0 ? USUAL_COUNT : count;
        }
        List<StatusHistoryView.Line> kept = new ArrayList<>();
        for (StatusHistoryView.Line each : all) {
            if (each.status().sinceNs() >= fromNs) {
                kept.add(each);
            }
        }
        boolean isCut = count > 0 && count < kept.size();
        return isCut ? kept.subList(kept.size() - (int) count, kept.size()) : kept;
    }

    private static String print(
            FlagResult.Parsed line, String type, List<StatusHistoryView.Line> lines) {
        String format = line.text("format").orElse("tabular");
        if (format.equals("tabular")) {
            return table(line, type, lines);
        }
        boolean isJson = format.equals("json");
        List<Object> items = new ArrayList<>();
        for (StatusHistoryView.Line each : lines) {
            String since = JujuTime.rfc3339(each.status().sinceNs());
            Map<String, Object> item = new LinkedHashMap<>();
            item.put("status", each.status().current());
            if (!each.status().message().isEmpty()) {
                item.put("message", each.status().message());
            }
            item.put("since", isJson ? since : new Stamp(since));
            item.put("type", kind(type, each));
            items.add(item);
        }
        return isJson ? GoJsonWriter.write(items) + "\n" : GoYamlWriter.write(items);
    }

    /** A machine is called a container where one was asked for. */
    private static String kind(String type, StatusHistoryView.Line line) {
        return type.endsWith("container") ? type : line.kind();
    }

    private static String table(
            FlagResult.Parsed line, String type, List<StatusHistoryView.Line> lines) {
        Columns table = new Columns();
        table.row("Time", "Type", "Status", "Message");
        for (StatusHistoryView.Line each : lines) {
            long since = each.status().sinceNs();
            table.row(
                    line.flag("utc") ? JujuTime.iso(since) : JujuTime.usual(since),
                    kind(type, each),
                    each.status().current(),
                    each.status().message());
        }
        StringBuilder stripped = new StringBuilder();
        table.print().lines().forEach(each -> stripped.append(each.stripTrailing()).append('\n'));
        return stripped.toString();
    }
}
