package org.maquete.maas;

import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * Installs a system on an allocated machine.
 *
 * @param series operating system and series: {@code ubuntu/jammy}
 */
public record DeployMachine(String hostname, String series) implements Command {

    @Override
    public Ref subject() {
        return new Ref("maas-machine", hostname);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("hostname", hostname).text("series", series);
    }
}
