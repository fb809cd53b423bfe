package org.maquete.juju;

import org.maquete.world.Row;
import org.maquete.world.Sink;

/**
 * A cloud that the operator's juju client knows.
 *
 * @param name {@code maas-one}; the natural key
 * @param type {@code maas}
 * @param endpoint its API's address
 * @param credential the name of the credential for it, or empty while there is none
 */
public record Cloud(int id, String name, String type, String endpoint, String credential)
        implements Row {

    @Override
    public String key() {
        return name;
    }

    @Override
    public void encode(Sink sink) {
        sink.text("name", name).text("type", type).text("endpoint", endpoint);
        sink.text("credential", credential);
    }
}
