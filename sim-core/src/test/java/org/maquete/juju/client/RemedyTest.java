package org.maquete.juju.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.maquete.finding.Cure;
import org.maquete.finding.Finding;
import org.maquete.finding.Remedy;
import org.maquete.finding.Severity;
import org.maquete.finding.TypedLine;

class RemedyTest {

    private static final String BEGIN = ClientBench.BEGIN;

    private static Remedy.Diagnosis of(ClientBench bench, String script) {
        Remedy.Diagnosis diagnosis = bench.diagnose(bench.last(script));
        assertThat(diagnosis.cause().en()).isNotEmpty();
        assertThat(diagnosis.cause().pt()).isNotEmpty();
        return diagnosis;
    }

    private static List<String> typed(Remedy.Diagnosis diagnosis) {
        return diagnosis.cures().stream()
                .filter(cure -> cure.kind() != Cure.Kind.FILE)
                .findFirst()
                .orElseThrow()
                .lines();
    }

    @Test
    void registersAnUnknownCloud() {
        ClientBench bench = ClientBench.bare();
        Remedy.Diagnosis diagnosis = of(bench, "juju bootstrap maas-one c\n");

        assertThat(diagnosis.rule()).isEqualTo("juju.cloud-missing");
        StringBuilder script = new StringBuilder();
        for (Cure cure : diagnosis.cures()) {
            if (cure.kind() == Cure.Kind.FILE) {
                script.append("cat > ").append(cure.file()).append(" <<END\n");
                cure.lines().forEach(line -> script.append(line).append('\n'));
                script.append("END\n");
            }
        }
        typed(diagnosis).forEach(line -> script.append(line).append('\n'));
        TypedLine line =
                bench.last(
                        script
                                + "juju bootstrap --bootstrap-series=jammy --constraints tags=juju"
                                + " maas-one c\n");

        assertThat(line.answer().stderr()).contains("Bootstrap complete");
    }

    @Test
    void namesATagThatMaasHas() {
        ClientBench bench = ClientBench.withCloud();
        TypedLine line = bench.last("juju bootstrap --constraints tags=controller maas-one c\n");

        assertThat(line.answer().stderr()).contains("No such tag(s): 'controller'");
        Remedy.Diagnosis diagnosis = CloudRemedy.unmatched(line, bench.world());
        assertThat(typed(diagnosis))
                .containsExactly("juju bootstrap --constraints tags=juju maas-one c");
    }

    @Test
    void bootstrapsWhenThereIsNoController() {
        assertThat(typed(of(ClientBench.withCloud(), "juju add-model openstack\n")))
                .containsExactly("juju bootstrap maas-one maas-one-controller");
    }

    @Test
    void addsAModelThatIsMissingAndMendsAMisspeltOne() {
        assertThat(typed(of(ClientBench.withCloud(), BEGIN + "juju switch maas-controller:lab\n")))
                .containsExactly("juju add-model lab");
        assertThat(typed(of(ClientBench.withCloud(), BEGIN + "juju status -m openstak\n")))
                .containsExactly("juju status -m openstack");
    }

    @Test
    void goesToTheModelThatHasTheApplication() {
        ClientBench bench = ClientBench.withCloud();
        String dashboard = "juju deploy juju-dashboard --to lxd:0\n";
        Remedy.Diagnosis diagnosis =
                of(bench, BEGIN + dashboard + "juju integrate juju-dashboard controller\n");

        assertThat(diagnosis.rule()).isEqualTo("juju.app-missing");
        List<String> lines = typed(diagnosis);
        assertThat(lines.getLast())
                .isEqualTo(
                        "juju integrate -m maas-controller:controller juju-dashboard controller");
        TypedLine last = bench.last(String.join("\n", lines) + "\n");
        assertThat(last.answer().stderr()).isEmpty();
        assertThat(last.answer().exit()).isZero();
    }

    @Test
    void writesAnOptionFileThatKeepsTheDefaults() {
        ClientBench bench = ClientBench.withCloud();
        Remedy.Diagnosis diagnosis =
                of(bench, BEGIN + "juju deploy --config neutron.yaml ovn-chassis chassis\n");

        Cure cure = diagnosis.cures().getFirst();
        assertThat(cure.kind()).isEqualTo(Cure.Kind.FILE);
        assertThat(cure.file()).isEqualTo("neutron.yaml");
        assertThat(cure.lines()).containsExactly("chassis: {}");
        assertThat(
                        bench.last(
                                        "echo 'chassis: {}' > neutron.yaml\n"
                                                + "juju deploy --config neutron.yaml ovn-chassis"
                                                + " chassis\n")
                                .answer()
                                .exit())
                .isZero();
    }

