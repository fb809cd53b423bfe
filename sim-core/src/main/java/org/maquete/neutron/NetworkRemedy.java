package org.maquete.neutron;

import java.util.List;
import java.util.Optional;
import org.maquete.finding.Cure;
import org.maquete.finding.Remedy;
import org.maquete.finding.Severity;
import org.maquete.finding.TypedLine;
import org.maquete.finding.Words;
import org.maquete.kernel.Refusal;
import org.maquete.world.World;

/** Explains what Neutron refused, and what the client did not find there. */
final class NetworkRemedy implements Remedy {

    @Override
    public Optional<Diagnosis> diagnose(TypedLine line, Refusal refusal, World world) {
        if (!line.startsWith("openstack")) {
            return Optional.empty();
        }
        Optional<Diagnosis> missing = missing(refusal);
        return missing.isPresent() ? missing : refused(line, refusal);
    }

    private static Optional<Diagnosis> missing(Refusal refusal) {
        String name = refusal.missed().name();
        return switch (refusal.missed().kind()) {
            case "security_group" -> Optional.of(group(name));
            case "network" ->
                    Optional.of(
                            missing(
                                    "network",
                                    "rede",
                                    name,
                                    Cure.before(
                                            new Words("Create it first.", "Crie-a antes."),
                                            "openstack network create " + name)));
            case "router" ->
                    Optional.of(
                            missing(
                                    "router",
                                    "roteador",
                                    name,
                                    Cure.before(
                                            new Words("Create it first.", "Crie-o antes."),
                                            "openstack router create " + name)));
            case "subnet" ->
                    Optional.of(
                            missing(
                                    "subnet",
                                    "sub-rede",
                                    name,
                                    Cure.advice(new Words("Create it first.", "Crie-a antes."))));
            case "floating_ip" -> Optional.of(floatingIp(name));
            default -> Optional.empty();
        };
    }

    private static Diagnosis group(String name) {
        Cure cure =
                Cure.before(
                        new Words(
                                "Create the group, and let ssh in.",
                                "Crie o grupo e deixe o ssh entrar."),
                        "openstack security group create " + name,
                        "openstack security group rule create --protocol tcp --dst-port 22 "
                                + name);
        return missing("security group", "grupo de segurança", name, cure);
    }

    private static Diagnosis floatingIp(String name) {
        if (!name.isEmpty()) {
            return missing(
                    "floating IP",
                    "IP flutuante",
                    name,
                    Cure.advice(
                            new Words(
                                    "Take an address of openstack floating ip list.",
                                    "Use um endereço de openstack floating ip list.")));
        }
        return new Diagnosis(
                "ref.missing",
                Severity.ERROR,
                new Words(
                        "The address is empty: the command that should have filled the variable"
                                + " failed.",
                        "O endereço está vazio: o comando que deveria preencher a variável"
                                + " falhou."),
                List.of(
                        Cure.advice(
                                new Words(
                                        "Look at the variable before you use it.",
                                        "Veja o valor da variável antes de usá-la."))));
    }

    private static Diagnosis missing(String en, String pt, String name, Cure cure) {
        return new Diagnosis(
                "ref.missing",
                Severity.ERROR,
                new Words(
                        "There is no " + en + " " + name + ".",
                        "Não existe " + pt + " " + name + "."),
                List.of(cure));
    }

    private static Optional<Diagnosis> refused(TypedLine line, Refusal refusal) {
        String message = refusal.message();
        if (message.contains("Flat provider networks are disabled")
                || message.contains("unknown for flat provider network")) {
            return Optional.of(flat(line));
        }
        if (message.contains("spans beyond the subnet cidr")) {
            return Optional.of(
                    plain(
                            "neutron.pool-out-of-bounds",
                            "The pool does not lie inside the range of the subnet.",
                            "O intervalo de endereços não está dentro da faixa da sub-rede."));
        }
        if (message.contains("conflicts with allocation pool")) {
            return Optional.of(
                    plain(
                            "neutron.gateway-in-pool",
                            "The gateway's address lies in the pool that is given to others.",
                            "O endereço do gateway está no intervalo distribuído a outros."));
        }
        if (message.startsWith("Unable to create the flat network")) {
            return Optional.of(
                    plain(
                            "neutron.flat-in-use",
                            "A physical network carries one flat network only.",
                            "Uma rede física comporta apenas uma rede flat."));
        }
        if (message.startsWith("No more IP addresses")) {
            return Optional.of(
                    plain(
                            "neutron.pool-exhausted",
                            "Every address of the pool is taken; routers take one each.",
                            "Todos os endereços do intervalo estão em uso; cada roteador usa um."));
        }
        if (message.contains("is not reachable from subnet")) {
            return Optional.of(
                    plain(
                            "neutron.fip-unreachable",
                            "No router joins the server's subnet with the network outside.",
                            "Nenhum roteador liga a sub-rede do servidor à rede externa."));
        }
        return Optional.empty();
    }

    private static Diagnosis flat(TypedLine line) {
        int at = line.words().indexOf("--provider-physical-network") + 1;
        String physnet = at > 0 && at < line.words().size() ? line.words().get(at) : "physnet1";
        return new Diagnosis(
                "neutron.flat-disabled",
                Severity.ERROR,
                new Words(
                        "neutron-api allows flat networks only on what flat-network-providers"
                                + " names.",
                        "O neutron-api só permite redes flat no que flat-network-providers"
                                + " indica."),
                List.of(
                        Cure.before(
                                new Words("Allow it.", "Permita."),
                                "juju config neutron-api flat-network-providers=" + physnet)));
    }

    private static Diagnosis plain(String rule, String en, String pt) {
        return new Diagnosis(rule, Severity.ERROR, new Words(en, pt), List.of());
    }
}
