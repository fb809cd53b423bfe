package org.maquete.placement;

import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** {@code PUT /resource_providers/UUID/traits}: a provider gets or loses a trait. */
public record SetProviderTrait(String provider, String trait, boolean present) implements Command {

    @Override
    public Ref subject() {
        return new Ref("resource provider", provider);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("provider", provider).text("trait", trait).flag("present", present);
    }
}
