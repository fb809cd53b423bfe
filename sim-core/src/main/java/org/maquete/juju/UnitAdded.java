package org.maquete.juju;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * An application has one unit more.
 *
 * @param principal the unit beside which it lives, or empty
 * @param placement the item of {@code --to} that is for it, or empty
 */
public record UnitAdded(
        String model, String unit, String application, String principal, String placement)
        implements Fact {

    @Override
    public Ref subject() {
        return new Ref("unit", unit);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("model", model).text("unit", unit).text("application", application);
        sink.text("principal", principal).text("placement", placement);
    }
}
