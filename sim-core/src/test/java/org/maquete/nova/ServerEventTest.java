package org.maquete.nova;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.maquete.kernel.Answer;

/**
 * {@code server event}, as python-openstackclient 6.0.0 printed it, given the answers of a Nova at
 * microversion 2.1; and {@code server restore} without soft deletion.
 */
class ServerEventTest {

    private static CloudLab withServer() {
        CloudLab lab = CloudLab.withComputes(1);
        lab.accepted("openstack image create --file jammy.img jammy");
        lab.accepted("openstack flavor create --ram 64 --disk 1 --vcpus 1 tiny");
        lab.accepted("openstack network create a");
        lab.accepted("openstack subnet create --network a --subnet-range 10.0.0.0/24 sub");
        lab.accepted("openstack server create --image jammy --flavor tiny --network a vm");
        return lab;
    }

    @Test
    void listsWhatWasAskedTheNewestFirst() {
        CloudLab lab = withServer();
        lab.accepted("openstack server stop vm");
        lab.accepted("openstack server start vm");

        assertThat(lab.accepted("openstack server event list -f value -c Action vm"))
                .isEqualTo("start\nstop\ncreate\n");
        assertThat(lab.accepted("openstack server event list --long -f csv vm").lines().findFirst())
                .contains(
                        "\"Request ID\",\"Server ID\",\"Action\",\"Start Time\",\"Message\","
                                + "\"Project ID\",\"User ID\"");
    }

    @Test
    void showsOne() {
        CloudLab lab = withServer();
        String rows = lab.accepted("openstack server event list -f value vm");
        String request = rows.substring(0, rows.indexOf(' '));

        String shown = lab.accepted("openstack server event show vm " + request);

        assertThat(CloudLab.field(shown, "action")).isEqualTo("create");
        assertThat(CloudLab.field(shown, "message")).isEqualTo("None");
        assertThat(CloudLab.field(shown, "events"))
                .startsWith(
                        "[{'event': 'compute__do_build_and_run_instance', 'start_time':"
                                + " '2026-01-05T08:")
                .endsWith("'result': 'Success', 'traceback': None}]");
    }

    @Test
    void saysWhatHasFailed() {
        CloudLab lab = CloudLab.withComputes(1);
        lab.accepted("openstack image create --file jammy.img jammy");
        lab.accepted("openstack flavor create --ram 50000 --disk 1 --vcpus 1 huge");
        lab.accepted("openstack network create a");
        lab.accepted("openstack subnet create --network a --subnet-range 10.0.0.0/24 sub");
        lab.accepted("openstack server create --image jammy --flavor huge --network a vm");

        assertThat(lab.accepted("openstack server event list --long -f value -c Message vm"))
                .isEqualTo("Error\n");
    }

    @Test
    void refusesWhatIsNotThere() {
        CloudLab lab = withServer();

        assertThat(lab.type("openstack server event show vm req-9").stderr())
                .startsWith("Action req-9 not found (HTTP 404) (Request-ID: req-");
        assertThat(lab.type("openstack server event list nope"))
                .isEqualTo(Answer.failed(1, "No server with a name or ID of 'nope' exists."));
        assertThat(lab.type("openstack server event list --limit 3 vm"))
                .isEqualTo(
                        Answer.failed(
                                1,
                                "--os-compute-api-version 2.58 or greater is required to support"
                                        + " the --limit option"));
    }

    @Test
    void restoresNothingThatIsThere() {
        CloudLab lab = withServer();
        String uuid = lab.accepted("openstack server show -f value -c id vm").strip();

        assertThat(lab.type("openstack server restore vm").stderr())
                .startsWith(
                        "Cannot 'restore' instance "
                                + uuid
                                + " while it is in vm_state active (HTTP 409)");
    }
}
