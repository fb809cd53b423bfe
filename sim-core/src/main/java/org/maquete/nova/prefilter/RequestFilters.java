package org.maquete.nova.prefilter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.maquete.nova.scheduler.Host;
import org.maquete.nova.scheduler.RequestSpec;
import org.maquete.nova.scheduler.SchedulerOptions;

/**
 * The request filters in their order, and what comes out of them as the request to Placement: nova
 * yoga, scheduler/request_filter.py, and resources_from_request_spec of scheduler/utils.py.
 */
public final class RequestFilters {

    private static final String TENANT_KEY = "filter_tenant_id";
    private static final String DISABLED = "COMPUTE_STATUS_DISABLED";

    // os-traits 2.9.0: the names behind the prefixes that the filters put together
    private static final String BUSES = " FDC IDE LXC SATA SCSI UML USB VIRTIO XEN ";
    private static final String GRAPHICS = " BOCHS CIRRUS GOP NONE QXL VGA VIRTIO VMVGA XEN ";
    private static final String INTERFACES =
            " E1000 E1000E LAN9118 NE2K_PCI NETFRONT PCNET RTL8139 SPAPR_VLAN SRIOV VIRTIO VMXNET"
                    + " VMXNET3 ";
    private static final String ARCHITECTURES =
            " AARCH64 ALPHA ARMV6 ARMV7 ARMV7B CRIS I686 IA64 LM32 M68K MICROBLAZE MICROBLAZEEL"
                    + " MIPS MIPS64 MIPS64EL MIPSEL OPENRISC PARISC PARISC64 PPC PPC64 PPC64LE"
                    + " PPCEMB PPCLE S390 S390X SH4 SH4EB SPARC SPARC64 UNICORE32 X86_64 XTENSA"
                    + " XTENSAEB ";
    private static final String EMULATED = " AARCH64 MIPSEL PPC64LE RISCV64 S390X X86_64 ";
    private static final String FORMATS = " AKI AMI ARI ISO PLOOP QCOW2 RAW VDI VHD VHDX VMDK ";

    private final Asked asked;
    private final SchedulerOptions options;
    private final TreeSet<String> rootRequired = new TreeSet<>();
    private final List<List<String>> aggregates = new ArrayList<>();
    private final TreeSet<String> forbiddenAggregates = new TreeSet<>();

    private RequestFilters(Asked asked, SchedulerOptions options) {
        this.asked = asked;
        this.options = options;
    }

    /** What comes of a request. */
    public sealed interface Outcome {}

    /** Placement is asked for this. */
    public record Request(ResourceRequest request) implements Outcome {}

    /** Placement is not asked: what stands behind {@code No valid host was found. }. */
    public record Failed(String reason) implements Outcome {}

    /** Filters a request and makes the query of it. */
    public static Outcome process(Asked asked, SchedulerOptions options) {
        return new RequestFilters(asked, options).process();
    }

    private Outcome process() {
        if (!tenant()) {
            return new Failed("Scheduling failed: No hosts available for tenant");
        }
        zone();
        imageType();
        FlavorGroups flavor = FlavorGroups.of(asked);
        isolate(flavor);
        imageMetadata();
        if (!asked.flavorText("accel:device_profile").isEmpty()) {
            rootRequired.add("COMPUTE_ACCELERATORS");
        }
        return resources(flavor);
    }

    // ---- the filters

    /** require_tenant_aggregate; whether the project may go on. */
    private boolean tenant() {
        if (!options.truth("scheduler.limit_tenants_to_placement_aggregate")) {
            return true;
        }
        List<String> own = new ArrayList<>();
        for (Host.HostAggregate each : asked.aggregates()) {
            Map<String, String> metadata = each.metadata();
            boolean names = metadata.containsValue(asked.shape().project());
            if (names && metadata.keySet().stream().anyMatch(k -> k.startsWith(TENANT_KEY))) {
                own.add(each.uuid());
            }
        }
        if (!own.isEmpty()) {
            aggregates.add(own);
            return true;
        }
        return !options.truth("scheduler.placement_aggregate_required_for_tenants");
    }

    /** map_az_to_placement_aggregate; a zone without an aggregate asks for none. */
    private void zone() {
        String zone = asked.shape().wishes().zone();
        if (zone.isEmpty() || !options.truth("scheduler.query_placement_for_availability_zone")) {
            return;
        }
        List<String> uuids = new ArrayList<>();
        for (Host.HostAggregate each : asked.aggregates()) {
            if (zone.equals(each.metadata().get("availability_zone"))) {
                uuids.add(each.uuid());
            }
        }
        if (!uuids.isEmpty()) {
            aggregates.add(uuids);
        }
    }

    /** require_image_type_support. */
    private void imageType() {
        boolean applies =
                options.truth("scheduler.query_placement_for_image_type_support")
                        && !asked.bootsFromVolume();
        String format = asked.diskFormat().toUpperCase(Locale.ROOT);
        if (applies && has(FORMATS, format)) {
            rootRequired.add("COMPUTE_IMAGE_TYPE_" + format);
        }
    }

