package org.maquete.juju;

import org.maquete.kernel.Ref;
import org.maquete.kernel.Refusal;

/** The server's words for what is not there, with what was missed. */
final class JujuRefusal {

    static final String NOT_FOUND = "not found";
    static final String NOT_VALID = "not valid";
    static final String ALREADY_EXISTS = "already exists";

    private JujuRefusal() {}

    static Refusal application(String name) {
        return notFound("application", name);
    }

    static Refusal machine(String name) {
        return Refusal.missing(NOT_FOUND, "machine " + name + " not found", "machine", name);
    }

    static Refusal unit(String name) {
        return notFound("unit", name);
    }

    static Refusal model(String key) {
        return notFound("model", key.substring(key.indexOf(':') + 1));
    }

    static Refusal invalid(String message) {
        return Refusal.of(NOT_VALID, message);
    }

    /** Refuses for the sake of {@code charm}. */
    static Refusal charm(String message, String charm) {
        return new Refusal(NOT_FOUND, "", message, new Ref("charm", charm));
    }

    static String quote(String text) {
        return "\"" + text + "\"";
    }

    private static Refusal notFound(String kind, String name) {
        return Refusal.missing(NOT_FOUND, kind + " " + quote(name) + " not found", kind, name);
    }
}
