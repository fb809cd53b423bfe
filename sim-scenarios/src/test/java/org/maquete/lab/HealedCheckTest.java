package org.maquete.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.maquete.cli.Bundled;
import org.maquete.finding.Severity;
import org.maquete.preflight.Check;
import org.maquete.preflight.Numbered;
import org.maquete.preflight.Progress;
import org.maquete.preflight.Report;
import org.maquete.runbook.SourceText;

/** What is cured on the way, and what is said to follow from what. */
class HealedCheckTest {

    private static final String ROOT_CA = "juju run vault/leader generate-root-ca";

    private static Report firstNight;

    @BeforeAll
    static void checkIt() {
        firstNight = check(Bundled.firstNight("en"));
    }

    @Test
    void theFirstNightHasTheseRoots() {
        assertThat(firstNight.findings())
                .filteredOn(f -> f.isRoot() && f.finding().severity() == Severity.ERROR)
                .extracting(f -> f.finding().place().line() + " " + f.finding().rule())
                .containsExactly(
                        "14 juju.cloud-missing",
                        "22 juju.container-on-missing-machine",
                        "23 juju.app-missing",
                        "43 juju.provisioning-failed",
                        "73 vault.no-ca",
                        "73 vault.sealed",
                        "84 juju.file-missing",
                        "86 juju.file-missing",
                        "200 cli.unknown-option",
                        "219 ref.missing",
                        "219 ref.missing");
    }

    @Test
    void aLineThatACureHasMadeWrongFollowsFromTheLineThatIsCured() {
        Numbered exposed = refused(firstNight, "juju expose juju-dashboard");
        assertThat(causeOf(firstNight, exposed).finding().rule())
                .isEqualTo("juju.container-on-missing-machine");
    }

    @Test
    void theFirstLineWithoutTrustFollowsFromTheMissingAuthority() {
        Numbered image =
                firstNight.findings().stream()
                        .filter(f -> f.finding().rule().equals("keystone.certificate-not-trusted"))
                        .findFirst()
                        .orElseThrow();

        assertThat(image.command()).startsWith("openstack image create");
        assertThat(image.finding().answer()).contains("NO_CERTIFICATE_OR_CRL_FOUND");
        assertThat(causeOf(firstNight, image).finding().rule()).isEqualTo("vault.no-ca");
    }

    @Test
    void waitingForAStepThatWasMadeUpForIsNotRemarked() {
        assertThat(firstNight.findings())
                .extracting(f -> f.finding().rule())
                .doesNotContain("pace.works-only-after-waiting");
    }

    @Test
    void aStepThatThePlanTakesLaterIsNotMadeUpFor() {
        List<String> lines = new ArrayList<>(Bundled.corrected("en").text().lines().toList());
        assertThat(lines.remove(ROOT_CA)).isTrue();
        lines.addAll(List.of("", "```bash", ROOT_CA, "```", ""));

        Report report = check(new SourceText("late.md", String.join("\n", lines)));

        assertThat(report.findings())
                .extracting(f -> f.finding().rule())
                .contains("keystone.certificate-not-trusted")
                .doesNotContain("vault.no-ca");
    }

    private static Report check(SourceText runbook) {
        return Check.of(Labs.plan(runbook), Progress.NONE);
    }

    private static Numbered refused(Report report, String command) {
        return report.findings().stream()
                .filter(f -> f.command().equals(command))
                .findFirst()
                .orElseThrow();
    }

    private static Numbered causeOf(Report report, Numbered finding) {
        return report.findings().stream()
                .filter(f -> f.id().equals(finding.causedBy()))
                .findFirst()
                .orElseThrow();
    }
}
