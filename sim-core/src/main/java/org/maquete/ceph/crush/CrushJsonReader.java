package org.maquete.ceph.crush;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.maquete.world.Ints;

/**
 * Reads what {@code ceph osd crush dump} prints, which is what {@code crushtool --dump -f json}
 * prints: exact weights, parts by device class, everything that decides.
 */
public final class CrushJsonReader {

    /** The highest id of a device or bucket, GUESS: far above the largest clusters. */
    static final int ID_MAX = 1_000_000;

    private static final String WHAT = "the JSON of \"ceph osd crush dump\"";
    private static final List<String> KEYS =
            List.of("devices", "types", "buckets", "rules", "tunables", "choose_args");

    private final CrushDraft draft = new CrushDraft();

    private CrushJsonReader() {}

    /** Reads a document. */
    public static CrushReading read(String text) {
        CrushJsonReader reader = new CrushJsonReader();
        Optional<JsonPart> root = JsonPart.document(text, WHAT, reader.draft.flaws());
        if (root.isPresent()) {
            reader.document(root.get());
        }
        return reader.draft.reading();
    }

    private void document(JsonPart root) {
        root.unknownKeys(KEYS, draft.warnings());
        for (JsonPart device : root.at("devices").list()) {
            int id = (int) device.at("id").whole(0, ID_MAX);
            String name = device.at("name").text();
            draft.add(new Device(id, name, device.at("class").optionalText()), device.path());
        }
        for (JsonPart type : root.at("types").list()) {
            int id = (int) type.at("type_id").whole(0, 0xffff);
            draft.add(new BucketType(id, type.at("name").text()), type.path());
        }
        root.at("buckets").list().forEach(this::bucket);
        root.at("rules").list().forEach(this::rule);
        tunables(root.at("tunables"));
        for (Map.Entry<String, JsonPart> each : root.at("choose_args").entries()) {
            chooseArgs(each.getKey(), each.getValue());
        }
    }

    private void bucket(JsonPart part) {
        int id = (int) part.at("id").whole(-ID_MAX, -1);
        String name = part.at("name").text();
        int type = (int) part.at("type_id").whole(1, 0xffff);
        part.at("hash").word(List.of("rjenkins1"));
        Optional<Algorithm> algorithm =
                part.at("alg").word(Algorithm.words()).flatMap(Algorithm::named);
        List<JsonPart> items = part.at("items").list();
        int[] ids = new int[items.size()];
        int[] weights = new int[items.size()];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = (int) items.get(i).at("id").whole(-ID_MAX, ID_MAX);
            weights[i] = (int) items.get(i).at("weight").whole(0, Integer.MAX_VALUE);
        }
        Algorithm used = algorithm.orElse(Algorithm.STRAW2);
        Bucket bucket = new Bucket(id, name, type, used, Ints.of(ids), Ints.of(weights));
        draft.add(bucket, part.path());
    }

    private void rule(JsonPart part) {
        int id = (int) part.at("rule_id").whole(0, 0xff);
        String name = part.at("rule_name").text();
        int type = (int) part.at("type").whole(0, 0xff);
        // Quincy and later have no sizes any more: any size will do.
        int sizeMin = (int) part.at("min_size").whole(0, 0xff, 1);
        int sizeMax = (int) part.at("max_size").whole(0, 0xff, 10);
        List<Step> steps = new ArrayList<>();
        for (JsonPart step : part.at("steps").list()) {
            step(step).ifPresent(steps::add);
        }
        draft.add(new CrushRule(id, name, type, sizeMin, sizeMax, steps), part.path());
    }

    private Optional<Step> step(JsonPart part) {
        if (part.has("opcode")) {
            int opcode = (int) part.at("opcode").whole(0, 0xffff);
            Optional<Setting> setting = Setting.numbered(opcode);
            if (setting.isEmpty()) {
                String advice = "Maybe the map is of a newer version of Ceph.";
                part.at("opcode").flaw("an opcode from 8 to 13", "" + opcode, advice);
            }
            return setting.map(s -> new Step.Set(s, number(part.at("arg1"))));
        }
        List<String> words = new ArrayList<>(List.of("take", "emit", "noop"));
        words.addAll(
                List.of("choose_firstn", "choose_indep", "chooseleaf_firstn", "chooseleaf_indep"));
        words.addAll(Setting.words());
        Optional<String> op = part.at("op").word(words);
        return op.map(word ->
                switch (word) {
                    case "take" -> new Step.Take(number(part.at("item")));
                    case "emit" -> new Step.Emit();
                    case "noop" -> new Step.Noop();
                    default -> setOrChoose(word, part);
                });
    }

    private Step setOrChoose(String word, JsonPart part) {
        int number = number(part.at("num"));
        Optional<Setting> setting = Setting.named(word);
        if (setting.isPresent()) {
            return new Step.Set(setting.get(), number);
        }
        int type = draft.typeNamed(part.at("type").text(), part.at("type").path());
        boolean isFirstn = word.endsWith("_firstn");
        return new Step.Choose(isFirstn, word.startsWith("chooseleaf"), number, type);
    }

    private static int number(JsonPart part) {
        return (int) part.whole(Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    private void tunables(JsonPart part) {
        draft.set(
                new Tunables(
                        tunable(part, "choose_local_tries"),
                        tunable(part, "choose_local_fallback_tries"),
                        tunable(part, "choose_total_tries"),
                        tunable(part, "chooseleaf_descend_once"),
                        tunable(part, "chooseleaf_vary_r"),
                        tunable(part, "chooseleaf_stable"),
                        tunable(part, "straw_calc_version"),
                        tunable(part, "allowed_bucket_algs")));
    }

    private static int tunable(JsonPart part, String name) {
        return (int) part.at(name).whole(0, CrushDraft.TUNABLE_MAX);
    }

    private void chooseArgs(String key, JsonPart part) {
        long id = CrushDraft.chooseArgsId(key, part.path(), draft.flaws());
        List<ChooseArgs.OfBucket> buckets = new ArrayList<>();
        for (JsonPart each : part.list()) {
            List<Ints> sets = new ArrayList<>();
            for (JsonPart set : each.at("weight_set").optionalList()) {
                sets.add(
                        Ints.of(
                                set.list().stream()
                                        .mapToInt(w -> w.fixed16(CrushDraft.WEIGHT_MAX))
                                        .toArray()));
            }
            int[] ids =
                    each.at("ids").optionalList().stream()
                            .mapToInt(CrushJsonReader::number)
                            .toArray();
            int bucket = (int) each.at("bucket_id").whole(-ID_MAX, -1);
            buckets.add(new ChooseArgs.OfBucket(bucket, sets, Ints.of(ids)));
        }
        draft.add(new ChooseArgs(id, buckets), part.path());
    }
}
