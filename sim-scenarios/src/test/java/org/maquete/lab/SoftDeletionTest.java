package org.maquete.lab;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maquete.kernel.Simulation;

/** Deleted servers that can be restored: nova yoga, compute/api.py and compute/manager.py. */
class SoftDeletionTest {

    private static Simulation deployed;

    private Typing lab;

    @BeforeAll
    static void deploys() {
        deployed = Labs.deployed();
    }

    @BeforeEach
    void branches() {
        lab = new Typing(deployed);
        for (String charm : new String[] {"nova-cloud-controller", "nova-compute"}) {
            lab.type("juju config " + charm + " config-flags=reclaim_instance_interval=7200", 900);
        }
    }

    private String state(String id) {
        return lab.ask("openstack server show -f value -c status " + id);
    }

    @Test
    void aDeletedServerIsHiddenAndComesBack() {
        String id = lab.show("server", "id", "client");
        lab.type("openstack server delete client", 60);
        assertThat(state(id)).isEqualTo("SOFT_DELETED");
        assertThat(lab.ask("openstack server list -f value")).isEmpty();
        assertThat(lab.ask("openstack limits show --absolute -f value"))
                .contains("totalInstancesUsed 0");
        assertThat(lab.type("openstack server restore client", 1).answer().stderr())
                .isEqualTo("No server with a name or ID of 'client' exists.\n");

        lab.type("openstack server restore " + id, 60);

        assertThat(state(id)).isEqualTo("ACTIVE");
        assertThat(lab.ask("openstack server event list -f value -c Action client"))
                .startsWith("restore\ndelete\n");
        lab.toEnd();
        assertThat(state(id)).isEqualTo("ACTIVE");
        assertThat(lab.run().violations()).isEmpty();
    }

    @Test
    void whatNobodyRestoresIsReclaimed() {
        String id = lab.show("server", "id", "client");
        lab.type("openstack server delete client", 7000);
        assertThat(state(id)).isEqualTo("SOFT_DELETED");
        lab.pass(600);

        assertThat(state(id)).isEqualTo("No server with a name or ID of '" + id + "' exists.");
        assertThat(lab.run().violations()).isEmpty();
    }

    @Test
    void forceDoesNotKeepIt() {
        String id = lab.show("server", "id", "client");
        lab.type("openstack server delete --force client", 60);

        assertThat(state(id)).isEqualTo("No server with a name or ID of '" + id + "' exists.");
    }
}
