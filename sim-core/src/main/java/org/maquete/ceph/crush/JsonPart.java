package org.maquete.ceph.crush;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.maquete.finding.Nearest;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A place in a JSON document: gives what is expected there, or notes a flaw with the path and gives
 * something harmless, so that the reader goes on and finds the rest.
 *
 * @param path {@code buckets[3].items[0]}
 */
public record JsonPart(String path, JsonNode node, List<Flaw> flaws) {

    private static final int SHOWN_MAX = 40;

    /** The document; empty, with a flaw, when the text is no JSON object. */
    public static Optional<JsonPart> document(String text, String what, List<Flaw> flaws) {
        JsonNode root;
        try {
            root = JsonMapper.builder().build().readTree(text);
        } catch (JacksonException broken) {
            flaws.add(new Flaw(place(broken), what, said(broken), CUT_OFF));
            return Optional.empty();
        }
        if (!root.isObject()) {
            flaws.add(new Flaw("line 1", what, shown(root), "Maybe it is another document."));
            return Optional.empty();
        }
        return Optional.of(new JsonPart("", root, flaws));
    }

    private static final String CUT_OFF = "Maybe the text was cut off: write it to a file again.";

    private static String place(JacksonException broken) {
        TokenStreamLocation at = broken.getLocation();
        return at == null
                ? "line 1"
                : "line "
                        + Math.max(1, at.getLineNr())
                        + ", column "
                        + Math.max(1, at.getColumnNr());
    }

    private static String said(JacksonException broken) {
        String message = String.valueOf(broken.getOriginalMessage());
        return "no JSON (" + message.lines().findFirst().orElse("") + ")";
    }

    /** Notes a flaw here. */
    public void flaw(String expected, String found, String advice) {
        flaws.add(new Flaw(path.isEmpty() ? "the document" : path, expected, found, advice));
    }

    /** The value of a key, which may be missing. */
    public JsonPart at(String key) {
        String at = path.isEmpty() ? key : path + "." + key;
        return new JsonPart(at, node.path(key), flaws);
    }

    public boolean has(String key) {
        return node.has(key);
    }

    /** The elements of a list that has to be there. */
    public List<JsonPart> list() {
        if (!node.isArray()) {
            flaw("a list", shown(node), "Maybe it is another document, or was edited.");
            return List.of();
        }
        List<JsonPart> parts = new ArrayList<>(node.size());
        for (int i = 0; i < node.size(); i++) {
            parts.add(new JsonPart(path + "[" + i + "]", node.get(i), flaws));
        }
        return List.copyOf(parts);
    }

    /** The elements of a list, or none when there is no list. */
    public List<JsonPart> optionalList() {
        return node.isMissingNode() || node.isNull() ? List.of() : list();
    }

    /** The keys and values of an object, or none when there is no object. */
    public List<Map.Entry<String, JsonPart>> entries() {
        List<Map.Entry<String, JsonPart>> entries = new ArrayList<>();
        if (node.isObject()) {
            node.properties().forEach(e -> entries.add(Map.entry(e.getKey(), at(e.getKey()))));
        } else if (!node.isMissingNode()) {
            flaw("an object", shown(node), "Maybe it is another document, or was edited.");
        }
        return entries;
    }

    /** A whole number that has to be there, in bounds. */
    public long whole(long low, long high) {
        boolean isWhole = node.isIntegralNumber() && node.canConvertToLong();
        long value = isWhole ? node.asLong() : 0;
        if (!isWhole || value < low || value > high) {
            String expected = "a whole number from " + low + " to " + high;
            flaw(expected, shown(node), "Maybe the document was edited or cut.");
            return Math.clamp(0L, low, high);
        }
        return value;
    }

    /** A whole number in bounds, or another when there is none. */
    public long whole(long low, long high, long otherwise) {
        return node.isMissingNode() ? otherwise : whole(low, high);
    }

    /** A number of 65,536ths that the dump writes as a fraction. */
    public int fixed16(double high) {
        double value = node.isNumber() ? node.asDouble() : -1;
        if (!(value >= 0 && value <= high)) {
            flaw("a number from 0 to " + high, shown(node), "Maybe the document was edited.");
            return 0;
        }
        return (int) Math.round(value * 0x10000);
    }

    /** A text that has to be there. */
    public String text() {
        if (!node.isString() || node.asString().isEmpty()) {
            flaw("a text", shown(node), "Maybe the document was edited or cut.");
            return "";
        }
        return node.asString();
    }

    /** A text, or the empty one when there is none. */
    public String optionalText() {
        return node.isMissingNode() || (node.isString() && node.asString().isEmpty()) ? "" : text();
    }

    /** One of some words; empty, with a flaw, when it is none of them. */
    public Optional<String> word(List<String> words) {
        String word = node.isString() ? node.asString() : "";
        if (!words.contains(word)) {
            String expected = "one of " + String.join(", ", words);
            flaw(expected, shown(node), Nearest.advice(word, words));
            return Optional.empty();
        }
        return Optional.of(word);
    }

    /** Notes keys that are none of these: they may decide something in a newer version. */
    public void unknownKeys(List<String> known, List<String> warnings) {
        for (Map.Entry<String, JsonPart> each : entries()) {
            if (!known.contains(each.getKey())) {
                warnings.add(each.getValue().path() + ": not known, not used");
            }
        }
    }

    private static String shown(JsonNode node) {
        if (node.isMissingNode()) {
            return "nothing";
        }
        String text = node.toString();
        return text.length() <= SHOWN_MAX ? text : text.substring(0, SHOWN_MAX) + "...";
    }
}
