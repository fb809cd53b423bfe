package org.maquete.juju.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.maquete.juju.DebugLogView;
import org.maquete.juju.Model;
import org.maquete.kernel.Answer;
import org.maquete.kernel.JournalEntry;
import org.maquete.kernel.SimTime;
import org.maquete.tool.Parsed;
import org.maquete.tool.Recall;
import org.maquete.tool.gnuflag.Flag;
import org.maquete.tool.gnuflag.FlagResult;
import org.maquete.world.World;

/**
 * {@code juju debug-log}: cmd/juju/commands/debuglog.go of juju 3.6. It asks the journal, so only
 * somebody who holds a run can answer it; no new lines come while it looks, with {@code --tail} or
 * without.
 */
final class DebugLogVerb implements Recall {

    private static final String NAME = "debug-log";
    // debuglog.go, defaultLineCount
    private static final int USUAL_COUNT = 10;

    private static ClientVerb verb(ClientVerb.Grammar grammar) {
        return ClientVerb.inModel(
                NAME,
                "",
                grammar,
                Flag.text("include", "i"),
                Flag.text("exclude", "x"),
                Flag.text("include-module"),
                Flag.text("exclude-module"),
                Flag.text("include-label"),
                Flag.text("exclude-label"),
                Flag.text("level", "l"),
                Flag.whole("lines", "n"),
                Flag.whole("limit"),
                Flag.bool("replay"),
                Flag.bool("no-tail"),
                Flag.bool("tail"),
                Flag.bool("color"),
                Flag.bool("utc"),
                Flag.bool("location"),
                Flag.bool("date"),
                Flag.bool("ms"),
                Flag.bool("retry"),
                Flag.duration("retry-delay"));
    }

    /** The verb as a run types it. */
    static List<ClientVerb> verbs() {
        return List.of(
                verb(line -> {
                    Optional<Parsed> wrong = wrong(line);
                    return wrong.orElseGet(
                            () -> new Parsed.NotModelled("juju " + NAME + " inside a run"));
                }));
    }

    @Override
    public boolean knows(List<String> words) {
        return words.size() > 1 && words.get(0).equals("juju") && words.get(1).equals(NAME);
    }

    @Override
    public Answer recall(List<String> words, World world, List<JournalEntry> entries, long nowNs) {
        Parsed parsed =
                verb(line ->
                                wrong(line)
                                        .orElseGet(() ->
                                                new Parsed.Printed(answer(line, world, entries))))
                        .parse(words.subList(2, words.size()));
        return switch (parsed) {
            case Parsed.Printed(Answer answer) -> answer;
            case Parsed.Wrong(var rejected) -> rejected.answer();
            case Parsed.NotModelled(String what) -> ClientText.failed(what + " is not modelled");
            case Parsed.Right _ -> throw new IllegalStateException("expected an answer");
        };
    }

    private static Optional<Parsed> wrong(FlagResult.Parsed line) {
        String level = line.text("level").orElse("");
        if (!level.isEmpty() && level(level).isEmpty()) {
            return Optional.of(
                    ClientText.usage(
                            "level value "
                                    + ClientText.quote(level)
                                    + " is not one of \"TRACE\", \"DEBUG\", \"INFO\", \"WARNING\","
                                    + " \"ERROR\""));
        }
        if (line.flag("tail") && line.flag("no-tail")) {
            return Optional.of(ClientText.usage("setting --tail and --no-tail not valid"));
        }
        if (line.flag("no-tail") && line.flag("retry")) {
            return Optional.of(ClientText.usage("setting --no-tail and --retry not valid"));
        }
        if (!line.words().isEmpty()) {
            return Optional.of(Arguments.unrecognized(line.words()));
        }
        for (String flag : List.of("color", "location")) {
            if (line.flag(flag)) {
                return Optional.of(new Parsed.NotModelled("juju debug-log --" + flag));
            }
        }
        return Optional.empty();
    }

