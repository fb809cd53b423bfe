package org.maquete.juju;

import java.util.List;
import org.maquete.juju.catalog.Endpoint;
import org.maquete.kernel.Draws;
import org.maquete.world.World;

/** What a charm can read while a hook runs. */
public interface HookContext {

    /** The unit that runs the hook. */
    Unit unit();

    /** Its application. */
    Application application();

    /** The world, for the charm's own subsystem. */
    World world();

    /** The simulated time. */
    long now();

    /** The value of an option: as set, or the charm's default; the empty text for none. */
    String config(String option);

    /** The relations of an endpoint of this unit's application that this unit takes part in. */
    List<Relation> relations(String endpoint);

    /** Those of them into which this unit has not put {@code ready}. */
    List<Relation> unready(String endpoint);

    /** The units on the other side of a relation that this unit sees, in natural order. */
    List<Unit> remoteUnits(Relation relation);

    /** What a unit has put into a relation, or the empty text. */
    String value(Relation relation, String unit, String name);

    /** Whether some unit that this one sees in a relation has put {@code ready}. */
    boolean isSomeReady(Relation relation);

    /** Whether a unit has put {@code ready} into a relation. */
    boolean isReady(Relation relation, String unit);

    /** Whether this unit has put {@code ready} into all its relations. */
    boolean isReadyEverywhere();

    /** How far an endpoint of this unit's charm has come. */
    EndpointState state(Endpoint endpoint);

    /**
     * The units of this application, in natural order, this one included, without others that are
     * about to go; to be read only.
     */
    List<Unit> peers();

    /** Luck for this unit. */
    Draws draws(String purpose, long n);
}
