package org.maquete.juju;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.maquete.ceph.CephSubsystem;
import org.maquete.finding.Cure;
import org.maquete.finding.Finding;
import org.maquete.finding.Rule;
import org.maquete.finding.Run;
import org.maquete.finding.TypedLine;
import org.maquete.hardware.Disk;
import org.maquete.hardware.DiskRole;
import org.maquete.hardware.HardwareView;
import org.maquete.juju.catalog.Resources;
import org.maquete.kernel.Answer;
import org.maquete.kernel.EventId;
import org.maquete.kernel.Model;
import org.maquete.kernel.Place;
import org.maquete.kernel.Ref;
import org.maquete.kernel.Settings;
import org.maquete.kernel.Simulation;
import org.maquete.vault.VaultSubsystem;
import org.maquete.world.World;

class CharmRulesTest {

    private static final String MODEL = "maas:openstack";

    private final World world = CharmBench.machines();
    private final List<TypedLine> lines = new ArrayList<>();

    @Test
    void aMissingRelationIsACauseAndNamesThePartner() {
        typed("juju deploy keystone");
        typed("juju deploy mysql-router keystone-mysql-router");
        application("keystone", "keystone", List.of());
        application("keystone-mysql-router", "mysql-router", List.of());
        unit(
                "keystone",
                0,
                "0",
                "blocked",
                "Missing relations: database",
                "endpoint keystone:shared-db");
        unit("keystone-mysql-router", 0, "0", "blocked", "'shared-db' missing", "");

        Finding found = only("charm.missing-relation");

        assertThat(found.place().line()).isEqualTo(2);
        assertThat(found.causedBy()).isEqualTo(Ref.NONE);
        assertThat(found.answer()).isEqualTo("Missing relations: database");
        assertThat(found.cures().getFirst().lines())
                .containsExactly(
                        "juju integrate keystone:shared-db keystone-mysql-router:shared-db");
    }

    @Test
    void aWaitingUnitIsAConsequenceAndIsToldOncePerApplication() {
        typed("juju deploy -n 3 ovn-central");
        application("ovn-central", "ovn-central", List.of());
        String said = "'certificates' awaiting server certificate data";
        for (int i = 0; i < 3; i++) {
            unit("ovn-central", i, "0", "waiting", said, "unit vault/0");
        }

        assertThat(only("charm.waiting").causedBy()).isEqualTo(new Ref("unit", "vault/0"));
        assertThat(check("charm.missing-relation")).isEmpty();
    }

    @Test
    void anActiveUnitIsNoFinding() {
        typed("juju deploy keystone");
        application("keystone", "keystone", List.of());
        unit("keystone", 0, "0", "active", "Unit is ready", "");

        for (Rule rule : rules()) {
            assertThat(rule.check(run())).as(rule.id()).isEmpty();
        }
    }

    @Test
    void aClusterNeedsItsUnits() {
        typed("juju deploy ovn-central");
        typed("juju deploy -n 3 ceph-mon");
        application("ovn-central", "ovn-central", List.of());
        unit("ovn-central", 0, "0", "blocked", "Charm requires peers to operate", "");
        application("ceph-mon", "ceph-mon", List.of(new Setting("monitor-count", "3")));
        for (int i = 0; i < 3; i++) {
            unit("ceph-mon", i, "0", "active", "Unit is ready and clustered", "");
        }

        Finding found = only("cluster.min-size");

        assertThat(found.subject()).isEqualTo(new Ref("application", "ovn-central"));
        assertThat(found.cures().getFirst().lines())
                .containsExactly("juju add-unit -n 2 ovn-central");
    }

    @Test
    void aContainerOnAMissingMachineWaitsForEver() {
        typed("juju deploy juju-dashboard --to lxd:0");
        application("juju-dashboard", "juju-dashboard", List.of());
        unit("juju-dashboard", 0, "", "waiting", "waiting for machine", "");

        Finding found = only("juju.container-on-missing-machine");

        assertThat(found.answer()).isEqualTo("waiting for machine");
        assertThat(found.cures().getFirst().kind()).isEqualTo(Cure.Kind.INSTEAD);
        assertThat(found.cures().getFirst().lines())
                .containsExactly("juju deploy -m controller juju-dashboard --to lxd:0");
    }

    @Test
    void aUnitThatHasItsContainerIsFine() {
        typed("juju deploy vault --to lxd:0");
        application("vault", "vault", List.of());
        unit("vault", 0, "0/lxd/0", "waiting", "waiting for machine", "");

        assertThat(check("juju.container-on-missing-machine")).isEmpty();
    }

    @Test
    void theInventoryTellsTheBootDiskFromAnAbsentOne() {
        disk(0, "/dev/sda", DiskRole.BOOT, false);
        disk(1, "/dev/sdb", DiskRole.FREE, true);
        typed("juju deploy ceph-osd");
        typed("juju config ceph-osd osd-devices=/dev/sda");
        application("ceph-osd", "ceph-osd", List.of(new Setting("osd-devices", "/dev/sda")));
        unit(
                "ceph-osd",
                0,
                "0",
                "blocked",
                "No block devices detected using current configuration",
                "");

        Finding found = only("ceph.boot-disk");

        assertThat(found.place().line()).isEqualTo(2);
        assertThat(found.cause().en()).contains("/dev/sda (boot), /dev/sdb (free)");
        assertThat(found.cures().getFirst())
                .extracting(Cure::kind, Cure::lines)
                .containsExactly(
                        Cure.Kind.INSTEAD, List.of("juju config ceph-osd osd-devices=/dev/sdb"));
        assertThat(check("ceph.no-device")).isEmpty();
    }

