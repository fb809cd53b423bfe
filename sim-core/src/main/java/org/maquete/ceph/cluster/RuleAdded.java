package org.maquete.ceph.cluster;

import org.maquete.ceph.crush.CrushRule;
import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** The CRUSH map has a further rule. */
public record RuleAdded(CrushRule rule) implements Fact {

    @Override
    public Ref subject() {
        return new Ref("rule", rule.name());
    }

    @Override
    public void encode(Sink sink) {
        MapRule.encode(rule, sink);
    }
}
