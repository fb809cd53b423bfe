package org.maquete.juju;

import java.util.List;
import org.maquete.world.Row;
import org.maquete.world.Sink;

/**
 * What a unit last said before its agent was lost: Juju keeps it and shows it again when the agent
 * is back.
 *
 * @param waitsFor what that status waited for
 */
record LostUnit(int id, String model, String unit, StatusInfo workload, List<String> waitsFor)
        implements Row {

    LostUnit {
        waitsFor = List.copyOf(waitsFor);
    }

    @Override
    public String key() {
        return model + " " + unit;
    }

    @Override
    public void encode(Sink sink) {
        sink.text("model", model).text("unit", unit);
        workload.encode("workload", sink);
        sink.texts("waitsFor", waitsFor);
    }
}
