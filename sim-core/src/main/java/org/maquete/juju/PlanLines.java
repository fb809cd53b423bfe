package org.maquete.juju;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.maquete.finding.Run;
import org.maquete.finding.TypedLine;

/** Where in a plan something was said: for rules that start from a state at the end. */
public final class PlanLines {

    private PlanLines() {}

    /**
     * The line that deployed the unit's application: it has its name, or else its charm, or else it
     * deploys a bundle.
     */
    public static Optional<TypedLine> deploy(Run run, Unit unit) {
        String charm =
                JujuView.application(run.world(), unit.model(), unit.application())
                        .map(Application::charm)
                        .orElse(unit.application());
        Optional<TypedLine> ofCharm = Optional.empty();
        Optional<TypedLine> ofBundle = Optional.empty();
        for (TypedLine line : run.lines()) {
            if (line.refusal().isEmpty() && line.startsWith("juju deploy")) {
                if (line.words().contains(unit.application())) {
                    return Optional.of(line);
                }
                if (ofCharm.isEmpty() && line.words().contains(charm)) {
                    ofCharm = Optional.of(line);
                }
                if (ofBundle.isEmpty() && isOfBundle(line.words())) {
                    ofBundle = Optional.of(line);
                }
            }
        }
        return ofCharm.isPresent() ? ofCharm : ofBundle;
    }

    /** Whether a file is deployed, not only read for options or overlays. */
    private static boolean isOfBundle(List<String> words) {
        for (int i = 2; i < words.size(); i++) {
            boolean isYaml = words.get(i).endsWith(".yaml") || words.get(i).endsWith(".yml");
            if (isYaml && !List.of("--config", "--overlay").contains(words.get(i - 1))) {
                return true;
            }
        }
        return false;
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
