package org.maquete.maas.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.maquete.InfraBench;
import org.maquete.finding.Remedy;
import org.maquete.finding.TypedLine;
import org.maquete.hardware.DisconnectController;
import org.maquete.kernel.Origin;
import org.maquete.kernel.Settings;
import org.maquete.kernel.Simulation;
import org.maquete.maas.DefineSubnet;
import org.maquete.maas.ImportImage;
import org.maquete.maas.MaasView;
import org.maquete.maas.NodeStatus;
import org.maquete.operator.OperatorView;
import org.maquete.operator.Pace;
import org.maquete.operator.TypeScript;
import org.maquete.runbook.SourceText;
import org.maquete.tool.Verb;
import org.maquete.tool.argparse.PythonJson;
import org.maquete.tool.argparse.Value;
import org.maquete.world.World;

/** The command line, typed by a person. */
class MaasClientTest {

    private static final String LOGIN = "maas login admin http://172.16.0.3:5240/MAAS a:b:c\n";
    private static final String SUCCESS = "Success.\nMachine-readable output follows:\n";

    private final Simulation simulation = new Simulation(MaasDesk.model(), Settings.DEFAULT);

    MaasClientTest() {
        InfraBench rack = InfraBench.of(simulation);
        rack.ask(
                new DefineSubnet(
                        "172.16.0.0/20",
                        "172.16.0.1",
                        "172.16.0.1",
                        "172.16.0.3",
                        "172.16.0.100",
                        "172.16.0.200",
                        List.of()));
        rack.ask(new ImportImage("ubuntu/jammy/amd64"));
        rack.machine("server1", 4, 16384, "juju").machine("server2", 4, 32768, "compute");
    }

    @Test
    void makesEveryVerbByItsName() {
        assertThat(VerbNames.all())
                .extracting(Verb::path)
                .containsExactlyInAnyOrderElementsOf(
                        VerbNames.ALL.lines().map(name -> "maas " + name).toList());
    }

    @Test
    void logsInAndSaysWhatIsNext() {
        TypedLine line = last(LOGIN);

        assertThat(line.answer().stdout())
                .isEqualTo(
                        """

                        You are now logged in to the MAAS server at
                        http://172.16.0.3:5240/MAAS/api/2.0/ with the profile name 'admin'.

                        For help with the available commands, try:

                          maas admin --help

                        """);
        assertThat(last("maas list\n").answer().stdout())
                .isEqualTo("admin http://172.16.0.3:5240/MAAS/api/2.0/ a:b:c\n");
        assertThat(last("maas logout admin\nmaas list\n").answer().stdout()).isEmpty();
    }

    @Test
    void printsItsHelpAsArgparseDoes() throws IOException {
        TypedLine line = last(LOGIN + "maas --help\n");

        assertThat(line.answer().stdout()).isEqualTo(text("/golden/maas/client-help/expected.txt"));
    }

    @Test
    void refusesAProfileThatNobodyHasMade() {
        TypedLine line = last("maas admin machines read\n");

        assertThat(line.answer().exit()).isEqualTo(2);
        assertThat(line.answer().stderr())
                .startsWith("usage: maas [-h] COMMAND ...\n\noptions:\n")
                .endsWith(
                        "https://maas.io/\n\nargument COMMAND: invalid choice: 'admin' (choose"
                                + " from 'login', 'logout', 'list', 'refresh', 'init', 'config',"
                                + " 'status', 'migrate', 'apikey', 'configauth', 'config-tls',"
                                + " 'config-vault', 'createadmin', 'changepassword')\n");
        Remedy.Diagnosis why = diagnose(line);
        assertThat(why.rule()).isEqualTo("maas.not-logged-in");
        String cure = why.cures().getFirst().lines().getFirst();
        assertThat(last(cure + "\nmaas admin machines read\n").answer().exit()).isZero();
    }

    @Test
    void refusesKeysAndAddressesThatCannotBe() {
        assertThat(last("maas login admin http://172.16.0.3:5240/MAAS abc\n").answer().stderr())
                .endsWith(
                        "\n\nMalformed credentials string.  Expected 3 colon-separated items, got"
                                + " 'abc'.\n");
        assertThat(last("maas login admin http://10.9.9.9:5240/MAAS a:b:c\n").answer().stderr())
                .endsWith("\n\n[Errno 113] No route to host\n");
        assertThat(last("maas login admin\n").answer().stderr())
                .endsWith("\n\nthe following arguments are required: url\n");
        assertThat(last("maas\n").answer().stderr()).endsWith("\n\ntoo few arguments\n");
    }

