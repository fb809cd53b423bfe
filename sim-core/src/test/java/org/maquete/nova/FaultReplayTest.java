package org.maquete.nova;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.maquete.kernel.Reply;
import org.maquete.kernel.SimTime;
import org.maquete.neutron.NeutronView;
import org.maquete.neutron.Port;
import org.maquete.placement.Allocation;
import org.maquete.placement.PlacementView;
import tools.jackson.databind.JsonNode;

/**
 * The recorded faults, caused again: the same states, the same words.
 *
 * <p>Not reached: {@code multi_create_10} ({@code server create --max} is not modelled), {@code
 * agents_down_after_s} ({@code network agent list} is not), the rates of requests.
 */
class FaultReplayTest {

    private static final ServerTrace.Steps RECORDED =
            ServerTrace.recorded("/golden/nova/lifecycle/faults.jsonl");
    private static final ServerTrace.Steps FIRST_RUN =
            ServerTrace.recorded("/golden/nova/lifecycle/transitions.jsonl");

    private static List<String> withoutHosts(List<String> states) {
        return states.stream().map(s -> s.replaceAll(" (nova-compute-\\d)?$", "")).toList();
    }

    private static String message(JsonNode step) {
        return step.get("fault").get("message").asString();
    }

    @Test
    void refusesTheEleventhServer() {
        ServerTrace run = new ServerTrace(5);
        for (int i = 0; i < 10; i++) {
            run.running("vm" + i, "m1.tiny");
        }

        String text =
                run.lab
                        .type(
                                "openstack server create --image jammy-amd64 --flavor m1.tiny"
                                        + " --network int_net q11")
                        .stderr();

        JsonNode refused = FIRST_RUN.get("quota_11th").get("body").get("forbidden");
        assertThat(text).startsWith(refused.get("message").asString() + " (HTTP 403)");
        assertThat(NovaView.servers(run.lab.world())).hasSize(10);
    }

    @Test
    void findsNoHostForTooMuchMemory() {
        ServerTrace run = new ServerTrace(5);
        JsonNode step = FIRST_RUN.get("no_valid_host_ram");

        String uuid = run.create("huge", "huge");

        assertThat(withoutHosts(run.states(uuid))).isEqualTo(ServerTrace.states(step));
        assertThat(run.server(uuid).fault()).isEqualTo(message(step));
    }

    @Test
    void waitsAMinuteForASchedulerThatIsDead() {
        ServerTrace run = new ServerTrace(5);
        JsonNode step = RECORDED.get("scheduler_down").get("step");
        run.lab.turn("nova-cloud-controller-0", "nova-scheduler", false);
        long fromNs = run.lab.simulation().now();

        String uuid = run.create("vm0", "m1.small");

        assertThat(withoutHosts(run.states(uuid))).isEqualTo(ServerTrace.states(step));
        assertThat(run.server(uuid).fault()).isEqualTo(message(step));
        long tookNs = run.lab.simulation().now() - fromNs;
        assertThat(tookNs).isBetween(60 * SimTime.SECOND, 63 * SimTime.SECOND);
    }

    @Test
    void triesThreeHostsWhenPortsCannotBeBound() {
        ServerTrace run = new ServerTrace(5);
        JsonNode step = RECORDED.get("no_l2_agent");
        for (int i = 0; i < 5; i++) {
            run.lab.turn("nova-compute-" + i, "ovn-controller", false);
        }

        String uuid = run.create("bindfail", "m1.tiny");
        List<String> states = new ArrayList<>(withoutHosts(run.states(uuid)));

        // the state between scheduling and spawning is as short here as it was for most polls
        List<String> recorded = new ArrayList<>(ServerTrace.states(step));
        recorded.removeIf(s -> s.equals("BUILD building - 0"));
        // what was seen for 0.2 s after the third attempt: the call of conductor that gives up
        recorded.remove(recorded.size() - 2);
        assertThat(states).isEqualTo(recorded);
        String port = step.get("fault").get("message").asString().replaceAll(".*port |, .*", "");
        String fault = run.server(uuid).fault();
        String mine = fault.replaceAll(".*port |, .*", "");
        assertThat(fault)
                .isEqualTo(
                        message(step).replace(step.get("id").asString(), uuid).replace(port, mine));
        assertThat(NeutronView.portsOf(run.lab.world(), uuid)).isEmpty();
        assertThat(PlacementView.allocations(run.lab.world(), uuid)).isEmpty();
    }

    @Test
    void runsOutOfHostsBeforeItRunsOutOfAttempts() {
        ServerTrace run = new ServerTrace(2);
        run.lab.turn("nova-compute-0", "ovn-controller", false);
        run.lab.turn("nova-compute-1", "ovn-controller", false);

        String uuid = run.running("bindfail", "m1.tiny");

        assertThat(run.server(uuid).fault())
                .isEqualTo(
                        "Exceeded maximum number of retries. Exhausted all hosts available for"
                                + " retrying build failures for instance "
                                + uuid
                                + ".");
    }

