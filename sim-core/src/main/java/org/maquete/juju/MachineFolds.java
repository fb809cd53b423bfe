package org.maquete.juju;

import java.util.List;
import java.util.function.UnaryOperator;
import org.maquete.world.Edits;
import org.maquete.world.World;

/** What facts change about machines and containers. */
final class MachineFolds {

    private MachineFolds() {}

    static void added(MachineAdded fact, long timeNs, Edits edits) {
        World world = edits.world();
        int slash = fact.machine().indexOf('/');
        int number =
                Integer.parseInt(fact.machine().substring(fact.machine().lastIndexOf('/') + 1));
        if (slash < 0) {
            edits.change(
                    JujuTables.MODELS,
                    fact.model(),
                    m -> m.withNextMachine(Math.max(m.nextMachine(), number + 1)));
        } else {
            change(
                    edits,
                    fact.model(),
                    fact.machine().substring(0, slash),
                    m -> m.withNextContainer(Math.max(m.nextContainer(), number + 1)));
        }
        edits.insert(
                JujuTables.MACHINES,
                new Machine(
                        world.table(JujuTables.MACHINES).nextId(),
                        fact.model(),
                        fact.machine(),
                        fact.base(),
                        new StatusInfo("pending", "", timeNs),
                        new StatusInfo("pending", "", timeNs),
                        "",
                        "",
                        List.of(),
                        fact.constraints(),
                        "",
                        "",
                        0));
    }

    static void instanceSet(InstanceStatusSet fact, long timeNs, Edits edits) {
        StatusInfo status = new StatusInfo(fact.current(), fact.message(), timeNs);
        change(edits, fact.model(), fact.machine(), m -> m.withInstance(status));
    }

    static void found(InstanceFound fact, long timeNs, Edits edits) {
        change(
                edits,
                fact.model(),
                fact.machine(),
                m ->
                        m.withIdentity(
                                fact.instanceId(), fact.hostname(), fact.hardware(), fact.zone()));
    }

    static void addressed(MachineAddressed fact, long timeNs, Edits edits) {
        change(edits, fact.model(), fact.machine(), m -> m.withAddresses(fact.addresses()));
    }

    static void agentChanged(MachineAgentChanged fact, long timeNs, Edits edits) {
        StatusInfo status = new StatusInfo(fact.current(), fact.message(), timeNs);
        change(edits, fact.model(), fact.machine(), m -> m.withAgent(status));
    }

    static void removed(MachineRemoved fact, long timeNs, Edits edits) {
        AbsenceFolds.forgetMachine(edits, fact.model(), fact.machine());
        edits.remove(
                JujuTables.MACHINES,
                edits.world().table(JujuTables.MACHINES).idOf(fact.model() + " " + fact.machine()));
    }

    private static void change(
            Edits edits, String model, String machine, UnaryOperator<Machine> how) {
        edits.change(JujuTables.MACHINES, model, machine, how);
    }
}
