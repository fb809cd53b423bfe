package org.maquete.juju.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads the section {@code readiness} of a charm's YAML. */
final class ReadinessReader {

    private static final List<String> KEYS =
            List.of(
                    "source",
                    "style",
                    "required",
                    "optional",
                    "gates",
                    "units",
                    "recommended",
                    "active",
                    "application",
                    "at-once",
                    "others");
    private static final List<String> CHECK_KEYS =
            List.of("endpoints", "label", "missing", "incomplete");
    private static final List<String> GATE_KEYS = List.of("when", "status", "order");
    private static final List<String> OPTIONAL_KEYS =
            List.of("when", "endpoints", "label", "missing", "incomplete");

    private final YamlFields yaml;
    private final ConditionReader conditions;

    ReadinessReader(YamlFields yaml, Map<String, ConfigOption> options) {
        this.yaml = yaml;
        this.conditions = new ConditionReader(yaml, options);
    }

    Readiness read(Node node) {
        if (YamlFields.isAbsent(node)) {
            return Readiness.UNKNOWN;
        }
        Map<String, Node> fields = yaml.fields(node, KEYS);
        Node styleNode = yaml.required(node, fields, "style");
        Optional<ReadinessStyle> style = ReadinessStyle.of(yaml.text(styleNode));
        if (style.isEmpty()) {
            yaml.wrong(styleNode, "a style", YamlFields.kind(styleNode));
        }
        List<String> active = yaml.texts(yaml.required(node, fields, "active"));
        int units = yaml.whole(yaml.required(node, fields, "units"), 1);
        if (active.isEmpty() || units < 1) {
            yaml.wrong(node, "an active message and units from 1", active + " and " + units);
            return Readiness.UNKNOWN;
        }
        return new Readiness(
                style.orElse(ReadinessStyle.UNKNOWN),
                yaml.text(yaml.optional(fields, "source")),
                required(fields),
                optional(fields),
                gates(fields),
                units,
                yaml.whole(yaml.optional(fields, "recommended"), 0),
                active,
                yaml.text(yaml.optional(fields, "application")),
                yaml.texts(yaml.optional(fields, "at-once")),
                furtherStates(fields));
    }

    private List<ReadinessCheck> required(Map<String, Node> fields) {
        return yaml.items(yaml.optional(fields, "required")).stream()
                .flatMap(node -> check(node, yaml.fields(node, CHECK_KEYS)).stream())
                .toList();
    }

    private List<OptionalCheck> optional(Map<String, Node> fields) {
        List<OptionalCheck> checks = new ArrayList<>();
        for (Node node : yaml.items(yaml.optional(fields, "optional"))) {
            Map<String, Node> parts = yaml.fields(node, OPTIONAL_KEYS);
            Optional<Condition> when = conditions.read(yaml.required(node, parts, "when"));
            Optional<ReadinessCheck> check = check(node, parts);
            if (when.isPresent() && check.isPresent()) {
                checks.add(new OptionalCheck(when.get(), check.get()));
            }
        }
        return checks;
    }

    private Gate.Order order(Map<String, Node> parts) {
        Node node = yaml.optional(parts, "order");
        if (YamlFields.isAbsent(node)) {
            return Gate.Order.BESIDE;
        }
        String word = yaml.text(node);
        return switch (word) {
            case "early" -> Gate.Order.EARLY;
            case "last" -> Gate.Order.LAST;
            default -> {
                yaml.wrong(node, "early or last", word);
                yield Gate.Order.BESIDE;
            }
        };
    }

    private List<Gate> gates(Map<String, Node> fields) {
        List<Gate> gates = new ArrayList<>();
        for (Node node : yaml.items(yaml.optional(fields, "gates"))) {
            Map<String, Node> parts = yaml.fields(node, GATE_KEYS);
            Optional<Condition> when = conditions.read(yaml.required(node, parts, "when"));
            Optional<StatusText> text = statusText(yaml.required(node, parts, "status"));
            Gate.Order order = order(parts);
            if (when.isPresent() && text.isPresent()) {
                gates.add(new Gate(when.get(), text.get(), order));
            }
        }
        return gates;
    }

    private Optional<ReadinessCheck> check(Node node, Map<String, Node> fields) {
        List<String> endpoints = yaml.texts(yaml.required(node, fields, "endpoints"));
        if (endpoints.isEmpty() || endpoints.contains("")) {
            yaml.wrong(node, "at least one endpoint", endpoints.toString());
            return Optional.empty();
        }
        String label = yaml.text(yaml.optional(fields, "label"));
        return Optional.of(
                new ReadinessCheck(
                        endpoints,
                        label.isEmpty() ? endpoints.getFirst() : label,
                        statusText(yaml.optional(fields, "missing")),
                        statusText(yaml.optional(fields, "incomplete"))));
    }

    private Optional<StatusText> statusText(Node node) {
        if (YamlFields.isAbsent(node)) {
            return Optional.empty();
        }
        List<String> words = yaml.texts(node);
        if (words.size() != 2 || !StatusText.STATUSES.contains(words.getFirst())) {
            yaml.wrong(node, "[status, message]", words.toString());
            return Optional.empty();
        }
        return Optional.of(new StatusText(words.get(0), words.get(1)));
    }

    private List<FurtherState> furtherStates(Map<String, Node> fields) {
        List<FurtherState> states = new ArrayList<>();
        for (Node node : yaml.items(yaml.optional(fields, "others"))) {
            List<String> words = yaml.texts(node);
            if (words.size() == 3 && StatusText.STATUSES.contains(words.getFirst())) {
                states.add(
                        new FurtherState(new StatusText(words.get(0), words.get(1)), words.get(2)));
            } else {
                yaml.wrong(node, "[status, message, when]", words.toString());
            }
        }
        return states;
    }
}
