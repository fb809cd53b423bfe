package org.maquete.nova;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maquete.finding.Cure;
import org.maquete.finding.Finding;
import org.maquete.finding.Rule;
import org.maquete.finding.Run;
import org.maquete.finding.Severity;
import org.maquete.finding.Trouble;
import org.maquete.finding.TypedLine;
import org.maquete.finding.Words;
import org.maquete.kernel.Ref;
import org.maquete.neutron.NeutronView;

/**
 * A line took a floating address away, and either it was not the named server's, which the client
 * does not look at, or the address stays allocated with nobody behind it.
 */
final class FloatingIpRule implements Rule {

    private static final String REMOVE = "openstack server remove floating ip";

    @Override
    public String id() {
        return "nova.floating-ip-taken-away";
    }

    @Override
    public List<Finding> check(Run run) {
        List<Finding> findings = new ArrayList<>();
        for (TypedLine line : run.lines()) {
            boolean done = line.startsWith(REMOVE) && line.answer().ok();
            if (done && line.refusal().isEmpty() && line.words().size() >= 7) {
                look(line, run).ifPresent(findings::add);
            }
        }
        return findings;
    }

    private Optional<Finding> look(TypedLine line, Run run) {
        String server = line.words().get(5);
        String address = line.words().get(6);
        String holder = holder(address, line, run);
        if (!holder.equals(server)) {
            return Optional.of(finding(line, address, another(server, address, holder)));
        }
        boolean idle =
                NeutronView.floatingIps(run.world()).stream()
                        .anyMatch(f -> f.address().equals(address) && f.port().isEmpty());
        return idle ? Optional.of(finding(line, address, left(address))) : Optional.empty();
    }

    /** The server to which an accepted line before this one gave the address; empty for none. */
    private static String holder(String address, TypedLine until, Run run) {
        String holder = "";
        for (TypedLine line : run.lines()) {
            if (line.index() >= until.index()) {
                break;
            }
            boolean same = line.words().size() >= 7 && line.words().get(6).equals(address);
            if (same && line.answer().ok() && line.startsWith("openstack server add floating ip")) {
                holder = line.words().get(5);
            } else if (same && line.answer().ok() && line.startsWith(REMOVE)) {
                holder = "";
            }
        }
        return holder;
    }

    private static Words another(String server, String address, String holder) {
        String who = holder.isEmpty() ? "nobody" : holder;
        String quem = holder.isEmpty() ? "ninguém" : holder;
        return new Words(
                "The client does not look at the server: "
                        + address
                        + " belonged to "
                        + who
                        + ", not to "
                        + server
                        + ", and is now without a server.",
                "O cliente não olha o servidor: "
                        + address
                        + " era de "
                        + quem
                        + ", não de "
                        + server
                        + ", e agora está sem servidor.");
    }

    private static Words left(String address) {
        return new Words(
                address
                        + " stays allocated to the project, counts in its quota, and the server"
                        + " cannot be reached from outside any more.",
                address
                        + " continua alocado ao projeto, conta na cota, e o servidor não pode mais"
                        + " ser alcançado de fora.");
    }

    private Finding finding(TypedLine line, String address, Words cause) {
        return new Finding(
                id(),
                Severity.WARNING,
                Trouble.SILENT,
                line.place(),
                new Ref("floating_ip", address),
                line.answer().text(),
                cause,
                List.of(
                        Cure.advice(
                                new Words(
                                        "Look at openstack floating ip list; give the address back"
                                                + " with openstack floating ip delete "
                                                + address
                                                + ".",
                                        "Veja openstack floating ip list; devolva o endereço com"
                                                + " openstack floating ip delete "
                                                + address
                                                + "."))),
                Ref.NONE);
    }
}
