package org.maquete.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.maquete.hardware.CutPower;
import org.maquete.kernel.Command;
import org.maquete.kernel.Origin;
import org.maquete.kernel.Simulation;
import org.maquete.reach.Answer;
import org.maquete.reach.Hop;
import org.maquete.reach.Matrix;
import org.maquete.reach.MatrixDifference;
import org.maquete.reach.Protocol;
import org.maquete.reach.Question;
import org.maquete.reach.Reach;
import org.maquete.reach.Reason;

/** Packets through networks that small runbooks make: each breaks in its own way. */
final class ReachTest {

    private static Reason reason(Answer answer) {
        assertThat(answer.why()).isPresent();
        return answer.why().orElseThrow().reason();
    }

    @Test
    void reachesAServerByItsFloatingAddress() {
        Answer answer = Networks.typed(Networks.ALL).ssh("outside", "172.16.7.10");

        assertThat(answer.why()).isEmpty();
        assertThat(answer.to()).isEqualTo(new Answer.End("client", "172.16.7.10"));
        assertThat(answer.back().getLast().kind()).isEqualTo(Hop.Kind.PHYSICAL);
    }

    @Test
    void namesTheLineThatMadeEachRule() {
        Answer answer = Networks.typed(Networks.ALL).ssh("outside", "client");

        List<String> places =
                answer.there().stream()
                        .flatMap(hop -> hop.made().stream())
                        .map(made -> made.place() + " " + made.source())
                        .toList();
        assertThat(places)
                .contains(
                        "lab.sh:7 openstack router set lab_router --external-gateway ext_net",
                        "lab.sh:9 openstack security group rule create --protocol tcp"
                                + " --dst-port 22 Allow_SSH",
                        "lab.sh:12 openstack server add floating ip client 172.16.7.10");
    }

    @Test
    void followsTheAnswerBackThroughTheRoutersOwnAddress() {
        String runbook = Networks.ALL.replace(Networks.FLOATING, "");

        Answer answer = Networks.typed(runbook).ssh("client", "172.16.0.3");

        assertThat(answer.why()).isEmpty();
        assertThat(answer.there()).anyMatch(h -> h.words().en().endsWith("(the router's SNAT)"));
        assertThat(answer.back()).anyMatch(h -> h.words().en().endsWith(", as it answers"));
    }

    @Test
    void asksForARuleThatLetsThePortIn() {
        Networks networks = Networks.typed(Networks.ALL);

        Answer answer = networks.ask("outside", "client", Protocol.TCP, 80);

        assertThat(reason(answer)).isEqualTo(Reason.NO_INGRESS_RULE);
        String cure = Networks.cure(answer);
        assertThat(cure)
                .isEqualTo(
                        "openstack security group rule create --protocol tcp --dst-port 80"
                                + " Allow_SSH");
        assertThat(networks.then(cure).ask("outside", "client", Protocol.TCP, 80).reaches())
                .isTrue();
    }

    @Test
    void tellsPingFromSsh() {
        Answer answer = Networks.typed(Networks.ALL).ask("outside", "client", Protocol.ICMP, 0);

        assertThat(reason(answer)).isEqualTo(Reason.NO_INGRESS_RULE);
        assertThat(Networks.cure(answer))
                .isEqualTo("openstack security group rule create --protocol icmp Allow_SSH");
    }

    @Test
    void proposesTheGroupThatHasTheRule() {
        String runbook = Networks.ALL.replace(" --security-group Allow_SSH", "");
        Networks networks = Networks.typed(runbook);

        Answer answer = networks.ssh("outside", "client");

        assertThat(reason(answer)).isEqualTo(Reason.NO_INGRESS_RULE);
        assertThat(Networks.cure(answer))
                .isEqualTo("openstack server add security group client Allow_SSH");
        assertThat(networks.then(Networks.cure(answer)).ssh("outside", "client").reaches())
                .isTrue();
    }

    @Test
    void asksForARuleThatLetsTheSenderOut() {
        Networks networks =
                Networks.typed(
                        Networks.ALL
                                + """
                                RULES=$(openstack security group rule list --egress \
                                  -f value -c ID Allow_SSH)
                                for R in $RULES; do openstack security group rule delete $R; done
                                """);

        Answer answer = networks.ssh("client", "outside");

        assertThat(reason(answer)).isEqualTo(Reason.NO_EGRESS_RULE);
        assertThat(Networks.cure(answer))
                .isEqualTo(
                        "openstack security group rule create --egress --protocol tcp"
                                + " --dst-port 22 Allow_SSH");
    }

