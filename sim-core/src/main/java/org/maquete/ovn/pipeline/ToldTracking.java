package org.maquete.ovn.pipeline;

/** Says what it was told, look-up by look-up, as ovn-trace's {@code --ct}; the last holds on. */
final class ToldTracking implements Tracking {

    private final int[] states;
    private int lookups;

    ToldTracking(int[] states) {
        this.states = states;
    }

    private int next() {
        int state = states[Math.min(lookups, states.length - 1)];
        lookups++;
        return state;
    }

    @Override
    public void track(String zone, long[] f) {
        f[Field.CT] = next();
    }

    /** What was known stays. */
    @Override
    public void trackMore(String zone, long[] f) {
        f[Field.CT] |= next();
    }

    /** Only if it was not looked up before. */
    @Override
    public void trackOnce(String zone, long[] f) {
        if ((f[Field.CT] & Ct.TRK) == 0) {
            f[Field.CT] |= next();
        }
    }

    @Override
    public void commit(String zone, long[] f) {}

    @Override
    public void toMember(String zone, long[] f, LbTable.Member member) {
        Field.set(f, Field.IP_DST, member.ip());
        if (member.port() != 0) {
            f[Field.DPORT] = member.port();
        }
        trackMore(zone, f);
    }

    @Override
    public void toLogical(String zone, long[] f, Ip logical) {
        Field.set(f, Field.IP_DST, logical);
        trackOnce(zone, f);
    }

    @Override
    public void toExternal(String zone, long[] f, Ip external) {
        Field.set(f, Field.IP_SRC, external);
        trackOnce(zone, f);
    }

    /** As ovn-trace, in which {@code chk_lb_hairpin_reply} is never true. */
    @Override
    public boolean isUndone(String zone, long[] f) {
        return false;
    }

    /** As ovn-trace, which leaves the ports. */
    @Override
    public void reset(long[] f) {}

    @Override
    public void cross(long[] f) {}

    @Override
    public void learn(String port, Ip ip, long mac) {}

    @Override
    public long learnt(String port, long hi, long lo) {
        return AddressIndex.NONE;
    }
}
