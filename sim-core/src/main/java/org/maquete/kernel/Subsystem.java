package org.maquete.kernel;

import java.util.List;
import org.maquete.world.Edits;
import org.maquete.world.World;

/**
 * One real program. Its handlers decide: they read the world and give facts, later events, commands
 * to lower subsystems, or one refusal. Its folds apply: fact in, new rows out.
 */
public interface Subsystem {

    /** The package's last name: {@code juju}. */
    String name();

    /** Says everything this subsystem owns and answers to. Called once for a model. */
    void declare(Registry registry);

    /** Decides about a command, an event, or in reaction to a fact. Reads only. */
    @FunctionalInterface
    interface Decide<T> {
        /** Reads {@code world} and puts what follows into {@code out}. */
        void decide(T what, World world, Outcome out);
    }

    /** Applies a fact to the rows of its own subsystem. */
    @FunctionalInterface
    interface Fold<F extends Fact> {
        /** Writes the rows that follow from {@code fact}, which happened at {@code timeNs}. */
        void fold(F fact, long timeNs, Edits edits);
    }

    /** Hears the answer to a command that it asked. */
    @FunctionalInterface
    interface Answered {
        /** Reads {@code world} and puts what follows into {@code out}. */
        void answered(long ticket, Answer answer, World world, Outcome out);
    }

    /** Hears that a command of its own was refused. */
    @FunctionalInterface
    interface Refused {
        /** Reads {@code world} and puts what follows into {@code out}. */
        void refused(long ticket, Command command, Refusal refusal, World world, Outcome out);
    }

    /**
     * Schedules what such a world has pending, for going on from an observed state. A row that
     * keeps the handle of what is pending gets the new one by a fact.
     */
    @FunctionalInterface
    interface Resume {
        /** Reads {@code world} and schedules into {@code out}. */
        void resume(World world, Outcome out);
    }

    /** States what must always hold. */
    @FunctionalInterface
    interface Invariant {
        /** One sentence for each violation found in {@code world}. */
        List<String> violations(World world);
    }
}
