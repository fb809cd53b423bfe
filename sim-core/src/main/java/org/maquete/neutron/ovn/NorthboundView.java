package org.maquete.neutron.ovn;

import java.util.List;
import org.maquete.ovn.nb.Northbound;
import org.maquete.world.World;

/** The northbound rows that follow from a world: made when asked for, kept nowhere. */
public final class NorthboundView {

    private NorthboundView() {}

    /** All rows that Neutron has written. */
    public static Northbound of(World world) {
        return of(NeutronObjects.of(world), DriverOptions.of(world), Chassis.of(world));
    }

    static Northbound of(NeutronObjects objects, DriverOptions options, List<Chassis> chassis) {
        SwitchRows switches = new SwitchRows(objects, options);
        RouterRows routers = new RouterRows(objects, options, new GatewayScheduler(chassis));
        return new Northbound(
                switches.switches(),
                switches.ports(),
                routers.routers(),
                routers.ports(),
                GroupRows.of(objects),
                List.of(),
                List.of());
    }
}
