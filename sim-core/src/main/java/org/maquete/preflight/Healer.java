package org.maquete.preflight;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.maquete.finding.Cure;
import org.maquete.finding.Finding;
import org.maquete.finding.Rule;
import org.maquete.finding.Run;
import org.maquete.finding.Severity;
import org.maquete.finding.TypedLine;
import org.maquete.kernel.Origin;
import org.maquete.kernel.Place;
import org.maquete.kernel.Ref;
import org.maquete.kernel.SimTime;
import org.maquete.kernel.Simulation;
import org.maquete.operator.OperatorView;
import org.maquete.operator.PutFile;
import org.maquete.operator.TypeLines;

/**
 * Runs a plan and cures what it meets.
 *
 * <p>Before each statement the run is forked: a snapshot costs microseconds. A refused line takes
 * the run back to the snapshot of its statement; the cure is typed there, and the line again. When
 * the line itself is wrong and makes something, its cure is held back until a line misses what it
 * makes (see the package). Rules are asked at the end; their cures are put at their places and the
 * run is repeated from the earliest of these, at most {@value #PASSES} times. What they are certain
 * of is cured before: a wrong line while the person waits, a step left out when a line is refused
 * for which nobody else knows a cure.
 */
final class Healer {

    private static final int PASSES = 8;
    private static final int CURE_LIMIT = 500;

    // GUESS: after five minutes a person at the keyboard looks for what is wrong
    private static final long PATIENCE_NS = SimTime.seconds(300);

    private final Diagnoser diagnoser;
    private final List<Rule> rules;
    private final Progress progress;
    private final Snapshots snapshots = new Snapshots();
    private final TreeMap<Place, List<Cure>> before = new TreeMap<>();
    private final TreeMap<Place, List<Cure>> after = new TreeMap<>();
    private final List<Deferred> deferred = new ArrayList<>();
    private final List<TypedLine> unmade = new ArrayList<>();
    private final List<TypedLine> retyped = new ArrayList<>();
    private final List<List<Cure>> retypedCures = new ArrayList<>();
    private final TreeSet<String> tried = new TreeSet<>();
    private final Map<String, Seen> seen = new LinkedHashMap<>();
    private final List<Finding> ruled = new ArrayList<>();
    private final TreeSet<Place> late = new TreeSet<>();
    private final TreeSet<Place> typedBefore = new TreeSet<>();
    private Simulation run;
    private int linesSeen;
    private int cures;
    private int pass;
    private long waitingSinceNs;

    Healer(Simulation start, Diagnoser diagnoser, Progress progress) {
        this.run = start;
        this.diagnoser = diagnoser;
        this.progress = progress;
        this.rules = start.model().contributions(Rule.class);
    }

    /** All refused lines met, roots and followers. */
    List<Seen> seen() {
        return List.copyOf(seen.values());
    }

    /** What the rules found: roots that were cured first, then what is left at the end. */
    List<Finding> ruled() {
        return ruled;
    }

    /** The lines before which a step was made up for that belongs earlier. */
    Set<Place> late() {
        return late;
    }

    /** The run at the end. */
    Simulation run() {
        return run;
    }

    void heal() {
        for (pass = 0; pass < PASSES; pass++) {
            runOn();
            if (!again()) {
                break;
            }
        }
        followers();
    }

    private void runOn() {
        look();
        while (!run.isFinished() && run.step()) {
            look();
            if (!progress.at("healed", run.now(), linesSeen)) {
                throw new Cancelled();
            }
        }
    }

    private void look() {
        Optional<Place> next = OperatorView.aboutToType(run.world());
        int count = OperatorView.lineCount(run.world());
        while (linesSeen < count) {
            TypedLine line = OperatorView.line(run.world(), linesSeen);
            linesSeen++;
            waitingSinceNs = run.now();
            if (diagnoser.failed(line) && refused(line)) {
                return;
            }
        }
        if (run.now() - waitingSinceNs >= PATIENCE_NS && certain()) {
            return;
        }
        if (next.isPresent() && run.journal().count() > 0) {
            atPause(next.get());
        }
    }

