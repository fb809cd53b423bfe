package org.maquete.nova;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maquete.kernel.Outcome;
import org.maquete.neutron.DeleteNetworkObjects;
import org.maquete.neutron.NeutronView;
import org.maquete.neutron.Port;
import org.maquete.neutron.PortStalled;
import org.maquete.placement.FreeResources;
import org.maquete.world.World;

/**
 * How long nova-compute waits for Neutron's word that the ports of a new server are plugged. It has
 * an event only when Neutron knows that the word will not come soon.
 */
final class Plugging {

    private Plugging() {}

    static void stalled(PortStalled fact, World world, Outcome out) {
        Optional<Server> server = NovaView.server(world, fact.deviceId());
        if (server.isPresent() && server.get().state().isBuilding()) {
            out.schedule(
                    out.draw(ServerSpans.PLUGGING_TIMEOUT, fact.uuid(), 0),
                    new PluggingTimeoutDue(server.get().uuid(), server.get().host()));
        }
    }

    /** Nova gives a server up whose networks it could not have, and tries no other host. */
    static void timedOut(PluggingTimeoutDue event, World world, Outcome out) {
        Optional<Server> there = NovaView.server(world, event.uuid());
        if (there.isEmpty()
                || !there.get().state().isBuilding()
                || !there.get().host().equals(event.host())) {
            return;
        }
        List<String> ports = new ArrayList<>();
        boolean isPlugged = true;
        for (Port port : NeutronView.portsOf(world, event.uuid())) {
            ports.add(port.uuid());
            isPlugged &= port.status().equals("ACTIVE");
        }
        if (!isPlugged) {
            // nova yoga, compute/manager.py: VirtualInterfaceCreateException, BuildAbortException
            String fault =
                    "Build of instance "
                            + event.uuid()
                            + " aborted: Failed to allocate the network(s), not rescheduling.";
            out.command(new DeleteNetworkObjects("port", ports));
            out.command(new FreeResources(event.uuid()));
            ServerHandler.fail(there.get(), fault, out);
        }
    }
}
