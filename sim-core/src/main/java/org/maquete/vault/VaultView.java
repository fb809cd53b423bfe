package org.maquete.vault;

import java.util.List;
import java.util.Optional;
import org.maquete.host.HostView;
import org.maquete.juju.JujuView;
import org.maquete.juju.Unit;
import org.maquete.juju.UnitHost;
import org.maquete.world.TableKey;
import org.maquete.world.World;

/** What others may know of Vault services. */
public final class VaultView {

    /** Services by model and unit. */
    public static final TableKey<VaultServer> SERVERS = TableKey.keyed("vault.server");

    /** Tokens by their secret. */
    public static final TableKey<VaultToken> TOKENS = TableKey.keyed("vault.token");

    /** What the operator's client remembers. */
    public static final TableKey<VaultLogin> LOGIN = TableKey.keyed("vault.login");

    /** Certificates by model and unit. */
    public static final TableKey<Certificate> CERTIFICATES = TableKey.keyed("vault.certificate");

    /** The name of Vault among the services of its host. */
    public static final String SERVICE = "vault";

    private VaultView() {}

    /** All services in order of installation. */
    public static List<VaultServer> servers(World world) {
        return world.table(SERVERS).stream().toList();
    }

    /** The service of a unit. */
    public static Optional<VaultServer> server(World world, Unit unit) {
        return world.table(SERVERS).find(unit.key());
    }

    /** The unit that runs a service. */
    public static Optional<Unit> unit(World world, VaultServer server) {
        return JujuView.unit(world, server.model(), server.unit());
    }

    /** The certificate that was signed for a unit, if any. */
    public static Optional<Certificate> certificate(World world, Unit unit) {
        return world.table(CERTIFICATES).find(unit.key());
    }

    /** Whether the process of a unit has been stopped while its host runs. */
    static boolean isStopped(World world, Unit unit) {
        return UnitHost.of(world, unit)
                .flatMap(host -> world.table(HostView.SERVICES).find(host, SERVICE))
                .filter(service -> !service.running())
                .isPresent();
    }

    /** The address at which a service listens, or empty. */
    public static String address(World world, VaultServer server) {
        return unit(world, server).map(Unit::address).orElse("");
    }

    /**
     * The other services of the same application on a storage of the same kind, which they share.
     */
    public static List<VaultServer> peers(World world, VaultServer server) {
        return world.table(SERVERS)
                .where(one ->
                        one.id() != server.id()
                                && isShared(one.key(), server.key())
                                && one.storage().equals(server.storage()));
    }

    private static boolean isShared(String one, String other) {
        int end = one.lastIndexOf('/');
        return end == other.lastIndexOf('/') && one.regionMatches(0, other, 0, end);
    }

    /**
     * Whether an open service is the one that answers, while the others stand by: of those that are
     * open the one that has been sealed least (the first unit among equals), in a raft if a
     * majority of those that were ever open is.
     */
    public static boolean isActive(World world, VaultServer server) {
        int voters = 1;
        int open = 1;
        boolean isFirst = true;
        for (VaultServer peer : peers(world, server)) {
            boolean isOpen = peer.initialized() && !peer.sealed();
            voters += isOpen || peer.sealings() > 0 ? 1 : 0;
            open += isOpen ? 1 : 0;
            boolean isBefore =
                    peer.sealings() < server.sealings()
                            || peer.sealings() == server.sealings()
                                    && JujuView.NATURAL.compare(peer.unit(), server.unit()) < 0;
            isFirst &= !isOpen || !isBefore;
        }
        return isFirst && (open > voters / 2 || !server.storage().equals("raft"));
    }

    /** Whether a token of a service, or of one that shares its storage, is valid at an instant. */
    public static boolean isValid(World world, VaultServer server, String token, long nowNs) {
        return world.table(TOKENS)
                .find(token)
                .filter(one -> isShared(one.server(), server.key()) && nowNs < one.expiresNs())
                .isPresent();
    }

    /** The tokens of a service in order of creation, the root token first. */
    public static List<VaultToken> tokens(World world, VaultServer server) {
        return world.table(TOKENS).where(token -> token.server().equals(server.key()));
    }
}
