package org.maquete.nova.replay;

import org.maquete.world.Row;
import org.maquete.world.Sink;

/**
 * A request that has been decided.
 *
 * @param id the number of the request in the trace
 * @param host {@link #NOWHERE}: it was refused
 * @param gone whether the server has been deleted
 */
record Served(int id, int host, boolean gone) implements Row {

    static final int NOWHERE = -1;

    @Override
    public String key() {
        return Integer.toString(id);
    }

    boolean isRunning() {
        return host != NOWHERE && !gone;
    }

    @Override
    public void encode(Sink sink) {
        sink.number("host", host).flag("gone", gone);
    }
}
