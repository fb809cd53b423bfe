package org.maquete.lab;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.maquete.hardware.CutPower;
import org.maquete.hardware.RestorePower;
import org.maquete.kernel.Command;
import org.maquete.kernel.SimTime;
import org.maquete.kernel.Simulation;
import org.maquete.whatif.Branches;
import org.maquete.whatif.Disturbance;
import org.maquete.whatif.Moment;
import org.maquete.whatif.OperatorTask;
import org.maquete.whatif.OperatorTasks;
import org.maquete.whatif.ServiceState;
import org.maquete.whatif.Services;
import org.maquete.whatif.WhatIf;

/**
 * The 40 ways in which the five machines lose their power and get it back: each, each pair, all,
 * and all with each order of return of the four that carry something.
 */
final class PowerScenarios {

    private static final List<String> MACHINES =
            List.of("server1", "server2", "server3", "server4", "server5");

    /** The controller and the three machines with the members of the database and vault. */
    private static final List<String> CARRYING =
            List.of("server1", "server3", "server4", "server5");

    private static final long OFF_NS = SimTime.HOUR;
    private static final long GAP_NS = 5 * SimTime.MINUTE;

    private PowerScenarios() {}

    /**
     * Machines that lose their power at once and get it back an hour later.
     *
     * @param gapNs between the returns of one and the next
     */
    record Scenario(String name, List<String> off, List<String> back, long gapNs) {}

    /** What came of one. */
    record Result(Scenario scenario, Branches branches) {

        long digest() {
            return branches.disturbed().journal().digest();
        }

        /** What waits for an operator at the end. */
        List<OperatorTask> tasks() {
            List<Moment> moments = branches.moments();
            return OperatorTasks.of(moments.getLast().world(), moments.getFirst().world());
        }

        /** By service, three signs: before, during, after. */
        Map<String, String> signs() {
            Map<String, String> signs = new LinkedHashMap<>();
            for (Moment moment : branches.moments()) {
                for (ServiceState state : Services.of(moment.world())) {
                    signs.merge(state.application(), sign(state), String::concat);
                }
            }
            return signs;
        }

        private static String sign(ServiceState state) {
            return state.isWhole() ? "+" : state.isUp() ? "~" : "-";
        }
    }

    static List<Scenario> singlesAndPairs() {
        List<Scenario> all = new ArrayList<>();
        for (String one : MACHINES) {
            all.add(new Scenario(one, List.of(one), List.of(one), 0));
        }
        for (int i = 0; i < MACHINES.size(); i++) {
            for (int j = i + 1; j < MACHINES.size(); j++) {
                List<String> pair = List.of(MACHINES.get(i), MACHINES.get(j));
                all.add(new Scenario(String.join(" ", pair), pair, pair, 0));
            }
        }
        all.add(new Scenario("all", MACHINES, MACHINES, 0));
        return all;
    }

    static List<Scenario> ordersOfReturn() {
        List<Scenario> all = new ArrayList<>();
        permute(new ArrayList<>(), new ArrayList<>(CARRYING), all);
        return all;
    }

    private static void permute(List<String> head, List<String> rest, List<Scenario> all) {
        if (rest.isEmpty()) {
            List<String> back = new ArrayList<>(head);
            back.add("server2"); // it was off before
            all.add(new Scenario(String.join(" ", head), MACHINES, back, GAP_NS));
        }
        for (int i = 0; i < rest.size(); i++) {
            List<String> fewer = new ArrayList<>(rest);
            head.add(fewer.remove(i));
            permute(head, fewer, all);
            head.removeLast();
        }
    }

    /** Runs a scenario on a fork of {@code deployed}, which is left as it is. */
    static Result run(Simulation deployed, Scenario scenario) {
        List<Disturbance> disturbances = new ArrayList<>();
        List<Command> cuts = new ArrayList<>();
        scenario.off().forEach(machine -> cuts.add(new CutPower(machine)));
        disturbances.add(new Disturbance(deployed.now(), cuts, false));
        long backNs = deployed.now() + OFF_NS;
        for (String machine : scenario.back()) {
            disturbances.add(new Disturbance(backNs, List.of(new RestorePower(machine)), true));
            backNs += scenario.gapNs();
        }
        WhatIf.Question question = new WhatIf.Question(disturbances, OptionalLong.empty());
        WhatIf.Answered answered = (WhatIf.Answered) WhatIf.ask(deployed, question);
        return new Result(scenario, answered.branches());
    }
}
