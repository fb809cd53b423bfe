package org.maquete.juju.client;

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
import org.maquete.juju.Application;
import org.maquete.juju.ApplicationAdded;
import org.maquete.juju.JujuTables;
import org.maquete.juju.JujuView;
import org.maquete.juju.Relation;
import org.maquete.kernel.Ref;

/** A subordinate that nothing relates to a principal has no units, and nobody says so. */
final class SubordinateRule implements Rule {

    @Override
    public String id() {
        return "juju.subordinate-unrelated";
    }

    @Override
    public List<Finding> check(Run run) {
        List<Finding> findings = new ArrayList<>();
        for (Application each : run.world().table(JujuTables.APPLICATIONS)) {
            boolean isAlone =
                    each.subordinate()
                            && JujuView.relations(run.world(), each.model(), each.name()).stream()
                                    .noneMatch(Relation::container);
            Optional<TypedLine> line =
                    isAlone
                            ? Origins.lineOf(
                                    run,
                                    fact ->
                                            fact instanceof ApplicationAdded added
                                                    && added.model().equals(each.model())
                                                    && added.application().equals(each.name()))
                            : Optional.empty();
            line.ifPresent(found -> findings.add(finding(each, found)));
        }
        return findings;
    }

    private Finding finding(Application application, TypedLine line) {
        String name = application.name();
        Words cause =
                new Words(
                        name
                                + " is a subordinate: it gets a unit beside each unit of a"
                                + " principal"
                                + " that it is related to, and nothing relates it.",
                        name
                                + " é um subordinado: ganha uma unidade ao lado de cada unidade de"
                                + " um"
                                + " principal com o qual se relaciona, e nada o relaciona.");
        return new Finding(
                id(),
                Severity.WARNING,
                Trouble.SILENT,
                line.place(),
                new Ref("application", name),
                "",
                cause,
                List.of(
                        Cure.advice(
                                new Words(
                                        "juju integrate " + name + ":<endpoint> <principal>",
                                        "juju integrate " + name + ":<endpoint> <principal>"))),
                Ref.NONE);
    }
}
