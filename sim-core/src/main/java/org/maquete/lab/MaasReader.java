package org.maquete.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.maquete.maas.Ipv4;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads the part of a lab that describes MAAS and its subnets. */
final class MaasReader {

    /** Stands for a MAAS that is not described; never leaves the reader. */
    static final LabDescription.Maas NONE = new LabDescription.Maas("", "", List.of(), List.of());

    private static final List<String> KEYS = List.of("version", "subnet", "region", "images");
    private static final Ipv4.Range EVERYTHING = new Ipv4.Range(0, 0xffffffffL);

    private final Fields fields;
    private final Problems problems;

    private MaasReader(Node node, Problems problems) {
        this.problems = problems;
        List<String> keys = new ArrayList<>(KEYS);
        keys.addAll(SubnetReader.KEYS);
        keys.add("subnets");
        fields = new Fields(node, "maas", keys, problems);
    }

    static LabDescription.Maas read(Node node, Problems problems) {
        return new MaasReader(node, problems).read();
    }

    private LabDescription.Maas read() {
        List<LabDescription.Subnet> subnets = new ArrayList<>();
        subnets.add(SubnetReader.read(fields, "subnet", problems));
        TreeSet<String> cidrs = new TreeSet<>();
        cidrs.add(subnets.getFirst().cidr());
        List<String> keys = new ArrayList<>(SubnetReader.KEYS);
        keys.add("cidr");
        for (Node node : fields.list("subnets")) {
            Fields further = new Fields(node, "subnet", keys, problems);
            LabDescription.Subnet subnet = SubnetReader.read(further, "cidr", problems);
            if (!cidrs.add(subnet.cidr())) {
                problems.at(
                        node,
                        "each subnet once",
                        Problems.quoted(subnet.cidr()) + " twice",
                        "Maybe the first, from which machines boot, is listed again.");
            }
            subnets.add(subnet);
        }
        Ipv4.Range home = Ipv4.cidr(subnets.getFirst().cidr()).orElse(EVERYTHING);
        String region = SubnetReader.address(fields, "region", home);
        return new LabDescription.Maas(fields.text("version", "3.5"), region, images(), subnets);
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
