package org.maquete.ceph.status;

import java.util.List;

/**
 * What an OSD map says beside pools and OSDs.
 *
 * @param flags {@code noout} and the like, with those that are always set, in the order of {@link
 *     MapFlag}
 * @param ratios from where an OSD counts as full
 * @param profiles of erasure-coded pools, by name
 * @param blocklist addresses that may not write, with the time until when
 * @param crushVersion how often the CRUSH map changed
 */
public record MapSettings(
        List<MapFlag> flags,
        FullRatios ratios,
        List<EcProfile> profiles,
        List<Named> blocklist,
        int crushVersion) {

    public MapSettings {
        flags = flags.stream().distinct().sorted().toList();
        profiles = List.copyOf(profiles);
        blocklist = List.copyOf(blocklist);
    }

    /**
     * From where an OSD counts as full: single precision, as the real map has it.
     *
     * @param nearfull 0.85 by default
     * @param backfillfull 0.90 by default
     * @param full 0.95 by default
     */
    public record FullRatios(float nearfull, float backfillfull, float full) {

        /** As a new cluster has them: Ceph 16.2, mon_osd_*_ratio. */
        public static final FullRatios DEFAULT = new FullRatios(0.85f, 0.90f, 0.95f);
    }

    /**
     * How erasure-coded pools cut their objects.
     *
     * @param settings by name, ascending
     */
    public record EcProfile(String name, List<Named> settings) {

        public EcProfile {
            settings = List.copyOf(settings);
        }
    }
}
