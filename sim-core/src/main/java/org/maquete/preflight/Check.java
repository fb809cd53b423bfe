package org.maquete.preflight;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.maquete.finding.Finding;
import org.maquete.finding.Severity;
import org.maquete.finding.Trouble;
import org.maquete.finding.TypedLine;
import org.maquete.finding.Words;
import org.maquete.kernel.Place;
import org.maquete.kernel.Ref;
import org.maquete.kernel.SimTime;
import org.maquete.kernel.Simulation;
import org.maquete.operator.OperatorView;
import org.maquete.runbook.Note;

/** Runs a plan as typed and healed, and connects what it finds. */
public final class Check {

    private final Plan plan;
    private final Progress progress;
    private final Diagnoser diagnoser;
    private final List<Draft> drafts = new ArrayList<>();
    private final Map<Draft, Seen> followers = new LinkedHashMap<>();

    /** A finding that does not have its number yet. */
    private static final class Draft {
        final Finding finding;
        final String command;
        final boolean healed;
        private List<String> words = List.of();
        private String creates = "";
        private boolean onlyAsTyped;
        private Optional<Draft> cause = Optional.empty();
        private Optional<Draft> hiddenBy = Optional.empty();

        Draft(Finding finding, String command, boolean healed) {
            this.finding = finding;
            this.command = command;
            this.healed = healed;
        }
    }

    private Check(Plan plan, Progress progress) {
        this.plan = plan;
        this.progress = progress;
        this.diagnoser = new Diagnoser(plan.model());
    }

    /**
     * Everything that is wrong with the plan; {@link Cancelled} when {@code progress} says stop.
     */
    public static Report of(Plan plan, Progress progress) {
        return new Check(plan, progress).run();
    }

    private Report run() {
        Simulation start = plan.start();
        Simulation asTyped = start.fork();
        while (!asTyped.isFinished() && asTyped.step()) {
            int lines = OperatorView.lineCount(asTyped.world());
            if (!progress.at("as typed", asTyped.now(), lines)) {
                throw new Cancelled();
            }
        }
        Healer healer = new Healer(start.fork(), diagnoser, progress);
        healer.heal();
        List<TypedLine> typed = OperatorView.lines(asTyped.world());
        refusals(healer, typed, asTyped);
        ruled(healer, typed);
        remarks(healer, typed);
        List<Numbered> numbered = number();
        return new Report(numbered, summary(typed, healer), healer.run());
    }

    private void refusals(Healer healer, List<TypedLine> typed, Simulation asTyped) {
        Map<String, TypedLine> failedAsTyped = new LinkedHashMap<>();
        typed.stream().filter(diagnoser::failed).forEach(l -> failedAsTyped.put(key(l.place()), l));
        for (Seen seen : healer.seen()) {
            TypedLine same = failedAsTyped.get(key(seen.line().place()));
            boolean asIs = same != null && same.answer().text().equals(seen.line().answer().text());
            Draft draft = draft(seen.finding(), seen.line(), !asIs);
            if (!seen.isRoot()) {
                draft.cause = at(seen.cause());
                followers.put(draft, seen);
            }
            drafts.add(draft);
        }
        for (TypedLine line : failedAsTyped.values()) {
            Optional<Draft> known = at(line.place());
            if (known.isPresent()) {
                if (known.get().healed) {
                    known.get().hiddenBy = maker(line).or(() -> rootBefore(line.place()));
                }
                continue;
            }
            Finding finding = diagnoser.finding(line, asTyped.world());
            Draft draft = draft(finding, line, false);
            draft.cause = maker(line).or(() -> rootBefore(line.place()));
            draft.onlyAsTyped = true;
            drafts.add(draft);
        }
    }

    private Draft draft(Finding finding, TypedLine line, boolean healed) {
        Draft draft = new Draft(finding, line.source(), healed);
        draft.words = line.words();
        draft.creates = diagnoser.creates(line);
        return draft;
    }

