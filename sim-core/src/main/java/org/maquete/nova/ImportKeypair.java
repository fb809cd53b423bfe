package org.maquete.nova;

import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * {@code openstack keypair create}, with a public key or with one that Nova makes.
 *
 * @param publicKey the key, or empty: Nova makes a pair
 */
public record ImportKeypair(String user, String name, String publicKey) implements Command {

    @Override
    public Ref subject() {
        return new Ref("keypair", name);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("user", user).text("name", name).text("publicKey", publicKey);
    }
}
