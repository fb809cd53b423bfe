package org.maquete.nova;

import java.util.List;
import java.util.Optional;
import org.maquete.kernel.Answer;
import org.maquete.kernel.Outcome;
import org.maquete.kernel.Refusal;
import org.maquete.world.World;

/** nova-api: checks what is asked of servers, and begins it. */
final class LifeHandler {

    private LifeHandler() {}

    /**
     * One request after the other, as the client sends them; of deletions the answer is how many
     * there were. When a later one is refused, those before it have been accepted: the answer then
     * has the code and the words of the refusal.
     */
    static void act(ActOnServers command, World world, Outcome out) {
        for (int i = 0; i < command.uuids().size(); i++) {
            Optional<Server> server = NovaView.server(world, command.uuids().get(i));
            Optional<Refusal> no =
                    server.isEmpty()
                            ? Optional.of(missing(command.uuids().get(i)))
                            : check(server.get(), command, world, out.now());
            if (no.isPresent()) {
                refuse(no.get(), i, out);
                return;
            }
            begin(server.orElseThrow(), command, world, out);
        }
        if (deletes(command.action()) && !command.waits()) {
            out.answer(Answer.of(String.valueOf(command.uuids().size())));
        }
    }

    private static boolean deletes(ServerAction action) {
        return action == ServerAction.DELETE || action == ServerAction.FORCE_DELETE;
    }

    private static void refuse(Refusal no, int before, Outcome out) {
        if (before == 0) {
            out.refuse(no);
        } else {
            out.answer(new Answer("", no.code() + " " + no.message(), 1));
        }
    }

    private static Refusal missing(String uuid) {
        String text = "Instance " + uuid + " could not be found.";
        return Refusal.missing("404", text, "server", uuid);
    }

    // ---- what is refused

    private static Optional<Refusal> check(
            Server server, ActOnServers command, World world, long nowNs) {
        ServerAction action = command.action();
        if (action.respectsLock() && server.locked() && !command.admin()) {
            return no("409", "Instance " + server.uuid() + " is locked");
        }
        boolean needsHost = action == ServerAction.STOP || action == ServerAction.START;
        if (needsHost && server.host().isEmpty()) {
            return no("409", "Instance " + server.uuid() + " is not ready");
        }
        Optional<Refusal> state = checkState(server, action);
        return state.isPresent() ? state : checkMove(server, command, world, nowNs);
    }

    /** The decorator check_instance_state, in its order. */
    private static Optional<Refusal> checkState(Server server, ServerAction action) {
        if (!action.isAllowedIn(server.vmState())) {
            return no("409", refusedState(action, server.uuid(), "vm_state", server.vmState()));
        }
        if (!action.isAllowedDuring(server.taskState())) {
            return no("409", refusedState(action, server.uuid(), "task_state", server.taskState()));
        }
        return deletes(action) || server.launchedNs() > 0
                ? Optional.empty()
                : no(
                        "409",
                        "Instance "
                                + server.uuid()
                                + " is in an invalid state for '"
                                + action.apiName()
                                + "'");
    }

    /** nova yoga, api/openstack/common.py, raise_http_conflict_for_instance_invalid_state. */
    static String refusedState(ServerAction action, String uuid, String what, String state) {
        return "Cannot '"
                + action.apiName()
                + "' instance "
                + uuid
                + " while it is in "
                + what
                + " "
                + state;
    }

    private static Optional<Refusal> checkMove(
            Server server, ActOnServers command, World world, long nowNs) {
        return switch (command.action()) {
            case RESIZE -> checkResize(server, command.detail(), world, nowNs);
            case MIGRATE -> checkMigrate(server, command.detail(), world, nowNs);
            case EVACUATE -> checkEvacuate(server, command.detail(), world, nowNs);
            case CONFIRM_RESIZE ->
                    ComputeService.isUp(world, finished(server, world).source(), nowNs)
                            ? Optional.empty()
                            : unavailable();
            default -> Optional.empty();
        };
    }

    private static Optional<Refusal> checkResize(
            Server server, String flavorId, World world, long nowNs) {
        if (!ComputeService.isUp(world, server.host(), nowNs)) {
            return unavailable();
        }
        Optional<Flavor> to = NovaView.flavor(world, flavorId);
        if (to.isEmpty()) {
            return no("404", "Flavor " + flavorId + " could not be found.");
        }
        Optional<Flavor> from = NovaView.flavor(world, server.flavor());
        if (from.isPresent() && from.get().diskGib() != 0 && to.get().diskGib() == 0) {
            return no(
                    "400",
                    "Server disk was unable to be resized because: Resize to zero disk flavor is"
                            + " not allowed.");
        }
        if (flavorId.equals(server.flavor())) {
            return no("400", "When resizing, instances must change flavor!");
        }
        return from.flatMap(f -> Quota.refusesResize(world, server.project(), f, to.get()));
    }

    private static Optional<Refusal> checkMigrate(
            Server server, String host, World world, long nowNs) {
        if (!ComputeService.isUp(world, server.host(), nowNs)) {
            return unavailable();
        }
        if (host.equals(server.host())) {
            return no("400", "Cannot migrate to the host where the server exists.");
        }
        return host.isEmpty() || ComputeService.isCompute(world, host)
                ? Optional.empty()
                : no("400", "Compute host " + host + " could not be found.");
    }

    private static Optional<Refusal> checkEvacuate(
            Server server, String host, World world, long nowNs) {
        if (!host.isEmpty() && !ComputeService.isCompute(world, host)) {
            return no("404", "Compute host " + host + " not found.");
        }
        if (host.equals(server.host())) {
            return no("400", "The target host can't be the same one.");
        }
        return ComputeService.isUp(world, server.host(), nowNs)
                ? no("400", "Compute service of " + server.host() + " is still in use.")
                : Optional.empty();
    }

