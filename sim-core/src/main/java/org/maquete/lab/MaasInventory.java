package org.maquete.lab;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.maquete.kernel.Place;
import org.maquete.runbook.SourceText;
import org.maquete.tool.argparse.PythonJson;
import org.maquete.tool.argparse.Value;

/**
 * Makes a lab file of what a real MAAS prints. Of the documents the first is needed, the others
 * tell what it leaves out; each is known by its content.
 *
 * <pre>
 * maas admin machines read                machines, their ports and disks, subnets as far as linked
 * maas admin subnets read                 all subnets
 * maas admin ipranges read                DHCP ranges and reserved ranges
 * maas admin boot-resources read          images
 * maas admin machines power-parameters    addresses of management controllers
 * </pre>
 *
 * <p>What no document tells is left out of the lab file and said in a comment at its head. A
 * machine with something under way gets the status that it was in before.
 */
public final class MaasInventory {

    private final Map<String, JsonTree> machines = new LinkedHashMap<>();
    private final Map<String, JsonTree> subnets = new LinkedHashMap<>();
    private final List<JsonTree> ranges = new ArrayList<>();
    private final List<JsonTree> images = new ArrayList<>();
    private final Map<String, JsonTree> power = new LinkedHashMap<>();

    private MaasInventory() {}

    /** What came of the documents. */
    public sealed interface Made {

        /** A lab file. */
        record LabFile(String text) implements Made {}

        /** None, for these reasons. */
        record Wrong(List<LabProblem> problems) implements Made {

            public Wrong {
                problems = List.copyOf(problems);
            }
        }
    }

    /** Whether a text is one of these documents, and no lab file. */
    public static boolean isDocument(String text) {
        String begin = text.stripLeading();
        return begin.startsWith("[") || begin.startsWith("Success.");
    }

    /** The lab file of these documents. */
    public static Made of(List<SourceText> documents) {
        MaasInventory inventory = new MaasInventory();
        List<LabProblem> problems = new ArrayList<>();
        for (SourceText document : documents) {
            inventory.take(document).ifPresent(problems::add);
        }
        if (problems.isEmpty() && inventory.machines.isEmpty()) {
            problems.add(
                    problem(
                            documents.isEmpty() ? "" : documents.getFirst().name(),
                            "a list of machines",
                            "none in these documents",
                            "Maybe what `maas admin machines read` prints is not among them."));
        }
        return problems.isEmpty()
                ? new Made.LabFile(new LabWriter(inventory).text())
                : new Made.Wrong(problems);
    }

    private static LabProblem problem(String file, String expected, String found, String advice) {
        return new LabProblem(new Place(file, 1, 1), expected, found, advice);
    }

    private Optional<LabProblem> take(SourceText document) {
        switch (JsonTree.load(document.text())) {
            case PythonJson.Loaded.Broken(String message) -> {
                return Optional.of(
                        problem(
                                document.name(),
                                "JSON as the maas client prints it",
                                message,
                                "Maybe the end is missing, or another program printed it."));
            }
            case PythonJson.Loaded.Document(Value value) -> {
                JsonTree tree = new JsonTree(value);
                List<JsonTree> items = tree.items();
                boolean known = tree.value() instanceof Value.Many && items.isEmpty();
                for (JsonTree item : items.isEmpty() ? List.of(tree) : items) {
                    known |= take(item);
                }
                return known
                        ? Optional.empty()
                        : Optional.of(
                                problem(
                                        document.name(),
                                        "machines, subnets, IP ranges, boot resources or power"
                                                + " parameters of MAAS",
                                        "something else",
                                        "Maybe it is a lab file already, which goes after --lab."));
            }
        }
    }

    private boolean take(JsonTree item) {
        if (item.has("system_id") && item.has("hostname")) {
            machines.put(item.text("hostname"), item);
        } else if (item.has("cidr")) {
            subnets.put(item.text("cidr"), item);
        } else if (item.has("start_ip")) {
            ranges.add(item);
        } else if (item.has("architecture") && item.has("name")) {
            images.add(item);
        } else {
            int before = power.size();
            for (String id : item.names()) {
                if (item.at(id).has("power_address")) {
                    power.put(id, item.at(id));
                }
            }
            return power.size() > before;
        }
        return true;
    }

    List<JsonTree> machines() {
        return List.copyOf(machines.values());
    }

    /** The subnets that were told, then those that only ports name. */
    List<JsonTree> subnets() {
        Map<String, JsonTree> all = new LinkedHashMap<>(subnets);
        for (JsonTree machine : machines.values()) {
            for (JsonTree port : machine.at("interface_set").items()) {
                for (JsonTree link : port.at("links").items()) {
                    JsonTree subnet = link.at("subnet");
                    if (!subnet.text("cidr").isEmpty()) {
                        all.putIfAbsent(subnet.text("cidr"), subnet);
                    }
                }
            }
        }
        return List.copyOf(all.values());
    }

    List<JsonTree> ranges() {
        return List.copyOf(ranges);
    }

    List<JsonTree> images() {
        return List.copyOf(images);
    }

    /** What is known of the power of a machine. */
    JsonTree power(String systemId) {
        return power.getOrDefault(systemId, JsonTree.NOTHING);
    }
}