    /** The finding about the last line before that should have made what this one missed. */
    private Optional<Draft> maker(TypedLine line) {
        Ref missed = line.refusal().map(r -> r.missed()).orElse(Ref.NONE);
        Optional<Draft> found = Optional.empty();
        for (Draft draft : drafts) {
            boolean earlier = draft.finding.place().compareTo(line.place()) < 0;
            if (earlier
                    && draft.finding.trouble() == Trouble.REFUSED
                    && Diagnoser.shouldHaveMade(draft.creates, draft.words, missed)) {
                found = Optional.of(draft);
            }
        }
        return found;
    }

    private Optional<Draft> rootBefore(Place place) {
        Optional<Draft> found = Optional.empty();
        for (Draft draft : drafts) {
            boolean earlier = draft.finding.place().compareTo(place) < 0;
            if (earlier
                    && !draft.healed
                    && draft.cause.isEmpty()
                    && draft.finding.severity() == Severity.ERROR) {
                found = Optional.of(draft);
            }
        }
        return found;
    }

    private Optional<Draft> at(Place place) {
        for (Draft draft : drafts) {
            if (draft.finding.place().compareTo(place) == 0) {
                return Optional.of(draft);
            }
        }
        return Optional.empty();
    }

    private static String key(Place place) {
        return place + ":" + place.column();
    }

    private void ruled(Healer healer, List<TypedLine> typed) {
        int first = drafts.size();
        for (Finding finding : healer.ruled()) {
            String command =
                    Stream.concat(typed.stream(), OperatorView.lines(healer.run().world()).stream())
                            .filter(l -> l.place().equals(finding.place()))
                            .map(TypedLine::source)
                            .findFirst()
                            .orElse("");
            drafts.add(new Draft(finding, command, true));
        }
        Set<String> ruledPlaces = new TreeSet<>();
        drafts.subList(first, drafts.size()).forEach(d -> ruledPlaces.add(key(d.finding.place())));
        drafts.subList(0, first)
                .removeIf(d -> d.onlyAsTyped && ruledPlaces.contains(key(d.finding.place())));
        first = drafts.size() - healer.ruled().size();
        for (Draft draft : drafts.subList(first, drafts.size())) {
            if (draft.finding.causedBy().isSome()) {
                draft.cause =
                        drafts.stream()
                                .filter(d -> d != draft)
                                .filter(d -> about(d.finding, draft.finding.causedBy()))
                                .findFirst();
            }
        }
        followersOfRules(first);
        for (Map.Entry<Draft, Seen> follower : followers.entrySet()) {
            String place = key(follower.getValue().cause());
            Optional<Draft> rule =
                    drafts.subList(first, drafts.size()).stream()
                            .filter(d -> key(d.finding.place()).equals(place))
                            .findFirst();
            if (follower.getValue().byRule() && rule.isPresent()) {
                follower.getKey().cause = rule;
            }
        }
    }

    /** Refused lines that pass once what a rule found is cured follow from that. */
    private void followersOfRules(int first) {
        for (Draft draft : drafts.subList(0, first)) {
            if (draft.cause.isPresent() || !draft.finding.causedBy().isSome()) {
                continue;
            }
            Ref missed = draft.finding.causedBy();
            draft.cause =
                    drafts.subList(first, drafts.size()).stream()
                            .filter(d -> about(d.finding, missed))
                            .findFirst();
        }
    }

    private static boolean about(Finding finding, Ref ref) {
        return finding.subject().equals(ref);
    }

