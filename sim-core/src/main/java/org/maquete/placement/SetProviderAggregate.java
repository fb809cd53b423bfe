package org.maquete.placement;

import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** {@code PUT /resource_providers/UUID/aggregates}: a provider joins or leaves an aggregate. */
public record SetProviderAggregate(String provider, String aggregate, boolean member)
        implements Command {

    @Override
    public Ref subject() {
        return new Ref("resource provider", provider);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("provider", provider).text("aggregate", aggregate).flag("member", member);
    }
}