    @Test
    void buildsOnTheNextHostWhenOneCannotBindPorts() {
        ServerTrace run = new ServerTrace(2);
        run.lab.turn("nova-compute-0", "ovn-controller", false);

        String uuid = run.running("vm0", "m1.tiny");

        assertThat(run.server(uuid).status()).isEqualTo("ACTIVE");
        assertThat(run.server(uuid).host()).isEqualTo("nova-compute-1");
        assertThat(NeutronView.portsOf(run.lab.world(), uuid))
                .extracting(Port::host, Port::status)
                .containsExactly(org.assertj.core.api.Assertions.tuple("nova-compute-1", "ACTIVE"));
    }

    @Test
    void evacuatesFromADeadHostAndKeepsBothAllocations() {
        ServerTrace run = new ServerTrace(5);
        String uuid = run.running("vm0", "m1.small");
        String host = run.server(uuid).host();
        run.lab.turn(host, "", false);

        double downAfterS = secondsUntilDown(run, host);
        List<String> before = List.of(run.server(uuid).status());
        run.act(uuid, ServerAction.EVACUATE, "");
        List<String> states =
                run.states(uuid).stream()
                        .filter(s -> !s.contains("rebuild_"))
                        .map(s -> s.replaceFirst(" [0-9]+ ", " "))
                        .toList();

        assertThat(downAfterS).isBetween(50.0, 61.0);
        double recordedS = RECORDED.get("host_down_killed_compute_seen_down_after_s").asDouble();
        assertThat(recordedS).isBetween(50.0, 61.0);
        assertThat(before).containsExactly("ACTIVE");
        JsonNode step = RECORDED.get("host_down_evacuate");
        assertThat(ServerTrace.anonymous(states, "nova-compute-\\d"))
                .isEqualTo(ServerTrace.anonymous(ServerTrace.states(step), "node\\d"));
        assertThat(PlacementView.allocations(run.lab.world(), uuid))
                .hasSize(step.get("alloc").get("allocations").size())
                .extracting(Allocation::ramMib)
                .containsOnly(2048);
    }

    @Test
    void clearsWhatWasEvacuatedWhenTheHostIsBack() {
        ServerTrace run = new ServerTrace(5);
        String uuid = run.running("vm0", "m1.small");
        String host = run.server(uuid).host();
        run.lab.turn(host, "", false);
        run.lab.pass(61);
        run.act(uuid, ServerAction.EVACUATE, "");
        run.lab.simulation().runToEnd();

        run.lab.turn(host, "", true);

        assertThat(PlacementView.allocations(run.lab.world(), uuid))
                .extracting(Allocation::provider)
                .containsExactly(run.server(uuid).host());
        assertThat(run.server(uuid).status()).isEqualTo("ACTIVE");
    }

    private static double secondsUntilDown(ServerTrace run, String host) {
        long fromNs = run.lab.simulation().now();
        while (ComputeService.isUp(run.lab.world(), host, run.lab.simulation().now())) {
            run.lab.pass(1);
        }
        return (run.lab.simulation().now() - fromNs) / (double) SimTime.SECOND;
    }

    @Test
    void leavesAServerInBuildOnAHostThatDiedAMomentAgo() {
        ServerTrace run = new ServerTrace(1);
        run.lab.turn("nova-compute-0", "", false);

        String uuid = run.running("vm0", "m1.tiny");
        Server waiting = run.server(uuid);
        run.lab.turn("nova-compute-0", "", true);
        run.lab.simulation().runToEnd();

        assertThat(waiting.status()).isEqualTo("BUILD");
        assertThat(waiting.taskState()).isEqualTo("scheduling");
        assertThat(run.server(uuid).status()).isEqualTo("ACTIVE");
    }

    @Test
    void findsNoHostWhenNovaComputeIsKnownToBeDown() {
        ServerTrace run = new ServerTrace(1);
        run.lab.turn("nova-compute-0", "nova-compute", false);
        run.lab.pass(70);

        String uuid = run.running("vm0", "m1.tiny");

        assertThat(run.server(uuid).fault())
                .isEqualTo("No valid host was found. There are not enough hosts available.");
    }

    @Test
    void keepsAStopWaitingForANovaComputeThatIsDead() {
        ServerTrace run = new ServerTrace(1);
        String uuid = run.running("vm0", "m1.tiny");
        run.lab.turn("nova-compute-0", "nova-compute", false);

        Reply reply = run.act(uuid, ServerAction.STOP, "");
        run.lab.simulation().runToEnd();
        Server waiting = run.server(uuid);
        run.lab.turn("nova-compute-0", "nova-compute", true);
        run.lab.simulation().runToEnd();

        assertThat(reply).isInstanceOf(Reply.Done.class);
        assertThat(waiting.taskState()).isEqualTo("powering-off");
        assertThat(run.server(uuid).status()).isEqualTo("SHUTOFF");
    }

    @Test
    void leavesServersInSchedulingWithoutAConductor() {
        ServerTrace run = new ServerTrace(1);
        run.lab.turn("nova-cloud-controller-0", "nova-conductor", false);

        String uuid = run.running("vm0", "m1.tiny");
        Server waiting = run.server(uuid);
        run.lab.turn("nova-cloud-controller-0", "nova-conductor", true);
        run.lab.simulation().runToEnd();

        assertThat(waiting.taskState()).isEqualTo("scheduling");
        assertThat(run.server(uuid).status()).isEqualTo("ACTIVE");
    }
}
