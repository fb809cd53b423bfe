package org.maquete.juju;

import java.util.ArrayList;
import java.util.List;
import org.maquete.kernel.Command;
import org.maquete.kernel.Contribution;
import org.maquete.kernel.Event;
import org.maquete.kernel.Fact;
import org.maquete.kernel.Registry;
import org.maquete.kernel.Span;
import org.maquete.kernel.Subsystem;
import org.maquete.world.ColumnKey;
import org.maquete.world.Projection;
import org.maquete.world.TableKey;

/** Takes the contributions of a subsystem whose neighbours are not there. */
public final class CharmRegistry implements Registry {

    private final List<Contribution> contributions = new ArrayList<>();

    /** Lets the subsystem declare itself. */
    public CharmRegistry(Subsystem subsystem) {
        subsystem.declare(this);
    }

    /** Everything it contributes of one kind. */
    public <T extends Contribution> List<T> all(Class<T> kind) {
        return contributions.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** The charms that it contributes. */
    public List<Charm> charms() {
        return all(Charm.class);
    }

    @Override
    public void contribute(Contribution contribution) {
        contributions.add(contribution);
    }

    @Override
    public void tables(TableKey<?>... keys) {}

    @Override
    public void ints(ColumnKey<ColumnKey.Ints> key) {}

    @Override
    public void longs(ColumnKey<ColumnKey.Longs> key) {}

    @Override
    public <T extends Contribution> List<T> contributions(Class<T> kind) {
        return List.of();
    }

    @Override
    public void projection(Projection<?> projection) {}

    @Override
    public <C extends Command> void command(Class<C> type, Subsystem.Decide<C> decide) {}

    @Override
    public <E extends Event> void event(Class<E> type, Subsystem.Decide<E> decide) {}

    @Override
    public <F extends Fact> void fact(Class<F> type, Subsystem.Fold<F> fold) {}

    @Override
    public <F extends Fact> void react(Class<F> type, Subsystem.Decide<F> decide) {}

    @Override
    public void answered(Subsystem.Answered answered) {}

    @Override
    public void refused(Subsystem.Refused refused) {}

    @Override
    public void resume(Subsystem.Resume resume) {}

    @Override
    public void invariant(String name, Subsystem.Invariant invariant) {}

    @Override
    public void spans(List<Span> spans) {}
}
