package org.maquete.vault;

import java.util.List;
import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * The authority signs a certificate for each of these units, in place of the one that it has.
 *
 * @param server the service's key
 * @param ttlNs how long they are valid
 */
public record IssueCertificates(String server, List<String> units, long ttlNs) implements Command {

    public IssueCertificates {
        units = List.copyOf(units);
    }

    @Override
    public Ref subject() {
        return new Ref("vault", server);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("server", server);
        sink.texts("units", units);
        sink.number("ttlNs", ttlNs);
    }
}
