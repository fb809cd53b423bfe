package org.maquete.juju.catalog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.maquete.runbook.PlainYaml;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Reads a charm's YAML. All problems of a text are found at once, each with its line; unknown keys
 * are problems.
 */
public final class CharmReader {

    private static final List<String> KEYS =
            List.of(
                    "name",
                    "source",
                    "subordinate",
                    "channel",
                    "channels",
                    "revision",
                    "version",
                    "bases",
                    "provides",
                    "requires",
                    "peers",
                    "bindings",
                    "storage",
                    "options",
                    "readiness",
                    "services",
                    "ports",
                    "actions");
    private static final Pattern PORT = Pattern.compile("([0-9]{1,5})/(tcp|udp|icmp)");
    private static final Pattern LIMIT = Pattern.compile("limit=([1-9][0-9]{0,3})");

    private final YamlFields yaml;

    private CharmReader(YamlFields yaml) {
        this.yaml = yaml;
    }

    /** Reads the text; {@code file} is its name in problems. */
    public static CharmReading read(String file, String text) {
        Optional<CharmReading> plain =
                PlainYaml.read(text).map(root -> read(new YamlFields(file), root));
        if (plain.isPresent() && plain.get() instanceof CharmReading.Read) {
            return plain.get();
        }
        YamlFields yaml = new YamlFields(file);
        Node root = yaml.document(text);
        return yaml.problems().isEmpty()
                ? read(yaml, root)
                : new CharmReading.Unreadable(yaml.problems());
    }

    private static CharmReading read(YamlFields yaml, Node root) {
        Optional<CharmMetadata> charm = new CharmReader(yaml).charm(root);
        return charm.isPresent() && yaml.problems().isEmpty()
                ? new CharmReading.Read(charm.get())
                : new CharmReading.Unreadable(yaml.problems());
    }

    private Optional<CharmMetadata> charm(Node root) {
        Map<String, Node> fields = yaml.fields(root, KEYS);
        String name = yaml.text(yaml.required(root, fields, "name"));
        String source = yaml.text(yaml.required(root, fields, "source"));
        boolean subordinate = yaml.truth(yaml.required(root, fields, "subordinate"));
        Optional<Channel> channel = channel(yaml.required(root, fields, "channel"));
        List<Channel> channels = list(fields, "channels", this::channel);
        int revision = yaml.whole(yaml.optional(fields, "revision"), 0);
        String version = yaml.text(yaml.optional(fields, "version"));
        List<OsRelease> bases = list(fields, "bases", this::base);
        List<String> bindings = yaml.texts(yaml.optional(fields, "bindings"));
        List<Port> ports = list(fields, "ports", this::port);
        List<CharmService> services = services(fields);
        List<Endpoint> endpoints = endpoints(fields);
        List<StorageSlot> storage = storage(fields);
        Map<String, ConfigOption> options = options(fields);
        Map<String, CharmAction> actions = actions(fields);
        Readiness readiness =
                new ReadinessReader(yaml, options).read(yaml.optional(fields, "readiness"));
        if (!YamlFields.isAbsent(yaml.required(root, fields, "bases")) && bases.isEmpty()) {
            yaml.wrong(root, "at least one base", "none");
        }
        if (channel.isEmpty() || !yaml.problems().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new CharmMetadata(
                        name,
                        source,
                        subordinate,
                        channel.get(),
                        channels,
                        revision,
                        version,
                        bases,
                        endpoints,
                        bindings,
                        storage,
                        options,
                        readiness,
                        ports,
                        services,
                        actions));
    }

    /** Reads one item of a list; empty after it has reported the problem. */
    private interface Item<T> {
        Optional<T> read(Node node);
    }

    private <T> List<T> list(Map<String, Node> fields, String name, Item<T> item) {
        return yaml.items(yaml.optional(fields, name)).stream()
                .flatMap(node -> item.read(node).stream())
                .toList();
    }

    private Optional<Channel> channel(Node node) {
        return YamlFields.isAbsent(node)
                ? Optional.empty()
                : good(node, Channel.parse(yaml.text(node)), "a channel");
    }

    private Optional<OsRelease> base(Node node) {
        return good(node, Bases.parse(yaml.text(node)), "a base");
    }

    private <T> Optional<T> good(Node node, Parsed<T> parsed, String expected) {
        return switch (parsed) {
            case Parsed.Good<T>(T value) -> Optional.of(value);
            case Parsed.Refused<T>(String message) -> {
                yaml.wrong(node, expected, yaml.text(node) + " (" + message + ")");
                yield Optional.empty();
            }
        };
    }

