package org.maquete.cinder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maquete.ceph.cluster.CephClusterView;
import org.maquete.ceph.cluster.MapOsd;
import org.maquete.host.StartService;
import org.maquete.host.StopService;
import org.maquete.juju.RealCharms;
import org.maquete.kernel.Command;
import org.maquete.kernel.Origin;
import org.maquete.kernel.Refusal;
import org.maquete.kernel.Reply;
import org.maquete.kernel.SimTime;
import org.maquete.kernel.Simulation;
import org.maquete.world.World;

/**
 * Volumes in a pool of a cluster that the charms have deployed; nobody has deployed Keystone or
 * Nova, so the tests ask cinder-api itself. Texts: cinder 21.3.1.
 */
class VolumesOfCephTest {

    private static final String PROJECT = "p";

    private static RealCharms charms;

    private Simulation run;

    @BeforeAll
    static void deploys() {
        charms = RealCharms.lab();
        charms.deployOnEach("ceph-mon").deploy("ceph-osd", 3, "0", "1", "2");
        charms.config("ceph-osd", "osd-devices", "/dev/sdb");
        charms.relate("ceph-osd:mon", "ceph-mon:osd").settle();
        charms.deploy("cinder", 1, "lxd:0").deploy("cinder-ceph", 0);
        charms.relate("cinder-ceph:storage-backend", "cinder:storage-backend");
        charms.relate("cinder-ceph:ceph", "ceph-mon:client").settle();
    }

    @BeforeEach
    void branches() {
        run = charms.simulation().fork();
    }

    // ---- a hand for the tests

    private Reply ask(Command command) {
        return run.submit(command, new Origin.Person("test"));
    }

    private String made(Command command) {
        return ((Reply.Done) ask(command)).answer().text();
    }

    private Refusal refused(Command command) {
        return ((Reply.No) ask(command)).refusal();
    }

    private static CreateVolume empty(String name, long sizeGib) {
        return new CreateVolume(
                PROJECT, "u", name, "", sizeGib, "", "", "", "", List.of("k=v"), "");
    }

    private static CreateVolume copy(String name, String snapshot, String source) {
        return new CreateVolume(PROJECT, "u", name, "", 0, "", "", snapshot, source, List.of(), "");
    }

    private static CreateSnapshot snapshot(String volume, boolean force) {
        return new CreateSnapshot(PROJECT, volume, "s", "", force, List.of());
    }

    private static DeleteVolumes delete(boolean cascade, String... uuids) {
        return new DeleteVolumes(List.of(uuids), false, cascade, true);
    }

    private static SetVolume resized(String uuid, long sizeGib) {
        return new SetVolume(uuid, sizeGib, false, List.of(), "", "", "", "", "", false);
    }

    private Volume volume(String uuid) {
        return CinderView.volume(run.world(), uuid).orElseThrow();
    }

    private String status(String uuid) {
        return CinderView.volume(run.world(), uuid).map(Volume::status).orElse("gone");
    }

    private String available(String name, long sizeGib) {
        String uuid = made(empty(name, sizeGib));
        run.runToEnd();
        assertThat(status(uuid)).isEqualTo("available");
        return uuid;
    }

    private void pass(long seconds) {
        run.runUntil(run.now() + seconds * SimTime.SECOND);
    }

    private void turn(String program, boolean on) {
        String host = charms.host("cinder/0");
        ask(on ? new StartService(host, program, 0, 0) : new StopService(host, program));
    }

    private void turnOsds(boolean on) {
        List<MapOsd> osds = run.world().table(CephClusterView.OSDS).stream().skip(1).toList();
        for (MapOsd osd : osds) {
            String host = osd.seat().host();
            ask(
                    on
                            ? new StartService(host, osd.service(), 0, 0)
                            : new StopService(host, osd.service()));
        }
        pass(30);
    }

    // ---- states

