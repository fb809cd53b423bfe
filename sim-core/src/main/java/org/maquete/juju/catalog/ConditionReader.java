package org.maquete.juju.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads what stands behind {@code when}: a mapping, or a list of them that must all hold. */
final class ConditionReader {

    private static final List<String> KEYS =
            List.of(
                    "related",
                    "unrelated",
                    "config",
                    "is",
                    "unset",
                    "outside",
                    "units-below",
                    "not-pairs",
                    "not-run",
                    "leader");

    private final YamlFields yaml;
    private final Map<String, ConfigOption> options;

    ConditionReader(YamlFields yaml, Map<String, ConfigOption> options) {
        this.yaml = yaml;
        this.options = options;
    }

    Optional<Condition> read(Node node) {
        if (!(node instanceof SequenceNode)) {
            return one(node);
        }
        List<Condition> all = new ArrayList<>();
        for (Node item : yaml.items(node)) {
            one(item).ifPresent(all::add);
        }
        return all.isEmpty() ? Optional.empty() : Optional.of(new Condition.All(all));
    }

    private Optional<Condition> one(Node node) {
        Map<String, Node> fields = yaml.fields(node, KEYS);
        if (fields.containsKey("config")) {
            return config(node, fields);
        }
        String key = fields.isEmpty() ? "" : fields.keySet().iterator().next();
        Node value = yaml.optional(fields, key);
        if (fields.size() != 1) {
            yaml.wrong(node, "one condition", "keys " + fields.keySet());
            return Optional.empty();
        }
        return switch (key) {
            case "related" -> Optional.of(new Condition.Related(yaml.texts(value)));
            case "unrelated" -> Optional.of(new Condition.Unrelated(yaml.texts(value)));
            case "not-run" -> Optional.of(new Condition.NotRun(yaml.text(value)));
            case "leader" -> Optional.of(new Condition.Leads(yaml.truth(value)));
            case "unset" -> known(value, yaml.texts(value)).map(Condition.Unset::new);
            case "not-pairs" ->
                    known(value, List.of(yaml.text(value)))
                            .map(names -> new Condition.NotPairs(names.getFirst()));
            case "units-below" ->
                    known(value, List.of(yaml.text(value)))
                            .map(names -> new Condition.FewerUnits(names.getFirst()));
            case "outside" -> outside(value);
            default -> Optional.empty(); // reported as an unknown key
        };
    }

    /** {@code outside: [option, low, high]}. */
    private Optional<Condition> outside(Node node) {
        List<Node> words = yaml.items(node);
        if (words.size() != 3) {
            yaml.wrong(node, "[option, low, high]", YamlFields.kind(node));
            return Optional.empty();
        }
        int low = yaml.whole(words.get(1), 0);
        int high = yaml.whole(words.get(2), 0);
        return known(node, List.of(yaml.text(words.getFirst())))
                .map(names -> new Condition.Outside(names.getFirst(), low, high));
    }

    private Optional<List<String>> known(Node node, List<String> names) {
        for (String name : names) {
            if (!options.containsKey(name)) {
                yaml.wrong(node, "an option of the charm", name);
                return Optional.empty();
            }
        }
        return Optional.of(names);
    }

    private Optional<Condition> config(Node node, Map<String, Node> fields) {
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
}
