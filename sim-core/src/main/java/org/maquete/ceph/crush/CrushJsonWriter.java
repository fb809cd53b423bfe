package org.maquete.ceph.crush;

import org.maquete.world.Ints;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes what {@code ceph osd crush dump --format json} prints, but for keys that only describe the
 * tunables in other words ({@code profile}, {@code require_feature_tunables}).
 */
public final class CrushJsonWriter {

    private final CrushMap map;
    private final ObjectNode root = JsonMapper.builder().build().createObjectNode();

    private CrushJsonWriter(CrushMap map) {
        this.map = map;
    }

    /** The document, on one line. */
    public static String write(CrushMap map) {
        CrushJsonWriter writer = new CrushJsonWriter(map);
        writer.lists();
        writer.buckets();
        writer.rules();
        int[] values = TunableNames.values(map.tunables());
        ObjectNode tunables = writer.root.putObject("tunables");
        for (int i = 0; i < values.length; i++) {
            tunables.put(TunableNames.ALL.get(i), values[i]);
        }
        writer.chooseArgs();
        return writer.root.toString();
    }

    private void lists() {
        ArrayNode devices = root.putArray("devices");
        for (Device device : map.devices()) {
            ObjectNode node = devices.addObject().put("id", device.id()).put("name", device.name());
            if (!device.className().isEmpty()) {
                node.put("class", device.className());
            }
        }
        ArrayNode types = root.putArray("types");
        map.types().forEach(t -> types.addObject().put("type_id", t.id()).put("name", t.name()));
    }

    private void buckets() {
        ArrayNode buckets = root.putArray("buckets");
        for (Bucket bucket : map.buckets()) {
            ObjectNode node =
                    buckets.addObject()
                            .put("id", bucket.id())
                            .put("name", bucket.name())
                            .put("type_id", bucket.type())
                            .put("type_name", map.typeName(bucket.type()))
                            .put("weight", (int) bucket.weightFixed16())
                            .put("alg", bucket.algorithm().word())
                            .put("hash", "rjenkins1");
            ArrayNode items = node.putArray("items");
            for (int i = 0; i < bucket.items().count(); i++) {
                items.addObject()
                        .put("id", bucket.items().get(i))
                        .put("weight", bucket.weightsFixed16().get(i))
                        .put("pos", i);
            }
        }
    }

    private void rules() {
        ArrayNode rules = root.putArray("rules");
        for (CrushRule rule : map.rules()) {
            ArrayNode steps =
                    rules.addObject()
                            .put("rule_id", rule.id())
                            .put("rule_name", rule.name())
                            .put("ruleset", rule.id())
                            .put("type", rule.type())
                            .put("min_size", rule.sizeMin())
                            .put("max_size", rule.sizeMax())
                            .putArray("steps");
            rule.steps().forEach(step -> step(step, steps.addObject()));
        }
    }

    private void step(Step step, ObjectNode node) {
        switch (step) {
            case Step.Take(int item) -> {
                node.put("op", "take").put("item", item);
                node.put("item_name", itemName(item));
            }
            case Step.Emit() -> node.put("op", "emit");
            case Step.Noop() -> node.put("op", "noop");
            case Step.Set(Setting setting, int value) -> {
                if (setting.isBareInJson()) {
                    node.put("opcode", setting.opcode()).put("arg1", value).put("arg2", 0);
                } else {
                    node.put("op", setting.word()).put("num", value);
                }
            }
            case Step.Choose choose -> {
                node.put("op", choose.op()).put("num", choose.itemCount());
                node.put("type", map.typeName(choose.type()));
            }
        }
    }

    private String itemName(int item) {
        return item < 0
                ? map.bucket(item).map(Bucket::name).orElse("")
                : map.devices().get(item).name();
    }

    private void chooseArgs() {
        ObjectNode all = root.putObject("choose_args");
        for (ChooseArgs arguments : map.chooseArgs()) {
            ArrayNode buckets = all.putArray(String.valueOf(arguments.id()));
            for (ChooseArgs.OfBucket each : arguments.buckets()) {
                ObjectNode node = buckets.addObject().put("bucket_id", each.bucketId());
                if (!each.weightSets().isEmpty()) {
                    ArrayNode sets = node.putArray("weight_set");
                    each.weightSets().forEach(set -> weights(set, sets.addArray()));
                }
                if (each.ids().count() > 0) {
                    ArrayNode ids = node.putArray("ids");
                    each.ids().stream().forEach(ids::add);
                }
            }
        }
    }

    private static void weights(Ints set, ArrayNode array) {
        for (int i = 0; i < set.count(); i++) {
            int fixed16 = set.get(i);
            if (fixed16 % 0x10000 == 0) {
                array.add(fixed16 / 0x10000);
            } else {
                array.add(fixed16 / 65536.0);
            }
        }
    }
}
