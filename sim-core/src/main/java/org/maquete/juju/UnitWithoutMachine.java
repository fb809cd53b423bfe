package org.maquete.juju;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
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
 * A unit was to get a container on a machine that did not exist when the command was typed. Juju
 * checks only machine placements at deploy; the assignment fails later, is dropped without a word,
 * and the unit waits for its machine for ever.
 */
final class UnitWithoutMachine implements Rule {

    @Override
    public String id() {
        return "juju.container-on-missing-machine";
    }

    @Override
    public List<Finding> check(Run run) {
        List<Finding> findings = new ArrayList<>();
        List<String> told = new ArrayList<>();
        for (Unit unit : run.world().table(JujuTables.UNITS)) {
            boolean waits =
                    unit.machine().isEmpty()
                            && unit.principal().isEmpty()
                            && unit.workload().message().equals("waiting for machine");
            if (!waits || told.contains(unit.application())) {
                continue;
            }
            Optional<TypedLine> line = PlanLines.deploy(run, unit);
            List<String> machines = line.map(UnitWithoutMachine::hosts).orElse(List.of());
            if (!machines.isEmpty()) {
                told.add(unit.application());
                String machine = machines.get(Math.min(unit.number(), machines.size() - 1));
                findings.add(finding(unit, machine, line.orElseThrow()));
            }
        }
        return findings;
    }

    @Override
    public List<Finding> certain(Run run, Supplier<List<String>> ahead) {
        List<Finding> found = check(run);
        return found.isEmpty() || PlanLines.changesMachines(ahead.get()) ? List.of() : found;
    }

    /** The machines named by {@code --to lxd:N,lxd:M}, in order. */
    private static List<String> hosts(TypedLine line) {
        List<String> machines = new ArrayList<>();
        List<String> words = line.words();
        for (int i = 0; i < words.size(); i++) {
            String placement =
                    words.get(i).startsWith("--to=")
                            ? words.get(i).substring("--to=".length())
                            : i > 0 && words.get(i - 1).equals("--to") ? words.get(i) : "";
            for (String item : placement.split(",", -1)) {
                if (item.startsWith("lxd:")) {
                    machines.add(item.substring("lxd:".length()));
                }
            }
        }
        return machines;
    }

    private Finding finding(Unit unit, String machine, TypedLine line) {
        Words cause =
                new Words(
                        "Machine "
                                + machine
                                + " of this model did not exist when this was typed."
                                + " Juju accepts it and the unit waits for ever; no status says"
                                + " why.",
                        "A máquina "
                                + machine
                                + " deste modelo não existia quando isto foi"
                                + " digitado. O Juju aceita e a unidade espera para sempre; nenhum"
                                + " status diz por quê.");
        return new Finding(
                id(),
                Severity.ERROR,
                Trouble.SILENT,
                line.place(),
                new Ref("unit", unit.name()),
                unit.workload().message(),
                cause,
                cures(unit, line),
                Ref.NONE);
    }

    private static List<Cure> cures(Unit unit, TypedLine line) {
        Cure later =
                Cure.advice(
                        new Words(
                                "Deploy it after that machine exists: `juju machines`.",
                                "Faça o deploy depois que a máquina existir: `juju machines`."));
        // juju-dashboard: its only partner, juju-controller, lives in the model controller
        if (!unit.application().equals("juju-dashboard")) {
            return List.of(later);
        }
        List<String> words = new ArrayList<>(line.words());
        words.addAll(2, List.of("-m", "controller"));
        return List.of(
                Cure.instead(
                        new Words(
                                "Its partner lives in the model controller, which has a machine 0.",
                                "O parceiro dele vive no modelo controller, que tem a máquina 0."),
                        String.join(" ", words)),
                later);
    }
}
