package org.maquete.whatif;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import org.maquete.kernel.Command;
import org.maquete.kernel.Origin;
import org.maquete.kernel.Refusal;
import org.maquete.kernel.Reply;
import org.maquete.kernel.SimTime;
import org.maquete.kernel.Simulation;

/** Branches a run, disturbs one branch, and brings both to the same later instant. */
public final class WhatIf {

    /** How long both branches go on after the last of them has settled: DESIGN 2.1. */
    public static final long AFTER_SETTLED_NS = 30 * SimTime.MINUTE;

    /** The longest that a branch may take to settle: GUESS, a week. */
    public static final long SETTLE_NS_MAX = 7 * 24 * SimTime.HOUR;

    /**
     * What to do and how long to watch.
     *
     * @param disturbances what is done to one branch, in order of time
     * @param watchNs how long both run on from the fork; empty: until settled after the last
     *     disturbance, and 30 minutes more
     */
    public record Question(List<Disturbance> disturbances, OptionalLong watchNs) {

        public Question {
            List<Disturbance> inOrder = new ArrayList<>(disturbances);
            inOrder.sort(Comparator.comparingLong(Disturbance::timeNs)); // stable
            disturbances = List.copyOf(inOrder);
        }

        /** The same commands at once. */
        public static Question atOnce(List<Command> commands, long timeNs, OptionalLong watchNs) {
            return new Question(List.of(new Disturbance(timeNs, commands, false)), watchNs);
        }
    }

    /** What came of a question. */
    public sealed interface Outcome {}

    /** Both branches have been run. */
    public record Answered(Branches branches) implements Outcome {}

    /** The disturbance is not possible; these are the reasons. */
    public record Impossible(List<Refusal> refusals) implements Outcome {
        public Impossible {
            refusals = List.copyOf(refusals);
        }
    }

    private WhatIf() {}

    /** Branches {@code run}, which is left as it is; nothing may be asked of its past. */
    public static Outcome ask(Simulation run, Question question) {
        Simulation disturbed = run.fork();
        List<Moment> moments = new ArrayList<>();
        moments.add(new Moment(run.now(), run.world().fork()));
        for (Disturbance disturbance : question.disturbances()) {
            disturbed.runUntil(disturbance.timeNs());
            if (disturbance.restores() && moments.size() == 1) {
                moments.add(new Moment(disturbed.now(), disturbed.world().fork()));
            }
            List<Refusal> refusals = disturb(disturbed, disturbance.commands());
            if (!refusals.isEmpty()) {
                return new Impossible(refusals);
            }
        }
        return new Answered(runOn(run.fork(), disturbed, run.now(), question.watchNs(), moments));
    }

    private static List<Refusal> disturb(Simulation disturbed, List<Command> commands) {
        List<Refusal> refusals = new ArrayList<>();
        for (Command command : commands) {
            Origin origin = new Origin.Fault(command.subject().toString());
            if (disturbed.submit(command, origin) instanceof Reply.No(Refusal refusal)) {
                refusals.add(refusal);
            }
        }
        return refusals;
    }

    private static Branches runOn(
            Simulation calm,
            Simulation disturbed,
            long forkedNs,
            OptionalLong watchNs,
            List<Moment> moments) {
        long endNs;
        boolean settled;
        if (watchNs.isPresent()) {
            endNs = Math.max(disturbed.now(), Math.addExact(forkedNs, watchNs.getAsLong()));
            calm.runUntil(endNs);
            disturbed.runUntil(endNs);
            settled = calm.isFinished() && disturbed.isFinished();
        } else {
            long limitNs = Math.addExact(disturbed.now(), SETTLE_NS_MAX);
            settle(calm, limitNs);
            settle(disturbed, limitNs);
            settled = calm.isFinished() && disturbed.isFinished();
            endNs = Math.max(calm.now(), disturbed.now()) + AFTER_SETTLED_NS;
            calm.runUntil(endNs);
            disturbed.runUntil(endNs);
        }
        List<Moment> all = new ArrayList<>(moments);
        all.add(new Moment(endNs, disturbed.world().fork()));
        return new Branches(calm, disturbed, forkedNs, endNs, settled, all);
    }

    private static void settle(Simulation run, long limitNs) {
        while (!run.isFinished() && run.nextTime() <= limitNs && run.step()) {
            // each step moves on
        }
    }
}
