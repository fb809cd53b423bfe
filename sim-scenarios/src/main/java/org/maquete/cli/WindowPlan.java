package org.maquete.cli;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.maquete.preflight.Plan;

/** The plan of {@code ./maquete gui [FILE...] [--lab LAB]}: the same words as for {@code run}. */
public final class WindowPlan {

    private WindowPlan() {}

    /** The plan; empty when something is wrong, and then {@code problems} hears all of it. */
    public static Optional<Plan> of(List<String> words, Consumer<String> problems) {
        Problems found = new Problems();
        PlanReader reader = new PlanReader(Arguments.of(words, PlanReader.OPTIONS, found), found);
        Optional<Plan> plan = reader.read(Bundled.corrected(reader.language()));
        if (!found.isEmpty()) {
            problems.accept(found.text());
            return Optional.empty();
        }
        return plan;
    }
}
