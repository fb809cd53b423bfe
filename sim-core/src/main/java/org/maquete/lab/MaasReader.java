package org.maquete.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maquete.maas.Ipv4;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads the part of a lab that describes MAAS and its subnet. */
final class MaasReader {

    /** Stands for a MAAS that is not described; never leaves the reader. */
    static final LabDescription.Maas NONE =
            new LabDescription.Maas("", "", "", "", "", List.of(), List.of(), List.of());

    private static final List<String> KEYS =
            List.of(
                    "version",
                    "subnet",
                    "gateway",
                    "dns",
                    "region",
                    "dynamic_range",
                    "reserved_ranges",
                    "images");

    private static final Ipv4.Range EVERYTHING = new Ipv4.Range(0, 0xffffffffL);

    private final Fields fields;
    private final Problems problems;
    private final Ipv4.Range subnet;

    private MaasReader(Node node, Problems problems) {
        this.problems = problems;
        fields = new Fields(node, "maas", KEYS, problems);
        subnet =
                fields.parsed(
                                fields.required("subnet"),
                                "a subnet such as 172.16.0.0/20",
                                "Maybe the length of the prefix is missing.",
                                Ipv4::cidr)
                        .orElse(EVERYTHING);
    }

    static LabDescription.Maas read(Node node, Problems problems) {
        return new MaasReader(node, problems).read();
    }

    private LabDescription.Maas read() {
        List<LabDescription.Range> reserved = new ArrayList<>();
        for (Node entry : fields.list("reserved_ranges")) {
            range(entry, "reserved_ranges").ifPresent(reserved::add);
        }
        List<LabDescription.Range> dynamic =
                fields.value("dynamic_range")
                        .flatMap(node -> range(node, "dynamic_range"))
                        .map(List::of)
                        .orElse(List.of());
        return new LabDescription.Maas(
                fields.text("version", "3.5"),
                fields.text("subnet", ""),
                address("gateway"),
                address("dns"),
                address("region"),
                dynamic,
                reserved,
                images());
    }

    private String address(String key) {
        return fields.parsed(
                        fields.value(key),
                        "an address of the subnet for " + key,
                        "Maybe a digit is wrong, or the subnet is.",
                        text ->
                                Ipv4.parse(text).stream().anyMatch(subnet::contains)
                                        ? Optional.of(text)
                                        : Optional.empty())
                .orElse("");
    }

    private Optional<LabDescription.Range> range(Node node, String key) {
        if (node instanceof SequenceNode pair
                && pair.getValue().size() == 2
                && pair.getValue().get(0) instanceof ScalarNode low
                && pair.getValue().get(1) instanceof ScalarNode high) {
            Optional<Ipv4.Range> range = Ipv4.range(low.getValue(), high.getValue());
            if (range.isPresent()
                    && range.get().low() <= range.get().high()
                    && subnet.contains(range.get())) {
                return Optional.of(new LabDescription.Range(low.getValue(), high.getValue()));
            }
            problems.at(
                    node,
                    "two addresses of the subnet in order for " + key,
                    Problems.quoted(low.getValue()) + " and " + Problems.quoted(high.getValue()),
                    "Maybe they are swapped, or the subnet is smaller than meant.");
            return Optional.empty();
        }
        problems.at(
                node,
                "a list of two addresses for " + key,
                Problems.found(node),
                key.equals("reserved_ranges")
                        ? "Maybe write [[low, high]], a list of lists."
                        : "Maybe write [low, high].");
        return Optional.empty();
    }

    private List<String> images() {
        List<String> images = new ArrayList<>();
        for (Node entry : fields.list("images")) {
            fields.parsed(
                            Optional.of(entry),
                            "an image such as ubuntu/jammy/amd64",
                            "Maybe the system or the architecture is missing.",
                            text ->
                                    Optional.of(text)
                                            .filter(t -> t.matches("[^/ ]+/[^/ ]+/[^/ ]+")))
                    .ifPresent(images::add);
        }
        return images;
    }
}