    private static Optional<Refusal> unavailable() {
        return no("409", "Service is unavailable at this time.");
    }

    private static Optional<Refusal> no(String code, String message) {
        return Optional.of(Refusal.of(code, message));
    }

    /** The migration that waits to be confirmed. */
    private static Migration finished(Server server, World world) {
        for (Migration each : NovaView.migrationsOf(world, server.uuid()).reversed()) {
            if (each.status().equals("finished")) {
                return each;
            }
        }
        throw new IllegalStateException("expected a finished migration of " + server.uuid());
    }

    // ---- what is begun

    private static void begin(Server server, ActOnServers command, World world, Outcome out) {
        switch (command.action()) {
            case DELETE, FORCE_DELETE -> delete(server, command, world, out);
            case LIVE_MIGRATE -> migrateLive(server, command, world, out);
            case UNSHELVE -> {
                boolean offloaded = server.vmState().equals("shelved_offloaded");
                start(server, offloaded ? ServerAction.UNSHELVE : ServerAction.START, command, out);
            }
            case CONFIRM_RESIZE, REVERT_RESIZE -> {
                Migration migration = finished(server, world);
                start(server, command.action(), command, out);
                out.fact(new DestinationChosen(server.uuid(), migration.uuid(), migration.dest()));
            }
            default -> start(server, command.action(), command, out);
        }
    }

    private static Job start(
            Server server, ServerAction action, ActOnServers command, Outcome out) {
        long ticket = command.waits() ? out.answerLater() : -1;
        out.fact(new ActionStarted(server.uuid(), action, command.detail(), ticket));
        if (!action.firstTask().isEmpty()) {
            ServerState state = server.state().with(action.firstTask());
            out.fact(new ServerStateSet(server.uuid(), server.host(), state));
        }
        Job job = new Job(action, server.job().serial() + 1, 0, command.detail(), "", "", false);
        StageHandler.schedule(server, job, out);
        return job;
    }

    /** Without a host, or with one that is down, nova-api deletes by itself. */
    private static void delete(Server server, ActOnServers command, World world, Outcome out) {
        boolean local =
                server.host().isEmpty() || !ComputeService.isUp(world, server.host(), out.now());
        if (local) {
            if (server.ticket() >= 0) {
                out.answer(server.ticket(), Answer.of(server.uuid()));
            }
            StageHandler.delete(server.change().ticket(-1).made(), world, out);
        } else if (command.action() == ServerAction.DELETE && SoftDeletion.keeps(server, world)) {
            start(server, ServerAction.SOFT_DELETE, command, out);
        } else {
            start(server, command.action(), command, out);
        }
    }

    /**
     * With the microversion that the client sends, the API waits for conductor's checks: so it is
     * refused here when no host is found, or the disks are not where a live migration needs them.
     *
     * <p>The detail is {@code block} or {@code shared}, and a host after a blank.
     */
    private static void migrateLive(Server server, ActOnServers command, World world, Outcome out) {
        int blank = command.detail().indexOf(' ');
        boolean block = command.detail().startsWith("block");
        String wanted = blank < 0 ? "" : command.detail().substring(blank + 1);
        Optional<Flavor> flavor = NovaView.flavor(world, server.flavor());
        if (flavor.isEmpty()) {
            out.refuse(missing(server.uuid()));
            return;
        }
        ComputeHosts.Wish wish =
                new ComputeHosts.Wish(
                        server,
                        flavor.get(),
                        List.of(server.host()),
                        wanted,
                        KeptRequest.wishOf(world, server.uuid()).forMove());
        if (!ComputeService.isUp(world, server.host(), out.now())) {
            String text = "Compute service of " + server.host() + " is unavailable at this time.";
            out.refuse(Refusal.of("400", text));
            return;
        }
        ComputeHosts.Choice choice = ComputeHosts.choose(world, wish, out.now());
        if (choice.host().isEmpty()) {
            out.refuse(Refusal.of("400", ComputeHosts.noValidHost(choice)));
            return;
        }
        boolean shared = NovaView.hasSharedDisks(world, server);
        if (shared == block) {
            out.refuse(Refusal.of("400", wrongStorage(server.host(), shared)));
            return;
        }
        Job job = start(server, ServerAction.LIVE_MIGRATE, command, out);
        StageHandler.claim(server, job, flavor.get(), choice.host().get(), out);
    }

    /** nova yoga, virt/libvirt/driver.py, check_can_live_migrate_source. */
    private static String wrongStorage(String source, boolean shared) {
        return shared
                ? source
                        + " is not on local storage: Block migration can not be used with shared"
                        + " storage."
                : source
                        + " is not on shared storage: Shared storage live-migration requires either"
                        + " shared storage or boot-from-volume with no local disks.";
    }

    // ---- what takes no time

    static void lock(LockServers command, World world, Outcome out) {
        for (String uuid : command.uuids()) {
            out.fact(new ServerLocked(uuid, command.locked()));
        }
    }

    static void set(SetServer command, World world, Outcome out) {
        Server server = world.table(NovaView.SERVERS).get(command.uuid());
        if (!command.name().isEmpty()) {
            out.fact(new ServerRenamed(server.uuid(), command.name()));
        }
        if (!command.vmState().isEmpty()) {
            ServerState state = new ServerState(command.vmState(), "", server.state().power());
            out.fact(new ServerStateSet(server.uuid(), server.host(), state));
            out.fact(new ActionEnded(server.uuid()));
        }
    }
}