    @Test
    void readsMachinesWithAllKeysOfTheApi() throws IOException {
        String out = last(LOGIN + "maas admin machines read hostname=server1\n").answer().stdout();

        assertThat(out).startsWith(SUCCESS + "[\n    {\n        \"system_id\": \"");
        Value.Many list = (Value.Many) json(out);
        Value.Fields machine = (Value.Fields) list.values().getFirst();
        assertThat(machine.fields().sequencedKeySet())
                .containsExactlyInAnyOrderElementsOf(
                        text("/golden/maas/machine-keys/expected.txt").lines().toList());
        assertThat(machine.fields().get("status_name")).isEqualTo(Value.text("Ready"));
        assertThat(machine.fields().get("fqdn")).isEqualTo(Value.text("server1.maas"));
        assertThat(machine.fields().get("storage")).isEqualTo(new Value.Real(480000.0));
    }

    @Test
    void printsJsonAsPythonDoes() {
        assertThat(last(LOGIN + "maas admin tag read juju\n").answer().stdout())
                .isEqualTo(
                        SUCCESS
                                + """
                                {
                                    "name": "juju",
                                    "definition": "",
                                    "comment": "",
                                    "kernel_opts": "",
                                    "resource_uri": "/MAAS/api/2.0/tags/juju/"
                                }
                                """);
        assertThat(last("maas admin zones read\n").answer().stdout())
                .isEqualTo(
                        SUCCESS
                                + """
                                [
                                    {
                                        "id": 1,
                                        "name": "default",
                                        "description": "",
                                        "resource_uri": "/MAAS/api/2.0/zones/default/"
                                    }
                                ]
                                """);
    }

    @Test
    void takesAMachineThroughItsLife() {
        String id = id("server1");
        String machine = "maas admin machine ";

        assertThat(last(LOGIN + machine + "commission " + id + "\nsleep 20m\n").answer().exit())
                .isZero();
        assertThat(status()).isEqualTo(NodeStatus.READY);
        assertThat(last("maas admin machines allocate tags=juju\n").answer().stdout())
                .contains("\"status_name\": \"Allocated\"", "\"owner\": \"admin\"");
        last(machine + "deploy " + id + " distro_series=jammy\nsleep 20m\n");
        assertThat(status()).isEqualTo(NodeStatus.DEPLOYED);
        assertThat(last(machine + "read " + id + "\n").answer().stdout())
                .contains("\"distro_series\": \"jammy\"", "\"172.16.0.2\"");
        assertThat(last(machine + "query-power-state " + id + "\n").answer().stdout())
                .isEqualTo(SUCCESS + "{\n    \"state\": \"on\"\n}\n");
        last(machine + "rescue-mode " + id + "\nsleep 10m\n");
        assertThat(status()).isEqualTo(NodeStatus.RESCUE_MODE);
        last(machine + "exit-rescue-mode " + id + "\nsleep 10m\n");
        assertThat(status()).isEqualTo(NodeStatus.DEPLOYED);
        last(machine + "release " + id + " erase=true quick_erase=true\nsleep 20m\n");
        assertThat(status()).isEqualTo(NodeStatus.READY);
        assertThat(last(machine + "delete " + id + "\n").answer().stdout())
                .isEqualTo(SUCCESS + "\n");
        assertThat(last(machine + "read " + id + "\n").answer().stdout())
                .isEqualTo("No Machine matches the given query.\n");
    }

    @Test
    void printsRefusalsOnStandardOutputAndEndsWithTwo() {
        String id = id("server1");
        last(LOGIN + "maas admin machines allocate system_id=" + id + "\n");

        TypedLine commission = last("maas admin machine commission " + id + "\n");
        TypedLine release = last("maas admin machine mark-fixed " + id + "\n");
        TypedLine tags = last("maas admin machines allocate tags=gpu\n");
        TypedLine none = last("maas admin machines allocate tags=juju mem=4096\n");

        assertThat(commission.answer().exit()).isEqualTo(2);
        assertThat(commission.answer().stderr()).isEmpty();
        assertThat(commission.answer().stdout())
                .isEqualTo(
                        "{\"__all__\": [\"Commission is not available because of the current state"
                                + " of the node.\"]}\n");
        assertThat(release.answer().stdout())
                .isEqualTo("Can't mark a non-broken node as 'Ready'.\n");
        assertThat(tags.answer().stdout()).isEqualTo("{\"tags\": [\"No such tag(s): 'gpu'.\"]}\n");
        assertThat(none.answer().stdout())
                .isEqualTo(
                        "No available machine matches constraints: [('tags', ['juju']), ('mem',"
                                + " ['4096'])] (resolved to \"mem=4096.0 tags=juju\")\n");
    }

