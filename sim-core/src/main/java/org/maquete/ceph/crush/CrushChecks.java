package org.maquete.ceph.crush;

import java.util.ArrayList;
import java.util.List;
import org.maquete.world.Ints;

/** What has to hold in a map before anything can be computed from it. */
final class CrushChecks {

    /** Buckets one in another, GUESS: real trees have a root, rooms, rows, racks, hosts. */
    static final int DEPTH_MAX = 100;

    private static final long SUM_MAX = 0xffff_ffffL; // <weight, 1/65,536>: Ceph 16.2, 32 bits
    private static final long ATTEMPTS_MAX = 10_000_000; // <count>: GUESS, about a second a mapping
    private static final int SHOWN_MAX = 12; // <names>: of a circle

    private final CrushDraft draft;

    CrushChecks(CrushDraft draft) {
        this.draft = draft;
    }

    void run() {
        draft.buckets().forEach(this::bucket);
        draft.rules().forEach(this::rule);
        draft.rules().forEach(this::attempts);
        draft.chooseArgs().forEach(this::chooseArgs);
        cycles();
    }

    private void flaw(String place, String expected, String found, String advice) {
        draft.flaws().add(new Flaw(place, expected, found, advice));
    }

    private void bucket(CrushDraft.Placed<Bucket> placed) {
        Bucket bucket = placed.value();
        String place = placed.place() + " (" + bucket.name() + ")";
        if (bucket.type() == 0 || !draft.isType(bucket.type())) {
            String advice = "Maybe one of " + String.join(", ", draft.typeNames()) + ".";
            flaw(place, "a type of the map, not that of devices", "" + bucket.type(), advice);
        }
        Ints items = bucket.items();
        for (int i = 0; i < items.count(); i++) {
            if (!draft.isItem(items.get(i))) {
                String advice = "Maybe its line is missing, or the input was cut.";
                flaw(place, "items of the map", "item " + items.get(i), advice);
            }
        }
        weights(bucket, place);
    }

    private void weights(Bucket bucket, String place) {
        if (bucket.weightFixed16() > SUM_MAX) {
            String found = "a sum of " + bucket.weightFixed16() / 0x10000;
            flaw(
                    place,
                    "weights with a sum below 65536",
                    found,
                    "Maybe the weights are in GiB: the usual unit is TiB.");
        }
        Ints weights = bucket.weightsFixed16();
        boolean isEven = weights.stream().distinct().limit(2).count() < 2;
        if (bucket.algorithm() == Algorithm.UNIFORM && !isEven) {
            String advice = "Maybe alg straw2 is meant.";
            flaw(place, "one weight for all items of a uniform bucket", "several", advice);
        }
    }

    private void rule(CrushDraft.Placed<CrushRule> placed) {
        List<Step> steps = placed.value().steps();
        for (int i = 0; i < steps.size(); i++) {
            String place = placed.place() + " (" + placed.value().name() + ") step " + (i + 1);
            switch (steps.get(i)) {
                case Step.Take(int item) -> {
                    if (!draft.isItem(item)) {
                        String advice = "Maybe the bucket was removed from the map.";
                        flaw(place, "an item of the map", "" + item, advice);
                    }
                }
                case Step.Choose choose -> {
                    if (!draft.isType(choose.type())) {
                        String advice = "Maybe one of " + String.join(", ", draft.typeNames());
                        flaw(place, "a type of the map", "" + choose.type(), advice + ".");
                    }
                }
                case Step.Set(Setting setting, int value) -> {
                    if (value > CrushDraft.TUNABLE_MAX) {
                        String expected = setting.word() + " of at most " + CrushDraft.TUNABLE_MAX;
                        flaw(place, expected, "" + value, "Maybe a digit is too many.");
                    }
                }
                case Step.Emit _, Step.Noop _ -> {}
            }
        }
    }

    /** How often a rule may try before it gives a place up: tries multiply. */
    private void attempts(CrushDraft.Placed<CrushRule> placed) {
        Tunables tunables = draft.tunables();
        long tries = tunables.chooseTotalTries() + 1L;
        long leafTries = tunables.chooseleafDescendOnce() == 0 ? tries : 1;
        long here = 1L + tunables.chooseLocalTries() + tunables.chooseLocalFallbackTries();
        for (Step step : placed.value().steps()) {
            if (step instanceof Step.Set(Setting setting, int value)) {
                switch (setting) {
                    case CHOOSE_TRIES -> tries = Math.max(tries, value);
                    case CHOOSELEAF_TRIES -> leafTries = Math.max(leafTries, value);
                    case CHOOSE_LOCAL_TRIES, CHOOSE_LOCAL_FALLBACK_TRIES -> here += value;
                    case CHOOSELEAF_VARY_R, CHOOSELEAF_STABLE -> {}
                }
            }
        }
        leafTries = tunables.chooseleafDescendOnce() == 0 ? Math.max(tries, leafTries) : leafTries;
        double all = (double) tries * leafTries * here * here;
        if (all > ATTEMPTS_MAX) {
            String place = placed.place() + " (" + placed.value().name() + ")";
            String expected = "tries that multiply to at most " + ATTEMPTS_MAX;
            flaw(place, expected, "" + (long) all, "Maybe a digit is too many.");
        }
    }

    private void chooseArgs(CrushDraft.Placed<ChooseArgs> placed) {
        for (ChooseArgs.OfBucket each : placed.value().buckets()) {
            String place = placed.place() + " bucket " + each.bucketId();
            if (draft.bucket(each.bucketId()).isEmpty()) {
                flaw(place, "a bucket of the map", "none", "Maybe it was removed from the map.");
                continue;
            }
            int count = draft.bucket(each.bucketId()).get().value().items().count();
            for (Ints set : each.weightSets()) {
                counted(place, "weights", count, set.count());
            }
            if (each.ids().count() > 0) {
                counted(place, "ids", count, each.ids().count());
            }
        }
    }

    private void counted(String place, String what, int expected, int found) {
        if (expected != found) {
            flaw(
                    place,
                    expected + " " + what + ", one an item",
                    "" + found,
                    "Maybe an item was added or removed since.");
        }
    }

    private void cycles() {
        BucketGraph graph = BucketGraph.of(draft.buckets());
        List<Integer> circle = graph.circle();
        if (circle.isEmpty()) {
            depth(graph.depth());
        } else if (draft.flaws().isEmpty()) {
            circle(circle);
        }
    }

    private void depth(int found) {
        if (found > DEPTH_MAX) {
            draft.flaws().add(tooDeep("the buckets", found));
        }
    }

    static Flaw tooDeep(String place, int found) {
        String expected = "at most " + DEPTH_MAX + " levels of buckets";
        return new Flaw(place, expected, "" + found, "Maybe the tree was made by a program.");
    }

    private void circle(List<Integer> round) {
        List<String> names = new ArrayList<>();
        for (int each : round.subList(0, Math.min(SHOWN_MAX, round.size()))) {
            draft.bucket(each).ifPresent(b -> names.add(b.value().name()));
        }
        names.add(round.size() > SHOWN_MAX ? "... (" + round.size() + ")" : names.getFirst());
        String place = draft.bucket(round.getFirst()).map(CrushDraft.Placed::place).orElse("");
        String found = "a circle: " + String.join(" in ", names);
        flaw(place, "a tree of buckets", found, "Maybe one of these items belongs elsewhere.");
    }
}
