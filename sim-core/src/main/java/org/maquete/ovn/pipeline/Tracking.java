package org.maquete.ovn.pipeline;

/** Who answers when the pipeline asks conntrack. */
sealed interface Tracking permits ToldTracking, Conntrack {

    /** {@code ct_next}: the state of a packet's connection in a zone. */
    void track(String zone, long[] f);

    /** {@code ct_lb}: the same, and an established connection is translated as it was. */
    void trackMore(String zone, long[] f);

    /** {@code ct_snat}, {@code ct_dnat} of a router, which translate as {@code ct_lb} does. */
    void trackOnce(String zone, long[] f);

    /** {@code ct_commit}: the connection is remembered. */
    void commit(String zone, long[] f);

    /** Remembers a connection whose destination becomes another, and translates the packet. */
    void toMember(String zone, long[] f, LbTable.Member member);

    /** The same for a router's translation of a destination. */
    void toLogical(String zone, long[] f, Ip logical);

    /**
     * The same of a source; the port becomes another if the connection would look like one before.
     */
    void toExternal(String zone, long[] f, Ip external);

    /** Whether the packet answers a connection whose source became another; if so, it is undone. */
    boolean isUndone(String zone, long[] f);

    /** Makes the reset of a connection as it is sent. */
    void reset(long[] f);

    /** From one switch or router to the next. */
    void cross(long[] f);

    /** What a router's port was told. */
    void learn(String port, Ip ip, long mac);

    /** The MAC that a router's port was told, or none. */
    long learnt(String port, long hi, long lo);
}
