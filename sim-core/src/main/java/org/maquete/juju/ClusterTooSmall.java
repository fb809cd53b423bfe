package org.maquete.juju;

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
import org.maquete.juju.catalog.CharmCatalog;
import org.maquete.kernel.Ref;

/** An application has fewer units than its charm needs to form a cluster. */
final class ClusterTooSmall implements Rule {

    private final CharmCatalog catalog;

    ClusterTooSmall(CharmCatalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public String id() {
        return "cluster.min-size";
    }

    @Override
    public List<Finding> check(Run run) {
        List<Finding> findings = new ArrayList<>();
        for (Application application : run.world().table(JujuTables.APPLICATIONS)) {
            List<Unit> units = JujuView.units(run.world(), application.model(), application.name());
            int wanted = wanted(run, application);
            if (units.isEmpty() || units.size() >= wanted) {
                continue;
            }
            Unit first = units.getFirst();
            Optional<TypedLine> line = PlanLines.deploy(run, first);
            line.ifPresent(
                    at -> findings.add(finding(application, first, units.size(), wanted, at)));
        }
        return findings;
    }

    private int wanted(Run run, Application application) {
        if (application.charm().equals("ceph-mon")) {
            String monitors = JujuView.config(run.world(), application, "monitor-count");
            return monitors.isEmpty() ? 1 : Integer.parseInt(monitors);
        }
        return catalog.find(application.charm())
                .map(charm -> charm.readiness().unitsMin())
                .orElse(1);
    }

    private Finding finding(
            Application application, Unit first, int unitCount, int wanted, TypedLine line) {
        boolean works = first.workload().current().equals("active");
        String name = application.name();
        int more = wanted - unitCount;
        return new Finding(
                id(),
                works ? Severity.WARNING : Severity.ERROR,
                works ? Trouble.SILENT : Trouble.BLOCKED,
                line.place(),
                new Ref("application", name),
                first.workload().message(),
                new Words(
                        name
                                + " has "
                                + unitCount
                                + " of the "
                                + wanted
                                + " units its charm needs"
                                + " to form a cluster.",
                        name
                                + " tem "
                                + unitCount
                                + " das "
                                + wanted
                                + " unidades de que o charm"
                                + " precisa para formar um cluster."),
                List.of(
                        Cure.after(
                                new Words("Add units.", "Acrescente unidades."),
                                "juju add-unit -n " + more + " " + name)),
                Ref.NONE);
    }
}
