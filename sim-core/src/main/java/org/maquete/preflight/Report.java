package org.maquete.preflight;

import java.util.List;
import org.maquete.finding.Severity;
import org.maquete.kernel.Simulation;

/**
 * What a check found.
 *
 * @param findings in order of place, then rule
 * @param summary the figures
 * @param healed the healed run at its end
 */
public record Report(List<Numbered> findings, Summary summary, Simulation healed) {

    /**
     * The figures of a check.
     *
     * @param pace {@code patient} or {@code hasty}
     * @param commands how many commands were typed, as typed
     * @param answered how many of them a model answered
     * @param refusedAsTyped how many of them were refused
     * @param refusedHealed how many lines of the document were still refused in the healed run
     * @param notModelled features that are not modelled, each once, in order of first use
     * @param simulatedNs how long the healed run takes
     */
    public record Summary(
            String pace,
            int commands,
            int answered,
            int refusedAsTyped,
            int refusedHealed,
            List<String> notModelled,
            long simulatedNs) {}

    public Report {
        findings = List.copyOf(findings);
    }

    /** How many findings of this severity are roots. */
    public int roots(Severity severity) {
        return (int)
                findings.stream()
                        .filter(f -> f.isRoot() && f.finding().severity() == severity)
                        .count();
    }

    /** How many findings of this severity follow from others. */
    public int followers(Severity severity) {
        return (int)
                findings.stream()
                        .filter(f -> !f.isRoot() && f.finding().severity() == severity)
                        .count();
    }
}
