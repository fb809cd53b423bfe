package org.maquete.nova;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maquete.kernel.Answer;

/** The commands about the life of servers, with what python-openstackclient 6.0.0 prints. */
class LifeVerbsTest {

    private static final String REQUEST = " \\(Request-ID: req-[0-9a-f-]{36}\\)\n";

    private ServerTrace run;
    private String uuid;

    @BeforeEach
    void runsAServer() {
        run = new ServerTrace(3);
        uuid = run.running("vm0", "m1.small");
    }

    private String status() {
        return run.lab.accepted("openstack server show -f value -c status vm0").strip();
    }

    @Test
    void refusesInTheWordsOfTheLibraryThatAsks() {
        Answer sdk = run.lab.type("openstack server unpause vm0");
        Answer nova = run.lab.type("openstack server start vm0");

        assertThat(sdk)
                .isEqualTo(
                        Answer.failed(
                                1,
                                "ConflictException: 409: Client Error for url:"
                                        + " https://172.16.0.12:8774/v2.1/servers/"
                                        + uuid
                                        + "/action, Cannot 'unpause' instance "
                                        + uuid
                                        + " while it is in vm_state active"));
        assertThat(nova.exit()).isEqualTo(1);
        assertThat(nova.stderr())
                .matches(
                        "Cannot 'start' instance "
                                + uuid
                                + " while it is in vm_state active \\(HTTP 409\\)"
                                + REQUEST);
    }

    @Test
    void findsNoServerInTheWordsOfTheLibraryThatLooks() {
        assertThat(run.lab.type("openstack server pause nope"))
                .isEqualTo(Answer.failed(1, "No Server found for nope"));
        assertThat(run.lab.type("openstack server stop nope"))
                .isEqualTo(Answer.failed(1, "No server with a name or ID of 'nope' exists."));
    }

    @Test
    void actsOnThoseBeforeTheOneItDoesNotFind() {
        run.running("vm1", "m1.tiny");

        Answer answer = run.lab.type("openstack server stop vm0 vm1 nope");

        assertThat(answer)
                .isEqualTo(Answer.failed(1, "No server with a name or ID of 'nope' exists."));
        assertThat(run.lab.accepted("openstack server list -f value -c Status").lines())
                .containsExactly("SHUTOFF", "SHUTOFF");
    }

    @Test
    void actsOnThoseBeforeTheOneThatIsRefused() {
        run.running("vm1", "m1.tiny");
        run.lab.accepted("openstack server stop vm1");

        Answer answer = run.lab.type("openstack server stop vm0 vm1");

        assertThat(answer.exit()).isEqualTo(1);
        assertThat(answer.stderr()).contains("while it is in vm_state stopped (HTTP 409)");
        assertThat(status()).isEqualTo("SHUTOFF");
    }

    @Test
    void resizesAndWaits() {
        assertThat(run.lab.accepted("openstack server resize --flavor m1.medium --wait vm0"))
                .isEqualTo("Complete\n");
        assertThat(status()).isEqualTo("VERIFY_RESIZE");
        assertThat(run.lab.accepted("openstack server migration list -f value -c Status").strip())
                .isEqualTo("finished");
        run.lab.accepted("openstack server resize confirm vm0");
        assertThat(status()).isEqualTo("ACTIVE");
        assertThat(run.lab.accepted("openstack server show -f value -c flavor vm0"))
                .startsWith("m1.medium (");
    }

    @Test
    void refusesAResizeToTheSameFlavorAndOneBeyondTheQuota() {
        run.lab.accepted("openstack flavor create --ram 4096 --disk 20 --vcpus 40 wide");

        assertThat(run.lab.type("openstack server resize --flavor m1.small vm0").stderr())
                .matches("When resizing, instances must change flavor! \\(HTTP 400\\)" + REQUEST);
        assertThat(run.lab.type("openstack server resize --flavor wide vm0").stderr())
                .matches(
                        "Quota exceeded for cores: Requested 39, but already used 1 of 20 cores"
                                + " \\(HTTP 403\\)"
                                + REQUEST);
    }

    @Test
    void refusesALiveMigrationOfLocalDisksWithoutCopyingThem() {
        String host = run.server(uuid).host();

        assertThat(run.lab.type("openstack server migrate --live-migration vm0").stderr())
                .matches(
                        host
                                + " is not on shared storage: Shared storage live-migration"
                                + " requires either shared storage or boot-from-volume with no"
                                + " local disks. \\(HTTP 400\\)"
                                + REQUEST);
        assertThat(
                        run.lab.accepted(
                                "openstack server migrate --live-migration --block-migration"
                                        + " --wait vm0"))
                .isEqualTo("Complete\n");
        assertThat(run.server(uuid).host()).isNotEqualTo(host);
    }

