package org.maquete.nova;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.maquete.kernel.Registry;
import org.maquete.world.Edits;
import org.maquete.world.Row;
import org.maquete.world.Table;
import org.maquete.world.TableKey;

/** Applies Nova's facts to its rows. */
final class NovaFolds {

    private NovaFolds() {}

    static void declare(Registry registry) {
        registry.fact(FlavorCreated.class, NovaFolds::flavor);
        registry.fact(
                FlavorDeleted.class, (f, at, edits) -> remove(NovaView.FLAVORS, f.uuid(), edits));
        registry.fact(FlavorPropertiesSet.class, NovaFolds::flavorProperties);
        registry.fact(RequestKept.class, NovaFolds::kept);
        registry.fact(KeypairCreated.class, NovaFolds::keypair);
        registry.fact(
                KeypairDeleted.class,
                (f, at, edits) -> remove(NovaView.KEYPAIRS, f.user() + " " + f.name(), edits));
        registry.fact(ServerCreated.class, NovaFolds::server);
        servers(registry);
        moves(registry);
        // It is for those who ask why; no row depends on it.
        registry.fact(HostsRuledOut.class, (fact, timeNs, edits) -> {});
        registry.fact(ServerGroupAdded.class, NovaFolds::groupAdded);
        registry.fact(ServerGroupRemoved.class, NovaFolds::groupRemoved);
        registry.fact(
                ServerDeleted.class,
                (f, at, edits) -> {
                    remove(NovaView.SERVERS, f.uuid(), edits);
                    if (edits.world().table(NovaView.REQUESTS).has(f.uuid())) {
                        remove(NovaView.REQUESTS, f.uuid(), edits);
                    }
                    InstanceActions.forget(f.uuid(), edits);
                });
    }

    private static void servers(Registry registry) {
        registry.fact(
                ServerScheduled.class,
                (f, at, edits) ->
                        change(
                                f.uuid(),
                                edits,
                                c -> c.host(f.host()).state(new ServerState("building", "", 0))));
        registry.fact(ServerBecameActive.class, NovaFolds::active);
        registry.fact(
                ServerFailed.class,
                (f, at, edits) -> {
                    finished(f.uuid(), true, at, edits);
                    edits.change(
                            NovaView.SERVERS,
                            f.uuid(),
                            s ->
                                    s.change()
                                            .state(new ServerState("error", "", s.state().power()))
                                            .fault(f.fault(), at)
                                            .job(s.job().ended())
                                            .ticket(-1)
                                            .made());
                });
        registry.fact(
                ServerStateSet.class,
                (f, at, edits) -> change(f.uuid(), edits, c -> c.host(f.host()).state(f.state())));
        registry.fact(
                FaultRecorded.class,
                (f, at, edits) -> {
                    finished(f.uuid(), true, at, edits);
                    change(f.uuid(), edits, c -> c.fault(f.fault(), at));
                });
        registry.fact(
                ServerResized.class,
                (f, at, edits) -> change(f.uuid(), edits, c -> c.flavor(f.flavor()).launched(at)));
        registry.fact(
                ServerRebuilt.class,
                (f, at, edits) -> change(f.uuid(), edits, c -> c.image(f.image()).launched(at)));
        registry.fact(
                ServerLocked.class,
                (f, at, edits) -> change(f.uuid(), edits, c -> c.locked(f.locked())));
        registry.fact(
                ServerRenamed.class,
                (f, at, edits) -> change(f.uuid(), edits, c -> c.name(f.name())));
        registry.fact(BuildRescheduled.class, NovaFolds::rescheduled);
    }

    private static void moves(Registry registry) {
        registry.fact(
                ActionStarted.class,
                (f, at, edits) -> {
                    edits.change(
                            NovaView.SERVERS,
                            f.uuid(),
                            s -> s.change().job(started(f, s)).ticket(f.ticket()).made());
                    InstanceActions.started(
                            f.uuid(), serial(f.uuid(), edits), f.action(), at, edits);
                });
        registry.fact(
                ActionAdvanced.class, (f, at, edits) -> job(f.uuid(), edits, j -> j.at(f.stage())));
        registry.fact(
                ActionEnded.class,
                (f, at, edits) -> {
                    finished(f.uuid(), false, at, edits);
                    edits.change(
                            NovaView.SERVERS,
                            f.uuid(),
                            s -> s.change().job(s.job().ended()).ticket(-1).made());
                });
        registry.fact(ActionWaits.class, (f, at, edits) -> job(f.uuid(), edits, Job::waiting));
        registry.fact(
                DestinationChosen.class,
                (f, at, edits) -> job(f.uuid(), edits, j -> j.to(f.migration(), f.dest())));
        registry.fact(MigrationStarted.class, NovaFolds::migration);
        registry.fact(
                MigrationStatusSet.class,
                (f, at, edits) ->
                        edits.change(NovaView.MIGRATIONS, f.uuid(), m -> m.with(f.status(), at)));
        registry.fact(
                ServiceLost.class,
                (f, at, edits) ->
                        service(f.binary(), f.host(), edits, s -> s.seen(f.lastSeenNs())));
        registry.fact(
                ServiceSeen.class,
                (f, at, edits) -> service(f.binary(), f.host(), edits, s -> s.seen(-1)));
        registry.fact(
                ServiceSet.class,
                (f, at, edits) -> service(f.binary(), f.host(), edits, s -> s.set(f)));
    }

    private static int serial(String uuid, Edits edits) {
        return edits.world().table(NovaView.SERVERS).get(uuid).job().serial();
    }