    @Test
    void anEmptyOptionAndADiskWithDataAreDifferent() {
        disk(0, "/dev/sdb", DiskRole.FREE, false);
        typed("juju deploy ceph-osd");
        application("ceph-osd", "ceph-osd", List.of());
        unit(
                "ceph-osd",
                0,
                "0",
                "blocked",
                "No block devices detected using current configuration",
                "");

        assertThat(only("ceph.no-device").cures().getFirst().kind()).isEqualTo(Cure.Kind.ADVICE);
        unit(
                "ceph-osd",
                1,
                "0",
                "blocked",
                "Non-pristine devices detected, consult `list-disks`, `zap-disk` and"
                        + " `blacklist-*` actions.",
                "");
        assertThat(only("ceph.non-pristine").subject()).isEqualTo(new Ref("unit", "ceph-osd/1"));
    }

    @Test
    void vaultStandsStillAtTheStepThatThePlanLeavesOut() {
        typed("juju deploy vault --to lxd:2");
        typed("vault operator init");
        typed("juju run vault/leader authorize-charm token=XXX");
        application("vault", "vault", List.of());
        unit("vault", 0, "2/lxd/0", "blocked", "Unit is sealed", "");

        Finding sealed = only("vault.sealed");

        assertThat(sealed.place().line()).isEqualTo(2);
        assertThat(sealed.answer()).isEqualTo("Unit is sealed");
        assertThat(sealed.cures().getFirst().lines())
                .hasSize(3)
                .allMatch(line -> line.startsWith("vault operator unseal <unseal-key-"));
        assertThat(check("vault.no-ca")).isEmpty();
        assertThat(lineOf("Vault needs to be initialized", "vault.not-initialised")).isEqualTo(1);
        assertThat(lineOf("Missing CA cert", "vault.no-ca")).isEqualTo(3);
        assertThat(
                        lineOf(
                                "Vault charm not yet authorized: run authorize-charm action.",
                                "vault.not-authorised"))
                .isEqualTo(2);
    }

    private int lineOf(String message, String rule) {
        world.edits(0)
                .change(
                        JujuTables.UNITS,
                        MODEL + " vault/0",
                        old -> unit(old.id(), "vault", 0, "2/lxd/0", "blocked", message, ""));
        return only(rule).place().line();
    }

    private Finding only(String rule) {
        List<Finding> found = check(rule);
        assertThat(found).as(rule).hasSize(1);
        return found.getFirst();
    }

    private List<Finding> check(String id) {
        return rules().stream()
                .filter(rule -> rule.id().equals(id))
                .flatMap(rule -> rule.check(run()).stream())
                .toList();
    }

    private static List<Rule> rules() {
        List<Rule> rules = new ArrayList<>(CharmRules.all(Resources.CATALOG));
        rules.addAll(new CharmRegistry(new CephSubsystem(Resources.CATALOG)).all(Rule.class));
        rules.addAll(new CharmRegistry(new VaultSubsystem(Resources.CATALOG)).all(Rule.class));
        return rules;
    }

    private Run run() {
        Model model = new Model(List.of());
        return new Run(lines, new Simulation(model, Settings.DEFAULT).journal(), world, model);
    }

    private void typed(String source) {
        int index = lines.size();
        lines.add(
                new TypedLine(
                        index,
                        new Place("plan.md", index + 1, 1),
                        source,
                        List.of(source.split(" ", -1)),
                        0,
                        0,
                        Answer.SILENT,
                        Optional.empty(),
                        "",
                        false,
                        0));
    }

    private void application(String name, String charm, List<Setting> settings) {
        int id = world.table(JujuTables.APPLICATIONS).nextId();
        world.edits(0)
                .insert(
                        JujuTables.APPLICATIONS,
                        new Application(
                                id,
                                MODEL,
                                name,
                                charm,
                                "",
                                0,
                                "ubuntu@22.04",
                                false,
                                false,
                                "",
                                settings,
                                StatusInfo.NONE,
                                "",
                                false,
                                0));
    }

    private void unit(
            String application,
            int number,
            String machine,
            String current,
            String message,
            String waitsFor) {
        int id = world.table(JujuTables.UNITS).nextId();
        world.edits(0)
                .insert(
                        JujuTables.UNITS,
                        unit(id, application, number, machine, current, message, waitsFor));
    }

    private static Unit unit(
            int id,
            String application,
            int number,
            String machine,
            String current,
            String message,
            String waitsFor) {
        return new Unit(
                id,
                MODEL,
                application + "/" + number,
                application,
                machine,
                "",
                StatusInfo.NONE,
                new StatusInfo(current, message, 0),
                number == 0,
                "",
                List.of(),
                waitsFor.isEmpty() ? List.of() : List.of(waitsFor),
                1,
                List.of(),
                EventId.NONE,
                EventId.NONE);
    }

    private void disk(int id, String name, DiskRole role, boolean pristine) {
        world.edits(0).insert(HardwareView.DISKS, new Disk(id, "node0", name, 240, role, pristine));
    }
}
