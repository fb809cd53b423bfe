package org.maquete.juju.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.maquete.juju.JujuView;
import org.maquete.juju.Model;
import org.maquete.juju.StatusInfo;
import org.maquete.world.World;

class StatusGoldenTest {

    private static Selection select(World world, String... words) {
        Model model = JujuView.currentModel(world).orElseThrow();
        return Selection.of(world, model, List.of(words));
    }

    @Test
    void printsTheFinalStatusOfTheDeploymentGuide() {
        Selection all = select(GuideStatus.rows().world);

        String printed =
                new StatusTable(Statuses.relations(all, "18:51:46Z"), StatusTable.Layout.V2_9)
                        .print();

        assertThat(printed).isEqualTo(GuideStatus.text());
    }

    @Test
    void showsBasesAndIntegrationsSinceVersionThree() {
        String printed = Statuses.tabular(select(GuideStatus.rows().world), true);

        assertThat(printed)
                .contains("Machine  State    Address     Inst id              Base          AZ")
                .contains("Integration provider")
                .contains(
                        "0/lxd/0  started  10.0.0.163  juju-df2f3d-0-lxd-0  ubuntu@22.04  default");
    }

    @Test
    void showsAnApplicationWithTheUnitsBesideItsUnits() {
        String printed = Statuses.tabular(select(GuideStatus.rows().world, "keystone"), false);

        assertThat(printed.lines().map(line -> line.split(" +", -1)[0]))
                .contains("keystone", "keystone-mysql-router", "keystone/0*", "0", "0/lxd/3")
                .doesNotContain("vault", "vault/0*", "1", "0/lxd/0");
    }

    @Test
    void countsUnitsWithoutAgentAsMissingAndShowsWhatTheAgentDoes() {
        JujuRows rows = new JujuRows().model("3.6.26").application("keystone", "keystone");
        StatusInfo waiting = new StatusInfo("waiting", "", 0);
        rows.unit(
                "keystone/0",
                "",
                "",
                waiting,
                new StatusInfo("allocating", "waiting for machine", 0),
                false,
                "",
                List.of());
        rows.unit(
                "keystone/1",
                "1",
                "",
                new StatusInfo("maintenance", "installing charm software", 0),
                new StatusInfo("executing", "running install hook", 0),
                true,
                "10.0.0.1",
                List.of());

        String printed = Statuses.tabular(select(rows.world), false);

        assertThat(printed)
                .contains("keystone           maintenance    1/2  keystone")
                .contains("keystone/0   waiting      allocating")
                .contains("waiting for machine\n")
                .contains(
                        "keystone/1*  maintenance  executing   1        10.0.0.1"
                                + "               (install) installing charm software\n");
    }

    @Test
    void sortsContainersByNumberAndCutsLongMessages() {
        JujuRows rows = new JujuRows().model("3.6.26");
        StatusInfo running = new StatusInfo("running", "x".repeat(200), 0);
        for (String name : List.of("0/lxd/10", "0/lxd/2", "0")) {
            rows.machine(name, JujuRows.status("started"), running, "id", "10.0.0.1");
        }

        String printed = Statuses.tabular(select(rows.world), false);

        assertThat(printed.lines().skip(4).map(line -> line.split(" +", -1)[0]))
                .containsExactly("0", "0/lxd/2", "0/lxd/10");
        assertThat(printed).contains("x".repeat(117) + "...\n").doesNotContain("x".repeat(118));
    }
}
