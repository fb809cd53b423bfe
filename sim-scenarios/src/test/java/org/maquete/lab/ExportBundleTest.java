package org.maquete.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maquete.cli.Bundled;
import org.maquete.juju.Application;
import org.maquete.juju.JujuTables;
import org.maquete.juju.JujuView;
import org.maquete.juju.Machine;
import org.maquete.juju.Relation;
import org.maquete.juju.Setting;
import org.maquete.juju.Unit;
import org.maquete.juju.bundle.BundleFiles;
import org.maquete.juju.bundle.BundleReader;
import org.maquete.juju.bundle.BundleReading;
import org.maquete.kernel.Simulation;
import org.maquete.runbook.SourceText;

/** What {@code juju export-bundle} prints is a bundle that makes the same model again. */
class ExportBundleTest {

    private static final String MODEL = "c:m";

    private static final String OF_PEOPLE =
            """
            default-base: ubuntu@22.04
            applications:
              keystone:
                charm: keystone
                num_units: 1
                to: [new]
                expose: true
                constraints: mem=8G cores=2 tags=compute
                options: {debug: true, log-level: "1.0", admin-port: 35358}
              old:
                charm: ubuntu
                base: ubuntu@20.04
                num_units: 2
                to: ["lxd:keystone/0", "lxd:keystone/0"]
              keystone-mysql-router: {charm: mysql-router, channel: 8.0/stable}
            relations: [["keystone-mysql-router:shared-db", "keystone:shared-db"]]
            """;

    private static final String EXPORTED =
            """
            default-base: ubuntu@22.04/stable
            applications:
              keystone:
                charm: keystone
                channel: yoga/stable
                revision: 568
                num_units: 1
                to:
                - "0"
                expose: true
                options:
                  admin-port: 35358
                  debug: true
                  log-level: "1.0"
                constraints: arch=amd64 cpu-cores=2 mem=8192 tags=compute
              keystone-mysql-router:
                charm: mysql-router
                channel: 8.0/stable
                revision: 26
              old:
                charm: ubuntu
                channel: latest/stable
                revision: 24
                base: ubuntu@20.04/stable
                num_units: 2
                to:
                - lxd:0
                - lxd:0
                constraints: arch=amd64
            machines:
              "0":
                constraints: cpu-cores=2 mem=8192 tags=compute
            relations:
            - - keystone:shared-db
              - keystone-mysql-router:shared-db
            """;

    private static Simulation deployed(String bundle, String then) {
        return Labs.run(
                Labs.plan(
                        new SourceText(
                                "deploy.sh",
                                OwnBundlesTest.BEGIN
                                        + "cat > bundle.yaml <<'END'\n"
                                        + bundle
                                        + "END\njuju deploy ./bundle.yaml --trust\n"
                                        + then)));
    }

    private static String exported(Simulation run) {
        return Labs.ask(run, "juju export-bundle");
    }

    /** What a bundle is about; numbers of containers and relations come as they come. */
    private static Map<String, String> contents(Simulation run) {
        Map<String, String> contents = new TreeMap<>();
        for (Application each : JujuView.applications(run.world(), MODEL)) {
            List<String> settings = each.settings().stream().map(Setting::toString).toList();
            String constraints = each.constraints().replaceAll("(^| )arch=amd64", "").strip();
            contents.put(
                    each.name(),
                    String.join(
                            " ",
                            each.charm(),
                            each.channel(),
                            each.base(),
                            each.exposed() ? "exposed" : "hidden",
                            constraints,
                            settings.toString()));
        }
        for (Unit each : JujuView.units(run.world(), MODEL)) {
            contents.put(
                    each.name(),
                    each.machine().replaceAll("/[0-9]+$", "") + " " + each.principal());
        }
        for (Machine each : run.world().table(JujuTables.MACHINES)) {
            if (!each.isContainer() && each.model().equals(MODEL)) {
                contents.put(each.name(), each.base() + " " + each.constraints());
            }
        }
        for (Relation each : JujuView.relations(run.world(), MODEL)) {
            contents.put(each.provider() + " " + each.requirer(), each.interfaceName());
        }
        return contents;
    }

    @ParameterizedTest
    @ValueSource(strings = {"tiny", "ceph", "kubernetes", "openstack"})
    void makesTheSameModelAgain(String name) {
        Simulation first = deployed(Bundled.bundle(name).text(), "");
        String bundle = exported(first);
        BundleReading reading =
                BundleReader.read(
                        new SourceText("exported.yaml", bundle), List.of(), BundleFiles.EMPTY);

        Simulation second = deployed(bundle, "");

        assertThat(reading)
                .isInstanceOfSatisfying(
                        BundleReading.Composed.class, read -> assertThat(read.notes()).isEmpty());
        assertThat(contents(second)).isEqualTo(contents(first));
        assertThat(exported(second).lines().sorted()).isEqualTo(bundle.lines().sorted().toList());
    }

    @Test
    void tellsWhatBundlesOfPeopleHave() {
        Simulation run = deployed(OF_PEOPLE, "");

        assertThat(exported(run)).isEqualTo(EXPORTED);
    }

    @Test
    void saysThatThereIsNothingToExport() {
        Simulation run = Labs.run(Labs.plan(new SourceText("x.sh", OwnBundlesTest.BEGIN)));

        assertThat(Labs.ask(run, "juju export-bundle")).isEmpty();
    }
}
