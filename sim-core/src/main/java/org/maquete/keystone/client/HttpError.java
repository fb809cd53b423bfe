package org.maquete.keystone.client;

import org.maquete.kernel.Refusal;

/** The forms in which the client's libraries print an answer of a service that is no success. */
public final class HttpError {

    private HttpError() {}

    /** novaclient, cinderclient and keystoneclient. */
    public static String novaclient(Refusal refusal, Line line) {
        return "%s (HTTP %s) (Request-ID: %s)"
                .formatted(refusal.message(), refusal.code(), line.requestId());
    }

    /** The same, from a client that does not print the number of the request. */
    public static String plain(Refusal refusal) {
        return "%s (HTTP %s)".formatted(refusal.message(), refusal.code());
    }

    /**
     * openstacksdk.
     *
     * @param url the address that was asked
     */
    public static String sdk(Refusal refusal, String url) {
        String side = refusal.code().startsWith("5") ? "Server" : "Client";
        return "%s: %s: %s Error for url: %s, %s"
                .formatted(type(refusal), refusal.code(), side, url, refusal.message());
    }

    /** openstacksdk below the commands that also know nova-network. */
    public static String networkAndCompute(Refusal refusal) {
        return "Error while executing command: %s: %s, %s"
                .formatted(type(refusal), refusal.code(), refusal.message());
    }

    private static String type(Refusal refusal) {
        return switch (refusal.code()) {
            case "400" -> "BadRequestException";
            case "404" -> "ResourceNotFound";
            case "409" -> "ConflictException";
            default -> "HttpException";
        };
    }
}
