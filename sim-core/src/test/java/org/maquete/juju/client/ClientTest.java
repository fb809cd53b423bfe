package org.maquete.juju.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.maquete.finding.TypedLine;
import org.maquete.kernel.Answer;

class ClientTest {

    private static final String BEGIN = ClientBench.BEGIN;

    private static String stderr(String script) {
        return ClientBench.withCloud().last(BEGIN + script).answer().stderr();
    }

    @Test
    void saysThatThereIsNoController() {
        TypedLine line = ClientBench.withCloud().last("juju status\n");

        assertThat(line.answer().exit()).isEqualTo(1);
        assertThat(line.answer().stderr())
                .isEqualTo(
                        """
                        ERROR No controllers registered.

                        Please either create a new controller using "juju bootstrap" or connect to
                        another controller that you have been given access to using "juju register".

                        """);
        assertThat(line.refusal().orElseThrow().missed().kind()).isEqualTo("controller");
    }

    @Test
    void saysThatTheCloudIsUnknown() {
        TypedLine line = ClientBench.bare().last("juju bootstrap maas-one c\n");

        assertThat(line.answer().stderr())
                .isEqualTo(
                        "ERROR unknown cloud \"maas-one\", please try"
                                + " \"juju update-public-clouds\"\n");
    }

    @Test
    void readsCloudAndCredentialFromFiles() {
        List<TypedLine> lines =
                ClientBench.bare()
                        .type(
                                """
                                cat > c.yaml <<END
                                clouds:
                                  maas-one:
                                    type: maas
                                    auth-types: [oauth1]
                                    endpoint: http://172.16.0.3:5240/MAAS
                                END
                                cat > k.yaml <<END
                                credentials:
                                  maas-one:
                                    anyuser:
                                      auth-type: oauth1
                                      maas-oauth: a:b:c
                                END
                                juju add-cloud --client -f c.yaml maas-one
                                juju add-credential --client -f k.yaml maas-one
                                juju clouds
                                juju add-cloud --client two two.yaml
                                """);

        assertThat(lines.get(2).answer().stderr())
                .startsWith("Cloud \"maas-one\" successfully added to your local client.\n")
                .endsWith("to create a model (`juju add-model <your model name> maas-one`).\n");
        assertThat(lines.get(3).answer().stderr())
                .isEqualTo("Credential \"anyuser\" added locally for cloud \"maas-one\".\n");
        assertThat(lines.get(4).answer().stdout()).contains("maas-one  1        default  maas  1");
        assertThat(lines.get(5).answer().stderr())
                .isEqualTo("ERROR open two.yaml: no such file or directory\n");
    }

    @Test
    void addsAModelAndSwitchesToIt() {
        List<TypedLine> lines = ClientBench.withCloud().type(BEGIN + "juju switch\njuju status\n");

        assertThat(lines.get(1).answer().stderr())
                .isEqualTo(
                        "Added 'openstack' model on maas-one/default with credential 'operator' for"
                                + " user 'admin'\n");
        assertThat(lines.get(2).answer().stderr())
                .isEqualTo("maas-controller:admin/openstack (no change)\n");
        assertThat(lines.get(3).answer().stdout()).isEqualTo("maas-controller:admin/openstack\n");
        assertThat(lines.get(4).answer().stderr())
                .isEqualTo("\nModel \"admin/openstack\" is empty.\n");
        assertThat(lines.get(4).answer().stdout()).startsWith("Model      Controller");
    }

    @Test
    void deploysWithEveryFlagOfTheReport() {
        ClientBench bench = ClientBench.withCloud();
        TypedLine line =
                bench.last(
                        BEGIN
                                + """
                                cat > ceph-osd.yaml <<END
                                ceph-osd:
                                  osd-devices: /dev/sdb
                                END
                                juju deploy -n 3 --channel quincy/stable \\
                                  --config ceph-osd.yaml --constraints tags=compute ceph-osd
                                """);

        assertThat(line.answer().stderr())
                .startsWith("Deployed \"ceph-osd\" from charm-hub charm \"ceph-osd\", revision ")
                .endsWith(" in channel quincy/stable on ubuntu@22.04/stable\n");
        List<TypedLine> more =
                bench.type(
                        """
                        juju deploy -n 3 --to lxd:0,lxd:1,lxd:2 --channel 8.0/stable \\
                          mysql-innodb-cluster
                        juju config ceph-osd osd-devices
                        juju config ceph-osd osd-devices='/dev/sdc'
                        juju config ceph-osd osd-devices
                        juju status ceph-osd
                        """);
        assertThat(more.stream().map(l -> l.answer().exit())).containsOnly(0);
        assertThat(more.get(more.size() - 4).answer().stdout()).isEqualTo("/dev/sdb\n");
        assertThat(more.get(more.size() - 2).answer().stdout()).isEqualTo("/dev/sdc\n");
        String words =
                more.getLast()
                        .answer()
                        .stdout()
                        .lines()
                        .filter(each -> each.startsWith("ceph-osd/0"))
                        .collect(Collectors.joining());
        assertThat(words.split(" +", -1)[4]).startsWith("172.16.0.");
    }

