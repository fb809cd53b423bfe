package org.maquete.ceph.status;

/**
 * What is known of an OSD beside what decides placement.
 *
 * @param isNew whether it never came up: {@code new} in the map
 * @param space what it reported last
 * @param life epochs of its life
 * @param past what the monitors remember of its failures
 * @param listening its four addresses
 */
public record OsdStatus(
        int id,
        String uuid,
        boolean isNew,
        Fullness fullness,
        Space space,
        Life life,
        Past past,
        Listening listening) {

    /**
     * Epochs of the OSD map: when it came up last, when it was last known to serve, when it went
     * down, the last interval that it ended cleanly.
     *
     * @param downSince in nanoseconds since 1970 (UTC); 0 when it never was
     */
    public record Life(
            int upFrom,
            int upThru,
            int downAt,
            int lostAt,
            int cleanBegin,
            int cleanEnd,
            long downSince) {}

    /**
     * What the monitors remember of its failures.
     *
     * @param laggyProbability how likely it is only slow when it is reported down
     * @param laggySeconds how long it then is
     * @param oldWeightFixed16 its reweight before it was marked out by itself
     * @param deadEpoch since when it is known to be dead
     * @param purgedSnapsScrub when it last looked for leftovers, in nanoseconds since 1970 (UTC)
     */
    public record Past(
            double laggyProbability,
            int laggySeconds,
            int oldWeightFixed16,
            long purgedSnapsScrub,
            int deadEpoch) {

        /** Nothing. */
        public static final Past NONE = new Past(0, 0, 0, 0, 0);
    }

    /** Where it listens, for clients, for other OSDs, and for heartbeats on both networks. */
    public record Listening(Endpoint open, Endpoint cluster, Endpoint back, Endpoint front) {

        /** It never ran. */
        public static final Listening NONE =
                new Listening(Endpoint.NONE, Endpoint.NONE, Endpoint.NONE, Endpoint.NONE);
    }
}