    private Optional<Port> port(Node node) {
        Matcher port = PORT.matcher(yaml.text(node));
        if (port.matches()) {
            int number = Integer.parseInt(port.group(1));
            if (number >= 1 && number <= 65535) {
                return Optional.of(new Port(number, port.group(2)));
            }
        }
        yaml.wrong(node, "a port such as 5000/tcp", yaml.text(node));
        return Optional.empty();
    }

    private List<Endpoint> endpoints(Map<String, Node> fields) {
        List<Endpoint> endpoints = new ArrayList<>();
        addEndpoints(endpoints, yaml.optional(fields, "provides"), EndpointRole.PROVIDER);
        addEndpoints(endpoints, yaml.optional(fields, "requires"), EndpointRole.REQUIRER);
        addEndpoints(endpoints, yaml.optional(fields, "peers"), EndpointRole.PEER);
        return endpoints;
    }

    private void addEndpoints(List<Endpoint> endpoints, Node section, EndpointRole role) {
        yaml.entries(section)
                .forEach((name, node) -> endpoint(name, role, node).ifPresent(endpoints::add));
    }

    /** {@code name: [interface, container, limit=1, optional]}, all but the first optional. */
    private Optional<Endpoint> endpoint(String name, EndpointRole role, Node node) {
        List<String> words = yaml.texts(node);
        if (words.isEmpty() || words.getFirst().isEmpty() || name.isEmpty()) {
            yaml.wrong(node, "a name and [interface, ...]", YamlFields.kind(node));
            return Optional.empty();
        }
        EndpointScope scope = EndpointScope.GLOBAL;
        int relationsMax = 0;
        boolean optional = false;
        for (String word : words.subList(1, words.size())) {
            Matcher limit = LIMIT.matcher(word);
            if (word.equals("container")) {
                scope = EndpointScope.CONTAINER;
            } else if (word.equals("optional")) {
                optional = true;
            } else if (limit.matches()) {
                relationsMax = Integer.parseInt(limit.group(1));
            } else {
                yaml.wrong(node, "container, limit=N or optional", word);
            }
        }
        return Optional.of(
                new Endpoint(name, role, words.getFirst(), scope, relationsMax, optional));
    }

    /** {@code name: [MiB, thousandths of a CPU]}. */
    private List<CharmService> services(Map<String, Node> fields) {
        List<CharmService> services = new ArrayList<>();
        yaml.entries(yaml.optional(fields, "services"))
                .forEach((name, node) -> {
                    List<Node> use = yaml.items(node);
                    if (use.size() == 2) {
                        int memoryMib = yaml.whole(use.get(0), 0);
                        int cpuMilli = yaml.whole(use.get(1), 0);
                        services.add(new CharmService(name, memoryMib, cpuMilli));
                    } else {
                        yaml.wrong(node, "[MiB, thousandths of a CPU]", YamlFields.kind(node));
                    }
                });
        return services;
    }

    private List<StorageSlot> storage(Map<String, Node> fields) {
        List<StorageSlot> slots = new ArrayList<>();
        yaml.entries(yaml.optional(fields, "storage"))
                .forEach((name, node) -> {
                    List<String> words = yaml.texts(node);
                    if (words.size() == 2) {
                        slots.add(new StorageSlot(name, words.get(0), words.get(1)));
                    } else {
                        yaml.wrong(node, "[type, range]", YamlFields.kind(node));
                    }
                });
        return slots;
    }

    private Map<String, ConfigOption> options(Map<String, Node> fields) {
        Map<String, ConfigOption> options = new LinkedHashMap<>();
        yaml.entries(yaml.optional(fields, "options"))
                .forEach((name, node) ->
                        option(name, node).ifPresent(found -> options.put(name, found)));
        return options;
    }

    /** {@code name: [type]} or {@code name: [type, default]}. */
    private Optional<ConfigOption> option(String name, Node node) {
        List<Node> words = yaml.items(node);
        Optional<OptionType> type =
                words.isEmpty() ? Optional.empty() : OptionType.of(yaml.text(words.getFirst()));
        if (type.isEmpty() || words.size() > 2) {
            yaml.wrong(node, "[type] or [type, default]", YamlFields.kind(node));
            return Optional.empty();
        }
        if (words.size() == 1) {
            return Optional.of(new ConfigOption(name, type.get(), Optional.empty()));
        }
        ConfigOption bare = new ConfigOption(name, type.get(), Optional.empty());
        return good(
                        words.get(1),
                        OptionValues.convert(bare, GoYaml.resolve(words.get(1))),
                        "a default")
                .map(value -> new ConfigOption(name, type.get(), value));
    }

    private Map<String, CharmAction> actions(Map<String, Node> fields) {
        Map<String, CharmAction> actions = new LinkedHashMap<>();
        yaml.entries(yaml.optional(fields, "actions"))
                .forEach(
                        (name, node) -> actions.put(name, new CharmAction(name, yaml.texts(node))));
        return actions;
    }
}
