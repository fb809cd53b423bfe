package org.maquete.runbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maquete.runbook.Block.Line;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * Recognises the YAML that people put in a fence of any language. A cheap look at the lines comes
 * first: it keeps the YAML parser out of the way of every fence of commands.
 */
final class OptionFile {
    private OptionFile() {}

    /** The keys of the outermost mapping, or nothing when the lines are not a YAML mapping. */
    static Optional<List<String>> keys(List<Line> lines) {
        return looksLikeMapping(lines) ? parsedKeys(Block.content(lines)) : Optional.empty();
    }

    private static boolean looksLikeMapping(List<Line> lines) {
        boolean any = false;
        for (Line line : lines) {
            String text = line.text();
            if (text.isBlank() || text.charAt(0) == '#' || text.startsWith("---")) {
                continue;
            }
            boolean nested = any && " -\t".indexOf(text.charAt(0)) >= 0;
            if (!nested && !isKey(text)) {
                return false;
            }
            any = true;
        }
        return any;
    }

    /** {@code key:} at the margin, with a blank or nothing behind the colon. */
    private static boolean isKey(String line) {
        int at = 0;
        while (at < line.length() && isKeyCharacter(line.charAt(at))) {
            at++;
        }
        boolean colon = at > 0 && at < line.length() && line.charAt(at) == ':';
        return colon && (at + 1 == line.length() || line.charAt(at + 1) == ' ');
    }

    private static boolean isKeyCharacter(char c) {
        return Character.isLetterOrDigit(c) || "-_./\"'*".indexOf(c) >= 0;
    }

    /** Reads events, not a tree: nothing recurses, however deep the brackets go. */
    private static Optional<List<String>> parsedKeys(String content) {
        List<String> keys = new ArrayList<>();
        Optional<Node> plain = PlainYaml.read(content);
        if (plain.isPresent() && plain.get() instanceof MappingNode mapping) {
            for (NodeTuple entry : mapping.getValue()) {
                keys.add(((ScalarNode) entry.getKeyNode()).getValue());
            }
            return Optional.of(keys);
        }
        int depth = 0;
        boolean key = true;
        try {
            for (Event event : new Parse(LoadSettings.builder().build()).parseString(content)) {
                if (depth == 0
                        && event instanceof NodeEvent
                        && !(event instanceof MappingStartEvent)) {
                    return Optional.empty();
                }
                if (depth == 1 && event instanceof NodeEvent) {
                    if (key && event instanceof ScalarEvent scalar) {
                        keys.add(scalar.getValue());
                    }
                    key = !key;
                }
                depth += depthChange(event);
                if (depth > Reading.NESTING_DEPTH_MAX) {
                    return Optional.empty();
                }
            }
        } catch (YamlEngineException notYaml) {
            return Optional.empty();
        }
        return keys.isEmpty() ? Optional.empty() : Optional.of(keys);
    }

    private static int depthChange(Event event) {
        if (event instanceof CollectionStartEvent) {
            return 1;
        }
        return event instanceof CollectionEndEvent ? -1 : 0;
    }
}
