package org.maquete.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.maquete.finding.TypedLine;
import org.maquete.finding.Words;
import org.maquete.hardware.HardwareView;
import org.maquete.juju.JujuTables;
import org.maquete.juju.Machine;
import org.maquete.juju.Unit;
import org.maquete.kernel.SimTime;
import org.maquete.operator.OperatorView;
import org.maquete.whatif.Branches;
import org.maquete.world.World;
import org.maquete.world.WorldDiff;

/**
 * What differs between two branches, as text: first what an operator would see of machines, units
 * and typed lines, then how many rows differ in which table. Bookkeeping is left out.
 */
public final class DifferenceText {

    private static final int LINE_LIMIT = 20; // <lines>: what fits on a screen beside the rest

    private static final String ABSENT = "-";

    private final World calm;
    private final World disturbed;
    private final long forkedNs;
    private final String language;
    private final boolean all;
    private final StringBuilder out = new StringBuilder();

    private DifferenceText(Branches branches, String language, boolean all) {
        this.calm = branches.calm().world();
        this.disturbed = branches.disturbed().world();
        this.forkedNs = branches.forkedNs();
        this.language = language;
        this.all = all;
    }

    /**
     * The differences as text.
     *
     * @param language {@code en} or {@code pt}
     * @param all whether every field of every row is printed
     */
    public static String of(Branches branches, String language, boolean all) {
        return new DifferenceText(branches, language, all).print(branches);
    }

    private String print(Branches branches) {
        String from = SimTime.clock(branches.forkedNs());
        String to = SimTime.clock(branches.endNs());
        line(
                "forked at " + from + ", compared at " + to,
                "bifurcado em " + from + ", comparado em " + to);
        if (!branches.settled()) {
            line("(work is still pending in a branch)", "(há trabalho pendente em um ramo)");
        }
        int before = out.length();
        List<WorldDiff.Entry> entries = seen(WorldDiff.between(calm, disturbed));
        rack(entries);
        machines(entries);
        units(entries);
        typed();
        tables(entries);
        if (out.length() == before) {
            line("nothing differs", "nada difere");
        }
        return out.toString();
    }

    private void line(String en, String pt) {
        out.append(new Words(en, pt).in(language)).append('\n');
    }

    /** Entries in which something differs that anybody can see. */
    private static List<WorldDiff.Entry> seen(List<WorldDiff.Entry> entries) {
        List<WorldDiff.Entry> seen = new ArrayList<>();
        for (WorldDiff.Entry entry : entries) {
            List<WorldDiff.Change> fields =
                    entry.fields().stream().filter(f -> !isBookkeeping(f.field())).toList();
            if (!fields.isEmpty() && !entry.table().startsWith("operator.")) {
                seen.add(new WorldDiff.Entry(entry.table(), entry.key(), entry.kind(), fields));
            }
        }
        return seen;
    }

    private static boolean isBookkeeping(String field) {
        return field.endsWith("Ns") || field.equals("hookRuns") || field.equals("hookQueue");
    }

    private void rack(List<WorldDiff.Entry> entries) {
        for (String name : keys(entries, HardwareView.MACHINES.name())) {
            change("rack", name, power(calm, name), power(disturbed, name));
        }
    }

    private static String power(World world, String machine) {
        String on = HardwareView.isOn(world, machine) ? "on" : "off";
        return HardwareView.hasMains(world, machine) ? on : on + " without mains";
    }

    private void machines(List<WorldDiff.Entry> entries) {
        for (String key : keys(entries, JujuTables.MACHINES.name())) {
            change("machine", name(key), machine(calm, key), machine(disturbed, key));
        }
    }

    private static String machine(World world, String key) {
        Optional<Machine> machine = world.table(JujuTables.MACHINES).find(key);
        return machine.map(m -> m.agent().current()).orElse(ABSENT);
    }

    private void units(List<WorldDiff.Entry> entries) {
        for (String key : keys(entries, JujuTables.UNITS.name())) {
            String before = unit(calm, key);
            String after = unit(disturbed, key);
            String message = message(disturbed, key);
            if (!message.equals(message(calm, key))) {
                after = after + (message.isEmpty() ? " (no message)" : " (" + message + ")");
            }
            change("unit", name(key), before, after);
        }
    }

