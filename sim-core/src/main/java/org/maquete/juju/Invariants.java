package org.maquete.juju;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.maquete.world.World;

/** What always holds in Juju's tables. */
final class Invariants {

    private Invariants() {}

    /** Relations name their scopes, and these say whether their unit is ready: nobody searches. */
    static List<String> scopesAreNamed(World world) {
        TreeMap<String, String> named = new TreeMap<>();
        for (Relation relation : world.table(JujuTables.RELATIONS)) {
            relation.scopes().stream().forEach(id -> named.put("" + id, relation.key()));
        }
        List<String> wrong = new ArrayList<>();
        for (RelationUnit scope : world.table(JujuTables.RELATION_UNITS)) {
            String relation = scope.model() + " " + scope.relation();
            if (!relation.equals(named.remove("" + scope.id()))) {
                wrong.add(relation + " does not name the scope " + scope.key());
            }
            int said = world.table(JujuTables.RELATION_VALUES).idOf(scope.key(), Charm.READY);
            if (scope.ready() != (said >= 0)) {
                wrong.add(scope.key() + " does not know whether it is ready");
            }
        }
        named.forEach((id, by) -> wrong.add(by + " names scope " + id + ", which is not there"));
        return wrong;
    }

    static List<String> machinesExist(World world) {
        List<String> wrong = new ArrayList<>();
        for (Unit unit : world.table(JujuTables.UNITS)) {
            if (!unit.machine().isEmpty()
                    && JujuView.machine(world, unit.model(), unit.machine()).isEmpty()) {
                wrong.add(unit.key() + " is on machine " + unit.machine() + ", which is not there");
            }
        }
        return wrong;
    }

    static List<String> oneLeader(World world) {
        TreeMap<String, String> leaders = new TreeMap<>();
        List<String> wrong = new ArrayList<>();
        for (Unit unit : world.table(JujuTables.UNITS)) {
            String application = unit.model() + " " + unit.application();
            if (unit.leader()) {
                String other = leaders.put(application, unit.name());
                if (other != null) {
                    wrong.add(other + " and " + unit.name() + " both lead");
                }
            }
        }
        return wrong;
    }

    static List<String> oneHookPerMachine(World world) {
        TreeMap<String, String> running = new TreeMap<>();
        List<String> wrong = new ArrayList<>();
        for (Unit unit : world.table(JujuTables.UNITS)) {
            if (unit.isInHook()) {
                String other = running.put(unit.model() + " " + unit.machine(), unit.name());
                if (other != null) {
                    wrong.add(other + " and " + unit.name() + " both hold the machine's lock");
                }
            }
        }
        return wrong;
    }

    static List<String> executingInHook(World world) {
        List<String> wrong = new ArrayList<>();
        for (Unit unit : world.table(JujuTables.UNITS)) {
            if (unit.isInHook() && !unit.agent().current().equals("executing")) {
                wrong.add(unit.key() + " runs a hook and its agent is " + unit.agent().current());
            }
        }
        return wrong;
    }

    /** A unit with work on a machine that runs and has a free lock would run its hook. */
    static List<String> nobodyForgotten(World world) {
        List<String> wrong = new ArrayList<>();
        for (Machine machine : world.table(JujuTables.MACHINES)) {
            List<Unit> here = JujuView.unitsOn(world, machine);
            boolean canRun =
                    machine.agent().current().equals("started")
                            && !Truth.isDown(world, machine.hostname())
                            && !Truth.isAbsent(world, machine)
                            && here.stream().noneMatch(Unit::isInHook);
            for (Unit unit : here) {
                if (canRun
                        && HookHandler.hasHook(unit, world)
                        && !HookErrors.isStopped(unit, world)
                        && !unit.agent().current().equals("lost")) {
                    wrong.add(unit.key() + " has hooks to run and a free machine");
                }
            }
        }
        return wrong;
    }
}
