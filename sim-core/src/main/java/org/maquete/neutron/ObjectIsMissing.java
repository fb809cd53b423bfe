package org.maquete.neutron;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.maquete.finding.Cure;
import org.maquete.finding.Remedy;
import org.maquete.finding.Severity;
import org.maquete.finding.TypedLine;
import org.maquete.finding.Words;
import org.maquete.kernel.Refusal;
import org.maquete.world.World;

/** A line names a network, subnet, router, group or floating address that nobody made. */
final class ObjectIsMissing implements Remedy {

    @Override
    public Optional<Diagnosis> diagnose(TypedLine line, Refusal refusal, World world) {
        String name = refusal.missed().name();
        return switch (refusal.missed().kind()) {
            case Kinds.GROUP -> Optional.of(group(name));
            case Kinds.FLOATING_IP -> Optional.of(floatingIp(name));
            case Kinds.NETWORK, Kinds.SUBNET, Kinds.ROUTER, Kinds.PORT ->
                    Optional.of(other(line, refusal, world));
            default -> Optional.empty();
        };
    }

    private static Diagnosis group(String name) {
        String quoted = ShellWord.quoted(name);
        Cure create =
                Cure.before(
                        new Words(
                                "Create the group and let SSH in.",
                                "Crie o grupo e deixe o SSH entrar."),
                        "openstack security group create " + quoted,
                        "openstack security group rule create --protocol tcp --dst-port 22 "
                                + quoted);
        return new Diagnosis(
                "ref.missing",
                Severity.ERROR,
                new Words(
                        "No line before this one creates the security group " + name + ".",
                        "Nenhuma linha antes desta cria o grupo de segurança " + name + "."),
                List.of(create));
    }

    private static Diagnosis floatingIp(String name) {
        if (name.isEmpty()) {
            return new Diagnosis(
                    "neutron.floating-ip-empty",
                    Severity.ERROR,
                    new Words(
                            "The address is the empty text: the variable was never set, because"
                                    + " the line that creates the floating IP failed or is not"
                                    + " there.",
                            "O endereço é o texto vazio: a variável nunca foi definida, porque a"
                                    + " linha que cria o IP flutuante falhou ou não existe."),
                    List.of());
        }
        return new Diagnosis(
                "ref.missing",
                Severity.ERROR,
                new Words(
                        "The project has no floating IP " + name + ".",
                        "O projeto não tem o IP flutuante " + name + "."),
                List.of(
                        Cure.advice(
                                new Words(
                                        "See the allocated ones with: openstack floating ip list",
                                        "Veja os alocados com: openstack floating ip list"))));
    }

    private static Diagnosis other(TypedLine line, Refusal refusal, World world) {
        String kind = refusal.missed().kind();
        String name = refusal.missed().name();
        List<Cure> cures =
                similar(kind, name, world)
                        .map(meant -> instead(line, kind, name, meant))
                        .map(List::of)
                        .orElseGet(() -> List.of(create(kind, name)));
        return new Diagnosis(
                "ref.missing",
                Severity.ERROR,
                new Words(
                        "There is no " + kind + " " + name + " when this line is typed.",
                        "Não existe "
                                + Kinds.inPortuguese(kind)
                                + " "
                                + name
                                + " quando esta linha é digitada."),
                cures);
    }

    private static Cure instead(TypedLine line, String kind, String name, String meant) {
        return Cure.instead(
                new Words(
                        "Perhaps the " + kind + " " + meant + " was meant.",
                        "Talvez se quisesse " + Kinds.inPortuguese(kind) + " " + meant + "."),
                ShellWord.replaced(line, List.of(name), List.of(meant)));
    }

    private static Cure create(String kind, String name) {
        return Cure.advice(
                new Words(
                        "Create it first: openstack "
                                + kind
                                + " create ... "
                                + ShellWord.quoted(name),
                        "Crie-o antes: openstack "
                                + kind
                                + " create ... "
                                + ShellWord.quoted(name)));
    }

    /** The only name that differs in nothing but case, hyphen or underscore. */
    private static Optional<String> similar(String kind, String name, World world) {
        Stream<String> names =
                switch (kind) {
                    case Kinds.NETWORK -> names(NeutronView.networks(world), Network::name);
                    case Kinds.SUBNET -> names(NeutronView.subnets(world), Subnet::name);
                    case Kinds.ROUTER -> names(NeutronView.routers(world), Router::name);
                    default -> Stream.empty();
                };
        List<String> near = names.filter(n -> plain(n).equals(plain(name))).distinct().toList();
        return near.size() == 1 && !name.isEmpty()
                ? Optional.of(near.getFirst())
                : Optional.empty();
    }

    private static <R> Stream<String> names(List<R> rows, Function<R, String> name) {
        return rows.stream().map(name);
    }

    private static String plain(String name) {
        return name.toLowerCase(java.util.Locale.ROOT).replace("-", "").replace("_", "");
    }
}
