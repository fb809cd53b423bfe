package org.maquete.nova.prefilter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.maquete.nova.scheduler.RequestSpec;

/**
 * The groups of resources that follow from flavor and image: ResourceRequest.from_request_spec of
 * nova yoga, scheduler/utils.py.
 */
final class FlavorGroups {

    static final ResourceRequest.Group EMPTY =
            new ResourceRequest.Group(
                    new TreeMap<>(),
                    new TreeSet<>(),
                    new TreeSet<>(),
                    List.of(),
                    new TreeSet<>(),
                    "");

    // os-resource-classes 1.1.0, STANDARDS
    private static final String STANDARD =
            " VCPU MEMORY_MB DISK_GB PCI_DEVICE SRIOV_NET_VF NUMA_SOCKET NUMA_CORE NUMA_THREAD"
                    + " NUMA_MEMORY_MB IPV4_ADDRESS VGPU VGPU_DISPLAY_HEAD"
                    + " NET_BW_EGR_KILOBIT_PER_SEC NET_BW_IGR_KILOBIT_PER_SEC PCPU"
                    + " MEM_ENCRYPTION_CONTEXT FPGA PGPU NET_PACKET_RATE_KILOPACKET_PER_SEC"
                    + " NET_PACKET_RATE_EGR_KILOPACKET_PER_SEC"
                    + " NET_PACKET_RATE_IGR_KILOPACKET_PER_SEC ";

    /** What is collected for one group. */
    private static final class Collected {
        final TreeMap<String, Long> resources = new TreeMap<>();
        final TreeSet<String> required = new TreeSet<>();
        final TreeSet<String> forbidden = new TreeSet<>();

        ResourceRequest.Group group() {
            return new ResourceRequest.Group(
                    resources, required, forbidden, List.of(), new TreeSet<>(), "");
        }

        boolean isEmpty() {
            return resources.isEmpty() && required.isEmpty() && forbidden.isEmpty();
        }
    }

    private final Asked asked;
    private final TreeMap<String, Collected> collected = new TreeMap<>();
    private String policy = "";

    private FlavorGroups(Asked asked) {
        this.asked = asked;
    }

    static FlavorGroups of(Asked asked) {
        FlavorGroups groups = new FlavorGroups(asked);
        if (!asked.shape().flavor().extraSpecs().isEmpty()) {
            groups.extraSpecs();
        }
        groups.imageTraits();
        groups.pinning();
        groups.plainResources();
        groups.features();
        groups.stripZeros();
        return groups;
    }

    /**
     * {@code group_policy}; empty when the flavor has none, or one that Placement does not know.
     */
    String policy() {
        return policy;
    }

    /** The groups by suffix. */
    Map<String, ResourceRequest.Group> groups() {
        TreeMap<String, ResourceRequest.Group> groups = new TreeMap<>();
        collected.forEach((suffix, each) -> groups.put(suffix, each.group()));
        return groups;
    }

    /** The traits that any group requires. */
    TreeSet<String> requiredTraits() {
        TreeSet<String> all = new TreeSet<>();
        collected.values().forEach(each -> all.addAll(each.required));
        return all;
    }

    private Collected group(String suffix) {
        return collected.computeIfAbsent(suffix, _ -> new Collected());
    }

    private void extraSpecs() {
        Pattern keys = Pattern.compile("(resources|trait)([a-zA-Z0-9_-]{1,64})?:(.*)");
        asked.shape()
                .flavor()
                .extraSpecs()
                .forEach((key, value) -> {
                    Matcher match = keys.matcher(key);
                    if (key.equals("group_policy")) {
                        boolean known = value.equals("none") || value.equals("isolate");
                        policy = known ? value : policy;
                    } else if (match.matches()) {
                        String suffix = match.group(2) == null ? "" : match.group(2);
                        Collected group = group(suffix);
                        if (match.group(1).equals("trait")) {
                            trait(group, match.group(3), value);
                        } else {
                            resource(group, match.group(3), value);
                        }
                    }
                });
    }

    private static void trait(Collected group, String name, String kind) {
        if (kind.equals("required")) {
            group.required.add(name);
        } else if (kind.equals("forbidden")) {
            group.forbidden.add(name);
        }
    }

