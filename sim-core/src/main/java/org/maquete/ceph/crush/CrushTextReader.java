package org.maquete.ceph.crush;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.maquete.finding.Nearest;
import org.maquete.world.Ints;

/**
 * Compiles the text that {@code crushtool -d} writes, as {@code crushtool -c} does: weights are cut
 * to 65,536ths, ids that are not given are given out, and the parts by device class are made.
 */
public final class CrushTextReader {

    private static final double DEVICE_WEIGHT_MAX = 100; // <weight>: crushtool 16.2 refuses more
    private static final List<String> PARTS =
            List.of("tunable", "device", "type", "rule", "choose_args");

    private static final String ROUNDED =
            "text rounds weights to 3 decimals: some placements may differ from the cluster's; "
                    + "\"ceph osd crush dump\" is exact";

    private final CrushDraft draft = new CrushDraft();
    private final CrushTokens tokens;
    private final TreeSet<Integer> usedIds = new TreeSet<>();
    private final ShadowTrees shadows;
    private final Map<String, Integer> tunables = new LinkedHashMap<>();
    private final TreeMap<Integer, Long> weightById = new TreeMap<>();
    private boolean hasShadows;

    private CrushTextReader(String text) {
        tokens = new CrushTokens(text, draft.flaws());
        shadows = new ShadowTrees(draft, usedIds);
    }

    /** Reads a text. */
    public static CrushReading read(String text) {
        CrushTextReader reader = new CrushTextReader(text);
        reader.draft.warnings().add(ROUNDED);
        reader.ids();
        while (reader.tokens.hasMore()) {
            try {
                reader.part();
            } catch (CrushTokens.Unreadable e) {
                reader.tokens.recover(reader.beginnings());
            }
        }
        reader.makeShadows();
        reader.setTunables();
        if (reader.draft.flaws().isEmpty() && reader.draft.isEmpty()) {
            reader.nothing();
        }
        return reader.draft.reading();
    }

    private void nothing() {
        String expected = "a CRUSH map: JSON, or text with devices, types and buckets";
        draft.flaws().add(new Flaw("line 1", expected, "none", "Maybe it is another file."));
    }

    private List<String> beginnings() {
        List<String> all = new ArrayList<>(PARTS);
        all.addAll(draft.typeNames());
        return all;
    }

    /** Ids that stand somewhere in the text are not given out. */
    private void ids() {
        List<CrushTokens.Token> all = tokens.all();
        for (int i = 0; i + 1 < all.size(); i++) {
            String number = all.get(i + 1).text();
            if (all.get(i).text().equals("id") && number.matches("-[0-9]{1,7}")) {
                usedIds.add(Integer.valueOf(number));
            }
        }
    }

    private void part() {
        CrushTokens.Token first = tokens.oneOf(beginnings());
        switch (first.text()) {
            case "tunable" -> {
                String name = tokens.oneOf(TunableNames.ALL).text();
                tunables.put(name, tokens.whole(0, CrushDraft.TUNABLE_MAX));
            }
            case "device" -> {
                int id = tokens.whole(0, CrushJsonReader.ID_MAX);
                String name = tokens.name();
                String className = tokens.took("class") ? tokens.name() : "";
                draft.add(new Device(id, name, className), first.place());
                shadows.add(id, className);
            }
            case "type" -> {
                int id = tokens.whole(0, 0xffff);
                draft.add(new BucketType(id, tokens.name()), first.place());
            }
            case "rule" -> {
                makeShadows();
                rule(first.place());
            }
            case "choose_args" -> chooseArgs(first.place());
            default -> bucket(first);
        }
    }

    private void makeShadows() {
        if (!hasShadows) {
            hasShadows = true;
            shadows.make();
        }
    }

    private void bucket(CrushTokens.Token first) {
        int type = draft.typeNamed(first.text(), first.place());
        String name = tokens.name();
        tokens.expect("{");
        int id = 0;
        while (tokens.took("id")) {
            int number = tokens.whole(-CrushJsonReader.ID_MAX, -1);
            if (tokens.took("class")) {
                shadows.reserve(name, tokens.name(), number);
            } else {
                id = number;
            }
        }
        tokens.expect("alg");
        String word = tokens.oneOf(Algorithm.words()).text();
        Algorithm algorithm = Algorithm.named(word).orElseThrow();
        while (tokens.took("hash")) {
            tokens.oneOf(List.of("0", "rjenkins1"));
        }
        List<Integer> items = new ArrayList<>();
        List<Integer> weights = new ArrayList<>();
        while (tokens.isNext("item")) {
            item(items, weights);
        }
        tokens.expect("}");
        int used = id == 0 ? shadows.freeId() : id;
        Ints ids = Ints.of(items.stream().mapToInt(Integer::intValue).toArray());
        Ints fixed16 = Ints.of(weights.stream().mapToInt(Integer::intValue).toArray());
        Bucket bucket = new Bucket(used, name, type, algorithm, ids, fixed16);
        weightById.put(used, bucket.weightFixed16());
        draft.add(bucket, first.place());
    }

