package org.maquete.whatif;

import java.util.ArrayList;
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
     * @param disturbances commands from outside, given to one branch at once
     * @param watchNs how long both run on; empty: until settled, and 30 minutes more
     */
    public record Question(List<Command> disturbances, OptionalLong watchNs) {
        public Question {
            disturbances = List.copyOf(disturbances);
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

    /** Branches {@code run}, which is left as it is. */
    public static Outcome ask(Simulation run, Question question) {
        long forkedNs = run.now();
        Simulation calm = run.fork();
        Simulation disturbed = run.fork();
        List<Refusal> refusals = new ArrayList<>();
        for (Command command : question.disturbances()) {
            Origin origin = new Origin.Fault(command.subject().toString());
            if (disturbed.submit(command, origin) instanceof Reply.No(Refusal refusal)) {
                refusals.add(refusal);
            }
        }
        if (!refusals.isEmpty()) {
            return new Impossible(refusals);
        }
        if (question.watchNs().isPresent()) {
            long endNs = Math.addExact(forkedNs, question.watchNs().getAsLong());
            calm.runUntil(endNs);
            disturbed.runUntil(endNs);
            boolean settled = calm.isFinished() && disturbed.isFinished();
            return new Answered(new Branches(calm, disturbed, forkedNs, endNs, settled));
        }
        return new Answered(settled(calm, disturbed, forkedNs));
    }

    private static Branches settled(Simulation calm, Simulation disturbed, long forkedNs) {
        long limitNs = Math.addExact(forkedNs, SETTLE_NS_MAX);
        settle(calm, limitNs);
        settle(disturbed, limitNs);
        boolean settled = calm.isFinished() && disturbed.isFinished();
        long endNs = Math.max(calm.now(), disturbed.now()) + AFTER_SETTLED_NS;
        calm.runUntil(endNs);
        disturbed.runUntil(endNs);
        return new Branches(calm, disturbed, forkedNs, endNs, settled);
    }

    private static void settle(Simulation run, long limitNs) {
        while (!run.isFinished() && run.nextTime() <= limitNs && run.step()) {
            // each step moves on
        }
    }
}
