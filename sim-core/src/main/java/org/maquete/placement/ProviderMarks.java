package org.maquete.placement;

import java.util.List;
import org.maquete.world.Row;
import org.maquete.world.Sink;

/**
 * What has been said of a resource provider beside its inventory; for one of which nothing has been
 * said is no row.
 *
 * @param provider the hypervisor's host name
 * @param aggregates the uuids of those that it is a member of
 * @param traits those beside the ones that its nova-compute always reports
 */
public record ProviderMarks(int id, String provider, List<String> aggregates, List<String> traits)
        implements Row {

    public ProviderMarks {
        aggregates = List.copyOf(aggregates);
        traits = List.copyOf(traits);
    }

    @Override
    public String key() {
        return provider;
    }

    @Override
    public void encode(Sink sink) {
        sink.text("provider", provider).texts("aggregates", aggregates).texts("traits", traits);
    }
}