    private void item(List<Integer> items, List<Integer> weights) {
        tokens.expect("item");
        CrushTokens.Token written = tokens.peek();
        Optional<Integer> item = draft.itemNamed(tokens.name());
        if (item.isEmpty()) {
            String advice = Nearest.advice(written.text(), draft.itemNames());
            tokens.note(written, "a device or bucket of a line above", advice);
        }
        boolean isDevice = item.orElse(-1) >= 0;
        long otherwise = isDevice ? 0x10000 : weightById.getOrDefault(item.orElse(0), 0L);
        double most = isDevice ? DEVICE_WEIGHT_MAX : CrushDraft.WEIGHT_MAX;
        int weight = (int) otherwise;
        if (tokens.took("weight")) {
            weight = tokens.weight(most);
        } else if (otherwise > Integer.MAX_VALUE) {
            tokens.note(written, "weights below 32768", "Maybe they are in GiB.");
        }
        if (tokens.took("pos")) {
            tokens.whole(items.size(), items.size());
        }
        if (item.isPresent()) {
            items.add(item.get());
            weights.add(weight);
        }
    }

    private void rule(String place) {
        String name = tokens.isNext("{") ? "" : tokens.name();
        tokens.expect("{");
        tokens.oneOf(List.of("id", "ruleset"));
        int id = tokens.whole(0, 0xff);
        tokens.expect("type");
        String word = tokens.oneOf(List.of("replicated", "erasure", "raid4")).text();
        int sizeMin = tokens.took("min_size") ? tokens.whole(0, 0xff) : 1;
        int sizeMax = tokens.took("max_size") ? tokens.whole(0, 0xff) : 0xff;
        List<Step> steps = new ArrayList<>();
        while (tokens.took("step")) {
            steps.add(step());
        }
        tokens.expect("}");
        int type = word.equals("replicated") ? CrushRule.REPLICATED : CrushRule.ERASURE;
        draft.add(new CrushRule(id, name, type, sizeMin, sizeMax, steps), place);
    }

    private Step step() {
        List<String> words = new ArrayList<>(List.of("take", "choose", "chooseleaf", "emit"));
        words.addAll(Setting.words());
        String word = tokens.oneOf(words).text();
        return switch (word) {
            case "take" -> take();
            case "emit" -> new Step.Emit();
            case "choose", "chooseleaf" -> choose(word);
            default -> {
                int value = tokens.whole(0, CrushDraft.TUNABLE_MAX);
                yield new Step.Set(Setting.named(word).orElseThrow(), value);
            }
        };
    }

    private Step take() {
        CrushTokens.Token written = tokens.peek();
        String name = tokens.name();
        String whole = tokens.took("class") ? name + "~" + tokens.name() : name;
        Optional<Integer> item = draft.itemNamed(whole);
        if (item.isEmpty()) {
            String advice = Nearest.advice(whole, draft.itemNames());
            tokens.note(written, "a bucket or device of the map", advice);
        }
        return item.isPresent() ? new Step.Take(item.get()) : new Step.Noop();
    }

    private Step choose(String word) {
        boolean isFirstn = tokens.oneOf(List.of("firstn", "indep")).text().equals("firstn");
        int count = tokens.whole(-0xffff, 0xffff);
        tokens.expect("type");
        int type = draft.typeNamed(tokens.peek().text(), tokens.peek().place());
        tokens.next();
        return new Step.Choose(isFirstn, word.equals("chooseleaf"), count, type);
    }

    private void chooseArgs(String place) {
        CrushTokens.Token id = tokens.next();
        long pool = CrushDraft.chooseArgsId(id.text(), id.place(), draft.flaws());
        tokens.expect("{");
        List<ChooseArgs.OfBucket> buckets = new ArrayList<>();
        while (tokens.took("{")) {
            tokens.expect("bucket_id");
            int bucket = tokens.whole(-CrushJsonReader.ID_MAX, -1);
            List<Ints> sets = new ArrayList<>();
            if (tokens.took("weight_set")) {
                tokens.expect("[");
                while (tokens.isNext("[")) {
                    sets.add(numbers(true));
                }
                tokens.expect("]");
            }
            Ints ids = tokens.took("ids") ? numbers(false) : Ints.NONE;
            tokens.expect("}");
            if (isUsed(bucket)) {
                buckets.add(new ChooseArgs.OfBucket(bucket, sets, ids));
            }
        }
        tokens.expect("}");
        buckets.sort(Comparator.comparingInt(ChooseArgs.OfBucket::bucketId).reversed());
        draft.add(new ChooseArgs(pool, buckets), place);
    }

    /** Only straw2 looks at them; crushtool leaves out the others. */
    private boolean isUsed(int bucket) {
        return draft.bucket(bucket)
                .map(b -> b.value().algorithm() == Algorithm.STRAW2)
                .orElse(true);
    }

    private Ints numbers(boolean areWeights) {
        List<Integer> numbers = new ArrayList<>();
        tokens.expect("[");
        while (!tokens.isNext("]") && tokens.hasMore()) {
            numbers.add(
                    areWeights
                            ? tokens.weight(CrushDraft.WEIGHT_MAX)
                            : tokens.whole(Integer.MIN_VALUE, Integer.MAX_VALUE));
        }
        tokens.expect("]");
        return Ints.of(numbers.stream().mapToInt(Integer::intValue).toArray());
    }

    private void setTunables() {
        draft.set(TunableNames.of(tunables));
    }
}
