package org.maquete.glance;

import java.util.Optional;
import org.maquete.ceph.AwaitPool;
import org.maquete.ceph.CephView;
import org.maquete.ceph.PoolServed;
import org.maquete.juju.Application;
import org.maquete.juju.JujuView;
import org.maquete.juju.Unit;
import org.maquete.kernel.Answer;
import org.maquete.kernel.EventId;
import org.maquete.kernel.Outcome;
import org.maquete.kernel.Registry;
import org.maquete.kernel.SimTime;
import org.maquete.world.TableKey;
import org.maquete.world.World;

/**
 * Where the files go: a pool of Ceph when Glance is related to the monitors, otherwise a folder of
 * its host. A pool that carries out no writes holds the file up: the image stays {@code saving}
 * until haproxy answers the client with 504; the client then deletes the image.
 */
final class Store {

    static final TableKey<Upload> UPLOADS = TableKey.keyed("glance.upload");

    /** What the client gets to hear from haproxy instead of from Glance. */
    static final String TIMED_OUT = "504 Gateway Time-out: The server didn't respond in time.";

    // 90000, ms: charmhelpers, contrib/openstack/templates/haproxy.cfg, timeout server
    private static final long SERVER_TIMEOUT_MS = 90_000;
    private static final int DIGITS_MAX = 9; // <digits>
    private static final String TIMEOUT_OPTION = "haproxy-server-timeout";

    private Store() {}

    static void declare(Registry registry) {
        registry.event(GatewayTimeoutDue.class, Store::timedOut);
        registry.fact(
                UploadHeldUp.class,
                (f, _, edits) ->
                        edits.insert(
                                UPLOADS,
                                new Upload(
                                        edits.world().table(UPLOADS).nextId(),
                                        f.uuid(),
                                        f.pool(),
                                        f.sizeBytes(),
                                        f.checksum(),
                                        f.ticket(),
                                        f.timeout())));
        registry.fact(
                UploadResumed.class,
                (f, _, edits) ->
                        edits.remove(UPLOADS, edits.world().table(UPLOADS).idOf(f.uuid())));
        registry.fact(
                UploadGivenUp.class,
                (f, _, edits) ->
                        edits.remove(UPLOADS, edits.world().table(UPLOADS).idOf(f.uuid())));
        registry.react(PoolServed.class, Store::served);
    }

    /** The pool that does not take the file now; empty when nothing hinders. */
    static Optional<String> blocked(World world) {
        return glance(world)
                .flatMap(glance -> CephView.blockPool(world, glance))
                .filter(pool -> !CephView.canWrite(world, pool));
    }

    private static Optional<Application> glance(World world) {
        for (Unit unit : JujuView.unitsOfCharm(world, "glance")) {
            return JujuView.application(world, unit.model(), unit.application());
        }
        return Optional.empty();
    }

    /** The file waits; who sends it waits with it for as long as haproxy does. */
    static void holdUp(ImageStoredDue upload, String pool, World world, Outcome out) {
        EventId timeout = out.schedule(timeoutNs(world), new GatewayTimeoutDue(upload.uuid()));
        out.fact(
                new UploadHeldUp(
                        upload.uuid(),
                        pool,
                        upload.sizeBytes(),
                        upload.checksum(),
                        upload.ticket(),
                        timeout));
        out.command(new AwaitPool(pool));
    }

    private static long timeoutNs(World world) {
        String option =
                glance(world).map(a -> JujuView.config(world, a, TIMEOUT_OPTION)).orElse("");
        boolean isNumber = !option.isEmpty() && option.length() <= DIGITS_MAX;
        for (int i = 0; i < option.length(); i++) {
            isNumber &= option.charAt(i) >= '0' && option.charAt(i) <= '9';
        }
        long ms = isNumber ? Long.parseLong(option) : SERVER_TIMEOUT_MS;
        return ms * SimTime.MILLISECOND;
    }

    private static void served(PoolServed fact, World world, Outcome out) {
        for (Upload each : world.table(UPLOADS)) {
            if (each.pool().equals(fact.pool())) {
                out.cancel(each.timeout());
                out.fact(new UploadResumed(each.uuid()));
                out.schedule(
                        out.draw(GlanceSubsystem.STORE_IMAGE, each.uuid(), 1),
                        new ImageStoredDue(
                                each.uuid(), each.sizeBytes(), each.checksum(), each.ticket()));
            }
        }
    }

    /** openstacksdk deletes an image whose file it could not send. */
    private static void timedOut(GatewayTimeoutDue event, World world, Outcome out) {
        Optional<Upload> upload = world.table(UPLOADS).find(event.uuid());
        if (upload.isEmpty()) {
            return;
        }
        out.fact(new UploadGivenUp(event.uuid()));
        if (world.table(GlanceView.IMAGES).has(event.uuid())) {
            out.fact(new ImageDeleted(event.uuid()));
        }
        out.answer(upload.get().ticket(), Answer.failed(1, event.uuid()));
    }
}
