package org.maquete.kernel;

import org.maquete.world.Sink;

/**
 * Why a server did not do what a command asked, in its own words. The tool that carried the command
 * prints it in its own form.
 *
 * @param code the server's code: {@code not found}, {@code 409}
 * @param type the server's error type, or the empty text
 * @param message the message, word for word
 * @param missed the thing that was looked for and not there, or {@link Ref#NONE}
 */
public record Refusal(String code, String type, String message, Ref missed) {

    /** A refusal that missed nothing in particular. */
    public static Refusal of(String code, String message) {
        return new Refusal(code, "", message, Ref.NONE);
    }

    /** A refusal because something is not there. */
    public static Refusal missing(String code, String message, String kind, String name) {
        return new Refusal(code, "", message, new Ref(kind, name));
    }

    /** The same because this is not there. */
    public Refusal missing(Ref what) {
        return new Refusal(code, type, message, what);
    }

    /** Writes every component, in order. */
    public void encode(Sink sink) {
        sink.text("code", code).text("type", type).text("message", message);
        sink.text("missedKind", missed.kind()).text("missedName", missed.name());
    }
}
