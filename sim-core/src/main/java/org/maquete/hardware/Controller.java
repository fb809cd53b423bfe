package org.maquete.hardware;

import org.maquete.world.Row;
import org.maquete.world.Sink;

/**
 * The management controller of a machine (Intel AMT): it has power whenever the socket has.
 *
 * @param password what it wants to hear; a lab that says nothing has given MAAS the right one
 * @param connected whether the network reaches it
 */
public record Controller(int id, String machine, String password, boolean connected)
        implements Row {

    @Override
    public String key() {
        return machine;
    }

    @Override
    public void encode(Sink sink) {
        sink.text("machine", machine).text("password", password).flag("connected", connected);
    }
}
