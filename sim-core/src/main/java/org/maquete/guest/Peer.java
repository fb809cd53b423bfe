package org.maquete.guest;

import org.maquete.world.Row;
import org.maquete.world.Sink;

/**
 * What a worker of NGINX remembers of a server of an upstream: ngx_http_upstream_rr_peer_t.
 *
 * @param seat where NGINX runs
 * @param address as written in the configuration
 */
record Peer(
        int id,
        String seat,
        String upstream,
        String address,
        int currentWeight,
        int effectiveWeight,
        int fails,
        long accessedNs,
        long checkedNs)
        implements Row {

    Peer numbered(int number) {
        return new Peer(
                number,
                seat,
                upstream,
                address,
                currentWeight,
                effectiveWeight,
                fails,
                accessedNs,
                checkedNs);
    }

    @Override
    public String key() {
        return seat + " " + upstream + " " + address;
    }

    @Override
    public void encode(Sink sink) {
        sink.text("seat", seat)
                .text("upstream", upstream)
                .text("address", address)
                .number("currentWeight", currentWeight)
                .number("effectiveWeight", effectiveWeight)
                .number("fails", fails)
                .number("accessedNs", accessedNs)
                .number("checkedNs", checkedNs);
    }
}
