package org.maquete.juju;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** The client has a credential for a cloud. */
public record CredentialAdded(String cloud, String name) implements Fact {

    @Override
    public Ref subject() {
        return new Ref("cloud", cloud);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("cloud", cloud).text("name", name);
    }
}
