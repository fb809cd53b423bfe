package org.maquete.keystone.client;

import java.util.Optional;
import org.maquete.kernel.Draws;

/** What the client prints about a service that it cannot talk to. */
public final class Reach {

    private static final String NO_IMAGE =
            """
            Failed to contact the endpoint at %s for discovery. Fallback to using that \
            endpoint as the base url.
            Failed to contact the endpoint at %s for discovery. Fallback to using that \
            endpoint as the base url.
            The image service for :%s exists but does not have any supported versions.\
            """;

    private Reach() {}

    /** Why a type of service cannot be used, or empty when it can. */
    static String problem(Cloud cloud, String type) {
        Optional<Endpoint> endpoint = cloud.endpoint(type);
        if (endpoint.isEmpty()) {
            String region = cloud.region().isEmpty() ? "" : cloud.region() + " region ";
            return "public endpoint for " + type + " service in " + region + "not found";
        }
        Endpoint at = endpoint.get();
        if (at.state() == Endpoint.State.UP) {
            return "";
        }
        if (type.equals("image")) {
            return NO_IMAGE.formatted(at.url(), at.url(), at.region());
        }
        String path =
                switch (type) {
                    case "network" -> "/v2.0/networks";
                    case "compute" -> "/v2.1/servers/detail";
                    case "placement" -> "/resource_providers";
                    default -> "/v3/" + cloud.project() + "/volumes/detail";
                };
        String url = (at.tls() ? "https://" : "http://") + at.authority() + path;
        return noConnection(url, at.authority(), path, error(at.state()));
    }

    /** The operating system's words for what a connection met. */
    public static String error(Endpoint.State state) {
        return state == Endpoint.State.NO_ROUTE
                ? "[Errno 113] No route to host"
                : "[Errno 111] Connection refused";
    }

    /**
     * keystoneauth's sentence about a connection that was not made.
     *
     * @param url the address asked
     * @param authority host and port
     * @param path the path of the address
     * @param error {@code [Errno 111] Connection refused}
     */
    public static String noConnection(String url, String authority, String path, String error) {
        boolean tls = url.startsWith("https");
        String type = tls ? "HTTPSConnection" : "HTTPConnection";
        // an object's place in the memory of the real client's process: any number will do
        String object = "0x7f" + Draws.of(0, "keystone", url, "object", 0).hex(9) + "0";
        return "Unable to establish connection to "
                + url
                + ": "
                + pool(authority, path, tls)
                + " (Caused by NewConnectionError('<urllib3.connection."
                + type
                + " object at "
                + object
                + ">: Failed to establish a new connection: "
                + error
                + "'))";
    }

    /** keystoneauth's sentence about a failed handshake. */
    public static String noTrust(String url, String authority, String path, String error) {
        return "SSL exception connecting to "
                + url
                + ": "
                + pool(authority, path, true)
                + " (Caused by SSLError("
                + error
                + "))";
    }

    private static String pool(String authority, String path, boolean tls) {
        int colon = authority.lastIndexOf(':');
        String host = colon < 0 ? authority : authority.substring(0, colon);
        String port = colon < 0 ? (tls ? "443" : "80") : authority.substring(colon + 1);
        return (tls ? "HTTPS" : "HTTP")
                + "ConnectionPool(host='"
                + host
                + "', port="
                + port
                + "): Max retries exceeded with url: "
                + path;
    }
}