    /** A class that nobody knows, or no amount: Nova logs it and goes on. */
    private static void resource(Collected group, String name, String amount) {
        String number = amount.strip();
        boolean known = name.startsWith("CUSTOM_") || STANDARD.contains(" " + name + " ");
        if (known && number.matches("[+]?[0-9]{1,18}|-0+")) {
            group.resources.put(name, Math.abs(Long.parseLong(number)));
        }
    }

    private void imageTraits() {
        asked.image()
                .forEach((key, value) -> {
                    if (key.startsWith("trait:") && value.equals("required")) {
                        group("").required.add(key.substring("trait:".length()));
                    }
                });
    }

    /** Processors of one's own, and whether their threads may be shared. */
    private void pinning() {
        String cpus = asked.either("hw:cpu_policy", "hw_cpu_policy");
        if (cpus.equals("dedicated")) {
            boolean more = asked.flavorText("hw:emulator_threads_policy").equals("isolate");
            long count = asked.shape().flavor().vcpus() + (more ? 1L : 0L);
            group("").resources.put("PCPU", count);
        }
        String threads = asked.either("hw:cpu_thread_policy", "hw_cpu_thread_policy");
        if (threads.equals("isolate")) {
            group("").forbidden.add("HW_CPU_HYPERTHREADING");
        } else if (threads.equals("require")) {
            group("").required.add("HW_CPU_HYPERTHREADING");
        }
    }

    /** What the flavor has, but for what its extra specs replace. */
    private void plainResources() {
        RequestSpec.Flavor flavor = asked.shape().flavor();
        TreeSet<String> replaced = new TreeSet<>();
        collected.values().forEach(each -> replaced.addAll(each.resources.keySet()));
        Collected plain = group("");
        if (!replaced.contains("VCPU") && !replaced.contains("PCPU")) {
            plain.resources.put("VCPU", (long) flavor.vcpus());
        }
        if (!replaced.contains("MEMORY_MB")) {
            plain.resources.put("MEMORY_MB", (long) flavor.ramMb());
        }
        long disk =
                (long) (asked.bootsFromVolume() ? 0 : flavor.rootGb())
                        + flavor.ephemeralGb()
                        + (flavor.swapMb() + 1023) / 1024;
        if (!replaced.contains("DISK_GB") && disk > 0) {
            plain.resources.put("DISK_GB", disk);
        }
    }

    private void features() {
        Collected plain = group("");
        String encrypted = asked.flavorText("hw:mem_encryption").strip();
        boolean encrypts =
                encrypted.toLowerCase(Locale.ROOT).matches("1|t|true|on|y|yes")
                        || asked.shape()
                                .image()
                                .properties()
                                .getOrDefault("hw_mem_encryption", "")
                                .equalsIgnoreCase("true");
        if (encrypts) {
            plain.resources.put("MEM_ENCRYPTION_CONTEXT", 1L);
        }
        persistentMemory(plain);
        String tpm = asked.either("hw:tpm_version", "hw_tpm_version");
        if (!tpm.isEmpty()) {
            String version = tpm.equals("1.2") ? "1_2" : "2_0";
            plain.required.add("COMPUTE_SECURITY_TPM_" + version);
        }
        if (asked.either("hw:pci_numa_affinity_policy", "hw_pci_numa_affinity_policy")
                .equals("socket")) {
            plain.required.add("COMPUTE_SOCKET_PCI_NUMA_AFFINITY");
        }
        if (asked.either("os:secure_boot", "os_secure_boot").equals("required")) {
            plain.required.add("COMPUTE_SECURITY_UEFI_SECURE_BOOT");
        }
    }

    private void persistentMemory(Collected plain) {
        TreeMap<String, Long> spaces = new TreeMap<>();
        for (String each : asked.flavorText("hw:pmem").split(",", -1)) {
            if (!each.isBlank()) {
                String name = ("PMEM_NAMESPACE_" + each.strip()).toUpperCase(Locale.ROOT);
                spaces.merge("CUSTOM_" + name.replaceAll("[^0-9A-Z]+", "_"), 1L, Long::sum);
            }
        }
        plain.resources.putAll(spaces);
    }

    private void stripZeros() {
        List<String> empty = new ArrayList<>();
        collected.forEach((suffix, each) -> {
            each.resources.values().removeIf(amount -> amount == 0);
            if (each.isEmpty()) {
                empty.add(suffix);
            }
        });
        empty.forEach(collected::remove);
    }
}
