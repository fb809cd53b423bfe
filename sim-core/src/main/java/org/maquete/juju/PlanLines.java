package org.maquete.juju;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.maquete.finding.CausingLine;
import org.maquete.finding.Run;
import org.maquete.finding.TypedLine;
import org.maquete.kernel.JournalEntry;

/** Where in a plan something was said: for rules that start from a state at the end. */
public final class PlanLines {

    private PlanLines() {}

    /**
     * Whether one of these lines may take back that a unit has no machine: it removes something,
     * has Juju try again, or gives MAAS other machines.
     */
    public static boolean changesMachines(List<String> lines) {
        for (String line : lines) {
            if (line.contains("remove-")
                    || line.contains("retry-provisioning")
                    || line.contains("destroy-")
                    || line.contains("maas ")) {
                return true;
            }
        }
        return false;
    }

    /**
     * The line that deployed the unit's application: it has its name, or else its charm, or else it
     * led to the application, as the line of a bundle does.
     */
    public static Optional<TypedLine> deploy(Run run, Unit unit) {
        String charm =
                JujuView.application(run.world(), unit.model(), unit.application())
                        .map(Application::charm)
                        .orElse(unit.application());
        Optional<TypedLine> ofCharm = Optional.empty();
        for (TypedLine line : run.lines()) {
            if (line.refusal().isEmpty() && isDeploying(line)) {
                if (line.words().contains(unit.application())) {
                    return Optional.of(line);
                }
                if (ofCharm.isEmpty() && line.words().contains(charm)) {
                    ofCharm = Optional.of(line);
                }
            }
        }
        return ofCharm.isPresent()
                ? ofCharm
                : CausingLine.of(run, entry -> isAdding(entry, unit), PlanLines::isDeploying);
    }

    private static boolean isDeploying(TypedLine line) {
        return line.startsWith("juju deploy") && !line.words().contains("--dry-run");
    }

    private static boolean isAdding(JournalEntry entry, Unit unit) {
        return entry.what() instanceof JournalEntry.Happened(ApplicationAdded added)
                && added.model().equals(unit.model())
                && added.application().equals(unit.application());
    }

    /** The last line whose words (without sudo) satisfy {@code test}, else the deploying line. */
    public static Optional<TypedLine> last(
            Run run, Unit unit, Predicate<? super List<String>> test) {
        List<TypedLine> lines = run.lines();
        for (int i = lines.size() - 1; i >= 0; i--) {
            List<String> words = lines.get(i).words();
            if (!words.isEmpty() && words.getFirst().equals("sudo")) {
                words = words.subList(1, words.size());
            }
            if (!words.isEmpty() && test.test(words)) {
                return Optional.of(lines.get(i));
            }
        }
        return deploy(run, unit);
    }
}
