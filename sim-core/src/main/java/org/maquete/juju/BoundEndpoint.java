package org.maquete.juju;

import org.maquete.world.Row;
import org.maquete.world.Sink;

/**
 * An endpoint of an application of which not all are bound to {@code alpha}.
 *
 * @param model the model's key
 * @param endpoint empty for the default of the application; the natural key is model, application
 *     and endpoint with blanks between them
 */
public record BoundEndpoint(int id, String model, String application, String endpoint, String space)
        implements Row {

    @Override
    public String key() {
        return model + " " + application + " " + endpoint;
    }

    @Override
    public void encode(Sink sink) {
        sink.text("model", model).text("application", application);
        sink.text("endpoint", endpoint).text("space", space);
    }
}
