package org.maquete.nova;

import java.util.ArrayList;
import java.util.List;
import org.maquete.kernel.Registry;
import org.maquete.world.Edits;
import org.maquete.world.Row;
import org.maquete.world.TableKey;

/** Applies Nova's facts to its rows. */
final class NovaFolds {

    private NovaFolds() {}

    static void declare(Registry registry) {
        registry.fact(FlavorCreated.class, NovaFolds::flavor);
        registry.fact(
                FlavorDeleted.class, (f, at, edits) -> remove(NovaView.FLAVORS, f.uuid(), edits));
        registry.fact(KeypairCreated.class, NovaFolds::keypair);
        registry.fact(
                KeypairDeleted.class,
                (f, at, edits) -> remove(NovaView.KEYPAIRS, f.user() + " " + f.name(), edits));
        registry.fact(ServerCreated.class, NovaFolds::server);
        registry.fact(
                ServerScheduled.class,
                (f, at, edits) ->
                        edits.change(
                                NovaView.SERVERS,
                                f.uuid(),
                                s -> s.at(f.host(), "building", "spawning")));
        registry.fact(
                ServerBecameActive.class,
                (f, at, edits) -> edits.change(NovaView.SERVERS, f.uuid(), s -> s.launched(at)));
        registry.fact(
                ServerFailed.class,
                (f, at, edits) ->
                        edits.change(NovaView.SERVERS, f.uuid(), s -> s.failed(f.fault(), at)));
        registry.fact(
                ServerStateSet.class,
                (f, at, edits) ->
                        edits.change(
                                NovaView.SERVERS,
                                f.uuid(),
                                s -> s.with(f.status(), f.vmState(), f.taskState())));
        // It is for those who ask why; no row depends on it.
        registry.fact(HostsRuledOut.class, (fact, timeNs, edits) -> {});
        registry.fact(ServerGroupAdded.class, NovaFolds::groupAdded);
        registry.fact(
                ServerDeleted.class, (f, at, edits) -> remove(NovaView.SERVERS, f.uuid(), edits));
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
                        f.shared()));
    }

    private static void keypair(KeypairCreated f, long timeNs, Edits edits) {
        int id = edits.world().table(NovaView.KEYPAIRS).nextId();
        edits.insert(
                NovaView.KEYPAIRS,
                new Keypair(id, f.user(), f.name(), f.fingerprint(), f.publicKey(), timeNs));
    }

    private static void server(ServerCreated f, long timeNs, Edits edits) {
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
                        "BUILD",
                        "building",
                        "scheduling",
                        "",
                        0,
                        timeNs,
                        0,
                        f.ticket()));
    }

    private static void groupAdded(ServerGroupAdded f, long timeNs, Edits edits) {
        edits.change(
                NovaView.SERVERS,
                f.uuid(),
                s -> {
                    List<String> groups = new ArrayList<>(s.groups());
                    groups.add(f.group());
                    return s.withGroups(groups);
                });
    }
}
