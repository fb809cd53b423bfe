/**
 * What the window shows, without a window: values computed from a run at an instant. No JavaFX type
 * appears here, so all of it is tested without a screen.
 *
 * <p>{@link org.maquete.gui.model.Replay} runs the lab to its end once and keeps a snapshot every
 * two simulated minutes; any instant is then a fork of the snapshot before it, run forward. {@link
 * org.maquete.gui.model.Moment} is what there is to see at one instant: machines as MAAS and Juju
 * know them, and the units of the model that has most. It reads the rows that {@code juju status}
 * reads; the window has no model of its own that could disagree.
 *
 * <p>Not shown yet: relations, networks, Ceph, OpenStack servers, findings of the check.
 */
@NullMarked
package org.maquete.gui.model;

import org.jspecify.annotations.NullMarked;
