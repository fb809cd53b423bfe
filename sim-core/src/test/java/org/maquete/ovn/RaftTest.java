package org.maquete.ovn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.maquete.hardware.CutPower;
import org.maquete.hardware.HardwareView;
import org.maquete.hardware.PlugCable;
import org.maquete.hardware.PullCable;
import org.maquete.hardware.RestorePower;
import org.maquete.host.StartService;
import org.maquete.host.StopService;
import org.maquete.juju.RealCharms;

/** The databases of OVN lose leaders and majority, and find them again. */
class RaftTest {

    private static final String APP = "ovn-central";

    private final RealCharms lab =
            RealCharms.lab()
                    .deployOnEach(APP)
                    .deploy("easyrsa", 1, "lxd:0")
                    .relate(APP + ":certificates", "easyrsa:client")
                    .settle();

    @Test
    void aLeaderThatDiesIsReplacedAndNorthdMovesOn() {
        String leader = cluster().northbound();
        String machine = lab.unit(leader).machine().substring(0, 1);

        lab.ask(new CutPower(lab.rack(machine))).settle();

        assertThat(cluster().northbound()).isNotEmpty().isNotEqualTo(leader);
        assertThat(cluster().southbound()).isNotEmpty().isNotEqualTo(leader);
        assertThat(lab.status(cluster().northbound())).contains("leader: ovnnb_db");
        assertThat(lab.status(cluster().northd())).contains("northd: active");
    }

    @Test
    void withoutAMajorityNobodyLeadsUntilAServerIsBack() {
        lab.ask(new CutPower(lab.rack("1")));
        lab.ask(new CutPower(lab.rack("2"))).settle();
        boolean vacant = isVacant();
        String survivor = lab.status(APP + "/0");
        lab.ask(new RestorePower(lab.rack("1"))).settle();

        assertThat(vacant).isTrue();
        assertThat(survivor).isEqualTo("active Unit is ready");
        assertThat(isVacant()).isFalse();
        assertThat(List.of(lab.status(APP + "/0"), lab.status(APP + "/1")))
                .anyMatch(said -> said.contains("leader: "))
                .anyMatch(said -> said.contains("northd: active"));
    }

    @Test
    void aLeaderBehindAPulledCableIsReplaced() {
        String leader = cluster().northbound();
        String machine = lab.unit(leader).machine().substring(0, 1);
        String port = HardwareView.nics(lab.world(), lab.rack(machine)).getFirst().name();

        lab.ask(new PullCable(lab.rack(machine), port)).settle();
        String next = cluster().northbound();
        lab.ask(new PlugCable(lab.rack(machine), port)).settle();

        assertThat(next).isNotEmpty().isNotEqualTo(leader);
        assertThat(cluster().northbound()).isEqualTo(next);
        assertThat(lab.status(next)).contains("leader: ovnnb_db");
    }

    @Test
    void aStoppedServerSaysSo() {
        lab.ask(new StopService(lab.host(APP + "/1"), OvnView.SERVICE)).settle();
        String stopped = lab.status(APP + "/1");
        lab.ask(new StartService(lab.host(APP + "/1"), OvnView.SERVICE)).settle();

        assertThat(stopped).isEqualTo("blocked Services not running that should be: ovn-central");
        assertThat(lab.status(APP + "/1")).startsWith("active Unit is ready");
    }

    @Test
    void resumesWithTheSamePending() {
        String machine = lab.unit(cluster().northbound()).machine().substring(0, 1);
        lab.ask(new CutPower(lab.rack(machine)));

        for (int i = 0; i < 20 && !lab.simulation().isFinished(); i++) {
            lab.infra().resumesEqually();
            lab.simulation().step();
        }
        assertThat(isVacant()).isFalse();
    }

    private OvnCluster cluster() {
        return OvnView.cluster(lab.world(), RealCharms.MODEL, APP).orElseThrow();
    }

    /** Whether nobody has one of the three roles. */
    private boolean isVacant() {
        OvnCluster now = cluster();
        return now.northbound().isEmpty() || now.southbound().isEmpty() || now.northd().isEmpty();
    }
}
