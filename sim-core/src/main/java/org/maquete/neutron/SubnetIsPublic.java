package org.maquete.neutron;

import java.util.ArrayList;
import java.util.List;
import org.maquete.finding.Cure;
import org.maquete.finding.Finding;
import org.maquete.finding.Rule;
import org.maquete.finding.Run;
import org.maquete.finding.Severity;
import org.maquete.finding.Trouble;
import org.maquete.finding.TypedLine;
import org.maquete.finding.Words;
import org.maquete.kernel.Ref;

/**
 * The subnet of an internal network lies in addresses that belong to somebody on the Internet
 * (192.169.0.0/24 for 192.168.0.0/24). Neutron accepts it; the real hosts there cannot be reached
 * from its instances.
 */
final class SubnetIsPublic implements Rule {

    private static final List<String> PRIVATE =
            List.of(
                    "10.0.0.0/8", // RFC 1918
                    "172.16.0.0/12", // RFC 1918
                    "192.168.0.0/16", // RFC 1918
                    "100.64.0.0/10", // RFC 6598, shared address space
                    "169.254.0.0/16", // RFC 3927, link local
                    "192.0.2.0/24", // RFC 5737, documentation
                    "198.18.0.0/15", // RFC 2544, benchmarks
                    "198.51.100.0/24", // RFC 5737, documentation
                    "203.0.113.0/24"); // RFC 5737, documentation

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
                            .filter(n -> !n.external())
                            .isPresent();
            if (inside && !isPrivate(subnet.cidr())) {
                MakingLine.of(run, "openstack subnet create", subnet.name())
                        .ifPresent(line -> findings.add(finding(subnet, line)));
            }
        }
        return findings;
    }

    private static boolean isPrivate(String cidr) {
        Ipv4.Range range = Ipv4.Cidr.of(cidr).range();
        return PRIVATE.stream().anyMatch(p -> range.isWithin(Ipv4.Cidr.of(p).range()));
    }

    private Finding finding(Subnet subnet, TypedLine line) {
        return new Finding(
                id(),
                Severity.WARNING,
                Trouble.SILENT,
                line.place(),
                new Ref(Kinds.SUBNET, subnet.name()),
                "",
                new Words(
                        subnet.cidr()
                                + " is not a private range: it belongs to somebody on the"
                                + " Internet, whose hosts cannot be reached from this subnet.",
                        subnet.cidr()
                                + " não é uma faixa privada: pertence a alguém na Internet,"
                                + " cujas máquinas ficam inalcançáveis a partir desta sub-rede."),
                List.of(
                        Cure.advice(
                                new Words(
                                        "Take a range of 10.0.0.0/8, 172.16.0.0/12 or"
                                                + " 192.168.0.0/16 (RFC 1918) that the lab does"
                                                + " not use.",
                                        "Use uma faixa de 10.0.0.0/8, 172.16.0.0/12 ou"
                                                + " 192.168.0.0/16 (RFC 1918) que o laboratório"
                                                + " não use."))),
                Ref.NONE);
    }
}
