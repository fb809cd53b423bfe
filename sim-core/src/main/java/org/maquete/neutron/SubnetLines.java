package org.maquete.neutron;

import java.util.Optional;
import org.maquete.finding.Run;
import org.maquete.finding.TypedLine;

/** Finds the line that made a subnet. */
final class SubnetLines {

    private SubnetLines() {}

    /** The accepted line that created a subnet of this name. */
    static Optional<TypedLine> creating(Subnet subnet, Run run) {
        return run.lines().stream()
                .filter(l -> l.startsWith("openstack subnet create"))
                .filter(l -> l.answer().ok() && l.words().contains(subnet.name()))
                .findFirst();
    }
}
