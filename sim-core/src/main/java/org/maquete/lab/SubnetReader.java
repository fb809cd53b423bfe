package org.maquete.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maquete.maas.Ipv4;
import org.maquete.maas.Wiring;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads one subnet of a lab: the first, which is part of {@code maas}, or a further one. */
final class SubnetReader {

    /** The keys of a subnet but its CIDR. */
    static final List<String> KEYS =
            List.of(
                    "name",
                    "fabric",
                    "vid",
                    "space",
                    "gateway",
                    "dns",
                    "dynamic_range",
                    "reserved_ranges");

    private static final Ipv4.Range EVERYTHING = new Ipv4.Range(0, 0xffffffffL);
    private static final int VID_MAX = 4094; // <number>: IEEE 802.1Q

    private final Fields fields;
    private final Problems problems;
    private final Ipv4.Range subnet;

    private SubnetReader(Fields fields, String cidr, Problems problems) {
        this.fields = fields;
        this.problems = problems;
        subnet =
                fields.parsed(
                                fields.required(cidr),
                                "a subnet such as 172.16.0.0/20",
                                "Maybe the length of the prefix is missing.",
                                Ipv4::cidr)
                        .orElse(EVERYTHING);
    }

    /** The subnet of which {@code cidr} is the key. */
    static LabDescription.Subnet read(Fields fields, String cidr, Problems problems) {
        return new SubnetReader(fields, cidr, problems).read(fields.text(cidr, ""));
    }

    private LabDescription.Subnet read(String cidr) {
        List<LabDescription.Range> reserved = new ArrayList<>();
        for (Node entry : fields.list("reserved_ranges")) {
            range(entry, "reserved_ranges").ifPresent(reserved::add);
        }
        List<LabDescription.Range> dynamic =
                fields.value("dynamic_range")
                        .flatMap(node -> range(node, "dynamic_range"))
                        .map(List::of)
                        .orElse(List.of());
        Wiring wiring =
                new Wiring(
                        fields.text("name", ""),
                        fields.text("fabric", ""),
                        Math.toIntExact(fields.whole("vid", 0, VID_MAX, 0)),
                        fields.text("space", ""));
        return new LabDescription.Subnet(
                cidr, wiring, address("gateway"), address("dns"), dynamic, reserved);
    }

    private String address(String key) {
        return address(fields, key, subnet);
    }

    /** An address of a range, or the empty text. */
    static String address(Fields fields, String key, Ipv4.Range range) {
        return fields.parsed(
                        fields.value(key),
                        "an address of the subnet for " + key,
                        "Maybe a digit is wrong, or the subnet is.",
                        text ->
                                Ipv4.parse(text).stream().anyMatch(range::contains)
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
}
