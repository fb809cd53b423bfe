package org.maquete.vault;

import org.maquete.kernel.EventId;
import org.maquete.world.Row;
import org.maquete.world.Sink;

/**
 * A certificate that the authority has signed for a unit.
 *
 * @param unit the unit that presents it; the natural key is {@code model unit} with a blank
 * @param server the key of the service that signed it
 * @param expiresNs when it stops being valid
 * @param expired whether that is over
 * @param expiry the event at that time
 */
public record Certificate(
        int id,
        String model,
        String unit,
        String server,
        long expiresNs,
        boolean expired,
        EventId expiry)
        implements Row {

    @Override
    public String key() {
        return model + " " + unit;
    }

    @Override
    public void encode(Sink sink) {
        sink.text("model", model).text("unit", unit).text("server", server);
        sink.number("expiresNs", expiresNs).flag("expired", expired);
    }
}