    @Test
    void anEmptyVolumeIsMadeAndDeleted() {
        String uuid = made(empty("v", 5));
        assertThat(status(uuid)).isEqualTo("creating");
        assertThat(volume(uuid).host()).isEmpty();
        run.runToEnd();

        Volume volume = volume(uuid);
        assertThat(volume.status()).isEqualTo("available");
        assertThat(volume.host()).isEqualTo("cinder@cinder-ceph#cinder-ceph");
        assertThat(volume.bootable()).isFalse();
        assertThat(volume.type()).isEqualTo("__DEFAULT__");
        assertThat(volume.properties()).containsExactly("k=v");
        ask(delete(false, uuid));
        assertThat(status(uuid)).isEqualTo("deleting");
        run.runToEnd();
        assertThat(status(uuid)).isEqualTo("gone");
        assertThat(run.violations()).isEmpty();
    }

    @Test
    void twoOfOneNameAreTwo() {
        assertThat(made(empty("v", 1))).isNotEqualTo(made(empty("v", 1)));
    }

    @Test
    void whatStoppedWithItsProgramFailsWhenThatIsBack() {
        String uuid = made(empty("v", 1));
        while (volume(uuid).host().isEmpty()) {
            assertThat(run.step()).isTrue();
        }
        assertThat(status(uuid)).isEqualTo("creating");
        turn("cinder-volume", false);
        pass(600);
        assertThat(status(uuid)).isEqualTo("creating");

        turn("cinder-volume", true);
        run.runToEnd();

        assertThat(status(uuid)).isEqualTo("error");
    }

    @Test
    void withoutTheSchedulerARequestWaits() {
        turn("cinder-scheduler", false);
        String uuid = made(empty("v", 1));
        pass(600);
        assertThat(volume(uuid).waitsFor()).isEqualTo("cinder-scheduler");

        turn("cinder-scheduler", true);
        run.runToEnd();

        assertThat(status(uuid)).isEqualTo("available");
    }

    @Test
    void aSilentBackEndIsChosenUntilItCountsAsDown() {
        turn("cinder-volume", false);
        pass(30);
        String early = made(empty("early", 1));
        pass(60);
        String late = made(empty("late", 1));
        pass(60);

        assertThat(status(early)).isEqualTo("creating");
        assertThat(status(late)).isEqualTo("error");
    }

    @Test
    void aPoolThatTakesNoWritesHoldsEverythingUp() {
        String old = available("old", 1);
        turnOsds(false);
        String fresh = made(empty("fresh", 1));
        ask(delete(false, old));
        pass(900);
        assertThat(status(fresh)).isEqualTo("creating");
        assertThat(status(old)).isEqualTo("deleting");

        turnOsds(true);
        run.runToEnd();

        assertThat(status(fresh)).isEqualTo("available");
        assertThat(status(old)).isEqualTo("gone");
    }

    // ---- snapshots and copies

    @Test
    void aSnapshotKeepsItsVolume() {
        String uuid = available("v", 3);
        String snapshot = made(snapshot(uuid, false));
        run.runToEnd();

        assertThat(refused(delete(false, uuid)).message())
                .startsWith("Invalid volume: Volume status must be available or error");
        String copy = made(copy("copy", snapshot, ""));
        run.runToEnd();
        assertThat(volume(copy).sizeGib()).isEqualTo(3);
        assertThat(status(copy)).isEqualTo("available");
        ask(delete(true, uuid));
        run.runToEnd();
        assertThat(status(uuid)).isEqualTo("gone");
        assertThat(CinderView.snapshots(run.world())).isEmpty();
    }

    @Test
    void aCopyOfWhatBootsBoots() {
        String uuid = available("v", 1);
        ask(new SetVolume(uuid, 0, false, List.of(), "", "true", "", "", "", false));
        String copy = made(copy("copy", "", uuid));
        run.runToEnd();

        assertThat(volume(copy).bootable()).isTrue();
    }

    @Test
    void aVolumeGrowsOnly() {
        String uuid = available("v", 2);

        assertThat(refused(resized(uuid, 2)).message())
                .isEqualTo(
                        "Invalid input received: New size for extend must be greater than current"
                                + " size. (current: 2, extended: 2).");
        ask(resized(uuid, 4));
        assertThat(status(uuid)).isEqualTo("extending");
        run.runToEnd();
        assertThat(volume(uuid).sizeGib()).isEqualTo(4);
    }

    // ---- attachments

