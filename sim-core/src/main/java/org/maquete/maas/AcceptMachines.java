package org.maquete.maas;

import java.util.List;
import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** Commissions enlisted machines. */
public record AcceptMachines(List<String> hostnames) implements Command {

    public AcceptMachines {
        hostnames = List.copyOf(hostnames);
    }

    @Override
    public Ref subject() {
        return new Ref("maas-machine", String.join(" ", hostnames));
    }

    @Override
    public void encode(Sink sink) {
        sink.texts("hostnames", hostnames);
    }
}
