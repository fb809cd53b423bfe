package org.maquete.neutron;

import java.util.List;
import java.util.Optional;
import org.maquete.finding.Cure;
import org.maquete.finding.Finding;
import org.maquete.finding.Rule;
import org.maquete.finding.Run;
import org.maquete.finding.Severity;
import org.maquete.finding.Trouble;
import org.maquete.finding.Words;
import org.maquete.kernel.Ref;

/**
 * A floating address is taken from another server than the line names, or from none. The real
 * client never looks at the server of {@code server remove floating ip}.
 */
final class FloatingIpHasWrongOwner implements Rule {

    @Override
    public String id() {
        return "neutron.floating-ip-wrong-owner";
    }

    @Override
    public List<Finding> check(Run run) {
        return Removal.of(run).stream().flatMap(r -> finding(r).stream()).toList();
    }

    private Optional<Finding> finding(Removal removal) {
        String address = removal.address();
        String server = removal.server();
        if (!removal.associated()) {
            return Optional.of(
                    finding(
                            removal,
                            new Words(
                                    address
                                            + " leads to no server when this line is typed: it"
                                            + " removes nothing and still reports success.",
                                    address
                                            + " não leva a servidor algum quando esta linha é"
                                            + " digitada: ela não remove nada e ainda assim"
                                            + " informa sucesso.")));
        }
        return removal.owner()
                .filter(owner -> !owner.equals(server))
                .map(owner ->
                        finding(
                                removal,
                                new Words(
                                        address
                                                + " belongs to "
                                                + owner
                                                + ", not to "
                                                + server
                                                + ": the client ignores the"
                                                + " server, and "
                                                + owner
                                                + " loses its address.",
                                        address
                                                + " pertence a "
                                                + owner
                                                + ", não a "
                                                + server
                                                + ": o cliente ignora o"
                                                + " servidor, e "
                                                + owner
                                                + " perde o seu endereço.")));
    }

    private Finding finding(Removal removal, Words cause) {
        return new Finding(
                id(),
                Severity.ERROR,
                Trouble.SILENT,
                removal.line().place(),
                new Ref(Kinds.FLOATING_IP, removal.address()),
                "",
                cause,
                List.of(
                        Cure.advice(
                                new Words(
                                        "See who has which address: openstack server list",
                                        "Veja quem tem qual endereço: openstack server list"))),
                Ref.NONE);
    }
}
