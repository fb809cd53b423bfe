package org.maquete.keystone.client;

import org.maquete.kernel.Answer;
import org.maquete.kernel.Refusal;
import org.maquete.tool.Deed;
import org.maquete.tool.Session;
import org.maquete.world.World;

/** What one command of the client does after login: {@code take_action} of the real one. */
@FunctionalInterface
public interface Call {

    /** Looks things up; then asks a service, prints, or finds that it cannot. Reads only. */
    Deed take(Line line, Session session, World world);

    /**
     * What it prints when the service has done what was asked.
     *
     * @param server standard output is the id of what was made, where something was made
     */
    default Answer done(Answer server, Line line, Session session, World world) {
        return server;
    }

    /** What it prints when the service refuses. */
    default Answer refused(Refusal refusal, Line line, World world) {
        return Answer.failed(1, line.warning() + HttpError.novaclient(refusal, line));
    }
}
