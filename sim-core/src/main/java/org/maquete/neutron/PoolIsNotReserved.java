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

/**
 * Neutron hands out addresses of a range that MAAS also hands out: inside its dynamic range, or in
 * its subnet but not reserved. Both accept it; one day two machines have the same address.
 */
final class PoolIsNotReserved implements Rule {

    @Override
    public String id() {
        return "net.pool-overlaps-dhcp";
    }

    @Override
    public List<Finding> check(Run run) {
        List<Finding> findings = new ArrayList<>();
        Optional<org.maquete.maas.Subnet> maas = MaasView.subnet(run.world());
        for (Subnet subnet : NeutronView.subnets(run.world())) {
            boolean outside =
                    NeutronView.network(run.world(), subnet.network())
                            .filter(Network::external)
                            .isPresent();
            Optional<TypedLine> line = MakingLine.of(run, "openstack subnet create", subnet.name());
            if (outside && maas.isPresent() && line.isPresent()) {
                subnet.pools()
                        .forEach(pool ->
                                words(Ipv4.Range.of(pool), maas.get())
                                        .ifPresent(why ->
                                                findings.add(
                                                        finding(subnet, pool, line.get(), why))));
            }
        }
        return findings;
    }

    /** What is wrong with a pool; empty when nothing is. */
    private static Optional<Words> words(Ipv4.Range pool, org.maquete.maas.Subnet maas) {
        Optional<Ipv4.Range> dynamic = range(maas.dynamicLow(), maas.dynamicHigh());
        if (dynamic.isPresent() && dynamic.get().overlaps(pool)) {
            return Optional.of(
                    new Words(
                            "The pool "
                                    + pool
                                    + " overlaps the range "
                                    + dynamic.get()
                                    + " that MAAS gives out by DHCP: two machines will get the"
                                    + " same address.",
                            "O intervalo "
                                    + pool
                                    + " se sobrepõe à faixa "
                                    + dynamic.get()
                                    + " que o MAAS distribui por DHCP: duas máquinas receberão o"
                                    + " mesmo endereço."));
        }
        Ipv4.Range all = Ipv4.Cidr.of(maas.cidr()).range();
        boolean free = maas.reserved().stream().noneMatch(r -> pool.isWithin(Ipv4.Range.of(r)));
        return pool.overlaps(all) && free
                ? Optional.of(
                        new Words(
                                "The pool "
                                        + pool
                                        + " lies in the MAAS subnet "
                                        + maas.cidr()
                                        + " and is not reserved there: MAAS may give the same"
                                        + " addresses to machines and containers.",
                                "O intervalo "
                                        + pool
                                        + " fica na sub-rede do MAAS "
                                        + maas.cidr()
                                        + " e não está reservado lá: o MAAS pode dar os mesmos"
                                        + " endereços a máquinas e contêineres."))
                : Optional.empty();
    }

    private static Optional<Ipv4.Range> range(String low, String high) {
        return Ipv4.parse(low)
                .flatMap(first -> Ipv4.parse(high).map(last -> new Ipv4.Range(first, last)));
    }

    private Finding finding(Subnet subnet, String pool, TypedLine line, Words why) {
        Ipv4.Range range = Ipv4.Range.of(pool);
        String reserve =
                "maas admin ipranges create type=reserved start_ip="
                        + Ipv4.text(range.first())
                        + " end_ip="
                        + Ipv4.text(range.last());
        return new Finding(
                id(),
                Severity.WARNING,
                Trouble.SILENT,
                line.place(),
                new Ref(Kinds.SUBNET, subnet.name()),
                "",
                why,
                List.of(
                        Cure.advice(
                                new Words(
                                        "Reserve a range outside the dynamic one: " + reserve,
                                        "Reserve uma faixa fora da dinâmica: " + reserve))),
                Ref.NONE);
    }
}