    @Test
    void mendsOptionsFlagsCommandsAndCharms() {
        ClientBench bench = ClientBench.withCloud();
        bench.type(BEGIN + "juju deploy ceph-osd\n");

        assertThat(typed(of(bench, "juju config ceph-osd osd-device=/dev/sdb\n")))
                .containsExactly("juju config ceph-osd osd-devices=/dev/sdb");
        assertThat(typed(of(bench, "juju deploy --chanel yoga/stable keystone\n")))
                .containsExactly("juju deploy --channel yoga/stable keystone");
        assertThat(typed(of(bench, "juju run-action --wait vault/leader pause\n")))
                .containsExactly("juju run vault/leader pause");
        assertThat(typed(of(bench, "juju deploy keystne\n")))
                .containsExactly("juju deploy keystone");
        assertThat(typed(of(bench, "juju expose ceph-ods\n")))
                .containsExactly("juju expose ceph-osd");
    }

    @Test
    void waitsForAMachineThatIsBeingInstalled() {
        ClientBench bench = ClientBench.withCloud();
        bench.type(BEGIN);
        bench.simulation.submit(
                new org.maquete.juju.AddMachine(JujuRows.MODEL, "", "", "", 1),
                new org.maquete.kernel.Origin.Person("test"));
        org.maquete.kernel.Refusal refusal =
                new org.maquete.kernel.Refusal(
                        "not provisioned",
                        "",
                        "machine \"0\" not started, please retry when started",
                        new org.maquete.kernel.Ref("machine", "0"));

        Remedy.Diagnosis diagnosis =
                new ModelRemedy(ClientBench.CATALOG)
                        .diagnose(bench.lines().getLast(), refusal, bench.world())
                        .orElseThrow();

        assertThat(typed(diagnosis)).containsExactly("juju wait-for machine 0 --timeout=60m");
    }

    @Test
    void namesTheEndpointsOfAnAmbiguousRelation() {
        ClientBench bench = ClientBench.withCloud();
        bench.type(BEGIN + "juju deploy nova-cloud-controller\njuju deploy rabbitmq-server\n");

        Remedy.Diagnosis diagnosis =
                of(bench, "juju integrate nova-cloud-controller rabbitmq-server\n");

        assertThat(typed(diagnosis))
                .containsExactly("juju integrate nova-cloud-controller:amqp rabbitmq-server:amqp");
    }

    @Test
    void tellsWhichServersAreWhichMachines() {
        ClientBench bench = ClientBench.withCloud();
        bench.type(BEGIN + "juju deploy -n 3 --constraints tags=compute ceph-osd\n");

        List<Finding> notes = bench.findings("juju.machine-numbering");

        assertThat(notes).hasSize(1);
        assertThat(notes.getFirst().severity()).isEqualTo(Severity.NOTE);
        assertThat(notes.getFirst().place().line()).isEqualTo(4);
        assertThat(notes.getFirst().cause().en()).contains("0 is server");
        assertThat(ClientBench.withCloud().findings("juju.machine-numbering")).isEmpty();
    }

    @Test
    void findsMachinesThatMaasDoesNotGive() {
        ClientBench bench = ClientBench.withCloud();
        bench.type(BEGIN + "juju deploy --constraints tags=reserved ubuntu jump\n");

        List<Finding> found = bench.findings("juju.provisioning-failed");

        assertThat(found).hasSize(1);
        assertThat(found.getFirst().answer()).contains("No such tag(s): 'reserved'");
        assertThat(found.getFirst().place().line()).isEqualTo(4);
        assertThat(found.getFirst().cures().getFirst().lines())
                .containsExactly("juju deploy --constraints tags=reserve ubuntu jump");
    }

    @Test
    void findsNoFailureWhereMachinesAreThere() {
        ClientBench bench = ClientBench.withCloud();
        bench.type(BEGIN + "juju deploy --constraints tags=reserve ubuntu jump\n");

        assertThat(bench.findings("juju.provisioning-failed")).isEmpty();
    }

    @Test
    void findsSubordinatesThatNothingRelates() {
        ClientBench bench = ClientBench.withCloud();
        bench.type(
                BEGIN
                        + """
                        juju deploy keystone
                        juju deploy --channel 8.0/stable mysql-router alone
                        juju deploy --channel 8.0/stable mysql-router used
                        juju integrate used:shared-db keystone:shared-db
                        """);

        List<Finding> found = bench.findings("juju.subordinate-unrelated");

        assertThat(found).extracting(f -> f.subject().name()).containsExactly("alone");
        assertThat(found.getFirst().place().line()).isEqualTo(5);
    }
}
