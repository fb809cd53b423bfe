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

/** A network inside has a range that belongs to somebody on the Internet. */
final class PrivateRangeRule implements Rule {

    // 10/8, 172.16/12, 192.168/16: RFC 1918 section 3; 100.64/10: RFC 6598
    private static final List<Ipv4.Range> PRIVATE =
            List.of(
                    Ipv4.Cidr.of("10.0.0.0/8").range(),
                    Ipv4.Cidr.of("172.16.0.0/12").range(),
                    Ipv4.Cidr.of("192.168.0.0/16").range(),
                    Ipv4.Cidr.of("100.64.0.0/10").range());

    @Override
    public String id() {
        return "net.non-private";
    }

    @Override
    public List<Finding> check(Run run) {
        List<Finding> findings = new ArrayList<>();
        for (Subnet subnet : NeutronView.subnets(run.world())) {
            boolean inside =
                    NeutronView.network(run.world(), subnet.network())
                            .map(n -> !n.external())
                            .orElse(false);
            Ipv4.Range range = Ipv4.Cidr.of(subnet.cidr()).range();
            if (inside && PRIVATE.stream().noneMatch(range::isWithin)) {
                SubnetLines.creating(subnet, run).ifPresent(l -> findings.add(finding(subnet, l)));
            }
        }
        return findings;
    }

    private Finding finding(Subnet subnet, org.maquete.finding.TypedLine line) {
        return new Finding(
                id(),
                Severity.WARNING,
                Trouble.SILENT,
                line.place(),
                new Ref("subnet", subnet.name()),
                line.answer().text(),
                new Words(
                        subnet.cidr()
                                + " is no private range (RFC 1918): the real owners of these"
                                + " addresses cannot be reached from this network.",
                        subnet.cidr()
                                + " não é uma faixa privada (RFC 1918): os donos reais desses"
                                + " endereços ficam inalcançáveis a partir desta rede."),
                List.of(
                        Cure.advice(
                                new Words(
                                        "Take a range of 10.0.0.0/8, 172.16.0.0/12 or"
                                                + " 192.168.0.0/16.",
                                        "Use uma faixa de 10.0.0.0/8, 172.16.0.0/12 ou"
                                                + " 192.168.0.0/16."))),
                Ref.NONE);
    }
}
