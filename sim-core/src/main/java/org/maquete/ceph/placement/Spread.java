package org.maquete.ceph.placement;

import java.util.Optional;

/**
 * How shards are spread over the OSDs that should have some.
 *
 * @param osdCount OSDs that are in and that a rule reaches with a weight
 * @param mean shards an OSD
 * @param stddev of the shards
 * @param least the OSD with the fewest, of equals the first
 * @param most the OSD with the most
 * @param emptiest the OSD with the fewest for its weight
 * @param heaviest the OSD with the most for its weight
 * @param deviationStddev of the difference to what the weight asks for, in shards
 * @param fullest the OSD that will be the fullest, if sizes are known
 */
public record Spread(
        int osdCount,
        double mean,
        double stddev,
        Load least,
        Load most,
        Load emptiest,
        Load heaviest,
        double deviationStddev,
        Optional<Fullness> fullest) {

    /**
     * What an OSD has.
     *
     * @param target shards by its weight
     */
    public record Load(int osd, long shards, double target) {

        /** 1 for as many as its weight asks for. */
        public double ratio() {
            return target > 0 ? shards / target : 0;
        }
    }

    /** How full an OSD will be. */
    public record Fullness(int osd, long usedBytes, long bytes) {

        public double part() {
            return bytes > 0 ? (double) usedBytes / bytes : 0;
        }
    }
}
