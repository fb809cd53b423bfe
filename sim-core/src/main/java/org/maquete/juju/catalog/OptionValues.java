package org.maquete.juju.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.maquete.kernel.Place;
import org.maquete.runbook.PlainYaml;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * Option values as typed or as an option file holds them, converted by the option's type.
 *
 * <p>There are two ways in, as in juju/charm {@code config.go}. A <em>text</em> ({@code key=value},
 * or a quoted scalar in a file) is parsed by the type. A <em>value</em> that YAML has already typed
 * must have that type: a float option refuses {@code 2}, a string option refuses {@code yes} and
 * {@code 1500}.
 */
public final class OptionValues {

    private static final List<String> GO_TRUE = List.of("1", "t", "T", "TRUE", "true", "True");
    private static final List<String> GO_FALSE = List.of("0", "f", "F", "FALSE", "false", "False");
    private static final Pattern SECRET = Pattern.compile("(secret:.*)?");

    // what Juju itself knows of every application: juju 3.6 apiserver/facades/client/application
    private static final ConfigOption TRUST =
            new ConfigOption(
                    "trust", OptionType.BOOLEAN, Optional.of(new OptionValue.Truth(false)));

    private OptionValues() {}

    /** The value of {@code name=text} in {@code juju config} or {@code juju deploy --config}. */
    public static Parsed<OptionValue> parse(CharmMetadata charm, String name, String text) {
        Optional<ConfigOption> option = option(charm, name);
        return option.isPresent() ? parse(option.get(), text) : new Parsed.Refused<>(unknown(name));
    }

    /**
     * The settings of an option file for one application.
     *
     * @param application the application's name, which is the key in the file
     * @param file the file's name, for the places of problems
     */
    public static OptionSettings file(
            CharmMetadata charm, String application, String file, String text) {
        Optional<OptionSettings> plain =
                PlainYaml.read(text).map(document -> settings(charm, application, file, document));
        if (plain.isPresent() && plain.get().problems().isEmpty()) {
            return plain.get();
        }
        try {
            for (Node document : YamlFields.compose(file).composeAllFromString(text)) {
                return settings(charm, application, file, document); // go-yaml reads the first
            }
            return nothing(application, file);
        } catch (YamlEngineException trouble) {
            OptionProblem problem =
                    new OptionProblem(
                            YamlFields.placeOf(file, trouble),
                            "cannot parse settings data: yaml: " + YamlFields.brief(trouble));
            return new OptionSettings(Map.of(), List.of(problem));
        }
    }

    private static OptionSettings settings(
            CharmMetadata charm, String application, String file, Node document) {
        Map<String, OptionValue> values = new TreeMap<>();
        List<OptionProblem> problems = new ArrayList<>();
        Optional<MappingNode> section = section(document, application);
        if (section.isEmpty()) {
            return nothing(application, file);
        }
        read(charm, file, section.get(), values, problems);
        return new OptionSettings(values, problems);
    }

    /** Whether Go reads a text or a whole number from the node. */
    public static boolean isTextOrWhole(Node node) {
        return GoYaml.resolve(node) instanceof GoYaml.Value.Scalar(OptionValue value)
                && (value instanceof OptionValue.Text || value instanceof OptionValue.Whole);
    }

    /**
     * Why the charm does not take a value that a bundle gives, or empty: the type alone counts, a
     * text is not converted.
     */
    public static Optional<String> refusal(CharmMetadata charm, String name, Node node) {
        return charm.option(name)
                .flatMap(option ->
                        convert(option, GoYaml.resolve(node))
                                        instanceof Parsed.Refused<?>(String message)
                                ? Optional.of(message)
                                : Optional.empty());
    }

    /** The settings of a mapping, as the controller reads those that come with a bundle. */
    public static OptionSettings settings(CharmMetadata charm, String file, MappingNode section) {
        Map<String, OptionValue> values = new TreeMap<>();
        List<OptionProblem> problems = new ArrayList<>();
        read(charm, file, section, values, problems);
        return new OptionSettings(values, problems);
    }

    private static OptionSettings nothing(String application, String file) {
        String message = "no settings found for " + GoSyntax.quote(application);
        return new OptionSettings(
                Map.of(), List.of(new OptionProblem(new Place(file, 0, 0), message)));
    }

