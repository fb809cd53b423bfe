package org.maquete.ceph.status;

import org.maquete.world.Ints;

/**
 * Where a placement group should be and where it is served.
 *
 * @param upPrimary -1 for none, as the other primary
 */
public record PgPlace(Ints up, int upPrimary, Ints acting, int actingPrimary) {

    /** Served where it should be. */
    public static PgPlace at(Ints osds, int primary) {
        return new PgPlace(osds, primary, osds, primary);
    }

    /** Whether it is served elsewhere than it should be. */
    public boolean isRemapped() {
        return !up.equals(acting);
    }
}
