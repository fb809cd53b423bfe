package org.maquete.maas;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maquete.hardware.HardwareView;
import org.maquete.hardware.Part;
import org.maquete.kernel.Refusal;
import org.maquete.world.World;

/**
 * The hardware tests that come with MAAS 3.5 (src/provisioningserver/refresh and
 * maasserver/testing), by name, hardware type or tag. Each finds a broken part of its type.
 */
final class TestScripts {

    /** What runs when nobody picks any: the script with the tag commissioning. */
    static final List<String> USUAL = List.of("smartctl-validate");

    private static final List<String> CPU =
            List.of("7z", "stress-ng-cpu-long", "stress-ng-cpu-short");
    private static final List<String> MEMORY =
            List.of("memtester", "stress-ng-memory-long", "stress-ng-memory-short");
    private static final List<String> STORAGE =
            List.of(
                    "smartctl-validate",
                    "smartctl-short",
                    "smartctl-long",
                    "smartctl-conveyance",
                    "badblocks",
                    "badblocks-destructive",
                    "fio");
    private static final List<String> NETWORK =
            List.of(
                    "gateway-connectivity",
                    "internet-connectivity",
                    "rack-controller-connectivity",
                    "ntp");
    // tags: MAAS 3.5, testing_scripts and their metadata
    private static final List<String> TAGS =
            List.of("commissioning", "network-validation", "internet", "node");

    private TestScripts() {}

    /** Why these cannot be picked. */
    static Optional<Refusal> refusal(List<String> picked) {
        for (String each : picked) {
            if (types(each).isEmpty() && !each.equals("none")) {
                return Optional.of(
                        Barred.form(
                                "testing_scripts",
                                "Select a valid choice. "
                                        + each
                                        + " is not one of the available choices."));
            }
        }
        return Optional.empty();
    }

    /** The parts that a name, a hardware type or a tag looks at. */
    private static List<Part> types(String picked) {
        List<Part> parts = new ArrayList<>();
        for (Part part : Part.values()) {
            if (part.text().equals(picked) || scripts(part).contains(picked)) {
                parts.add(part);
            }
        }
        if (parts.isEmpty() && TAGS.contains(picked)) {
            parts.add(
                    picked.equals("internet") || picked.equals("network-validation")
                            ? Part.NETWORK
                            : Part.STORAGE);
        }
        return parts;
    }

    private static List<String> scripts(Part part) {
        return switch (part) {
            case CPU -> CPU;
            case MEMORY -> MEMORY;
            case STORAGE -> STORAGE;
            case NETWORK -> NETWORK;
        };
    }

    /** Whether one of these tests fails on a machine. */
    static boolean fail(List<String> picked, String machine, World world) {
        for (Part broken : HardwareView.brokenParts(world, machine)) {
            for (String each : picked) {
                if (types(each).contains(broken)) {
                    return true;
                }
            }
        }
        return false;
    }
}
