package org.maquete.neutron;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.maquete.finding.Cure;
import org.maquete.finding.Remedy;
import org.maquete.finding.Severity;
import org.maquete.finding.TypedLine;
import org.maquete.finding.Words;
import org.maquete.kernel.Refusal;
import org.maquete.maas.MaasView;
import org.maquete.world.World;

/** What else Neutron refuses about addresses, routes and limits, in words a beginner follows. */
final class RequestIsRefused implements Remedy {

    private static final Pattern SPANS =
            Pattern.compile("allocation pool (\\S+) spans beyond the subnet cidr (\\S+)\\.");
    private static final Pattern QUOTA =
            Pattern.compile("Quota exceeded for resources: \\['(\\w+)'");

    /** A refusal that needs no more than a sentence. */
    private record Known(String part, String rule, Words cause, Words advice) {}

    private static final List<Known> KNOWN =
            List.of(
                    new Known(
                            "conflicts with allocation pool",
                            "neutron.gateway-in-pool",
                            new Words(
                                    "The gateway's address lies in the allocation pool.",
                                    "O endereço do gateway fica dentro do intervalo de alocação."),
                            new Words(
                                    "Start the pool after the gateway.",
                                    "Comece o intervalo depois do gateway.")),
                    new Known(
                            "overlaps with another subnet",
                            "neutron.subnets-overlap",
                            new Words(
                                    "The network has a subnet with some of these addresses.",
                                    "A rede já tem uma sub-rede com parte destes endereços."),
                            new Words("See: openstack subnet list", "Veja: openstack subnet list")),
                    new Known(
                            "is not reachable from subnet",
                            "neutron.no-way-outside",
                            new Words(
                                    "No router joins the server's subnet to the external network.",
                                    "Nenhum roteador liga a sub-rede do servidor à rede externa."),
                            new Words(
                                    "openstack router add subnet ROUTER SUBNET and"
                                            + " openstack router set ROUTER --external-gateway"
                                            + " NETWORK come first.",
                                    "Antes vêm openstack router add subnet ROUTER SUBNET e"
                                            + " openstack router set ROUTER --external-gateway"
                                            + " NETWORK.")),
                    new Known(
                            "is not a valid external network",
                            "neutron.network-not-external",
                            new Words(
                                    "Floating IPs come from an external network only.",
                                    "IPs flutuantes só vêm de uma rede externa."),
                            new Words(
                                    "See: openstack network list --external",
                                    "Veja: openstack network list --external")),
                    new Known(
                            "is not an external network",
                            "neutron.network-not-external",
                            new Words(
                                    "A router's gateway must be on an external network.",
                                    "O gateway de um roteador precisa estar numa rede externa."),
                            new Words(
                                    "See: openstack network list --external",
                                    "Veja: openstack network list --external")),
                    new Known(
                            "already has a floating IP on external network",
                            "neutron.port-has-floating-ip",
                            new Words(
                                    "The server already has a floating IP of this network.",
                                    "O servidor já tem um IP flutuante desta rede."),
                            new Words(
                                    "Remove the old one first: openstack server remove floating ip",
                                    "Remova antes o antigo: openstack server remove floating ip")),
                    new Known(
                            "No more IP addresses available",
                            "neutron.pool-exhausted",
                            new Words(
                                    "All addresses of the network's pools are in use.",
                                    "Todos os endereços dos intervalos da rede estão em uso."),
                            new Words(
                                    "Delete what is not used: openstack floating ip list",
                                    "Apague o que não se usa: openstack floating ip list")),
                    new Known(
                            "Security group rule already exists",
                            "neutron.rule-exists",
                            new Words(
                                    "The group already has this rule.",
                                    "O grupo já tem esta regra."),
                            new Words("Leave the line out.", "Deixe a linha de fora.")),
                    new Known(
                            "Router already has a port on subnet",
                            "neutron.subnet-already-added",
                            new Words(
                                    "The router already has an interface in this subnet.",
                                    "O roteador já tem uma interface nesta sub-rede."),
                            new Words("Leave the line out.", "Deixe a linha de fora.")));

    @Override
    public Optional<Diagnosis> diagnose(TypedLine line, Refusal refusal, World world) {
        if (!line.words().contains("openstack")) {
            return Optional.empty();
        }
        Matcher spans = SPANS.matcher(refusal.message());
        if (spans.find()) {
            return Optional.of(spans(line, spans.group(1), spans.group(2), world));
        }
        Matcher quota = QUOTA.matcher(refusal.message());
        if (quota.find()) {
            String resource = quota.group(1);
            return Quotas.allowed(world, resource).map(many -> quota(resource, many, world));
        }
        return KNOWN.stream()
                .filter(known -> refusal.message().contains(known.part))
                .findFirst()
                .map(known ->
                        new Diagnosis(
                                known.rule,
                                Severity.ERROR,
                                known.cause,
                                List.of(Cure.advice(known.advice))));
    }

    private static Diagnosis spans(TypedLine line, String pool, String cidr, World world) {
        Optional<String> wider =
                MaasView.subnet(world)
                        .map(s -> s.cidr())
                        .filter(c -> Ipv4.Range.of(pool).isWithin(Ipv4.Cidr.of(c).hosts()))
                        .filter(c -> Ipv4.Cidr.of(c).range().overlaps(Ipv4.Cidr.of(cidr).range()));
        Cure cure =
                wider.map(c ->
                                Cure.instead(
                                        new Words(
                                                "Give the subnet the range that MAAS has: "
                                                        + c
                                                        + ".",
                                                "Dê à sub-rede a faixa que o MAAS tem: " + c + "."),
                                        ShellWord.replaced(line, List.of(cidr), List.of(c))))
                        .orElseGet(() ->
                                Cure.advice(
                                        new Words(
                                                "Choose a pool inside " + cidr + ".",
                                                "Escolha um intervalo dentro de " + cidr + ".")));
        return new Diagnosis(
                "neutron.pool-outside-cidr",
                Severity.ERROR,
                new Words(
                        "The pool " + pool + " is not inside " + cidr + ".",
                        "O intervalo " + pool + " não fica dentro de " + cidr + "."),
                List.of(cure));
    }

    private static Diagnosis quota(String resource, long allowed, World world) {
        String option = "quota-" + resource.replace('_', '-');
        return new Diagnosis(
                "quota.exceeded",
                Severity.ERROR,
                new Words(
                        "The project may have no more of: " + resource + ".",
                        "O projeto não pode ter mais de: " + resource + "."),
                List.of(
                        Cure.before(
                                new Words("Allow more.", "Permita mais."),
                                "juju config "
                                        + NeutronView.application(world)
                                        + " "
                                        + option
                                        + "="
                                        + 2 * allowed)));
    }
}
