package org.maquete.placement;

import java.util.List;
import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** A resource provider has other aggregates or traits. */
public record ProviderMarked(String provider, List<String> aggregates, List<String> traits)
        implements Fact {

    public ProviderMarked {
        aggregates = List.copyOf(aggregates);
        traits = List.copyOf(traits);
    }

    @Override
    public Ref subject() {
        return new Ref("resource provider", provider);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("provider", provider).texts("aggregates", aggregates).texts("traits", traits);
    }
}
