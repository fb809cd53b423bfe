package org.maquete.tool;

import org.maquete.kernel.Answer;
import org.maquete.kernel.Refusal;
import org.maquete.world.World;

/**
 * A command line that the client has understood. The operator keeps it until the answer comes, also
 * in forks of the run: it is immutable, and holds neither the session nor the world.
 */
public interface Invocation {

    /** What the client does: look things up and ask a server, or answer by itself. Reads only. */
    Deed invoke(Session session, World world);

    /** What the client prints after the server has done what {@link Deed.Ask} asked. */
    default Answer done(Answer server, Session session, World world) {
        return server;
    }

    /** What the client prints when the server refuses. */
    Answer refused(Refusal refusal, World world);
}
