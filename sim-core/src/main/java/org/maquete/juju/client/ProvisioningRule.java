package org.maquete.juju.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.maquete.finding.Cure;
import org.maquete.finding.Finding;
import org.maquete.finding.Remedy;
import org.maquete.finding.Rule;
import org.maquete.finding.Run;
import org.maquete.finding.Severity;
import org.maquete.finding.Trouble;
import org.maquete.finding.TypedLine;
import org.maquete.finding.Words;
import org.maquete.juju.JujuTables;
import org.maquete.juju.Machine;
import org.maquete.juju.MachineAdded;
import org.maquete.juju.PlanLines;
import org.maquete.juju.Space;
import org.maquete.juju.SpaceView;
import org.maquete.kernel.Ref;
import org.maquete.world.World;

/**
 * MAAS gave no machine, or the host of a container no network. Juju tries ten times more, then the
 * machine stays {@code provisioning error}; the deploy itself was accepted. One finding for each
 * line.
 */
final class ProvisioningRule implements Rule {

    @Override
    public String id() {
        return "juju.provisioning-failed";
    }

    @Override
    public List<Finding> check(Run run) {
        List<Finding> findings = new ArrayList<>();
        TreeSet<Integer> told = new TreeSet<>();
        for (Machine machine : run.world().table(JujuTables.MACHINES)) {
            String message = machine.instance().message();
            boolean failed =
                    machine.instance().current().equals("provisioning error")
                            || message.contains("retrying in");
            Optional<TypedLine> line =
                    failed
                            ? Origins.lineOf(
                                    run,
                                    fact ->
                                            fact instanceof MachineAdded added
                                                    && added.model().equals(machine.model())
                                                    && added.machine().equals(machine.name()))
                            : Optional.empty();
            if (line.isPresent() && told.add(line.get().index())) {
                findings.add(finding(run, machine, line.get()));
            }
        }
        return findings;
    }

    @Override
    public List<Finding> certain(Run run, Supplier<List<String>> ahead) {
        List<Finding> found = check(run);
        return found.isEmpty() || PlanLines.changesMachines(ahead.get()) ? List.of() : found;
    }

    private Finding finding(Run run, Machine machine, TypedLine line) {
        Remedy.Diagnosis why =
                isOfSpaces(machine.instance().message())
                        ? spaces(machine, run.world())
                        : CloudRemedy.unmatched(line, run.world());
        return new Finding(
                id(),
                Severity.ERROR,
                Trouble.BLOCKED,
                line.place(),
                new Ref("machine", machine.name()),
                machine.instance().message(),
                why.cause(),
                why.cures(),
                Ref.NONE);
    }

    /** The texts of network/containerizer and of ProvisioningInfo, not those of MAAS. */
    private static boolean isOfSpaces(String message) {
        return message.contains(" no available device in space(s) ")
                || message.contains("no obvious space for container ")
                || message.contains("matching subnets to zones: ");
    }

    private static Remedy.Diagnosis spaces(Machine machine, World world) {
        StringBuilder known = new StringBuilder();
        for (Space space : SpaceView.spaces(world, machine.model())) {
            known.append(known.isEmpty() ? "" : ", ").append(space.name());
            known.append(" (").append(String.join(" ", space.subnets())).append(')');
        }
        Words why =
                machine.isContainer()
                        ? new Words(
                                "A container gets its network from ports of its host, and the host"
                                        + " has none in that space. The spaces of the model are: "
                                        + known
                                        + ". Bind to a space that the host is in, place the unit"
                                        + " elsewhere, or cable the host.",
                                "Um contêiner recebe a rede das portas de seu host, e o host não"
                                        + " tem nenhuma nesse espaço. Os espaços do modelo são: "
                                        + known
                                        + ". Ligue a um espaço em que o host está, ponha a unidade"
                                        + " em outro lugar, ou cabeie o host.")
                        : new Words(
                                "No machine can be asked for in these spaces; endpoints that are"
                                        + " not bound are in alpha, which has no subnet in MAAS."
                                        + " The spaces of the model are: "
                                        + known
                                        + ".",
                                "Nenhuma máquina pode ser pedida nesses espaços; os endpoints não"
                                        + " ligados ficam em alpha, que não tem sub-rede no MAAS."
                                        + " Os espaços do modelo são: "
                                        + known
                                        + ".");
        return new Remedy.Diagnosis(
                "juju.space-missing", Severity.ERROR, why, List.of(Cure.advice(why)));
    }
}
