package org.maquete.vault;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.maquete.juju.JujuTables;
import org.maquete.juju.Machine;
import org.maquete.juju.Unit;
import org.maquete.juju.UnitHost;
import org.maquete.kernel.Ref;
import org.maquete.tool.Session;
import org.maquete.world.World;

/** Where the client connects to, and what answers there. */
sealed interface VaultAddress {

    /** A service answers. */
    record Reached(VaultServer server, String url) implements VaultAddress {}

    /**
     * Nothing answers.
     *
     * @param url the beginning of the URL
     * @param error what Go's HTTP client says after the request
     * @param missed what is not there, or {@link Ref#NONE}
     */
    record Unreachable(String url, String error, Ref missed) implements VaultAddress {}

    /** The address in {@code VAULT_ADDR}, or the client's default, tried out. */
    static VaultAddress of(Session session, World world) {
        String typed = session.variable("VAULT_ADDR");
        // https://127.0.0.1:8200: vault 1.8 api/client.go DefaultConfig
        String url = typed.isEmpty() ? "https://127.0.0.1:8200" : typed.replaceAll("/+$", "");
        Matcher parts = Pattern.compile("(https?)://([^:/]+)(:[0-9]+)?").matcher(url);
        if (!parts.matches()) {
            return new Unreachable(url, "unsupported protocol scheme \"\"", Ref.NONE);
        }
        String host = parts.group(2);
        String port = parts.group(3);
        boolean https = parts.group(1).equals("https");
        String dialled = host + (port != null ? port : https ? ":443" : ":80");
        Optional<VaultServer> server =
                dialled.endsWith(":8200") ? at(host, world) : Optional.empty();
        if (server.isEmpty()) {
            String why = isSomebody(host, world) ? "connection refused" : "no route to host";
            Ref missed =
                    VaultView.servers(world).isEmpty() ? new Ref("application", "vault") : Ref.NONE;
            return new Unreachable(url, "dial tcp " + dialled + ": connect: " + why, missed);
        }
        return https
                ? new Unreachable(url, "http: server gave HTTP response to HTTPS client", Ref.NONE)
                : new Reached(server.get(), url);
    }

    private static Optional<VaultServer> at(String host, World world) {
        for (VaultServer server : VaultView.servers(world)) {
            Optional<Unit> unit = VaultView.unit(world, server);
            if (unit.isPresent()
                    && unit.get().address().equals(host)
                    && !UnitHost.isDown(world, unit.get())
                    && !VaultView.isStopped(world, unit.get())) {
                return Optional.of(server);
            }
        }
        return Optional.empty();
    }

    /** Whether any machine has the address, so that it refuses instead of not answering at all. */
    private static boolean isSomebody(String host, World world) {
        if (host.startsWith("127.") || host.equals("localhost")) {
            return true;
        }
        for (Machine machine : world.table(JujuTables.MACHINES)) {
            if (machine.addresses().contains(host)) {
                return true;
            }
        }
        return false;
    }
}