    @Test
    void asksForALaterVersionOfTheApiWhereTheClientDoes() {
        assertThat(run.lab.type("openstack server migrate --host nova-compute-1 vm0"))
                .isEqualTo(
                        Answer.failed(
                                1,
                                "--os-compute-api-version 2.56 or greater is required to use"
                                        + " --host without --live-migration."));
        assertThat(run.lab.type("openstack server lock --reason why vm0"))
                .isEqualTo(
                        Answer.failed(
                                1,
                                "--os-compute-api-version 2.73 or greater is required to use the"
                                        + " --reason option."));
    }

    @Test
    void refusesWhatIsLockedToAllButAdministrators() {
        run.lab.accepted("openstack server lock vm0");

        var refused =
                run.submit(
                        new ActOnServers(
                                java.util.List.of(uuid), ServerAction.STOP, "", false, false));
        run.lab.accepted("openstack server stop vm0");

        assertThat(((org.maquete.kernel.Reply.No) refused).refusal().message())
                .isEqualTo("Instance " + uuid + " is locked");
        assertThat(status()).isEqualTo("SHUTOFF");
    }

    @Test
    void evacuatesOnlyFromAHostThatIsDown() {
        String host = run.server(uuid).host();
        assertThat(run.lab.type("openstack server evacuate vm0").stderr())
                .matches(
                        "Compute service of "
                                + host
                                + " is still in use. \\(HTTP 400\\)"
                                + REQUEST);
        run.lab.turn(host, "", false);
        run.lab.pass(61);

        assertThat(run.lab.accepted("openstack server evacuate --wait vm0"))
                .startsWith("Complete\n+")
                .contains("| status ");
        assertThat(run.server(uuid).host()).isNotEqualTo(host);
        assertThat(run.lab.accepted("openstack hypervisor list -f csv -c State"))
                .isEqualTo("\"State\"\n\"down\"\n\"up\"\n\"up\"\n");
    }

    @Test
    void listsServicesAndDisablesThem() {
        assertThat(run.lab.accepted("openstack compute service list -f value -c Binary -c State"))
                .isEqualTo(
                        "nova-conductor up\nnova-scheduler up\nnova-compute up\nnova-compute"
                                + " up\nnova-compute up\n");
        run.lab.accepted(
                "openstack compute service set --disable --disable-reason fan nova-compute-0"
                        + " nova-compute");

        assertThat(
                        run.lab.accepted(
                                "openstack compute service list --long --host nova-compute-0 -f"
                                        + " value -c Status -c Zone"))
                .isEqualTo("nova disabled\n");
        assertThat(run.lab.type("openstack compute service set --enable nope nova-compute"))
                .isEqualTo(
                        Answer.failed(
                                1,
                                "Failed to set service status to enabled\n"
                                        + "Compute service nova-compute of host nope failed to"
                                        + " set."));
        String other = run.running("vm1", "m1.tiny");
        assertThat(run.server(other).host()).isNotEqualTo("nova-compute-0");
    }

    @Test
    void countsWhatHypervisorsHave() {
        String stats =
                run.lab.accepted(
                        "openstack hypervisor stats show -f value -c count -c running_vms -c"
                                + " memory_mb_used -c vcpus");

        assertThat(stats).isEqualTo("3\n3584\n1\n12\n");
        String host = run.server(uuid).host();
        assertThat(run.lab.accepted("openstack hypervisor show -f value -c free_ram_mb " + host))
                .isEqualTo("13824\n");
    }

    @Test
    void rebuildsAndShowsTheServer() {
        assertThat(run.lab.accepted("openstack server rebuild --wait vm0"))
                .startsWith("Complete\n+");
    }

    @Test
    void setsTheStateAndTheName() {
        run.lab.accepted("openstack server set --state error vm0");
        assertThat(status()).isEqualTo("ERROR");
        run.lab.accepted("openstack server reboot --hard --wait vm0");
        assertThat(status()).isEqualTo("ACTIVE");
        run.lab.accepted("openstack server set --name web vm0");
        assertThat(run.lab.accepted("openstack server list -f value -c Name").strip())
                .isEqualTo("web");
    }

    @Test
    void deletesOverTimeAndAtOnceWhenTheHostIsDown() {
        run.lab.typeAndLeave("openstack server delete vm0");
        assertThat(run.server(uuid).taskState()).isEqualTo("deleting");
        run.lab.simulation().runToEnd();
        assertThat(NovaView.servers(run.lab.world())).isEmpty();

        String second = run.running("vm1", "m1.tiny");
        run.lab.turn(run.server(second).host(), "", false);
        run.lab.pass(61);
        run.lab.typeAndLeave("openstack server delete vm1");
        assertThat(NovaView.servers(run.lab.world())).isEmpty();
    }

    @Test
    void findsServersStoppedAfterTheirHostBooted() {
        String host = run.server(uuid).host();
        run.lab.turn(host, "", false);
        run.lab.pass(300);
        assertThat(status()).isEqualTo("ACTIVE");

        run.lab.turn(host, "", true);

        assertThat(status()).isEqualTo("SHUTOFF");
    }
}
