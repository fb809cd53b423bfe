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
                    "units",
                    "recommended",
                    "active",
                    "application",
                    "at-once",
                    "others");
    private static final List<String> CHECK_KEYS =
            List.of("endpoints", "label", "missing", "incomplete");
    private static final List<String> OPTIONAL_KEYS =
            List.of("when", "endpoints", "label", "missing", "incomplete");

    private final YamlFields yaml;
    private final Map<String, ConfigOption> options;

    ReadinessReader(YamlFields yaml, Map<String, ConfigOption> options) {
        this.yaml = yaml;
        this.options = options;
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
            Optional<Condition> when = condition(yaml.required(node, parts, "when"));
            Optional<ReadinessCheck> check = check(node, parts);
            if (when.isPresent() && check.isPresent()) {
                checks.add(new OptionalCheck(when.get(), check.get()));
            }
        }
        return checks;
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

    private Optional<Condition> condition(Node node) {
        Map<String, Node> fields = yaml.fields(node, List.of("related", "config", "is"));
        if (fields.containsKey("related")) {
            return Optional.of(new Condition.Related(yaml.texts(yaml.optional(fields, "related"))));
        }
        String name = yaml.text(yaml.required(node, fields, "config"));
        Node value = yaml.required(node, fields, "is");
        ConfigOption option = options.get(name);
        if (option == null) {
            yaml.wrong(node, "an option of the charm", name);
            return Optional.empty();
        }
        return switch (OptionValues.convert(option, GoYaml.resolve(value))) {
            case Parsed.Good<Optional<OptionValue>>(Optional<OptionValue> converted) ->
                    converted.map(found -> new Condition.ConfigIs(name, found));
            case Parsed.Refused<Optional<OptionValue>>(String message) -> {
                yaml.wrong(value, "a value of the option", message);
                yield Optional.empty();
            }
        };
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