    private void atPause(Place place) {
        if (!retyped.isEmpty()) {
            TypedLine line = retyped.removeFirst();
            type(retypedCures.removeFirst(), Optional.of(line), line.place(), true);
            return;
        }
        Optional<Snapshots.Snapshot> last = snapshots.last();
        boolean same = last.isPresent() && last.get().place().equals(place);
        if (same && last.get().run().now() == run.now()) {
            return;
        }
        List<Cure> due = new ArrayList<>();
        Place dueAt = place;
        if (last.isPresent() && !same) {
            due.addAll(after.getOrDefault(last.get().place(), List.of()));
            dueAt = due.isEmpty() ? place : last.get().place();
        }
        snapshots.add(new Snapshots.Snapshot(run.fork(), place, List.copyOf(deferred)));
        due.addAll(before.getOrDefault(place, List.of()));
        if (!due.isEmpty()
                && cures < CURE_LIMIT
                && tried.add("rule " + place + " " + place.column())) {
            type(due, Optional.empty(), dueAt, false);
        }
    }

    /** A refused line; whether the run went back. */
    private boolean refused(TypedLine line) {
        Finding finding = diagnoser.finding(line, run.world());
        String key = line.place() + "\n" + line.place().column() + "\n" + finding.answer();
        Optional<Deferred> maker = maker(finding);
        if (line.cured()) {
            return curedLineRefused(key, line, finding);
        }
        Place cause =
                maker.map(d -> d.line().place()).or(() -> neverMade(finding)).orElse(line.place());
        note(key, line, finding, cause);
        if (cures >= CURE_LIMIT || !tried.add(key + deferred.size())) {
            return false;
        }
        if (maker.isPresent()) {
            goBack();
            deferred.remove(maker.get());
            unmade.add(maker.get().line());
            make(List.of(maker.get()));
            return true;
        }
        String makes = diagnoser.creates(line);
        if (typed(finding).isEmpty()) {
            if (!makes.isEmpty()) {
                unmade.add(line);
            }
            return helpless(key, line, finding);
        }
        boolean itself = typed(finding).getFirst().kind() != Cure.Kind.BEFORE;
        if (!makes.isEmpty() && itself) {
            deferred.add(new Deferred(line, finding, makes));
            return false;
        }
        goBack();
        type(finding.cures(), Optional.of(line), line.place(), false);
        return true;
    }

    /**
     * In the first pass a refusal without a maker is a root. Later, a line that passed before is
     * refused because of what a cure has changed; one that was refused and cured is known; one that
     * was refused without a cure shows now what that had hidden.
     */
    private void note(String key, TypedLine line, Finding finding, Place cause) {
        Optional<Map.Entry<String, Seen>> known =
                seen.entrySet().stream()
                        .filter(e -> e.getValue().line().place().equals(line.place()))
                        .reduce((first, second) -> second);
        if (pass > 0 && known.isPresent()) {
            boolean cured = !typed(known.get().getValue().finding()).isEmpty();
            if (cured && known.get().getValue().pass() < pass) {
                return;
            }
            if (!cured) {
                seen.remove(known.get().getKey());
            }
        }
        boolean passed = typedBefore.contains(line.place()) && known.isEmpty();
        boolean byCure = passed && cause.equals(line.place());
        Place from = byCure ? curedBefore(cause) : cause;
        seen.putIfAbsent(key, new Seen(line, finding, from, byCure, pass));
    }

    /**
     * Refusals without a cure of their own that are gone at the end follow from a rule's finding.
     */
    private void followers() {
        TreeSet<Place> still = new TreeSet<>();
        for (TypedLine line : OperatorView.lines(run.world())) {
            if (!line.cured() && diagnoser.failed(line)) {
                still.add(line.place());
            }
        }
        seen.replaceAll((key, s) ->
                s.isRoot() && typed(s.finding()).isEmpty() && !still.contains(s.line().place())
                        ? new Seen(
                                s.line(),
                                s.finding(),
                                curedBefore(s.line().place()),
                                true,
                                s.pass())
                        : s);
    }

    private Place curedBefore(Place place) {
        Place before = Optional.ofNullable(this.before.lowerKey(place)).orElse(place);
        Place after = Optional.ofNullable(this.after.lowerKey(place)).orElse(place);
        if (before.equals(place) || after.equals(place)) {
            return before.equals(place) ? after : before;
        }
        return before.compareTo(after) > 0 ? before : after;
    }

