package org.maquete.neutron;

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
import org.maquete.maas.MaasView;

/** Neutron gives out addresses outside that MAAS may give out too. */
final class PoolRule implements Rule {

    @Override
    public String id() {
        return "net.pool-overlaps-dhcp";
    }

    @Override
    public List<Finding> check(Run run) {
        List<Finding> findings = new ArrayList<>();
        Optional<org.maquete.maas.Subnet> maas = MaasView.subnet(run.world());
        if (maas.isEmpty()) {
            return findings;
        }
        for (Subnet subnet : NeutronView.subnets(run.world())) {
            boolean outside =
                    NeutronView.network(run.world(), subnet.network())
                            .map(Network::external)
                            .orElse(false);
            if (outside && subnet.pools().stream().anyMatch(p -> isShared(p, maas.get()))) {
                SubnetLines.creating(subnet, run).ifPresent(l -> findings.add(finding(subnet, l)));
            }
        }
        return findings;
    }

    /** Whether MAAS may give out an address of the pool: not all of it is reserved there. */
    private static boolean isShared(String pool, org.maquete.maas.Subnet maas) {
        Ipv4.Range range = Ipv4.Range.of(pool);
        Ipv4.Range all = Ipv4.Cidr.of(maas.cidr()).range();
        boolean reserved = maas.reserved().stream().anyMatch(r -> range.isWithin(Ipv4.Range.of(r)));
        return range.overlaps(all) && !reserved;
    }

    private Finding finding(Subnet subnet, TypedLine line) {
        String pools = String.join(", ", subnet.pools());
        return new Finding(
                id(),
                Severity.WARNING,
                Trouble.SILENT,
                line.place(),
                new Ref("subnet", subnet.name()),
                line.answer().text(),
                new Words(
                        "The pool "
                                + pools
                                + " is not reserved in MAAS: MAAS may give the same"
                                + " address to a machine or container, and no status shows it.",
                        "O intervalo "
                                + pools
                                + " não está reservado no MAAS: o MAAS pode dar o"
                                + " mesmo endereço a uma máquina ou contêiner, e nenhum status"
                                + " mostra isso."),
                List.of(
                        Cure.advice(
                                new Words(
                                        "Reserve " + pools + " in the subnet of MAAS.",
                                        "Reserve " + pools + " na sub-rede do MAAS."))),
                Ref.NONE);
    }
}
