package org.maquete.vault;

import java.util.Optional;
import org.maquete.host.HostDied;
import org.maquete.host.HostView;
import org.maquete.host.ServiceDied;
import org.maquete.host.ServiceStarted;
import org.maquete.juju.JujuView;
import org.maquete.juju.StatusStale;
import org.maquete.kernel.Outcome;
import org.maquete.world.World;

/** What happens to the hosts and processes of services: one that stops forgets its master key. */
final class VaultProcess {

    private VaultProcess() {}

    static void hostDied(HostDied fact, World world, Outcome out) {
        on(fact.name(), world).ifPresent(server -> seal(server, out));
    }

    /** The process alone has stopped. */
    static void stopped(ServiceDied fact, World world, Outcome out) {
        if (fact.service().equals(VaultView.SERVICE) && HostView.isUp(world, fact.host())) {
            Optional<VaultServer> server = on(fact.host(), world);
            if (server.isPresent()) {
                seal(server.get(), out);
                Storage.look(server.get(), world, out);
            }
        }
    }

    static void started(ServiceStarted fact, World world, Outcome out) {
        if (fact.service().equals(VaultView.SERVICE)) {
            on(fact.host(), world)
                    .ifPresent(one -> out.command(new StatusStale(one.model(), one.unit())));
        }
    }

    private static void seal(VaultServer server, Outcome out) {
        if (server.initialized() && !server.sealed()) {
            out.fact(new VaultSealed(server.key()));
        }
    }

    /** The service whose unit runs on this host. */
    private static Optional<VaultServer> on(String host, World world) {
        for (VaultServer server : world.table(VaultView.SERVERS)) {
            boolean here =
                    VaultView.unit(world, server)
                            .map(unit -> JujuView.hostOf(world, unit).equals(host))
                            .orElse(false);
            if (here) {
                return Optional.of(server);
            }
        }
        return Optional.empty();
    }
}