    /** loggo, ParseLevel: the name in any case, WARN too. */
    private static Optional<DebugLogView.Level> level(String word) {
        String name = word.toUpperCase(Locale.ROOT);
        for (DebugLogView.Level level : DebugLogView.Level.values()) {
            if (level.name().equals(name.equals("WARN") ? "WARNING" : name)) {
                return Optional.of(level);
            }
        }
        return Optional.empty();
    }

    private static Answer answer(FlagResult.Parsed line, World world, List<JournalEntry> entries) {
        Optional<Model> model = StatusLogVerb.model(line, world);
        if (model.isEmpty()) {
            return ClientText.failed(ClientText.NO_MODEL);
        }
        List<DebugLogView.Line> kept = new ArrayList<>();
        for (DebugLogView.Line each : DebugLogView.of(world, entries, model.get().key())) {
            if (isShown(line, each)) {
                kept.add(each);
            }
        }
        int count = count(line, kept.size());
        StringBuilder text = new StringBuilder();
        for (DebugLogView.Line each : kept.subList(kept.size() - count, kept.size())) {
            text.append(each.entity()).append(": ").append(time(line, each.timeNs())).append(' ');
            text.append(each.level()).append(' ').append(each.module()).append(' ');
            text.append(each.message()).append('\n');
        }
        return Answer.of(text.toString());
    }

    private static int count(FlagResult.Parsed line, int all) {
        long limit = line.whole("limit").orElse(0L);
        if (limit > 0) {
            return (int) Math.min(limit, all);
        }
        long lines = line.whole("lines").orElse((long) USUAL_COUNT);
        return line.flag("replay") ? all : (int) Math.min(lines, all);
    }

    private static boolean isShown(FlagResult.Parsed line, DebugLogView.Line each) {
        DebugLogView.Level least =
                level(line.text("level").orElse("")).orElse(DebugLogView.Level.TRACE);
        return each.level().compareTo(least) >= 0
                && isAny(line.all("include"), true, each.entity())
                && !isAny(line.all("exclude"), false, each.entity())
                && isModule(line.all("include-module"), true, each.module())
                && !isModule(line.all("exclude-module"), false, each.module())
                && line.all("include-label").isEmpty();
    }

    private static boolean isAny(List<String> typed, boolean whenNone, String entity) {
        for (String word : typed) {
            if (isLike(pattern(word), entity)) {
                return true;
            }
        }
        return typed.isEmpty() && whenNone;
    }

    private static boolean isModule(List<String> typed, boolean whenNone, String module) {
        for (String word : typed) {
            if (module.equals(word) || module.startsWith(word + ".")) {
                return true;
            }
        }
        return typed.isEmpty() && whenNone;
    }

    /** parseEntity: machines, units and applications by name or by tag. */
    private static String pattern(String word) {
        if (word.contains("*") || word.startsWith("machine-") || word.startsWith("unit-")) {
            return word;
        }
        if (word.matches(Names.MACHINE)) {
            return "machine-" + word.replace('/', '-');
        }
        if (word.matches(Names.UNIT)) {
            return "unit-" + word.replace('/', '-');
        }
        return word.matches(Names.APPLICATION) ? "unit-" + word + "-*" : word;
    }

    /** Stars stand for any text. */
    private static boolean isLike(String pattern, String entity) {
        String[] parts = pattern.split("\\*", -1);
        int at = 0;
        for (int i = 0; i < parts.length; i++) {
            int found = entity.indexOf(parts[i], at);
            boolean isLast = i == parts.length - 1;
            if (found < 0
                    || (i == 0 && found > 0)
                    || (isLast && !entity.substring(at).endsWith(parts[i]))) {
                return false;
            }
            at = found + parts[i].length();
        }
        return pattern.contains("*") || entity.equals(pattern);
    }

    /** {@code 08:12:33}, with the day before it and milliseconds behind it when asked for. */
    private static String time(FlagResult.Parsed line, long timeNs) {
        String iso = JujuTime.iso(timeNs);
        String text = iso.substring(0, iso.length() - 1);
        String shown = line.flag("date") ? text : text.substring(text.indexOf(' ') + 1);
        long ms = timeNs % SimTime.SECOND / 1_000_000;
        return line.flag("ms") ? shown + String.format(Locale.ROOT, ".%03d", ms) : shown;
    }
}
