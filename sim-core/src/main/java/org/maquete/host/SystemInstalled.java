package org.maquete.host;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** A host has a system that can be booted. */
public record SystemInstalled(String name, HostKind kind, String parent) implements Fact {

    @Override
    public Ref subject() {
        return new Ref("host", name);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("name", name).text("kind", kind.name()).text("parent", parent);
    }
}
