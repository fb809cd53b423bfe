package org.maquete.juju;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** Two endpoints are related, or an application came with a peer relation. */
public record RelationAdded(
        String model,
        int number,
        String provider,
        String requirer,
        String interfaceName,
        boolean peer,
        boolean container)
        implements Fact {

    @Override
    public Ref subject() {
        return new Ref("relation", provider + " " + requirer);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("model", model).number("number", number).text("provider", provider);
        sink.text("requirer", requirer).text("interfaceName", interfaceName).flag("peer", peer);
        sink.flag("container", container);
    }
}
