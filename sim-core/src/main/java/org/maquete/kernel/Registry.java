package org.maquete.kernel;

import java.util.List;
import org.maquete.world.ColumnKey;
import org.maquete.world.Projection;
import org.maquete.world.TableKey;

/** What a subsystem declares itself with. */
public interface Registry {

    /** Owns these tables. */
    void tables(TableKey<?>... keys);

    /** Owns this column of {@code int}. */
    void ints(ColumnKey<ColumnKey.Ints> key);

    /** Owns this column of {@code long}. */
    void longs(ColumnKey<ColumnKey.Longs> key);

    /** Owns this projection. */
    void projection(Projection<?> projection);

    /** Owns this command type. */
    <C extends Command> void command(Class<C> type, Subsystem.Decide<C> decide);

    /** Owns this event type. */
    <E extends Event> void event(Class<E> type, Subsystem.Decide<E> decide);

    /** Owns this fact type. */
    <F extends Fact> void fact(Class<F> type, Subsystem.Fold<F> fold);

    /** Reacts to a fact of its own or of a lower subsystem. */
    <F extends Fact> void react(Class<F> type, Subsystem.Decide<F> decide);

    /** Hears the answers to what it asked. At most once. */
    void answered(Subsystem.Answered answered);

    /** Hears that its commands were refused. At most once. */
    void refused(Subsystem.Refused refused);

    /** Schedules from an observed state. At most once. */
    void resume(Subsystem.Resume resume);

    /** Must always hold. */
    void invariant(String name, Subsystem.Invariant invariant);

    /** Declares how long things take. */
    void spans(List<Span> spans);

    /** Hands this to whoever defines its kind. */
    void contribute(Contribution contribution);

    /**
     * What all subsystems contribute of one kind, in order. The list is a view that is complete
     * when the model is made: it is not to be read while subsystems declare themselves.
     */
    <T extends Contribution> List<T> contributions(Class<T> kind);
}
