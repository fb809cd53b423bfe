package org.maquete.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maquete.lab.LabDescription;
import org.maquete.lab.LabReader;
import org.maquete.lab.LabReading;
import org.maquete.runbook.SourceText;

/** A bundle given as the plan. */
final class BundleScriptTest {

    @TempDir Path folder = Path.of("");

    @Test
    void typesWhatABundleNeedsInAnEmptyLab() {
        SourceText lab = Bundled.lab();
        LabDescription five =
                ((LabReading.Read) LabReader.read(lab.name(), lab.text(), List.of())).description();
        List<SourceText> bundles =
                List.of(new SourceText("a/b.yaml", ""), new SourceText("c.yaml", ""));

        assertThat(BundleScript.of(bundles, five).text())
                .endsWith(
                        """
                        juju add-cloud --client maas-one cloud.yaml
                        juju add-credential --client maas-one -f credential.yaml
                        juju bootstrap --bootstrap-base ubuntu@22.04 --constraints tags=juju \
                        maas-one controller
                        juju add-model --config default-base=ubuntu@22.04 bundle
                        juju deploy --trust ./b.yaml --overlay ./c.yaml
                        """);
    }

    @Test
    void runsABundleToItsEnd() throws IOException {
        String out = run(0, "run", file("tiny.yaml", Bundled.bundle("tiny").text()));

        assertThat(out).contains("rabbitmq-server/0*  active    idle   0/lxd/0");
    }

    @Test
    void laysFurtherBundlesOverTheFirst() throws IOException {
        String out =
                run(
                        0,
                        "run",
                        file("tiny.yaml", Bundled.bundle("tiny").text()),
                        file("over.yaml", "applications: {rabbitmq-server: }\n"));

        assertThat(out).contains("ubuntu/0*").doesNotContain("rabbitmq");
    }

    @Test
    void findsWhatJujuSaysAboutAWrongBundle() throws IOException {
        String bundle = "applications: {db: {charm: vault, num_units: 1, to: [7]}}\n";

        assertThat(run(1, "check", file("wrong.yaml", bundle)))
                .contains("placement \"7\" refers to a machine not defined in this bundle")
                .doesNotContain("file-missing");
    }

    @Test
    void findsWhatABundleLeavesToAPerson() throws IOException {
        String text = Bundled.bundle("openstack").text();

        assertThat(run(1, "check", file("openstack.yaml", text)))
                .contains("vault.not-initialised  (unit vault/0)")
                .contains("juju deploy --trust ./openstack.yaml");
    }

    @Test
    void printsTheWordsOfJujuForAWrongBundle() throws IOException {
        String wrong = "applications: {db: {charm: vault, num_units: 1, to: [7]}}\n";
        assertThat(told(1, "run", file("wrong.yaml", wrong)))
                .contains(
                        "wrong.yaml.sh:12: refused: juju deploy --trust ./wrong.yaml\n"
                                + "    ERROR cannot deploy bundle: the provided bundle has the"
                                + " following errors:\n"
                                + "    placement \"7\" refers to a machine not defined in this"
                                + " bundle\n");
        String old = "services:\n  ubuntu: {charm: \"cs:ubuntu\"}\n";
        assertThat(told(1, "run", file("old.yaml", old)))
                .contains("    at least one application must be specified\n");
        String broken = "applications:\n  a:\n    charm: vault\n     num_units: 1\n";
        assertThat(told(1, "run", file("broken.yaml", broken)))
                .contains("ERROR cannot deploy bundle: cannot unmarshal bundle contents: ");
    }

    @Test
    void doesNotPassOverWhatItCannotDeploy() throws IOException {
        String kubernetes = "bundle: kubernetes\napplications: {u: {charm: ubuntu, scale: 1}}\n";

        assertThat(told(1, "run", file("k8s.yaml", kubernetes)))
                .contains("k8s.yaml.sh:12: not modelled: ");
    }

    @Test
    void takesAnyYamlAfterABundleForAnOverlayAndNoneWithoutOne() throws IOException {
        String tiny = file("tiny.yaml", Bundled.bundle("tiny").text());
        String over = file("over.yaml", "machines: {\"0\": {constraints: tags=reserve}}\n");

        assertThat(run(0, "run", tiny, over)).contains("0        started  172.16.0.4  server2");
        assertThat(told(2, "run", over))
                .contains("expected a runbook or a bundle, found YAML without applications");
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private static String run(int exit, String... arguments) {
        return ended(exit, arguments).getFirst();
    }

    /** What it prints on standard error. */
    private static String told(int exit, String... arguments) {
        return ended(exit, arguments).getLast();
    }

    private static List<String> ended(int exit, String... arguments) {
        Ended ended = Ended.of(List.of(arguments));
        assertThat(ended.exit()).as(ended.err()).isEqualTo(exit);
        return List.of(ended.out(), ended.err());
    }
}