    /** A line that a cure has typed meets another defect: what that needs is typed after it. */
    private boolean curedLineRefused(String key, TypedLine line, Finding finding) {
        List<Cure> cure = typed(finding);
        boolean prerequisite =
                !cure.isEmpty()
                        && (cure.getFirst().kind() == Cure.Kind.BEFORE
                                || cure.getFirst().kind() == Cure.Kind.FILE);
        if (!prerequisite || cures >= CURE_LIMIT || !tried.add(key)) {
            return false;
        }
        note(key, line, finding, neverMade(finding).orElse(line.place()));
        retyped.add(line);
        retypedCures.add(finding.cures());
        return false;
    }

    /** Nobody knows a cure: perhaps what was held back is what it needs. */
    private boolean helpless(String key, TypedLine line, Finding finding) {
        if (makeUpFor(line.place(), finding.causedBy())) {
            return true;
        }
        if (deferred.isEmpty()) {
            return false;
        }
        Place last = deferred.getLast().line().place();
        seen.put(key, new Seen(line, finding, last, false, pass));
        goBack();
        List<Deferred> all = List.copyOf(deferred);
        deferred.clear();
        make(all);
        return true;
    }

    /** Takes the step that a rule is certain was left out, here where its lack first shows. */
    private boolean makeUpFor(Place place, Ref missed) {
        List<Cure> steps = new ArrayList<>();
        for (Finding finding : certainRoots()) {
            Cure cure = typed(finding).getFirst();
            if (cure.kind() == Cure.Kind.AFTER && tried.add(key(finding, cure))) {
                keep(List.of(finding));
                after.computeIfAbsent(finding.place(), p -> new ArrayList<>()).add(cure);
                steps.add(cure);
            }
        }
        if (steps.isEmpty()) {
            return false;
        }
        late.add(place);
        int writer =
                missed.kind().equals("file") ? snapshots.writer(missed.name(), run.world()) : -1;
        if (writer >= 0) {
            backTo(writer);
        } else {
            goBack();
        }
        type(steps, Optional.empty(), place, false);
        return true;
    }

    /** Asks the rules for lines that are certainly wrong; whether the run has gone back. */
    private boolean certain() {
        waitingSinceNs = Long.MAX_VALUE;
        List<Finding> wrong = new ArrayList<>();
        for (Finding finding : certainRoots()) {
            if (typed(finding).getFirst().kind() != Cure.Kind.AFTER) {
                wrong.add(finding);
            }
        }
        if (wrong.isEmpty() || pass + 1 >= PASSES) {
            return false;
        }
        pass++;
        return again(wrong);
    }

    private List<Finding> certainRoots() {
        Run soFar = asRun();
        List<Finding> roots = new ArrayList<>();
        for (Rule rule : rules) {
            for (Finding finding : rule.certain(soFar, () -> OperatorView.ahead(run.world()))) {
                if (isRoot(finding)) {
                    roots.add(finding);
                }
            }
        }
        return roots;
    }

    private static boolean isRoot(Finding finding) {
        return !finding.causedBy().isSome()
                && finding.severity() == Severity.ERROR
                && !typed(finding).isEmpty();
    }

    private Run asRun() {
        return new Run(OperatorView.lines(run.world()), run.journal(), run.world(), run.model());
    }

    private Optional<Deferred> maker(Finding finding) {
        for (int i = deferred.size() - 1; i >= 0; i--) {
            if (diagnoser.shouldHaveMade(deferred.get(i).line(), finding.causedBy())) {
                return Optional.of(deferred.get(i));
            }
        }
        return Optional.empty();
    }

    /** The line that should have made what is missed, when nobody knows a cure for it. */
    private Optional<Place> neverMade(Finding finding) {
        Optional<Place> place = Optional.empty();
        for (TypedLine line : unmade) {
            if (diagnoser.shouldHaveMade(line, finding.causedBy())) {
                place = Optional.of(line.place());
            }
        }
        return place;
    }

    private void goBack() {
        run = snapshots.last().orElseThrow().run().fork();
        linesSeen = OperatorView.lineCount(run.world());
    }

