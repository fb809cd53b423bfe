/**
 * Observation of a real cluster: documents become rows.
 *
 * <p>A document is a state, not a history, and may skip states that folds would refuse; so a {@link
 * org.maquete.observe.Reader} gives rows, and a {@link org.maquete.observe.Mirror} replaces what it
 * had by what it {@link org.maquete.observe.Seen}. A mirror is a world of the same schema as a
 * simulated one, without queue, handlers or reactions: nothing in it can fire. What a source does
 * not tell has a default, and the mirror keeps which columns of which row those are. {@link
 * org.maquete.observe.Drift} compares a plan's world with a mirror and leaves those out, with times
 * and addresses.
 *
 * <p>Modelled: replacing all rows of a source by those of a newer document of the same name. Not
 * modelled yet: pairing by other identities than the natural key, and going on from a mirror. No
 * connector is here: who fetches documents knows only their names.
 */
@NullMarked
package org.maquete.observe;

import org.jspecify.annotations.NullMarked;
