package org.maquete.keystone;

import org.maquete.world.Row;
import org.maquete.world.Sink;

/**
 * What one keystone application has made for itself when it first became active.
 *
 * @param application the application's key in Juju, {@code model name}
 * @param adminPassword the password of {@code admin}, as the charm drew it
 * @param salt from which ids are drawn that only a person sees: of services, endpoints and requests
 */
public record Keystone(int id, String application, String adminPassword, long salt) implements Row {

    @Override
    public String key() {
        return application;
    }

    @Override
    public void encode(Sink sink) {
        sink.text("application", application)
                .text("adminPassword", adminPassword)
                .number("salt", salt);
    }
}