    @Test
    void dropsAnAddressThatIsNotTheSendersOwn() {
        Answer answer =
                Networks.typed(Networks.ALL)
                        .ask(new Question("client", "outside", Protocol.TCP, 22, "10.9.9.9"));

        assertThat(reason(answer)).isEqualTo(Reason.PORT_SECURITY);
        assertThat(Networks.cure(answer))
                .startsWith("openstack port set --allowed-address ip-address=10.9.9.9 ");
    }

    @Test
    void asksForAnInterfaceOfARouter() {
        String runbook =
                Networks.OUTSIDE
                        + Networks.INSIDE
                        + "openstack router create lab_router\n"
                        + Networks.GROUP
                        + Networks.CLIENT;
        Networks networks = Networks.typed(runbook);

        assertThat(reason(networks.ssh("client", "outside"))).isEqualTo(Reason.NO_ROUTER);
        assertThat(Networks.cure(networks.ssh("outside", "client")))
                .isEqualTo("openstack router add subnet lab_router lab_subnet");
    }

    @Test
    void asksForAGatewayOfTheRouter() {
        String runbook =
                Networks.OUTSIDE
                        + Networks.INSIDE
                        + Networks.ROUTER.replace(
                                "openstack router set lab_router --external-gateway ext_net\n", "")
                        + Networks.GROUP
                        + Networks.CLIENT;
        Networks networks = Networks.typed(runbook);

        Answer answer = networks.ssh("client", "outside");

        assertThat(reason(answer)).isEqualTo(Reason.NO_GATEWAY);
        assertThat(networks.then(Networks.cure(answer)).ssh("client", "outside").reaches())
                .isTrue();
        assertThat(reason(networks.ssh("outside", "client"))).isEqualTo(Reason.NO_GATEWAY);
    }

    @Test
    void asksForAGatewayOfTheSubnet() {
        String runbook =
                Networks.OUTSIDE
                        + Networks.INSIDE.replace("lab_subnet", "--gateway none lab_subnet")
                        + Networks.GROUP
                        + Networks.CLIENT;

        Answer answer = Networks.typed(runbook).ssh("client", "outside");

        assertThat(reason(answer)).isEqualTo(Reason.NO_SUBNET_GATEWAY);
        assertThat(Networks.cure(answer))
                .isEqualTo("openstack subnet set --gateway 192.168.0.1 lab_subnet");
    }

    @Test
    void asksForAFloatingAddress() {
        Networks networks = Networks.typed(Networks.ALL.replace(Networks.FLOATING, ""));

        Answer answer = networks.ssh("outside", "client");

        assertThat(reason(answer)).isEqualTo(Reason.NO_FLOATING_IP);
        assertThat(networks.then(Networks.cure(answer)).ssh("outside", "client").reaches())
                .isTrue();
    }

    @Test
    void saysThatNobodyOutsideKnowsAFixedAddress() {
        Networks networks = Networks.typed(Networks.ALL);
        String fixed = networks.ssh("client", "outside").from().address();

        Answer answer = networks.ssh("outside", fixed);

        assertThat(reason(answer)).isEqualTo(Reason.FIXED_ADDRESS);
        assertThat(Networks.cure(answer)).isEqualTo("Use its floating address: 172.16.7.10.");
    }

    @Test
    void saysThatNobodyHasAnAddress() {
        Answer answer = Networks.typed(Networks.ALL).ssh("outside", "172.16.7.99");

        assertThat(reason(answer)).isEqualTo(Reason.UNUSED_ADDRESS);
        assertThat(answer.why().orElseThrow().cures().getFirst().words().en())
                .contains("172.16.7.10 (client)");
    }

    @Test
    void saysThatAFloatingAddressLeadsNowhere() {
        String runbook =
                Networks.ALL.replace("openstack server add floating ip client 172.16.7.10\n", "");
        Networks networks = Networks.typed(runbook);

        Answer answer = networks.ssh("outside", "172.16.7.10");

        assertThat(reason(answer)).isEqualTo(Reason.UNASSOCIATED);
        assertThat(Networks.cure(answer))
                .isEqualTo("openstack server add floating ip client 172.16.7.10");
    }

    @Test
    void saysThatThereIsNoExternalNetwork() {
        String runbook = Networks.INSIDE + Networks.GROUP + Networks.CLIENT;

        Answer answer = Networks.typed(runbook).ssh("outside", "client");

        assertThat(reason(answer)).isEqualTo(Reason.NO_EXTERNAL_NETWORK);
    }

    @Test
    void startsAServerThatIsShutOff() {
        Networks networks = Networks.typed(Networks.ALL + "openstack server stop client\n");

        Answer answer = networks.ssh("outside", "client");

        assertThat(reason(answer)).isEqualTo(Reason.SERVER_NOT_ACTIVE);
        assertThat(Networks.cure(answer)).isEqualTo("openstack server start client");
    }

