package org.maquete.nova;

import java.util.List;
import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * A host aggregate has another name, other metadata or other hosts. Nova mirrors the hosts to
 * Placement, where the hypervisors' providers are members of an aggregate with the same uuid.
 *
 * @param metadata {@code key=value}
 */
public record AggregateChanged(String uuid, String name, List<String> metadata, List<String> hosts)
        implements Fact {

    public AggregateChanged {
        metadata = List.copyOf(metadata);
        hosts = List.copyOf(hosts);
    }

    @Override
    public Ref subject() {
        return new Ref("aggregate", name);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("uuid", uuid)
                .text("name", name)
                .texts("metadata", metadata)
                .texts("hosts", hosts);
    }
}
