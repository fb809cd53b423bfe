package org.maquete.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.maquete.finding.Cure;
import org.maquete.finding.Finding;
import org.maquete.finding.Severity;
import org.maquete.finding.Trouble;
import org.maquete.finding.Words;
import org.maquete.kernel.Model;
import org.maquete.kernel.Place;
import org.maquete.kernel.Ref;
import org.maquete.kernel.Settings;
import org.maquete.kernel.SimTime;
import org.maquete.kernel.Simulation;
import org.maquete.preflight.Numbered;
import org.maquete.preflight.Report;

final class CheckTextTest {

    @Test
    void printsARootWithItsAnswerCauseCureAndFollowers() {
        String text =
                CheckText.of(report(root(), follower("F2", 51), follower("F3", 53)), "en", false);

        assertThat(text)
                .startsWith(
                        """
                        F1 error  a.md:48  juju.cloud-missing
                            $ juju bootstrap maas-one
                            | ERROR unknown cloud "maas-one"
                            The client has not heard of this cloud.
                            Type BEFORE this line:
                                juju add-cloud maas-one cloud.yaml
                            2 lines follow from this: 51, 53

                        """);
    }

    @Test
    void collapsesNeighbouringLinesAndNamesOtherFiles() {
        Numbered far = numbered("F4", finding("b.sh", 3, Severity.ERROR), "F1");

        String text =
                CheckText.of(
                        report(root(), follower("F2", 53), follower("F3", 54), far), "en", false);

        assertThat(text).contains("3 lines follow from this: 53-54, b.sh:3\n");
    }

    @Test
    void followsAChainOfCausesToItsRoot() {
        Numbered second = numbered("F3", finding("a.md", 60, Severity.ERROR), "F2");

        String text = CheckText.of(report(root(), follower("F2", 51), second), "en", false);

        assertThat(text).contains("2 lines follow from this: 51, 60\n");
    }

    @Test
    void printsEachFollowerWhenAllIsAskedFor() {
        String text = CheckText.of(report(root(), follower("F2", 51)), "en", true);

        assertThat(text)
                .contains(
                        "    F2 error  a.md:51  juju.refused\n        $ juju deploy x\n        |"
                                + " ERROR no\n");
    }

    @Test
    void speaksPortugueseButNeverTranslatesAProgram() {
        String text = CheckText.of(report(root()), "pt", false);

        assertThat(text)
                .contains("F1 erro  a.md:48", "| ERROR unknown cloud", "Digite ANTES desta linha:")
                .contains("O cliente não conhece esta nuvem.");
    }

    @Test
    void listsNamesThatAreNotModelledOnce() {
        String text = CheckText.of(report(remark("F1", "snap"), remark("F2", "vim")), "en", false);

        assertThat(text)
                .startsWith("note  not-modelled (2): taken as done: snap, vim\n")
                .endsWith("No error found; 2 commands are not modelled and taken as done.\n");
    }

    @Test
    void saysWhatHidesAFinding() {
        Numbered hidden =
                new Numbered("F2", finding("a.md", 51, Severity.ERROR), true, "F1", "", "juju x");

        String text = CheckText.of(report(root(), hidden), "en", false);

        assertThat(text).contains("F2 error  a.md:51  juju.refused  (shows once F1 is cured)\n");
    }

    private static Report report(Numbered... findings) {
        Simulation healed = new Simulation(new Model(List.of()), Settings.DEFAULT);
        Report.Summary summary =
                new Report.Summary("patient", 10, 8, 3, 0, List.of("snap"), 90 * SimTime.MINUTE);
        return new Report(List.of(findings), summary, healed);
    }

    private static Numbered root() {
        Cure cure = Cure.before(Words.NONE, "juju add-cloud maas-one cloud.yaml");
        Words cause =
                new Words(
                        "The client has not heard of this cloud.",
                        "O cliente não conhece esta nuvem.");
        Finding finding =
                new Finding(
                        "juju.cloud-missing",
                        Severity.ERROR,
                        Trouble.REFUSED,
                        new Place("a.md", 48, 1),
                        new Ref("cloud", "maas-one"),
                        "ERROR unknown cloud \"maas-one\"",
                        cause,
                        List.of(cure),
                        Ref.NONE);
        return new Numbered("F1", finding, false, "", "", "juju bootstrap maas-one");
    }

    private static Numbered follower(String id, int line) {
        return numbered(id, finding("a.md", line, Severity.ERROR), "F1");
    }

    private static Numbered numbered(String id, Finding finding, String causedBy) {
        return new Numbered(id, finding, false, "", causedBy, "juju deploy x");
    }

    private static Finding finding(String file, int line, Severity severity) {
        return new Finding(
                "juju.refused",
                severity,
                Trouble.REFUSED,
                new Place(file, line, 1),
                new Ref("application", "x"),
                "ERROR no",
                Words.NONE,
                List.of(),
                Ref.NONE);
    }

    private static Numbered remark(String id, String name) {
        Finding finding =
                new Finding(
                        "not-modelled",
                        Severity.NOTE,
                        Trouble.REMARK,
                        new Place("a.md", 7, 1),
                        new Ref("remark", name),
                        "",
                        Words.NONE,
                        List.of(),
                        Ref.NONE);
        return new Numbered(id, finding, false, "", "", name);
    }
}
