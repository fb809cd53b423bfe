package org.maquete.ceph.crush;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Documents that are well-formed and wrong: a part or two has another value, is gone, or twice. */
public final class Mutations {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> VALUES =
            List.of(
                    "0",
                    "1",
                    "-1",
                    "-2",
                    "7",
                    "255",
                    "65536",
                    "100000",
                    "2147483647",
                    "-2147483648",
                    "4294967296",
                    "9223372036854775807",
                    "18446744073709551616",
                    "0.5",
                    "-0.25",
                    "1e308",
                    "\"\"",
                    "\"osd\"",
                    "\"1.0\"",
                    "null",
                    "true",
                    "[]",
                    "{}",
                    "[[]]");
    private static final List<String> WORDS =
            List.of("0", "-1", "99999999999", "1e9", "-7", "}", "{", "item", "osd.0", "rule", "id");

    private Mutations() {}

    /** A JSON document with one to three changes. */
    public static String ofJson(String text, Random random) {
        JsonNode root = JSON.readTree(text);
        for (int i = random.nextInt(3); i >= 0; i--) {
            change(root, random);
        }
        return root.toString();
    }

    private static void change(JsonNode root, Random random) {
        JsonNode at = root;
        while (true) {
            List<JsonNode> inner = new ArrayList<>();
            at.values().stream().filter(n -> n.isContainer() && !n.isEmpty()).forEach(inner::add);
            if (inner.isEmpty() || random.nextInt(4) == 0) {
                break;
            }
            at = inner.get(random.nextInt(inner.size()));
        }
        JsonNode value = JSON.readTree(VALUES.get(random.nextInt(VALUES.size())));
        switch (at) {
            case ArrayNode list when !list.isEmpty() -> {
                int i = random.nextInt(list.size());
                switch (random.nextInt(4)) {
                    case 0 -> list.remove(i);
                    case 1 -> list.add(list.get(i).deepCopy());
                    default -> list.set(i, value);
                }
            }
            case ObjectNode object when !object.isEmpty() -> {
                List<String> keys = List.copyOf(object.propertyNames());
                String key = keys.get(random.nextInt(keys.size()));
                switch (random.nextInt(5)) {
                    case 0 -> object.remove(key);
                    case 1 -> object.set(keys.get(random.nextInt(keys.size())), object.get(key));
                    default -> object.set(key, value);
                }
            }
            default -> {}
        }
    }

    /** A text with one to three words changed, gone, or in another's place. */
    static String ofText(String text, Random random) {
        List<String> words = new ArrayList<>(List.of(text.split("(?<=\\s)", -1)));
        for (int i = random.nextInt(3); i >= 0; i--) {
            int at = random.nextInt(words.size());
            switch (random.nextInt(4)) {
                case 0 -> words.remove(at);
                case 1 -> words.set(at, words.get(random.nextInt(words.size())));
                default -> words.set(at, WORDS.get(random.nextInt(WORDS.size())) + " ");
            }
        }
        return String.join("", words);
    }
}