    @Test
    void refusesAnOptionFileThatIsNotThere() {
        TypedLine line =
                ClientBench.withCloud()
                        .last(
                                BEGIN
                                        + "juju deploy --to lxd:1 --channel yoga/stable"
                                        + " --config neutron.yaml neutron-api\n");

        assertThat(line.answer().stderr())
                .isEqualTo("ERROR open neutron.yaml: no such file or directory\n");
        assertThat(line.refusal().orElseThrow().missed().toString()).isEqualTo("file neutron.yaml");
    }

    @Test
    void refusesAnOptionFileWithoutTheApplication() {
        assertThat(stderr("echo 'other: {}' > f.yaml\njuju deploy --config f.yaml keystone\n"))
                .isEqualTo(
                        """
                        ERROR no settings found for "keystone"
                        ERROR failed to deploy charm "keystone"
                        """);
    }

    @Test
    void refusesPlacementOnAMachineThatIsNotThere() {
        assertThat(stderr("juju deploy --to 7 keystone\n"))
                .isEqualTo(
                        """
                        ERROR cannot deploy "keystone" to machine 7: machine 7 not found
                        ERROR failed to deploy charm "keystone"
                        """);
    }

    @Test
    void printsTheCodeBehindAnErrorOfAWholeCall() {
        assertThat(stderr("juju integrate juju-dashboard controller\n"))
                .isEqualTo("ERROR application \"juju-dashboard\" not found (not found)\n");
        assertThat(stderr("juju expose nothing\n"))
                .isEqualTo("ERROR application \"nothing\" not found (not found)\n");
    }

    @Test
    void refusesARelationThatExists() {
        assertThat(
                        stderr(
                                """
                                juju deploy keystone
                                juju deploy --channel 8.0/stable mysql-router r
                                juju integrate r:shared-db keystone:shared-db
                                juju integrate r:shared-db keystone:shared-db
                                """))
                .isEqualTo(
                        "ERROR cannot add relation \"keystone:shared-db r:shared-db\"\nrelation"
                                + " keystone:shared-db r:shared-db (already exists): "
                                + "\n\nUse 'juju status --relations' to view the current"
                                + " relations.\n");
    }

    @Test
    void refusesCommandsThatJujuThreeLacks() {
        TypedLine line = ClientBench.bare().last("juju run-action vault/leader authorize-charm\n");

        assertThat(line.answer().exit()).isEqualTo(2);
        assertThat(line.answer().stderr())
                .isEqualTo(
                        """
                        ERROR juju: "run-action" is not a juju command. See "juju --help".

                        Did you mean:
                        \tshow-action
                        """);
    }

    @Test
    void refusesUnknownFlagsAndWrongWordsWithExitTwo() {
        ClientBench bench = ClientBench.bare();
        for (String each :
                List.of(
                        "juju deploy --chanel yoga keystone",
                        "juju deploy",
                        "juju deploy --to lxd: keystone",
                        "juju integrate one",
                        "juju run vault/leader",
                        "juju run vault authorize-charm",
                        "juju deploy --channel yoga/never keystone")) {
            TypedLine line = bench.last(each + "\n");

            assertThat(line.answer().exit()).as(each).isEqualTo(2);
            assertThat(line.answer().stderr()).as(each).startsWith("ERROR ");
        }
    }

    @Test
    void namesWhatIsNotModelled() {
        ClientBench bench = ClientBench.withCloud();

        assertThat(bench.last("juju ssh vault/0\n").notModelled())
                .isEqualTo("juju ssh with a shell");
        assertThat(bench.last("juju deploy ./db.charm\n").notModelled())
                .isEqualTo("deploying the file ./db.charm");
        assertThat(bench.last(BEGIN + "juju deploy wordpress\n").notModelled())
                .isEqualTo("the charm wordpress");
    }

