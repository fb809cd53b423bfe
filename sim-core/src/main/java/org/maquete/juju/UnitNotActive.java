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

/**
 * Units that wait for others at the end of a run: one finding for each application and message. Who
 * misses a relation of its own is a cause; who waits for another unit is a consequence, and says of
 * which ({@code causedBy}).
 */
final class UnitNotActive implements Rule {

    /** What such a unit waits for. */
    enum Kind {
        /** A relation that the plan never makes. */
        MISSING_RELATION("charm.missing-relation"),
        /** A unit or an application that is not ready itself. */
        WAITING("charm.waiting");

        private final String id;

        Kind(String id) {
            this.id = id;
        }
    }

    private final Kind kind;
    private final CharmCatalog catalog;

    UnitNotActive(Kind kind, CharmCatalog catalog) {
        this.kind = kind;
        this.catalog = catalog;
    }

    @Override
    public String id() {
        return kind.id;
    }

    @Override
    public List<Finding> check(Run run) {
        List<Finding> findings = new ArrayList<>();
        List<String> told = new ArrayList<>();
        for (Unit unit : run.world().table(JujuTables.UNITS)) {
            Ref cause = BlockedUnits.causeOf(unit);
            if (!isStuck(unit) || !cause.isSome() || kind != kindOf(cause)) {
                continue;
            }
            String said = unit.model() + " " + unit.application() + " " + unit.workload().message();
            Optional<TypedLine> line = PlanLines.deploy(run, unit);
            if (line.isPresent() && !told.contains(said)) {
                told.add(said);
                findings.add(finding(run, unit, cause, line.get()));
            }
        }
        return findings;
    }

    private static boolean isStuck(Unit unit) {
        String current = unit.workload().current();
        return current.equals("blocked") || current.equals("waiting");
    }

    private static Kind kindOf(Ref cause) {
        return cause.kind().equals("endpoint") ? Kind.MISSING_RELATION : Kind.WAITING;
    }

    private Finding finding(Run run, Unit unit, Ref cause, TypedLine deploy) {
        boolean missing = kind == Kind.MISSING_RELATION;
        Optional<Partner> partner =
                missing ? Partner.of(run.world(), unit, cause.name(), catalog) : Optional.empty();
        TypedLine line =
                partner.flatMap(other -> PlanLines.deploy(run, other.unit()))
                        .filter(other -> other.index() > deploy.index())
                        .orElse(deploy);
        return new Finding(
                kind.id,
                Severity.ERROR,
                Trouble.BLOCKED,
                line.place(),
                new Ref("unit", unit.name()),
                unit.workload().message(),
                why(cause),
                List.of(
                        partner.map(other -> integrate(cause, other))
                                .orElseGet(() -> advice(cause))),
                missing ? Ref.NONE : cause);
    }

    private static Cure integrate(Ref cause, Partner partner) {
        return Cure.after(
                new Words("Relate the two.", "Relacione os dois."),
                "juju integrate " + cause.name() + " " + partner.endpoint());
    }

    private Words why(Ref cause) {
        return switch (kind) {
            case MISSING_RELATION ->
                    new Words(
                            "Nothing is related to " + cause.name() + ", which this charm needs.",
                            "Nada está relacionado a "
                                    + cause.name()
                                    + ", de que o charm precisa.");
            case WAITING ->
                    new Words(
                            "It waits for " + cause + ", which is not ready.",
                            "Espera por " + cause + ", que não está pronto.");
        };
    }

    private Cure advice(Ref cause) {
        return Cure.advice(
                switch (kind) {
                    case MISSING_RELATION ->
                            new Words(
                                    "Relate it: `juju integrate " + cause.name() + " ...`.",
                                    "Relacione: `juju integrate " + cause.name() + " ...`.");
                    case WAITING ->
                            new Words(
                                    "Nothing to do here once the cause is put right.",
                                    "Nada a fazer aqui depois que a causa for corrigida.");
                });
    }
}
