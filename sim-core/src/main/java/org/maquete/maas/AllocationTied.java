package org.maquete.maas;

import java.util.List;
import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * Several machines cost the same; which one MAAS takes is chance.
 *
 * @param taken the one that MAAS took
 * @param hostnames all of them
 */
public record AllocationTied(String request, String taken, List<String> hostnames) implements Fact {

    public AllocationTied {
        hostnames = List.copyOf(hostnames);
    }

    @Override
    public Ref subject() {
        return new Ref("maas-request", request);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("request", request).text("taken", taken).texts("hostnames", hostnames);
    }
}
