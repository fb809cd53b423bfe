package org.maquete.nova;

import java.util.List;
import java.util.Optional;
import org.maquete.finding.Cure;
import org.maquete.finding.Remedy;
import org.maquete.finding.Severity;
import org.maquete.finding.TypedLine;
import org.maquete.finding.Words;
import org.maquete.kernel.Refusal;
import org.maquete.world.World;

/** Explains what Nova refused, and what the client did not find on the way to a server. */
final class ServerRemedy implements Remedy {

    @Override
    public Optional<Diagnosis> diagnose(TypedLine line, Refusal refusal, World world) {
        if (!line.startsWith("openstack")) {
            return Optional.empty();
        }
        String name = refusal.missed().name();
        return switch (refusal.missed().kind()) {
            case "keypair" ->
                    Optional.of(
                            missing(
                                    "key pair",
                                    "par de chaves",
                                    name,
                                    "openstack keypair create --private-key ~/"
                                            + name
                                            + ".pem "
                                            + name));
            case "flavor" ->
                    Optional.of(
                            missing(
                                    "flavor",
                                    "flavor",
                                    name,
                                    "openstack flavor create --ram 1024 --disk 20 --vcpus 1 "
                                            + name));
            case "server" -> Optional.of(missing("server", "servidor", name));
            case "image" -> Optional.of(missing("image", "imagem", name));
            default ->
                    refusal.message().startsWith("Quota exceeded")
                            ? Optional.of(quota())
                            : Optional.empty();
        };
    }

    private static Diagnosis missing(String en, String pt, String name, String... lines) {
        Words how = new Words("Create it first.", "Crie antes.");
        return new Diagnosis(
                "ref.missing",
                Severity.ERROR,
                new Words(
                        "There is no " + en + " " + name + ".",
                        "Não existe " + pt + " " + name + "."),
                List.of(lines.length == 0 ? Cure.advice(how) : Cure.before(how, lines)));
    }

    private static Diagnosis quota() {
        return new Diagnosis(
                "quota.exceeded",
                Severity.ERROR,
                new Words(
                        "The project already has as much as its quota allows.",
                        "O projeto já tem tudo o que a sua cota permite."),
                List.of());
    }
}
