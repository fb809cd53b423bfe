package org.maquete.keystone;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * Keystone has its database and its first administrator.
 *
 * @param application the application's key in Juju, {@code model name}
 */
public record KeystoneBootstrapped(String application, String adminPassword, long salt)
        implements Fact {

    @Override
    public Ref subject() {
        return new Ref("application", application);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("application", application)
                .text("adminPassword", adminPassword)
                .number("salt", salt);
    }
}