    @Test
    void saysForbiddenForALockedMachine() {
        String id = id("server1");
        String machine = "maas admin machine ";
        last(LOGIN + machine + "deploy " + id + "\nsleep 20m\n" + machine + "lock " + id + "\n");

        TypedLine line = last(machine + "release " + id + "\n");

        assertThat(line.answer().stdout()).isEqualTo("Request failed with code 403: Forbidden\n");
        assertThat(line.answer().exit()).isEqualTo(2);
    }

    @Test
    void showsADeploymentThatCouldNotSwitchTheMachine() {
        String id = id("server1");
        InfraBench.of(simulation).ask(new DisconnectController("server1"));

        last(LOGIN + "maas admin machine deploy " + id + "\nsleep 10m\n");

        assertThat(last("maas admin machine read " + id + "\n").answer().stdout())
                .contains(
                        "\"status_name\": \"Allocated\"",
                        "\"power_state\": \"error\"",
                        "\"status_message\": \"Failed to query node's BMC - (admin) - Aborting"
                                + " DEPLOYING and reverting to ALLOCATED. Unable to power control"
                                + " the node. Please check power credentials.\"");
    }

    @Test
    void tagsMachinesByTheirSystemIds() {
        String id = id("server2");

        last(LOGIN + "maas admin tags create name=ssd comment=fast\n");
        assertThat(last("maas admin tag update-nodes ssd add=" + id + "\n").answer().stdout())
                .isEqualTo(SUCCESS + "{\n    \"added\": 1,\n    \"removed\": 0\n}\n");
        assertThat(last("maas admin tag machines ssd\n").answer().stdout())
                .contains("\"hostname\": \"server2\"")
                .doesNotContain("\"hostname\": \"server1\"");
        assertThat(last("maas admin tags create name=ssd\n").answer().stdout())
                .isEqualTo("{\"name\": [\"Tag with this Name already exists.\"]}\n");
        assertThat(last("maas admin tag machines hdd\n").answer().stdout())
                .isEqualTo("No Tag matches the given query.\n");
    }

    @Test
    void readsAndChangesTheNetwork() {
        String range = "maas admin ipranges create type=reserved start_ip=172.16.7.0 end_ip=";

        assertThat(last(LOGIN + range + "172.16.8.255\n").answer().stdout())
                .contains("\"type\": \"reserved\"", "\"start_ip\": \"172.16.7.0\"");
        assertThat(last(range + "172.16.7.9\n").answer().stdout())
                .isEqualTo(
                        "{\"start_ip\": [\"Requested reserved range conflicts with an existing"
                                + " range.\"], \"end_ip\": [\"Requested reserved range conflicts"
                                + " with an existing range.\"]}\n");
        assertThat(last("maas admin vlans create fabric-0 vid=10\n").answer().stdout())
                .contains("\"vid\": 10", "\"fabric\": \"fabric-0\"");
        last("maas admin spaces create name=lab\nmaas admin vlan update 0 untagged space=lab\n");
        assertThat(last("maas admin subnet read 1\n").answer().stdout())
                .contains("\"space\": \"lab\"", "\"cidr\": \"172.16.0.0/20\"");
        assertThat(last("maas admin subnet read 10.0.0.0/8\n").answer().stdout())
                .isEqualTo("No Subnet matches the given query.\n");
        assertThat(last("maas admin ipranges create type=odd\n").answer().stdout())
                .isEqualTo("{\"type\": [\"Value 'odd' is not a valid choice.\"]}\n");
        assertThat(last("maas admin fabrics read\n").answer().stdout())
                .contains("\"name\": \"fabric-0\"");
        assertThat(last("maas admin domains read\n").answer().stdout())
                .contains("\"name\": \"maas\"", "\"is_default\": true");
    }