    private static void finished(String uuid, boolean failed, long timeNs, Edits edits) {
        InstanceActions.finished(uuid, serial(uuid, edits), failed, timeNs, edits);
    }

    private static Job started(ActionStarted f, Server server) {
        int serial = server.job().serial() + 1;
        return new Job(f.action(), serial, 0, f.detail(), "", "", false);
    }

    private static void change(String uuid, Edits edits, UnaryOperator<Server.Change> change) {
        edits.change(NovaView.SERVERS, uuid, s -> change.apply(s.change()).made());
    }

    private static void job(String uuid, Edits edits, UnaryOperator<Job> change) {
        edits.change(NovaView.SERVERS, uuid, s -> s.change().job(change.apply(s.job())).made());
    }

    private static void service(
            String binary, String host, Edits edits, UnaryOperator<NovaService> change) {
        Table<NovaService> services = edits.world().table(NovaView.SERVICES);
        String key = binary + " " + host;
        if (services.has(key)) {
            edits.change(NovaView.SERVICES, key, change);
        } else {
            NovaService fresh =
                    new NovaService(services.nextId(), binary, host, false, "", false, -1);
            edits.insert(NovaView.SERVICES, change.apply(fresh));
        }
    }

    private static void active(ServerBecameActive f, long timeNs, Edits edits) {
        ServerState running = new ServerState("active", "", ServerState.RUNNING);
        InstanceActions.finished(f.uuid(), 0, false, timeNs, edits);
        change(
                f.uuid(),
                edits,
                c -> c.state(running).launched(timeNs).tried(List.of()).job(Job.NONE).ticket(-1));
    }

    private static void rescheduled(BuildRescheduled f, long timeNs, Edits edits) {
        edits.change(
                NovaView.SERVERS,
                f.uuid(),
                s -> {
                    List<String> tried = new ArrayList<>(s.tried());
                    tried.add(f.host());
                    return s.change()
                            .host("")
                            .state(ServerState.NEW)
                            .tried(tried)
                            .job(Job.NONE)
                            .made();
                });
    }

    private static void migration(MigrationStarted f, long timeNs, Edits edits) {
        int id = edits.world().table(NovaView.MIGRATIONS).nextId();
        edits.insert(
                NovaView.MIGRATIONS,
                new Migration(
                        id,
                        f.uuid(),
                        f.server(),
                        f.type(),
                        f.source(),
                        f.dest(),
                        f.oldFlavor(),
                        f.newFlavor(),
                        f.status(),
                        timeNs,
                        timeNs));
    }

    private static <R extends Row> void remove(TableKey<R> key, String name, Edits edits) {
        edits.remove(key, edits.world().table(key).idOf(name));
    }

    private static void flavor(FlavorCreated f, long timeNs, Edits edits) {
        int id = edits.world().table(NovaView.FLAVORS).nextId();
        edits.insert(
                NovaView.FLAVORS,
                new Flavor(
                        id,
                        f.uuid(),
                        f.name(),
                        f.ramMib(),
                        f.diskGib(),
                        f.ephemeralGib(),
                        f.swapMib(),
                        f.vcpus(),
                        f.shared(),
                        List.of()));
    }

    private static void flavorProperties(FlavorPropertiesSet f, long timeNs, Edits edits) {
        edits.change(
                NovaView.FLAVORS,
                f.uuid(),
                old ->
                        new Flavor(
                                old.id(),
                                old.uuid(),
                                old.name(),
                                old.ramMib(),
                                old.diskGib(),
                                old.ephemeralGib(),
                                old.swapMib(),
                                old.vcpus(),
                                old.shared(),
                                f.properties()));
    }

    private static void kept(RequestKept f, long timeNs, Edits edits) {
        int id = edits.world().table(NovaView.REQUESTS).nextId();
        edits.insert(NovaView.REQUESTS, new KeptRequest(id, f.server(), f.reservation(), f.wish()));
    }

    private static void keypair(KeypairCreated f, long timeNs, Edits edits) {
        int id = edits.world().table(NovaView.KEYPAIRS).nextId();
        edits.insert(
                NovaView.KEYPAIRS,
                new Keypair(id, f.user(), f.name(), f.fingerprint(), f.publicKey(), timeNs));
    }

    private static void server(ServerCreated f, long timeNs, Edits edits) {
        InstanceActions.created(f.uuid(), timeNs, edits);
        int id = edits.world().table(NovaView.SERVERS).nextId();
        edits.insert(
                NovaView.SERVERS,
                new Server(
                        id,
                        f.uuid(),
                        f.project(),
                        f.user(),
                        f.name(),
                        f.image(),
                        f.flavor(),
                        f.keyName(),
                        f.networks(),
                        f.groups(),
                        id + 1,
                        "",
                        ServerState.NEW,
                        "",
                        0,
                        timeNs,
                        0,
                        f.ticket(),
                        false,
                        Job.NONE,
                        List.of()));
    }

    private static void groupRemoved(ServerGroupRemoved f, long timeNs, Edits edits) {
        edits.change(
                NovaView.SERVERS,
                f.uuid(),
                s -> {
                    List<String> groups = new ArrayList<>(s.groups());
                    groups.remove(f.group());
                    return s.change().groups(groups).made();
                });
    }

    private static void groupAdded(ServerGroupAdded f, long timeNs, Edits edits) {
        edits.change(
                NovaView.SERVERS,
                f.uuid(),
                s -> {
                    List<String> groups = new ArrayList<>(s.groups());
                    groups.add(f.group());
                    return s.change().groups(groups).made();
                });
    }
}