    private void make(List<Deferred> all) {
        for (Deferred each : all) {
            type(each.finding().cures(), Optional.of(each.line()), each.line().place(), true);
        }
    }

    /** Types the files and the first typed cure; {@code late}: then also the line itself. */
    private void type(List<Cure> list, Optional<TypedLine> line, Place place, boolean late) {
        cures++;
        Origin origin = new Origin.Person("types a cure");
        for (Cure cure : list) {
            if (cure.kind() == Cure.Kind.FILE) {
                String content = String.join("\n", cure.lines()) + "\n";
                run.submit(new PutFile("~/" + cure.file(), content), origin);
            }
        }
        List<String> lines = new ArrayList<>();
        boolean instead = false;
        for (Cure cure : line.isPresent() ? typed(list) : list) {
            if (cure.kind() != Cure.Kind.FILE && cure.kind() != Cure.Kind.ADVICE) {
                lines.addAll(cure.lines());
                instead |= cure.kind() == Cure.Kind.INSTEAD;
            }
        }
        if (late && !instead) {
            lines.add(line.orElseThrow().source());
        }
        if (!lines.isEmpty() || (instead && !late)) {
            Optional<Place> at = line.map(TypedLine::place).or(() -> Optional.of(place));
            run.submit(new TypeLines("cure.sh", lines, instead && !late, true, at), origin);
        }
    }

    /** The one cure that is typed: the first that has something to type. */
    private static List<Cure> typed(List<Cure> cures) {
        for (Cure cure : cures) {
            if (cure.kind() != Cure.Kind.ADVICE && cure.kind() != Cure.Kind.FILE) {
                return List.of(cure);
            }
        }
        return cures.stream().filter(c -> c.kind() == Cure.Kind.FILE).limit(1).toList();
    }

    private static List<Cure> typed(Finding finding) {
        return typed(finding.cures());
    }

    /** Asks the rules; whether the run has gone back to be repeated. */
    private boolean again() {
        Run done = asRun();
        List<Finding> found = new ArrayList<>();
        rules.forEach(rule -> found.addAll(rule.check(done)));
        return again(found);
    }

    /** Puts the cures of what was found at their places; whether the run has gone back for them. */
    private boolean again(List<Finding> found) {
        Optional<Place> earliest = Optional.empty();
        for (Finding finding : found) {
            List<Cure> cure = isRoot(finding) ? typed(finding) : List.of();
            if (!cure.isEmpty() && tried.add(key(finding, cure.getFirst()))) {
                boolean later = cure.getFirst().kind() == Cure.Kind.AFTER;
                (later ? after : before)
                        .computeIfAbsent(finding.place(), p -> new ArrayList<>())
                        .addAll(cure);
                if (earliest.isEmpty()
                        || snapshots.indexOf(finding.place()) < snapshots.indexOf(earliest.get())) {
                    earliest = Optional.of(finding.place());
                }
            }
        }
        keep(found);
        if (earliest.isPresent()) {
            OperatorView.lines(run.world()).forEach(line -> typedBefore.add(line.place()));
        }
        return earliest.isPresent() && backTo(earliest.get());
    }

    private static String key(Finding finding, Cure cure) {
        return "place " + finding.place() + finding.rule() + cure.lines();
    }

    private void keep(List<Finding> found) {
        for (Finding finding : found) {
            boolean known =
                    ruled.stream()
                            .anyMatch(f ->
                                    f.rule().equals(finding.rule())
                                            && f.place().equals(finding.place())
                                            && f.subject().equals(finding.subject()));
            if (!known) {
                ruled.add(finding);
            }
        }
    }

    private boolean backTo(Place place) {
        int index = snapshots.indexOf(place);
        if (index == Integer.MAX_VALUE) {
            return false;
        }
        backTo(index);
        tried.removeIf(key -> !key.startsWith("place "));
        atPause(place);
        return true;
    }

    private void backTo(int index) {
        Snapshots.Snapshot snapshot = snapshots.cut(index);
        run = snapshot.run().fork();
        linesSeen = OperatorView.lineCount(run.world());
        deferred.clear();
        deferred.addAll(snapshot.deferred());
    }
}