    @Test
    void aVolumeGoesToAServerAndBack() {
        String uuid = available("v", 1);
        ask(new ReserveVolume(uuid, "server"));
        assertThat(status(uuid)).isEqualTo("reserved");
        ask(new ConnectVolume(uuid, "node1"));
        assertThat(status(uuid)).isEqualTo("attaching");
        ask(new CompleteAttachment(uuid, "/dev/vdb"));
        assertThat(status(uuid)).isEqualTo("in-use");
        assertThat(volume(uuid).attachment().host()).isEqualTo("node1");
        assertThat(volume(uuid).attachment().device()).isEqualTo("/dev/vdb");
        assertThat(volume(uuid).isAttached()).isTrue();

        assertThat(refused(new ReserveVolume(uuid, "other")).message())
                .isEqualTo(
                        "Invalid volume: Volume "
                                + uuid
                                + " status must be available or downloading to reserve, but the"
                                + " current status is in-use.");
        assertThat(refused(snapshot(uuid, false)).message())
                .isEqualTo(
                        "Invalid volume: Volume "
                                + uuid
                                + " status must be available, but current status is: in-use.");
        ask(new BeginDetaching(uuid));
        assertThat(status(uuid)).isEqualTo("detaching");
        ask(new EndAttachment(uuid));
        assertThat(status(uuid)).isEqualTo("available");
        assertThat(volume(uuid).attachment()).isEqualTo(Attachment.NONE);
        assertThat(refused(new BeginDetaching(uuid)).message())
                .startsWith("Invalid volume: Unable to detach volume.");
    }

    // ---- refusals

    @Test
    void quotasAreTen() {
        for (int i = 0; i < 10; i++) {
            made(empty("v" + i, 1));
        }

        assertThat(refused(empty("v10", 1)).message())
                .isEqualTo(
                        "VolumeLimitExceeded: Maximum number of volumes allowed (10) exceeded for"
                                + " quota 'volumes'.");
        assertThat(refused(empty("big", 991)).message())
                .isEqualTo(
                        "VolumeSizeExceedsAvailableQuota: Requested volume or snapshot exceeds"
                                + " allowed gigabytes quota. Requested 991G, quota is 1000G and 10G"
                                + " has been consumed.");
    }

    @Test
    void sizesBelowOneAndUnknownTypesAreRefused() {
        assertThat(refused(empty("v", 0)).message())
                .isEqualTo(
                        "Invalid input for field/attribute size. Value: 0. 0 is less than the"
                                + " minimum of 1");
        CreateVolume fast =
                new CreateVolume(PROJECT, "u", "v", "", 1, "fast", "", "", "", List.of(), "");
        Refusal unknown = refused(fast);
        assertThat(unknown.code()).isEqualTo("404");
        assertThat(unknown.message()).isEqualTo("Volume type with name fast could not be found.");
    }

    @Test
    void whatIsRefusedLeavesTheOthers() {
        String used = available("used", 1);
        ask(new ReserveVolume(used, "server"));
        ask(new ConnectVolume(used, "node1"));
        ask(new CompleteAttachment(used, "/dev/vdb"));
        String free = available("free", 1);

        Reply reply = ask(delete(false, used, "nope", free));
        run.runToEnd();

        assertThat(((Reply.Done) reply).answer().stderr())
                .startsWith("0 400 Invalid volume: Volume status must be available")
                .endsWith("\n1 404 Volume nope could not be found.\n");
        assertThat(status(free)).isEqualTo("gone");
        assertThat(status(used)).isEqualTo("in-use");
    }

    @Test
    void aTypeInUseStays() {
        String type = made(new CreateVolumeType("fast", "", true, List.of()));
        CreateVolume wish =
                new CreateVolume(PROJECT, "u", "v", "", 1, "fast", "", "", "", List.of(), "");
        String uuid = made(wish);
        run.runToEnd();

        assertThat(refused(new DeleteVolumeTypes(List.of(type))).message())
                .isEqualTo("Target volume type is still in use.");
        ask(delete(false, uuid));
        run.runToEnd();
        ask(new DeleteVolumeTypes(List.of(type)));
        assertThat(names(run.world())).containsExactly("__DEFAULT__");
    }

    private static List<String> names(World world) {
        return CinderView.types(world).stream().map(VolumeType::name).toList();
    }
}
