package org.maquete.juju;

import java.util.Map;
import java.util.TreeMap;
import org.maquete.kernel.Outcome;
import org.maquete.world.World;

/**
 * Units that may find something changed when others go or come back: their peers, and whoever is
 * related to them. The real update-status runs every five minutes whether or not; here it is an
 * event where it may matter, and this is one of these times.
 */
final class Bystanders {

    private Bystanders() {}

    static void absent(AgentAbsent fact, World world, Outcome out) {
        if (!fact.returning() && Truth.answers(world, fact.model())) {
            look(fact.model(), fact.machine(), world, out);
        }
    }

    static void connected(AgentConnected fact, World world, Outcome out) {
        look(fact.model(), fact.machine(), world, out);
    }

    private static void look(String model, String machine, World world, Outcome out) {
        Map<String, Unit> bystanders = new TreeMap<>();
        JujuView.machine(world, model, machine)
                .ifPresent(m -> {
                    for (Unit unit : JujuView.unitsOn(world, m)) {
                        for (Relation relation :
                                JujuView.relations(world, model, unit.application())) {
                            add(relation.other(unit.application()), m, world, bystanders);
                        }
                    }
                });
        bystanders.values().forEach(unit -> HookHandler.planUpdate(unit, out));
    }

    private static void add(
            String application, Machine gone, World world, Map<String, Unit> bystanders) {
        for (Unit unit : JujuView.units(world, gone.model(), application)) {
            if (!unit.machine().equals(gone.name()) && !Truth.isAbsent(world, unit)) {
                bystanders.put(unit.key(), unit);
            }
        }
    }
}