    @Test
    void runsAnActionOfAUnit() {
        TypedLine line =
                ClientBench.withCloud()
                        .last(BEGIN + "juju run keystone/leader get-admin-password\n");

        assertThat(line.answer().exit()).isEqualTo(1);
        assertThat(line.answer().stderr()).contains("keystone");
    }

    @Test
    void waitsForAMachine() {
        List<TypedLine> lines =
                ClientBench.withCloud()
                        .type(
                                BEGIN
                                        + """
                                        juju add-machine --constraints tags=compute
                                        juju wait-for machine 0 --timeout=60m
                                        juju machines
                                        juju status --format json
                                        """);

        assertThat(lines).extracting(line -> line.answer().exit()).containsOnly(0);
        assertThat(lines.get(5).answer().stdout())
                .startsWith("Machine  State    Address")
                .contains("0        started  172.16.0.");
        assertThat(lines.get(6).answer().stdout())
                .startsWith("{\"model\":{\"name\":\"openstack\",\"type\":\"iaas\",")
                .contains("\"since\":\"05 Jan 2026 08:");
    }

    @Test
    void suppliesTheNewestMachine() {
        List<TypedLine> lines =
                ClientBench.withCloud()
                        .type(
                                BEGIN
                                        + """
                                        juju add-machine
                                        juju add-machine
                                        juju deploy --to <machine-id> ceph-osd
                                        """);

        assertThat(lines.getLast().words()).contains("1");
    }

    @Test
    void theOthersOfAClusterStayReadyWhenOneLeaves() {
        List<TypedLine> lines =
                ClientBench.withCloud()
                        .type(
                                BEGIN
                                        + """
                                        juju deploy -n 3 --channel 8.0/stable mysql-innodb-cluster
                                        sleep 7200
                                        juju remove-unit mysql-innodb-cluster/1
                                        sleep 3600
                                        juju status
                                        """);

        assertThat(lines.getLast().answer().stdout().lines())
                .filteredOn(line -> line.startsWith("mysql-innodb-cluster/"))
                .hasSize(2)
                .allMatch(line -> line.contains("  active  ") && line.contains("  idle "));
    }

    @Test
    void showsAControllerAndItsMachinesInHa() {
        List<TypedLine> lines =
                ClientBench.withCloud()
                        .type(
                                BEGIN
                                        + """
                                        juju enable-ha --constraints tags=compute
                                        sleep 3600
                                        juju show-controller
                                        juju controllers
                                        """);

        assertThat(lines.get(3).answer().stdout())
                .isEqualTo("maintaining machines: 0\nadding machines: 1, 2\n");
        assertThat(lines.get(5).answer().stdout())
                .startsWith("maas-controller:\n  details:\n    api-endpoints: ['172.16.0.")
                .contains("    \"2\":\n      instance-id: server")
                .contains("      ha-status: ha-enabled\n")
                .contains("      machine-count: 3\n      core-count: 12\n      unit-count: 3\n")
                .endsWith(
                        """
                          current-model: admin/openstack
                          account:
                            user: admin
                            access: superuser
                        """);
        assertThat(lines.get(6).answer().stdout()).contains("  3   3  3.6.26");
    }

    @Test
    void refusesWordsThatRemoveCommandsDoNotTake() {
        ClientBench bench = ClientBench.withCloud();

        assertThat(bench.last(BEGIN + "juju remove-unit u/0 --num-units 1\n").answer().stderr())
                .isEqualTo("ERROR --num-units for non k8s models not valid\n");
        assertThat(bench.last("juju remove-machine x\n").answer().stderr())
                .isEqualTo("ERROR invalid machine id \"x\"\n");
        assertThat(bench.last("juju remove-application u --no-wait\n").answer().stderr())
                .isEqualTo("ERROR --no-wait without --force not valid\n");
        assertThat(bench.last("juju resolved --all u/0\n").answer().stderr())
                .isEqualTo("ERROR specifying unit names(s) with --all not supported\n");
        assertThat(bench.last("juju retry-provisioning 0/lxd/1\n").answer().stderr())
                .isEqualTo(
                        "ERROR invalid machine \"0/lxd/1\" retry-provisioning does not support"
                                + " containers\n");
        assertThat(bench.last("juju retry-provisioning 9\n").answer())
                .isEqualTo(new Answer("", "machine 9 not found\n", 0));
        assertThat(bench.last("juju remove-relation a b\n").answer().stderr())
                .isEqualTo("ERROR application \"a\" not found (not found)\n");
        assertThat(bench.last("juju enable-ha --to 1/lxd/0\n").answer().stderr())
                .isEqualTo("ERROR enable-ha cannot be used with container placement directives\n");
    }
}