    @Test
    void saysThatAServerFailed() {
        String runbook =
                "openstack flavor create --ram 40000 --disk 20 --vcpus 1 huge\n"
                        + Networks.ALL.replace("m1.tiny", "huge");

        Answer answer = Networks.typed(runbook).ssh("outside", "client");

        assertThat(reason(answer)).isEqualTo(Reason.SERVER_NOT_ACTIVE);
        assertThat(Networks.cure(answer)).isEqualTo("openstack server show -c fault client");
    }

    @Test
    void asksForABridgeMapping() {
        Networks networks =
                Networks.typed(
                        Networks.ALL + "juju config ovn-chassis ovn-bridge-mappings=other:br-ex\n");

        Answer answer = networks.ssh("outside", "client");

        assertThat(reason(answer)).isEqualTo(Reason.NO_BRIDGE_MAPPING);
        assertThat(Networks.cure(answer))
                .isEqualTo(
                        "juju config ovn-chassis"
                                + " ovn-bridge-mappings='other:br-ex physnet1:br-ex'");
    }

    @Test
    void seesABridgeWithoutACard() {
        Networks networks =
                Networks.typed(
                        Networks.ALL
                                + "juju config ovn-chassis ovn-bridge-mappings=physnet1:br-data\n");

        assertThat(reason(networks.ssh("outside", "client"))).isEqualTo(Reason.BRIDGE_WITHOUT_CARD);
    }

    @Test
    void connectsNetworksOfOneRouterAndNotOfTwo() {
        String second =
                """
                openstack network create other_net
                openstack subnet create --network other_net \
                  --subnet-range 192.168.5.0/24 other_subnet
                openstack server create --image jammy-amd64 --flavor m1.tiny --network other_net \
                  --security-group Allow_SSH --wait db
                """;
        Networks apart =
                Networks.typed(
                        Networks.ALL
                                + second
                                + """
                                openstack router create other_router
                                openstack router add subnet other_router other_subnet
                                openstack router set other_router --external-gateway ext_net
                                """);
        Networks together =
                Networks.typed(
                        Networks.ALL
                                + second
                                + "openstack router add subnet lab_router other_subnet\n");

        assertThat(reason(apart.ssh("client", "db"))).isEqualTo(Reason.NETWORKS_NOT_CONNECTED);
        assertThat(together.ssh("client", "db").reaches()).isTrue();
        assertThat(apart.ssh("db", "client").to().address()).isEqualTo("172.16.7.10");
    }

    @Test
    void saysThatTheHostIsDown() {
        Networks networks = Networks.typed(Networks.ALL);
        Simulation run = networks.run().fork();
        String host =
                Labs.ask(run, "openstack server show -f value -c OS-EXT-SRV-ATTR:host client")
                        .strip();
        submit(run, new CutPower(host));
        run.runUntil(run.now() + 1_000_000_000L);

        Question question = new Question("outside", "client", Protocol.TCP, 22, "");
        Answer answer = ((Reach.Answered) Reach.of(run).ask(question)).answer();

        assertThat(reason(answer)).isEqualTo(Reason.HOST_DOWN);
    }

    private static void submit(Simulation run, Command command) {
        run.submit(command, new Origin.Fault("test"));
    }

    @Test
    void comparesTwoBranches() {
        Networks before = Networks.typed(Networks.ALL);
        Networks after =
                before.then("openstack security group rule create --protocol icmp Allow_SSH\n");
        Matrix one = Matrix.of(before.reach(), List.of());
        Matrix two = Matrix.of(after.reach(), List.of());

        MatrixDifference gained = MatrixDifference.of(one, two);
        MatrixDifference lost = MatrixDifference.of(two, one);

        assertThat(gained.gained())
                .extracting(c -> c.service().text() + " " + c.from() + " " + c.to())
                .containsExactly("icmp outside client");
        assertThat(gained.lost()).isEmpty();
        assertThat(lost.lost()).hasSize(1);
        assertThat(lost.lost().getFirst().why().orElseThrow().reason())
                .isEqualTo(Reason.NO_INGRESS_RULE);
    }

    @Test
    void asksForNothingThatIsNotThere() {
        Reach reach = Networks.typed(Networks.ALL).reach();

        Reach.Outcome outcome = reach.ask(new Question("outside", "cleint", Protocol.TCP, 22, ""));

        assertThat(outcome)
                .isEqualTo(
                        new Reach.Unknown(
                                false,
                                "the name of a server, an address, or outside",
                                "\"cleint\"",
                                "Maybe \"client\" is meant."));
    }
}