    @Test
    void selectsAndImportsImages() {
        String images = "maas admin boot-resources ";
        last(LOGIN + "maas admin boot-source-selections create 1 os=ubuntu release=focal\n");

        last(images + "import\n" + images + "is-importing\n" + images + "read\n");

        List<TypedLine> lines = OperatorView.lines(world());
        assertThat(lines.subList(lines.size() - 3, lines.size() - 1))
                .extracting(line -> line.answer().stdout())
                .containsExactly(
                        SUCCESS + "Import of boot resources started\n", SUCCESS + "true\n");
        assertThat(lines.getLast().answer().stdout()).doesNotContain("ubuntu/focal");
        assertThat(last(images + "read\n").answer().stdout())
                .contains("\"name\": \"ubuntu/focal\"");
    }

    @Test
    void complainsAboutWordsThatTheClientDoesNotTake() {
        assertThat(last(LOGIN + "maas admin machine commission\n").answer().stderr())
                .isEqualTo(
                        "usage: maas PROFILE machine commission [--help] [-d] [-k] system_id"
                                + " [data ...]\n\nthe following arguments are required:"
                                + " system_id, data\n");
        TypedLine pair = last("maas admin machine deploy abc jammy\n");
        assertThat(pair.answer().stderr())
                .isEqualTo("'jammy' is not a name=value or name@=filename pair\n");
        assertThat(pair.answer().exit()).isEqualTo(1);
        assertThat(last("maas admin machin read\n").answer().stderr())
                .contains("argument COMMAND: invalid choice: 'machin' (choose from 'account', ");
        assertThat(last("maas admin machines accept machines=abc\n").answer().stdout())
                .isEqualTo("Unknown machine(s): abc.\n");
    }

    @Test
    void namesWhatIsNotModelled() {
        assertThat(last(LOGIN + "maas admin events query\n").notModelled())
                .isEqualTo("maas events query");
        assertThat(last("maas admin machines allocate link_speed=1000\n").notModelled())
                .isEqualTo("maas machines allocate link_speed=");
        assertThat(last("maas createadmin --username=admin\n").notModelled())
                .isEqualTo("maas createadmin");
    }

    @Test
    void explainsAHostNameInPlaceOfASystemId() {
        TypedLine line = last(LOGIN + "maas admin machine read server1\n");

        Remedy.Diagnosis why = diagnose(line);

        assertThat(why.rule()).isEqualTo("maas.no-machine");
        assertThat(why.cause().en()).contains("server1 = " + id("server1"));
    }

    @Test
    void explainsAMachineWithoutPowerType() {
        String id = id("server1");
        last(LOGIN + "maas admin machine update " + id + " power_type=\n");

        TypedLine line = last("maas admin machine commission " + id + "\n");

        assertThat(line.answer().stdout())
                .isEqualTo(
                        "Unconfigured power type. Please configure the power type and try"
                                + " again.\n");
        assertThat(diagnose(line).rule()).isEqualTo("maas.no-power-type");
    }

    @Test
    void suppliesKeyAndSystemIdForPlaceholders() {
        TypedLine login = last("maas login admin http://172.16.0.3:5240/MAAS <api-key>\n");
        assertThat(login.answer().exit()).isZero();

        assertThat(last("maas apikey --username=admin\n").answer().stdout().strip())
                .isEqualTo(ApiKey.text())
                .matches("\\w{18}:\\w{18}:\\w{32}");
        assertThat(last("maas admin machine read <system_id>\n").answer().stdout())
                .contains("\"hostname\": \"server2\"");
    }

    private TypedLine last(String script) {
        simulation.submit(
                new TypeScript(List.of(new SourceText("plan.sh", script)), Pace.HASTY),
                new Origin.Person("test"));
        simulation.runToEnd();
        return OperatorView.lines(world()).getLast();
    }

    private Remedy.Diagnosis diagnose(TypedLine line) {
        return new MaasRemedy().diagnose(line, line.refusal().orElseThrow(), world()).orElseThrow();
    }

    private static Value json(String stdout) {
        String body = stdout.substring(SUCCESS.length());
        return ((PythonJson.Loaded.Document) PythonJson.loads(body)).value();
    }

    private String id(String hostname) {
        return MaasView.machine(world(), hostname).orElseThrow().systemId();
    }

    private NodeStatus status() {
        return MaasView.machine(world(), "server1").orElseThrow().status();
    }

    private World world() {
        return simulation.world();
    }

    private static String text(String path) throws IOException {
        try (InputStream in = MaasClientTest.class.getResourceAsStream(path)) {
            return new String(
                    Objects.requireNonNull(in, path).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
