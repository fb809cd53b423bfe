package org.maquete.maas.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.maquete.maas.MaasView;
import org.maquete.tool.argparse.Value;

/** Users of MAAS, and what only an administrator may do. */
class MaasUserTest {

    private final MaasDesk desk = new MaasDesk();

    MaasUserTest() {
        desk.rack().machine("server1", 4, 16384);
        desk.type("maas admin users create username=ana email=ana@x.org password=p is_superuser=0");
        String key = desk.type("maas apikey --username ana").answer().stdout().strip();
        desk.type("maas login ana http://172.16.0.3:5240/MAAS " + key);
    }

    @Test
    void knowsWhoIsLoggedIn() {
        assertThat(MaasDesk.at(desk.json("maas ana users whoami"), "username")).isEqualTo("ana");
        assertThat(MaasDesk.at(desk.json("maas admin users whoami"), "is_superuser"))
                .isEqualTo("true");
        Value all = desk.json("maas ana users read");
        assertThat(MaasDesk.at(all, "0.username")).isEqualTo("admin");
        assertThat(MaasDesk.at(all, "1.is_superuser")).isEqualTo("false");
    }

    @Test
    void letsOthersLookButNotChange() {
        assertThat(MaasDesk.at(desk.json("maas ana machines read"), "0.hostname"))
                .isEqualTo("server1");
        assertThat(desk.refused("maas ana zones create name=az2"))
                .isEqualTo("This method is reserved for admin users.");
        assertThat(desk.refused("maas ana machine commission " + desk.id("server1")))
                .isEqualTo("Request failed with code 403: Forbidden");
        assertThat(desk.type("maas ana machines allocate").answer().exit()).isZero();
    }

    @Test
    void refusesUsersInTheWordsOfTheApi() {
        assertThat(desk.refused("maas admin users create username=bia"))
                .isEqualTo("No provided email!");
        assertThat(desk.refused("maas admin user read bia"))
                .isEqualTo("No User matches the given query.");
        assertThat(desk.refused("maas admin user delete admin"))
                .isEqualTo("An administrator cannot self-delete.");
        assertThat(desk.type("maas apikey --username bia").answer().stderr())
                .isEqualTo("CommandError: User does not exist.\n");
    }

    @Test
    void deletesUsersAndTags() {
        desk.type("maas admin user delete ana");
        assertThat(desk.refused("maas admin user read ana")).startsWith("No User");

        desk.type("maas admin tags create name=t");
        desk.type("maas admin tag update-nodes t add=" + desk.id("server1"));
        desk.type("maas admin tag delete t");
        assertThat(MaasView.machine(desk.world(), "server1").orElseThrow().tags()).isEmpty();
        assertThat(desk.refused("maas admin tag delete t"))
                .isEqualTo("No Tag matches the given query.");
    }
}
