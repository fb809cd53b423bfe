package org.maquete.juju;

import org.maquete.host.HostView;
import org.maquete.world.World;

/** What Juju cannot know at once but its agents depend on: whether their machine runs. */
final class Truth {

    private Truth() {}

    /** Whether there is such a host and it does not run; a host that nobody models counts as up. */
    static boolean isDown(World world, String hostname) {
        return HostView.host(world, hostname).map(host -> !host.booted()).orElse(false);
    }
}
