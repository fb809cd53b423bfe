package org.maquete.nova.scheduler;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The image properties that Nova knows: it maps their old names to the present ones, keeps no
 * other, and has one spelling for each architecture, hypervisor type and mode.
 */
public final class ImageProperties {

    // Names: nova 26.2.2, objects/image_meta.py, ImageMetaProps.fields
    private static final String TRUTHS =
            "hw_boot_menu hw_ephemeral_encryption hw_ipxe_boot hw_locked_memory hw_mem_encryption"
                    + " hw_pmu hw_qemu_guest_agent hw_time_hpet hw_vif_multiqueue_enabled"
                    + " img_bdm_v2 img_bittorrent img_cache_in_nova img_hide_hypervisor_id"
                    + " img_linked_clone img_use_agent os_require_quiesce"
                    + " os_skip_agent_inject_files_at_boot os_skip_agent_inject_ssh";

    private static final String OTHERS =
            "hw_cpu_cores hw_cpu_max_cores hw_cpu_max_sockets hw_cpu_max_threads hw_cpu_sockets"
                    + " hw_cpu_threads hw_device_id hw_numa_nodes hw_serial_port_count hw_video_ram"
                    + " img_compression_level img_version hw_architecture hw_auto_disk_config"
                    + " hw_cdrom_bus hw_cpu_policy hw_cpu_realtime_mask hw_cpu_thread_policy"
                    + " hw_disk_bus hw_disk_type hw_emulation_architecture"
                    + " hw_ephemeral_encryption_format hw_firmware_type hw_floppy_bus hw_input_bus"
                    + " hw_machine_type hw_mem_page_size hw_pci_numa_affinity_policy"
                    + " hw_pointer_model hw_rescue_bus hw_rescue_device hw_rng_model"
                    + " hw_scsi_model hw_tpm_model hw_tpm_version hw_video_model hw_vif_model"
                    + " hw_viommu_model hw_vm_mode hw_watchdog_action img_config_drive"
                    + " img_hv_requested_version img_hv_type img_owner_id img_root_device_name"
                    + " img_signature img_signature_certificate_uuid img_signature_hash_method"
                    + " img_signature_key_type os_admin_user os_command_line os_distro"
                    + " os_secure_boot os_type";

    private static final String OLD_NAMES =
            "architecture hw_architecture owner_id img_owner_id vmware_disktype hw_disk_type"
                    + " vmware_image_version img_version vmware_ostype os_distro auto_disk_config"
                    + " hw_auto_disk_config ipxe_boot hw_ipxe_boot xenapi_device_id hw_device_id"
                    + " xenapi_image_compression_level img_compression_level vmware_linked_clone"
                    + " img_linked_clone xenapi_use_agent img_use_agent"
                    + " xenapi_skip_agent_inject_ssh os_skip_agent_inject_ssh"
                    + " xenapi_skip_agent_inject_files_at_boot os_skip_agent_inject_files_at_boot"
                    + " cache_in_nova img_cache_in_nova vm_mode hw_vm_mode bittorrent"
                    + " img_bittorrent bdm_v2 img_bdm_v2 root_device_name img_root_device_name"
                    + " hypervisor_version_requires img_hv_requested_version hypervisor_type"
                    + " img_hv_type";

    private static final String ARCHITECTURES =
            "alpha armv6 armv7l armv7b aarch64 cris i686 ia64 lm32 m68k microblaze microblazeel"
                    + " mips mipsel mips64 mips64el openrisc parisc parisc64 ppc ppcle ppc64"
                    + " ppc64le ppcemb s390 s390x sh4 sh4eb sparc sparc64 unicore32 x86_64 xtensa"
                    + " xtensaeb";

    private static final String HYPERVISORS =
            "baremetal bhyve docker fake hyperv ironic kqemu kvm lxc lxd openvz parallels phyp"
                    + " qemu test uml vbox vz vmware xen zvm prsm";

    private ImageProperties() {}

    /** The properties that Nova keeps of those that Glance has. */
    public static Map<String, String> known(Map<String, String> glance) {
        Set<String> truths = words(TRUTHS);
        Set<String> all = words(OTHERS);
        all.addAll(truths);
        TreeMap<String, String> known = new TreeMap<>();
        List<String> old = List.of(OLD_NAMES.split(" "));
        for (int i = 0; i < old.size(); i += 2) {
            String value = glance.get(old.get(i));
            if (value != null) {
                known.put(old.get(i + 1), value);
            }
        }
        String adapter = glance.getOrDefault("vmware_adaptertype", "");
        if (!adapter.isEmpty()) {
            known.put("hw_disk_bus", adapter.equals("ide") ? "ide" : "scsi");
            if (!adapter.equals("ide")) {
                known.put("hw_scsi_model", adapter);
            }
        }
        for (Map.Entry<String, String> each : glance.entrySet()) {
            if (all.contains(each.getKey())) {
                known.put(each.getKey(), each.getValue());
            }
        }
        known.replaceAll(
                (name, value) -> truths.contains(name) ? truth(value) : spelt(name, value));
        return known;
    }

    private static String truth(String value) {
        boolean yes =
                List.of("1", "t", "true", "on", "y", "yes")
                        .contains(value.strip().toLowerCase(Locale.ROOT));
        return yes ? "True" : "False";
    }

    private static String spelt(String name, String value) {
        return switch (name) {
            case "hw_architecture", "hw_emulation_architecture" -> architecture(value);
            case "img_hv_type" -> hypervisor(value);
            case "hw_vm_mode" -> mode(value);
            default -> value;
        };
    }

    /** The one spelling of an architecture; the empty text stays. */
    static String architecture(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        String one =
                switch (lower) {
                    case "i386", "i486", "i586", "x86_32", "x86_32p" -> "i686";
                    case "amd64" -> "x86_64";
                    default -> lower;
                };
        return checked(one, ARCHITECTURES, "InvalidArchitectureName");
    }

    /** The one spelling of a hypervisor type. */
    static String hypervisor(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        String one = lower.equals("xapi") ? "xen" : lower;
        return checked(one, HYPERVISORS, "InvalidHypervisorVirtType");
    }

    /** The one spelling of a mode. */
    static String mode(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        String one =
                switch (lower) {
                    case "pv" -> "xen";
                    case "hv", "baremetal" -> "hvm";
                    default -> lower;
                };
        return checked(one, "hvm xen uml exe", "InvalidVirtualMachineMode");
    }

    private static String checked(String name, String all, String error) {
        if (!name.isEmpty() && !words(all).contains(name)) {
            throw new SchedulingError(error, name);
        }
        return name;
    }

    private static Set<String> words(String words) {
        return new LinkedHashSet<>(List.of(words.split(" ")));
    }
}