    private static String unit(World world, String key) {
        Optional<Unit> unit = world.table(JujuTables.UNITS).find(key);
        return unit.map(u -> u.workload().current() + " " + u.agent().current()).orElse(ABSENT);
    }

    private static String message(World world, String key) {
        Optional<Unit> unit = world.table(JujuTables.UNITS).find(key);
        return unit.map(u -> u.workload().message()).orElse("");
    }

    /** The key of a row of a model is the model and the name. */
    private static String name(String key) {
        return key.substring(key.indexOf(' ') + 1);
    }

    private static List<String> keys(List<WorldDiff.Entry> entries, String table) {
        return entries.stream()
                .filter(e -> e.table().equals(table))
                .map(WorldDiff.Entry::key)
                .toList();
    }

    private void change(String kind, String name, String before, String after) {
        if (!before.equals(after)) {
            out.append(String.format(Locale.ROOT, "%-8s %-24s ", kind, name));
            out.append(before).append(" -> ").append(after).append('\n');
        }
    }

    /** Lines typed after the fork that were answered otherwise. */
    private void typed() {
        Map<String, TypedLine> before = typed(calm);
        Map<String, TypedLine> after = typed(disturbed);
        Map<String, TypedLine> both = new LinkedHashMap<>(before);
        after.forEach(both::putIfAbsent);
        int printed = 0;
        for (String key : both.keySet()) {
            String left = answer(before, key);
            String right = answer(after, key);
            if (!left.equals(right) && (all || printed < LINE_LIMIT)) {
                change("line", key, left, right);
            }
            printed += left.equals(right) ? 0 : 1;
        }
        int rest = printed - LINE_LIMIT;
        if (!all && rest > 0) {
            line("... and " + rest + " lines more", "... e mais " + rest + " linhas");
        }
    }

    private Map<String, TypedLine> typed(World world) {
        Map<String, TypedLine> lines = new LinkedHashMap<>();
        for (TypedLine line : OperatorView.lines(world)) {
            if (line.answeredNs() >= forkedNs) {
                lines.put(line.place().toString(), line);
            }
        }
        return lines;
    }

    private static String answer(Map<String, TypedLine> lines, String key) {
        return Optional.ofNullable(lines.get(key)).map(DifferenceText::answer).orElse("not typed");
    }

    private static String answer(TypedLine line) {
        String said = line.answer().stderr().lines().findFirst().orElse("");
        return line.answer().ok() ? "ok" : ("exit " + line.answer().exit() + " " + said).strip();
    }

    private void tables(List<WorldDiff.Entry> entries) {
        Map<String, List<WorldDiff.Entry>> byTable = new LinkedHashMap<>();
        for (WorldDiff.Entry entry : entries) {
            byTable.computeIfAbsent(entry.table(), t -> new ArrayList<>()).add(entry);
        }
        byTable.forEach(this::table);
    }

    private void table(String table, List<WorldDiff.Entry> entries) {
        List<String> counts = new ArrayList<>();
        for (WorldDiff.Kind kind : WorldDiff.Kind.values()) {
            long count = entries.stream().filter(e -> e.kind() == kind).count();
            if (count > 0) {
                counts.add(count + " " + word(kind));
            }
        }
        out.append(table).append(": ").append(String.join(", ", counts)).append('\n');
        if (all) {
            entries.forEach(this::row);
        }
    }

    private String word(WorldDiff.Kind kind) {
        Words words =
                switch (kind) {
                    case ADDED ->
                            new Words("only in the disturbed branch", "só no ramo perturbado");
                    case REMOVED -> new Words("only in the calm branch", "só no ramo calmo");
                    case CHANGED -> new Words("changed", "diferentes");
                };
        return words.in(language);
    }

    private void row(WorldDiff.Entry entry) {
        out.append("    ").append(entry.key()).append('\n');
        for (WorldDiff.Change field : entry.fields()) {
            out.append("        ").append(field.field()).append(": ").append(field.before());
            out.append(" -> ").append(field.after()).append('\n');
        }
    }
}
