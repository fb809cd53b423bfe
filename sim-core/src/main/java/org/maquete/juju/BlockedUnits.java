package org.maquete.juju;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;
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
 * The units of a charm that are blocked with certain words at the end of a run. One finding for
 * each application and message; its subject is the first such unit.
 *
 * @param message recognises the words
 * @param line the line to put right
 * @param step what a line that takes the step says
 */
public record BlockedUnits(
        String id,
        String charm,
        Predicate<String> message,
        Words cause,
        BiFunction<Run, Unit, Optional<TypedLine>> line,
        String step,
        Cure cure)
        implements Rule {

    @Override
    public List<Finding> check(Run run) {
        List<Finding> findings = new ArrayList<>();
        List<String> told = new ArrayList<>();
        for (Unit unit : JujuView.unitsOfCharm(run.world(), charm)) {
            StatusInfo status = unit.workload();
            if (!status.current().equals("blocked") || !message.test(status.message())) {
                continue;
            }
            Optional<TypedLine> at = line.apply(run, unit);
            if (at.isPresent() && !told.contains(unit.model() + " " + unit.application())) {
                told.add(unit.model() + " " + unit.application());
                findings.add(
                        new Finding(
                                id,
                                Severity.ERROR,
                                Trouble.BLOCKED,
                                at.get().place(),
                                new Ref("unit", unit.name()),
                                status.message(),
                                cause,
                                List.of(cure),
                                causeOf(unit)));
            }
        }
        return findings;
    }

    /** A person has to do it; unless the plan does it later, waiting does not help. */
    @Override
    public List<Finding> certain(Run run, Supplier<List<String>> ahead) {
        List<Finding> found = check(run);
        if (found.isEmpty()) {
            return found;
        }
        for (String line : ahead.get()) {
            if (line.contains(step)) {
                return List.of();
            }
        }
        return found;
    }

    /** What a unit waits for first, or nothing. */
    static Ref causeOf(Unit unit) {
        if (unit.waitsFor().isEmpty()) {
            return Ref.NONE;
        }
        String first = unit.waitsFor().getFirst();
        int blank = first.indexOf(' ');
        return new Ref(first.substring(0, blank), first.substring(blank + 1));
    }
}
