package org.maquete.juju;

import java.util.Optional;
import org.maquete.kernel.Outcome;
import org.maquete.world.World;

/** What a command names. */
final class Named {

    private Named() {}

    /** The application; where there is none the command is refused. */
    static Optional<Application> application(String model, String name, World world, Outcome out) {
        Optional<Application> found = JujuView.application(world, model, name);
        if (found.isEmpty()) {
            out.refuse(JujuRefusal.application(name));
        }
        return found;
    }
}
