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
import org.maquete.juju.JujuView;
import org.maquete.juju.Unit;
import org.maquete.kernel.Ref;
import org.maquete.maas.MaasView;
import org.maquete.world.World;

/**
 * The instances of a subnet are told no name server, neither by the subnet nor by the charm: they
 * come up, and no name resolves.
 */
final class SubnetHasNoNameserver implements Rule {

    private static final String CHARM = "neutron-api-plugin-ovn";

    @Override
    public String id() {
        return "net.no-dns";
    }

    @Override
    public List<Finding> check(Run run) {
        List<Finding> findings = new ArrayList<>();
        Optional<Unit> plugin = JujuView.unitsOfCharm(run.world(), CHARM).stream().findFirst();
        if (plugin.isEmpty() || !servers(run.world(), plugin.get()).isBlank()) {
            return findings;
        }
        for (Subnet subnet : NeutronView.subnets(run.world())) {
            boolean inside =
                    NeutronView.network(run.world(), subnet.network())
                            .filter(n -> !n.external())
                            .isPresent();
            if (inside && subnet.dhcp() && subnet.nameservers().isEmpty()) {
                MakingLine.of(run, "openstack subnet create", subnet.name())
                        .ifPresent(line -> findings.add(finding(subnet, line, run, plugin.get())));
            }
        }
        return findings;
    }

    private static String servers(World world, Unit unit) {
        return JujuView.application(world, unit.model(), unit.application())
                .map(application -> JujuView.config(world, application, "dns-servers"))
                .orElse("");
    }

    private Finding finding(Subnet subnet, TypedLine line, Run run, Unit plugin) {
        String dns = MaasView.subnet(run.world()).map(s -> s.dns()).orElse("");
        String config =
                "juju config "
                        + plugin.application()
                        + " dns-servers="
                        + (dns.isEmpty() ? "ADDRESS" : dns);
        return new Finding(
                id(),
                Severity.WARNING,
                Trouble.SILENT,
                line.place(),
                new Ref(Kinds.SUBNET, subnet.name()),
                "",
                new Words(
                        "Neither --dns-nameserver nor dns-servers of "
                                + plugin.application()
                                + " is set: instances of "
                                + subnet.name()
                                + " get no name server they can use.",
                        "Nem --dns-nameserver nem dns-servers de "
                                + plugin.application()
                                + " está definido: as instâncias de "
                                + subnet.name()
                                + " não recebem um servidor de nomes utilizável."),
                List.of(
                        Cure.advice(
                                new Words(
                                        "Add --dns-nameserver, or: " + config,
                                        "Acrescente --dns-nameserver, ou: " + config))),
                Ref.NONE);
    }
}
