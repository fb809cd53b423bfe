package org.maquete.guest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maquete.guest.NginxConfig.Backend;
import org.maquete.guest.NginxConfig.Upstream;
import org.maquete.kernel.SimTime;

/**
 * Which server of an upstream gets the next request: smooth weighted round robin as in
 * ngx_http_upstream_round_robin.c. Each server gains its weight in each turn, the one with the most
 * is chosen and loses the sum of all; so 3 to 1 gives a a b a, not a a a b. A server that failed
 * max_fails times is left out for fail_timeout, and then tried with one request.
 *
 * <p>NGINX counts in whole seconds and per worker; here there is one worker.
 */
final class Balancer {

    private final Site site;
    private final String seat;
    private final Upstream upstream;
    private final List<String> tried = new ArrayList<>();

    Balancer(Site site, String seat, Upstream upstream) {
        this.site = site;
        this.seat = seat;
        this.upstream = upstream;
    }

    private Peer peer(Backend backend) {
        return site.peer(seat + " " + upstream.name() + " " + backend.address())
                .orElseGet(() ->
                        new Peer(
                                -1,
                                seat,
                                upstream.name(),
                                backend.address(),
                                0,
                                backend.weight(),
                                0,
                                0,
                                0));
    }

    /** The next server that was not tried for this request; empty when none is left. */
    Optional<Backend> next(long nowNs) {
        if (upstream.backends().size() == 1) {
            // peers->single: it is never left out
            Backend only = upstream.backends().getFirst();
            return !only.isDown() && tried.isEmpty() ? Optional.of(tried(only)) : Optional.empty();
        }
        Backend best = null;
        Peer chosen = null;
        int total = 0;
        for (Backend each : upstream.backends()) {
            Peer peer = peer(each);
            if (each.isDown() || tried.contains(each.address()) || isOut(each, peer, nowNs)) {
                continue;
            }
            int effective = peer.effectiveWeight();
            total += effective;
            Peer grown =
                    with(
                            peer,
                            peer.currentWeight() + effective,
                            Math.min(each.weight(), effective + 1),
                            peer.fails());
            if (chosen == null || grown.currentWeight() > chosen.currentWeight()) {
                best = each;
                chosen = grown;
            }
            site.set(grown);
        }
        if (best == null || chosen == null) {
            return Optional.empty();
        }
        boolean isOver = nowNs - chosen.checkedNs() > best.failTimeoutS() * SimTime.SECOND;
        site.set(
                new Peer(
                        -1,
                        seat,
                        upstream.name(),
                        best.address(),
                        chosen.currentWeight() - total,
                        chosen.effectiveWeight(),
                        chosen.fails(),
                        chosen.accessedNs(),
                        isOver ? nowNs : chosen.checkedNs()));
        return Optional.of(tried(best));
    }

    private Backend tried(Backend backend) {
        tried.add(backend.address());
        return backend;
    }

    private static boolean isOut(Backend backend, Peer peer, long nowNs) {
        return backend.maxFails() > 0
                && peer.fails() >= backend.maxFails()
                && nowNs - peer.checkedNs() <= backend.failTimeoutS() * SimTime.SECOND;
    }

    /** It did not answer. */
    void failed(Backend backend, long nowNs) {
        if (upstream.backends().size() == 1) {
            return;
        }
        Peer peer = peer(backend);
        int loss = backend.maxFails() > 0 ? backend.weight() / backend.maxFails() : 0;
        site.set(
                new Peer(
                        -1,
                        seat,
                        upstream.name(),
                        backend.address(),
                        peer.currentWeight(),
                        Math.max(0, peer.effectiveWeight() - loss),
                        peer.fails() + 1,
                        nowNs,
                        nowNs));
    }

    /** It answered: its failures are forgotten if they were before its last trial. */
    void answered(Backend backend) {
        Peer peer = peer(backend);
        if (peer.fails() > 0 && peer.accessedNs() < peer.checkedNs()) {
            site.set(with(peer, peer.currentWeight(), peer.effectiveWeight(), 0));
        }
    }

    private static Peer with(Peer peer, int current, int effective, int fails) {
        return new Peer(
                -1,
                peer.seat(),
                peer.upstream(),
                peer.address(),
                current,
                effective,
                fails,
                peer.accessedNs(),
                peer.checkedNs());
    }
}
