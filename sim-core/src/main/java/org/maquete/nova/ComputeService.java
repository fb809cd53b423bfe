package org.maquete.nova;

import java.util.List;
import org.maquete.host.HostBooted;
import org.maquete.host.HostView;
import org.maquete.kernel.Outcome;
import org.maquete.kernel.SimTime;
import org.maquete.world.World;

/**
 * nova-compute on its hosts: whether the controller takes it for up, and what it does after a boot.
 */
final class ComputeService {

    // 60, seconds: nova yoga, conf/service.py, service_down_time; reports carry the sender's clock
    private static final long DOWN_NS = 60 * SimTime.SECOND;

    private ComputeService() {}

    /** Whether the service reports, and by a clock that agrees with the controller's. */
    static boolean isUp(World world, String host) {
        return HostView.isUp(world, host)
                && !HostView.isCutOff(world, host)
                && !HostView.isStopped(world, host, "nova-compute")
                && Math.abs(HostView.clockOffsetNs(world, host)) <= DOWN_NS;
    }

    /**
     * Servers that ran when their host died are found stopped: the charm leaves
     * resume_guests_state_on_host_boot at False (nova yoga, compute/manager.py, _init_instance and
     * _sync_power_states).
     */
    static void booted(HostBooted fact, World world, Outcome out) {
        List<Server> servers =
                world.table(NovaView.SERVERS).where(s -> s.host().equals(fact.name()));
        for (Server server : servers) {
            if (server.status().equals("ACTIVE")) {
                out.fact(new ServerStateSet(server.uuid(), "SHUTOFF", "stopped", ""));
            }
        }
    }
}
