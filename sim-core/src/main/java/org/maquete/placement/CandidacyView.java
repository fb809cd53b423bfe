package org.maquete.placement;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.maquete.kernel.Draws;
import org.maquete.world.World;

/** Whether hypervisors are candidates for a request, and why not. */
final class CandidacyView {

    private static final List<String> PLAIN = List.of("VCPU", "MEMORY_MB", "DISK_GB");

    // Nova yoga, virt/libvirt/driver.py, capabilities, images and buses of a qemu of Ubuntu 22.04,
    // by virt/driver.py, CAPABILITY_TRAITS_MAP; compute/manager.py adds COMPUTE_NODE
    private static final String ALWAYS =
            """
            COMPUTE_ACCELERATORS COMPUTE_DEVICE_TAGGING COMPUTE_GRAPHICS_MODEL_BOCHS
            COMPUTE_GRAPHICS_MODEL_CIRRUS COMPUTE_GRAPHICS_MODEL_NONE COMPUTE_GRAPHICS_MODEL_QXL
            COMPUTE_GRAPHICS_MODEL_VGA COMPUTE_GRAPHICS_MODEL_VIRTIO COMPUTE_IMAGE_TYPE_AKI
            COMPUTE_IMAGE_TYPE_AMI COMPUTE_IMAGE_TYPE_ARI COMPUTE_IMAGE_TYPE_ISO
            COMPUTE_IMAGE_TYPE_QCOW2 COMPUTE_IMAGE_TYPE_RAW COMPUTE_NET_ATTACH_INTERFACE
            COMPUTE_NET_ATTACH_INTERFACE_WITH_TAG COMPUTE_NET_VIF_MODEL_E1000
            COMPUTE_NET_VIF_MODEL_E1000E COMPUTE_NET_VIF_MODEL_NE2K_PCI
            COMPUTE_NET_VIF_MODEL_PCNET COMPUTE_NET_VIF_MODEL_RTL8139
            COMPUTE_NET_VIF_MODEL_VIRTIO COMPUTE_NODE COMPUTE_RESCUE_BFV
            COMPUTE_SOCKET_PCI_NUMA_AFFINITY COMPUTE_STORAGE_BUS_FDC COMPUTE_STORAGE_BUS_IDE
            COMPUTE_STORAGE_BUS_SATA COMPUTE_STORAGE_BUS_SCSI COMPUTE_STORAGE_BUS_USB
            COMPUTE_STORAGE_BUS_VIRTIO COMPUTE_TRUSTED_CERTS COMPUTE_VOLUME_ATTACH_WITH_TAG
            COMPUTE_VOLUME_EXTEND COMPUTE_VOLUME_MULTI_ATTACH HW_ARCH_X86_64
            """;

    private CandidacyView() {}

    /** The uuid of a provider, which is that of its compute node. */
    static String uuidOf(String provider) {
        return Draws.of(0, "placement", provider, "provider", 0).uuid();
    }

    /** Why a provider is no candidate, with the numbers; empty: it is one. */
    static Optional<String> refuses(
            World world, ResourceProvider provider, CandidateRequest request) {
        if (!request.inTree().isEmpty() && !request.inTree().equals(uuidOf(provider.name()))) {
            return Optional.of("another host is asked for");
        }
        Optional<ProviderMarks> marks = world.table(PlacementView.MARKS).find(provider.name());
        List<String> traits = marks.map(ProviderMarks::traits).orElse(List.of());
        for (String each : request.forbidden()) {
            if (traits.contains(each) || isReported(each)) {
                return Optional.of("it has the trait " + each);
            }
        }
        for (String each : request.required()) {
            if (!traits.contains(each) && !isReported(each)) {
                return Optional.of("it has not the trait " + each);
            }
        }
        List<String> aggregates = marks.map(ProviderMarks::aggregates).orElse(List.of());
        for (List<String> any : request.memberOf()) {
            if (any.stream().noneMatch(aggregates::contains)) {
                return Optional.of("it is in no aggregate of " + any);
            }
        }
        for (String each : request.notMemberOf()) {
            if (aggregates.contains(each)) {
                return Optional.of("it is in the aggregate " + each);
            }
        }
        String shortage = shortage(provider, request.resources());
        return shortage.isEmpty() ? Optional.empty() : Optional.of("no room: " + shortage);
    }

    private static boolean isReported(String trait) {
        int at = ALWAYS.indexOf(trait);
        int end = at + trait.length();
        return at >= 0 && (at == 0 || ALWAYS.charAt(at - 1) <= ' ') && ALWAYS.charAt(end) <= ' ';
    }

    private static String shortage(ResourceProvider provider, Map<String, Long> resources) {
        for (Map.Entry<String, Long> each : resources.entrySet()) {
            if (!PLAIN.contains(each.getKey())) {
                return each.getKey() + ": " + each.getValue() + " wanted, there is none";
            }
        }
        return provider.shortage(
                amount(resources, "VCPU"),
                amount(resources, "MEMORY_MB"),
                amount(resources, "DISK_GB"));
    }

    private static int amount(Map<String, Long> resources, String name) {
        return (int) Math.min(Integer.MAX_VALUE, resources.getOrDefault(name, 0L));
    }
}
