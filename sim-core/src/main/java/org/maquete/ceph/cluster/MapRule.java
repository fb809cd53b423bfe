package org.maquete.ceph.cluster;

import org.maquete.ceph.crush.CrushRule;
import org.maquete.world.Row;
import org.maquete.world.Sink;

/** A rule of the CRUSH map. */
public record MapRule(int id, CrushRule rule) implements Row {

    @Override
    public String key() {
        return rule.name();
    }

    @Override
    public void encode(Sink sink) {
        encode(rule, sink);
    }

    static void encode(CrushRule rule, Sink sink) {
        sink.number("rule", rule.id())
                .text("name", rule.name())
                .number("type", rule.type())
                .number("sizeMin", rule.sizeMin())
                .number("sizeMax", rule.sizeMax())
                .texts("steps", rule.steps().stream().map(String::valueOf).toList());
    }
}
