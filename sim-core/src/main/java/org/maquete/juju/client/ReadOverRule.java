package org.maquete.juju.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maquete.finding.CausingLine;
import org.maquete.finding.Cure;
import org.maquete.finding.Finding;
import org.maquete.finding.Rule;
import org.maquete.finding.Run;
import org.maquete.finding.Severity;
import org.maquete.finding.Trouble;
import org.maquete.finding.TypedLine;
import org.maquete.finding.Words;
import org.maquete.juju.bundle.DeployBundle;
import org.maquete.kernel.JournalEntry;
import org.maquete.kernel.Ref;

/** Parts of a bundle that have no effect: Juju says so in a dry run only. */
final class ReadOverRule implements Rule {

    @Override
    public String id() {
        return "juju.bundle-read-over";
    }

    @Override
    public List<Finding> check(Run run) {
        if (run.lines().stream().noneMatch(ReadOverRule::isBundle)) {
            return List.of(); // the journal is long
        }
        List<Finding> findings = new ArrayList<>();
        for (JournalEntry entry : run.journal().entries()) {
            if (entry.what() instanceof JournalEntry.Commanded(DeployBundle deploy, _)
                    && !deploy.readOver().isEmpty()) {
                Optional<TypedLine> line =
                        CausingLine.of(
                                run,
                                other -> other.number() == entry.number(),
                                ReadOverRule::isBundle);
                line.ifPresent(found -> findings.add(finding(deploy, found)));
            }
        }
        return findings;
    }

    private static boolean isBundle(TypedLine line) {
        return line.startsWith("juju deploy")
                && !line.words().contains("--dry-run")
                && ConfiguredName.charm(line)
                        .filter(name -> name.endsWith(".yaml") || name.endsWith(".yml"))
                        .isPresent();
    }

    private Finding finding(DeployBundle deploy, TypedLine line) {
        String all = String.join("; ", deploy.readOver());
        return new Finding(
                id(),
                Severity.WARNING,
                Trouble.SILENT,
                line.place(),
                deploy.subject(),
                "",
                new Words(
                        "The bundle was deployed without this: " + all + ".",
                        "O bundle foi implantado sem isto: " + all + "."),
                List.of(
                        Cure.advice(
                                new Words(
                                        "Look for a misspelt key or one at the wrong depth; juju"
                                                + " deploy --dry-run warns of those.",
                                        "Procure uma chave mal escrita ou no nível errado; juju"
                                                + " deploy --dry-run avisa."))),
                Ref.NONE);
    }
}