    /** isolate_aggregates: those that require a trait that the request does not. */
    private void isolate(FlavorGroups flavor) {
        if (!options.truth("scheduler.enable_isolated_aggregate_filtering")) {
            return;
        }
        TreeSet<String> required = flavor.requiredTraits();
        for (Host.HostAggregate each : asked.aggregates()) {
            for (Map.Entry<String, String> entry : each.metadata().entrySet()) {
                String key = entry.getKey();
                boolean wants = key.startsWith("trait:") && entry.getValue().equals("required");
                if (wants && !required.contains(key.substring("trait:".length()))) {
                    forbiddenAggregates.add(each.uuid());
                }
            }
        }
    }

    /** transform_image_metadata: one name that is no trait, and none is added. */
    private void imageMetadata() {
        if (!options.truth("scheduler.image_metadata_prefilter")) {
            return;
        }
        Map<String, String> known = asked.shape().image().properties();
        Map<String, String> prefixes = new LinkedHashMap<>();
        prefixes.put("hw_cdrom_bus", "COMPUTE_STORAGE_BUS" + BUSES);
        prefixes.put("hw_disk_bus", "COMPUTE_STORAGE_BUS" + BUSES);
        prefixes.put("hw_video_model", "COMPUTE_GRAPHICS_MODEL" + GRAPHICS);
        prefixes.put("hw_vif_model", "COMPUTE_NET_VIF_MODEL" + INTERFACES);
        prefixes.put("hw_architecture", "HW_ARCH" + ARCHITECTURES);
        prefixes.put("hw_emulation_architecture", "COMPUTE_ARCH" + EMULATED);
        List<String> traits = new ArrayList<>();
        for (Map.Entry<String, String> each : prefixes.entrySet()) {
            String value = known.get(each.getKey());
            if (value != null) {
                String name = spelled(value).replace('-', '_').toUpperCase(Locale.ROOT);
                int blank = each.getValue().indexOf(' ');
                if (!has(each.getValue().substring(blank), name)) {
                    return;
                }
                traits.add(each.getValue().substring(0, blank) + "_" + name);
            }
        }
        rootRequired.addAll(traits);
    }

    /** The models of interfaces had other names once: nova yoga, objects/fields.py, VIFModel. */
    private static String spelled(String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "virtuale1000" -> "e1000";
            case "virtuale1000e" -> "e1000e";
            case "virtualpcnet32" -> "pcnet";
            case "virtualsriovethernetcard" -> "sriov";
            case "virtualvmxnet" -> "vmxnet";
            case "virtualvmxnet3" -> "vmxnet3";
            default -> value;
        };
    }

    private static boolean has(String names, String name) {
        return names.contains(" " + name + " ");
    }

    // ---- the request

    private Outcome resources(FlavorGroups flavor) {
        int limit = options.whole("scheduler.max_placement_results");
        RequestSpec.Wishes wishes = asked.shape().wishes();
        String host = first(wishes.forceHosts());
        String node = first(wishes.forceNodes());
        if (wishes.destination().isPresent()) {
            RequestSpec.Destination destination = wishes.destination().get();
            host = destination.host().isEmpty() ? host : destination.host();
            node = destination.node().isEmpty() ? node : destination.node();
        }
        String inTree = "";
        if (!host.isEmpty() || !node.isEmpty()) {
            List<Asked.Node> nodes = nodes(host, node);
            if (nodes.isEmpty()) {
                return new Failed(
                        "No such host - host: " + orNone(host) + " node: " + orNone(node) + " ");
            }
            inTree = nodes.size() == 1 ? nodes.getFirst().uuid() : "";
            limit = nodes.size() == 1 ? limit : 0;
        }
        for (String hint : List.of("group", "same_host", "different_host")) {
            limit = asked.shape().hasHint(hint) ? 0 : limit;
        }
        SortedMap<String, ResourceRequest.Group> groups = groups(flavor, inTree);
        TreeSet<String> rootForbidden = new TreeSet<>(List.of(DISABLED));
        return new Request(
                new ResourceRequest(limit, flavor.policy(), rootRequired, rootForbidden, groups));
    }

    private SortedMap<String, ResourceRequest.Group> groups(FlavorGroups flavor, String inTree) {
        TreeMap<String, ResourceRequest.Group> groups = new TreeMap<>(flavor.groups());
        boolean placed =
                !aggregates.isEmpty() || !forbiddenAggregates.isEmpty() || !inTree.isEmpty();
        if (placed) {
            ResourceRequest.Group bare = groups.getOrDefault("", FlavorGroups.EMPTY);
            groups.put(
                    "",
                    new ResourceRequest.Group(
                            bare.resources(),
                            bare.required(),
                            bare.forbidden(),
                            aggregates,
                            forbiddenAggregates,
                            inTree));
        }
        return groups;
    }

    private List<Asked.Node> nodes(String host, String node) {
        List<Asked.Node> found = new ArrayList<>();
        for (Asked.Node each : asked.nodes()) {
            boolean here = host.isEmpty() || each.host().equals(host);
            if (here && (node.isEmpty() || each.name().equals(node))) {
                found.add(each);
            }
        }
        return found;
    }

    private static String first(List<String> names) {
        return names.isEmpty() ? "" : names.getFirst();
    }

    private static String orNone(String name) {
        return name.isEmpty() ? "None" : name;
    }
}
