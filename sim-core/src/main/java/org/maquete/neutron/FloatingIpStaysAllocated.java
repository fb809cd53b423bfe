package org.maquete.neutron;

import java.util.ArrayList;
import java.util.List;
import org.maquete.finding.Cure;
import org.maquete.finding.Finding;
import org.maquete.finding.Rule;
import org.maquete.finding.Run;
import org.maquete.finding.Severity;
import org.maquete.finding.Trouble;
import org.maquete.finding.Words;
import org.maquete.kernel.Ref;

/**
 * A floating address is taken from its server and then kept by nobody: it still counts against the
 * quota and the pool. One line frees one address, whatever the text around it says.
 */
final class FloatingIpStaysAllocated implements Rule {

    @Override
    public String id() {
        return "neutron.floating-ip-stays-allocated";
    }

    @Override
    public List<Finding> check(Run run) {
        List<Finding> findings = new ArrayList<>();
        for (Removal removal : Removal.of(run)) {
            boolean kept =
                    NeutronView.floatingIps(run.world()).stream()
                            .filter(f -> f.port().isEmpty())
                            .anyMatch(f ->
                                    f.address().equals(removal.address())
                                            || f.uuid().equals(removal.address()));
            if (removal.associated() && kept) {
                findings.add(finding(removal));
            }
        }
        return findings;
    }

    private Finding finding(Removal removal) {
        String address = removal.address();
        String server = removal.owner().orElse(removal.server());
        return new Finding(
                id(),
                Severity.WARNING,
                Trouble.SILENT,
                removal.line().place(),
                new Ref(Kinds.FLOATING_IP, address),
                "",
                new Words(
                        "Only "
                                + server
                                + " loses its address, whichever others were meant; "
                                + address
                                + " stays allocated to the project.",
                        "Só "
                                + server
                                + " perde o seu endereço, quaisquer que fossem os outros; "
                                + address
                                + " continua alocado ao projeto."),
                List.of(
                        Cure.after(
                                new Words("Give it back.", "Devolva-o."),
                                "openstack floating ip delete " + ShellWord.quoted(address))),
                Ref.NONE);
    }
}
