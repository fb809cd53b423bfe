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
import org.maquete.world.World;

/**
 * A flat network on a physical network that neutron-api's configuration does not allow, or not
 * again.
 */
final class PhysicalNetworkIsNotAllowed implements Remedy {

    private static final Pattern UNKNOWN =
            Pattern.compile("physical_network '([^']*)' unknown for flat provider network");
    private static final Pattern IN_USE =
            Pattern.compile("flat network\\. Physical network (\\S+) is in use");

    @Override
    public Optional<Diagnosis> diagnose(TypedLine line, Refusal refusal, World world) {
        if (refusal.message().contains("Flat provider networks are disabled")) {
            return Optional.of(disabled(line, world));
        }
        Matcher unknown = UNKNOWN.matcher(refusal.message());
        if (unknown.find()) {
            return Optional.of(unknown(line, unknown.group(1), world));
        }
        Matcher inUse = IN_USE.matcher(refusal.message());
        return inUse.find() ? Optional.of(inUse(inUse.group(1), world)) : Optional.empty();
    }

    private static Diagnosis disabled(TypedLine line, World world) {
        String option = "--provider-physical-network";
        int at = line.words().indexOf(option);
        String physnet =
                at >= 0 && at + 1 < line.words().size() ? line.words().get(at + 1) : "physnet1";
        return new Diagnosis(
                "neutron.flat-networks-disabled",
                Severity.ERROR,
                new Words(
                        "neutron-api's option flat-network-providers is not set, which disables"
                                + " flat networks.",
                        "A opção flat-network-providers do neutron-api não está definida, o que"
                                + " desativa redes flat."),
                List.of(allow(physnet, world)));
    }

    private static Cure allow(String value, World world) {
        String application = NeutronView.application(world);
        return Cure.before(
                new Words("Allow the physical network.", "Permita a rede física."),
                "juju config "
                        + application
                        + " flat-network-providers="
                        + ShellWord.quoted(value));
    }

    private static Diagnosis unknown(TypedLine line, String physnet, World world) {
        String allowed = NeutronView.option(world, "flat-network-providers").strip();
        Cure cure =
                allowed.contains(" ") || allowed.isEmpty()
                        ? allow((allowed + " " + physnet).strip(), world)
                        : Cure.instead(
                                new Words(
                                        "Use the physical network that is allowed: "
                                                + allowed
                                                + ".",
                                        "Use a rede física que é permitida: " + allowed + "."),
                                ShellWord.replaced(line, List.of(physnet), List.of(allowed)));
        return new Diagnosis(
                "neutron.physnet-unknown",
                Severity.ERROR,
                new Words(
                        "neutron-api allows flat networks on: "
                                + allowed
                                + ", not on "
                                + physnet
                                + ".",
                        "O neutron-api permite redes flat em: "
                                + allowed
                                + ", não em "
                                + physnet
                                + "."),
                List.of(cure));
    }

    private static Diagnosis inUse(String physnet, World world) {
        String owner =
                NeutronView.networks(world).stream()
                        .filter(n -> n.physnet().equals(physnet))
                        .map(Network::name)
                        .findFirst()
                        .orElse("");
        return new Diagnosis(
                "neutron.physnet-in-use",
                Severity.ERROR,
                new Words(
                        "A physical network carries one flat network; "
                                + physnet
                                + " already carries "
                                + owner
                                + ".",
                        "Uma rede física leva uma única rede flat; "
                                + physnet
                                + " já leva "
                                + owner
                                + "."),
                List.of(
                        Cure.advice(
                                new Words(
                                        "Use the network " + owner + ", or delete it first.",
                                        "Use a rede " + owner + ", ou apague-a antes."))));
    }
}