    /** The mapping under the key; the last one wins, as in a Go map. */
    private static Optional<MappingNode> section(Node document, String key) {
        Optional<MappingNode> found = Optional.empty();
        if (document instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                if (tuple.getKeyNode() instanceof ScalarNode name
                        && name.getValue().equals(key)
                        && tuple.getValueNode() instanceof MappingNode settings) {
                    found = Optional.of(settings);
                }
            }
        }
        return found;
    }

    private static void read(
            CharmMetadata charm,
            String file,
            MappingNode section,
            Map<String, OptionValue> values,
            List<OptionProblem> problems) {
        for (NodeTuple tuple : section.getValue()) {
            String name =
                    tuple.getKeyNode() instanceof ScalarNode scalar
                            ? scalar.getValue()
                            : YamlFields.kind(tuple.getKeyNode());
            switch (setting(charm, name, tuple.getValueNode())) {
                case Parsed.Good<Optional<OptionValue>>(Optional<OptionValue> value) ->
                        value.ifPresent(found -> values.put(name, found));
                case Parsed.Refused<Optional<OptionValue>>(String message) ->
                        problems.add(
                                new OptionProblem(
                                        YamlFields.placeOf(file, tuple.getKeyNode()), message));
            }
        }
    }

    private static Parsed<Optional<OptionValue>> setting(
            CharmMetadata charm, String name, Node node) {
        Optional<ConfigOption> option = option(charm, name);
        if (option.isEmpty()) {
            return new Parsed.Refused<>(unknown(name));
        }
        return switch (GoYaml.resolve(node)) {
            case GoYaml.Value.Scalar(OptionValue.Text(String text)) ->
                    parse(option.get(), text).map(Optional::of);
            case GoYaml.Value typed -> convert(option.get(), typed);
        };
    }

    private static Optional<ConfigOption> option(CharmMetadata charm, String name) {
        return name.equals(TRUST.name()) ? Optional.of(TRUST) : charm.option(name);
    }

    private static String unknown(String name) {
        return "unknown option " + GoSyntax.quote(name);
    }

    private static Parsed<OptionValue> parse(ConfigOption option, String text) {
        Optional<OptionValue> value =
                switch (option.type()) {
                    case STRING, SECRET -> Optional.of(new OptionValue.Text(text));
                    case INT -> GoNumbers.whole(text).map(OptionValue.Whole::new);
                    case FLOAT -> GoNumbers.fraction(text).map(OptionValue.Fraction::new);
                    case BOOLEAN -> truth(text);
                };
        return value.<Parsed<OptionValue>>map(Parsed.Good::new)
                .orElseGet(() -> new Parsed.Refused<>(mismatch(option, GoSyntax.quote(text))));
    }

    private static Optional<OptionValue> truth(String text) {
        return GO_TRUE.contains(text) || GO_FALSE.contains(text)
                ? Optional.of(new OptionValue.Truth(GO_TRUE.contains(text)))
                : Optional.empty();
    }

    /** Checks a value that YAML has typed; empty for nothing, which every option takes. */
    static Parsed<Optional<OptionValue>> convert(ConfigOption option, GoYaml.Value value) {
        return switch (value) {
            case GoYaml.Value.Nil() -> new Parsed.Good<>(Optional.empty());
            case GoYaml.Value.Scalar(OptionValue scalar) when fits(option.type(), scalar) ->
                    new Parsed.Good<>(Optional.of(scalar));
            case GoYaml.Value other -> new Parsed.Refused<>(mismatch(option, GoYaml.print(other)));
        };
    }

    private static boolean fits(OptionType type, OptionValue value) {
        return switch (value) {
            case OptionValue.Text(String text) ->
                    type == OptionType.STRING
                            || (type == OptionType.SECRET && SECRET.matcher(text).matches());
            case OptionValue.Whole _ -> type == OptionType.INT;
            case OptionValue.Fraction _ -> type == OptionType.FLOAT;
            case OptionValue.Truth _ -> type == OptionType.BOOLEAN;
        };
    }

    private static String mismatch(ConfigOption option, String found) {
        return "option "
                + GoSyntax.quote(option.name())
                + " expected "
                + option.type().word()
                + ", got "
                + found;
    }
}