    private void remarks(Healer healer, List<TypedLine> typed) {
        Map<String, TypedLine> features = new LinkedHashMap<>();
        for (TypedLine line : typed) {
            if (!line.notModelled().isEmpty()) {
                features.putIfAbsent(line.notModelled(), line);
            }
        }
        features.forEach((feature, line) ->
                remark(
                        "not-modelled",
                        line.place(),
                        feature,
                        line.source(),
                        new Words(
                                "Not modelled: " + feature + ". It is taken as done.",
                                "Não modelado: " + feature + ". Conta como feito.")));
        for (TypedLine line : OperatorView.lines(healer.run().world())) {
            if (line.waitedNs() > 0 && !line.cured() && !healer.late().contains(line.place())) {
                String span = SimTime.spoken(line.waitedNs());
                remark(
                        "pace.works-only-after-waiting",
                        line.place(),
                        span,
                        line.source(),
                        new Words(
                                "Works only after waiting " + span + " here.",
                                "Só funciona depois de esperar " + span + " aqui."));
            }
        }
        for (Note note : OperatorView.notes(healer.run().world())) {
            String kind = note.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
            remark(
                    "runbook." + kind,
                    note.place(),
                    note.text(),
                    "",
                    new Words(note.text(), note.text()));
        }
    }

    private void remark(String rule, Place place, String subject, String command, Words words) {
        Finding finding =
                new Finding(
                        rule,
                        Severity.NOTE,
                        Trouble.REMARK,
                        place,
                        new Ref("remark", subject),
                        "",
                        words,
                        List.of(),
                        Ref.NONE);
        drafts.add(new Draft(finding, command, false));
    }

    private List<Numbered> number() {
        List<Draft> sorted = new ArrayList<>(drafts);
        List<Place> files = new ArrayList<>();
        plan.sources().forEach(s -> files.add(new Place(s.name(), 0, 0)));
        sorted.sort((a, b) -> {
            int byFile = Integer.compare(rank(a, files), rank(b, files));
            int byPlace = byFile != 0 ? byFile : a.finding.place().compareTo(b.finding.place());
            if (byPlace != 0) {
                return byPlace;
            }
            int byRule = a.finding.rule().compareTo(b.finding.rule());
            return byRule != 0
                    ? byRule
                    : a.finding.subject().toString().compareTo(b.finding.subject().toString());
        });
        Map<Draft, String> ids = new LinkedHashMap<>();
        sorted.forEach(d -> ids.put(d, "F" + (ids.size() + 1)));
        List<Numbered> numbered = new ArrayList<>();
        for (Draft draft : sorted) {
            numbered.add(
                    new Numbered(
                            ids.getOrDefault(draft, ""),
                            draft.finding,
                            draft.healed,
                            id(draft.hiddenBy, ids),
                            id(draft.cause, ids),
                            draft.command));
        }
        return numbered;
    }

    /** The id of a draft, or of what it followed from when it was left out of the report. */
    private static String id(Optional<Draft> draft, Map<Draft, String> ids) {
        Optional<Draft> at = draft;
        while (at.isPresent() && !ids.containsKey(at.get())) {
            at = at.get().cause;
        }
        return at.map(d -> ids.getOrDefault(d, "")).orElse("");
    }

    private static int rank(Draft draft, List<Place> files) {
        for (int i = 0; i < files.size(); i++) {
            if (files.get(i).file().equals(draft.finding.place().file())) {
                return i;
            }
        }
        return files.size();
    }

    private Report.Summary summary(List<TypedLine> typed, Healer healer) {
        List<String> features =
                typed.stream()
                        .map(TypedLine::notModelled)
                        .filter(f -> !f.isEmpty())
                        .distinct()
                        .toList();
        int answered = (int) typed.stream().filter(l -> l.notModelled().isEmpty()).count();
        int refused = (int) typed.stream().filter(diagnoser::failed).count();
        int still =
                (int)
                        OperatorView.lines(healer.run().world()).stream()
                                .filter(l -> !l.cured() && diagnoser.failed(l))
                                .count();
        String pace = plan.pace().name().toLowerCase(Locale.ROOT);
        return new Report.Summary(
                pace, typed.size(), answered, refused, still, features, healer.run().now());
    }
}
