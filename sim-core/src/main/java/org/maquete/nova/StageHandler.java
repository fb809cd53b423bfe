package org.maquete.nova;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maquete.kernel.Answer;
import org.maquete.kernel.Outcome;
import org.maquete.neutron.BindPort;
import org.maquete.neutron.DeleteNetworkObjects;
import org.maquete.neutron.NeutronView;
import org.maquete.neutron.Port;
import org.maquete.placement.ClaimResources;
import org.maquete.placement.FreeAllocation;
import org.maquete.placement.FreeResources;
import org.maquete.placement.MoveAllocation;
import org.maquete.world.World;

/**
 * Carries actions on: each step of {@link ServerAction#stages} is an event. A step whose program
 * does not run waits, as its message would in the queue, until the program is back.
 */
final class StageHandler {

    private StageHandler() {}

    /** The first step is due after its time. */
    static void schedule(Server server, Job job, Outcome out) {
        Stage stage = job.action().stages().get(job.stage());
        long n = job.serial() * 16L + job.stage();
        out.schedule(
                out.draw(stage.span(), server.uuid(), n),
                new StageDue(server.uuid(), job.serial(), job.stage()));
    }

    static void due(StageDue event, World world, Outcome out) {
        Optional<Server> there = NovaView.server(world, event.uuid());
        if (there.isEmpty()) {
            return;
        }
        Server server = there.get();
        Job job = server.job();
        boolean stale =
                job.action() == ServerAction.NONE
                        || job.serial() != event.serial()
                        || job.stage() != event.stage();
        if (!stale && isServed(server, world, out)) {
            step(server, world, out);
        }
    }

    /** Whether the program for the next step runs; otherwise the step waits. */
    private static boolean isServed(Server server, World world, Outcome out) {
        Job job = server.job();
        Stage stage = job.action().stages().get(job.stage());
        if (stage.place() == Stage.Place.SCHEDULER) {
            if (!ComputeService.runsSomewhere(world, ComputeService.CONDUCTOR)) {
                out.fact(new ActionWaits(server.uuid(), ComputeService.CONDUCTOR));
                return false;
            }
            if (!ComputeService.runsSomewhere(world, ComputeService.SCHEDULER)) {
                out.schedule(
                        out.draw(ServerSpans.RPC_TIMEOUT, server.uuid(), job.serial()),
                        new RpcTimeoutDue(server.uuid(), job.serial()));
                return false;
            }
            return true;
        }
        String host = place(stage.place(), server, world);
        if (host.isEmpty() || ComputeService.runs(world, ComputeService.COMPUTE, host)) {
            return true;
        }
        out.fact(new ActionWaits(server.uuid(), ComputeService.COMPUTE + " " + host));
        return false;
    }

    private static String place(Stage.Place place, Server server, World world) {
        Job job = server.job();
        return switch (place) {
            case SCHEDULER -> "";
            case HOST -> server.host();
            case DEST -> job.dest();
            case SOURCE ->
                    world.table(NovaView.MIGRATIONS)
                            .find(job.migration())
                            .map(Migration::source)
                            .orElse(server.host());
        };
    }

    private static void step(Server server, World world, Outcome out) {
        Job job = server.job();
        Stage stage = job.action().stages().get(job.stage());
        if (stage.effect() == Stage.Effect.DELETED) {
            if (!RootPool.holdsUp(server, world, out)) {
                delete(server, world, out);
            }
            return;
        }
        Optional<String> host = effect(stage, server, world, out);
        if (host.isEmpty()) {
            return;
        }
        ServerState after = stage.after(server.state());
        out.fact(new ServerStateSet(server.uuid(), host.get(), after));
        if (job.stage() + 1 < job.action().stages().size()) {
            out.fact(new ActionAdvanced(server.uuid(), job.stage() + 1));
            schedule(server, job.at(job.stage() + 1), out);
        } else {
            end(server, out);
            if (job.action() == ServerAction.SOFT_DELETE) {
                SoftDeletion.plan(server, world, out);
            }
        }
    }

    /** Does what the step does; the host afterwards, or empty when the action has ended here. */
    private static Optional<String> effect(Stage stage, Server server, World world, Outcome out) {
        Job job = server.job();
        boolean copies =
                job.action() == ServerAction.RESIZE || job.action() == ServerAction.MIGRATE;
        return switch (stage.effect()) {
            case CHOOSE -> choose(server, world, out);
            case ARRIVE ->
                    copies ? arrive(server, world, out) : rebind(server, job.dest(), world, out);
            case RESIZED, CONFIRMED, REVERTED, RETURN, MIGRATED, EVACUATED ->
                    MoveEnds.of(stage.effect(), server, world, out);
            case OFFLOADED -> {
                out.command(new FreeResources(server.uuid()));
                yield Optional.of(server.host());
            }
            case UNHOSTED -> rebind(server, "", world, out);
            case NONE, DELETED -> {
                if (job.action() == ServerAction.REBUILD && stage.task().isEmpty()) {
                    out.fact(new ServerRebuilt(server.uuid(), job.detail(), "rebuild"));
                }
                yield Optional.of(server.host());
            }
        };
    }

    /** The ports go with the server. */
    static Optional<String> rebind(Server server, String host, World world, Outcome out) {
        for (Port port : NeutronView.portsOf(world, server.uuid())) {
            out.command(new BindPort(port.uuid(), host));
        }
        return Optional.of(host);
    }

    private static Optional<String> choose(Server server, World world, Outcome out) {
        Job job = server.job();
        boolean resizes = job.action() == ServerAction.RESIZE;
        boolean leaves = job.action() != ServerAction.UNSHELVE;
        String wanted = resizes || !leaves ? "" : job.detail();
        Flavor flavor =
                NovaView.flavor(world, resizes ? job.detail() : server.flavor()).orElseThrow();
        List<String> ignored = leaves ? List.of(server.host()) : List.of();
        BuildWish build = KeptRequest.wishOf(world, server.uuid()).forMove();
        ComputeHosts.Choice choice =
                ComputeHosts.choose(
                        world,
                        new ComputeHosts.Wish(server, flavor, ignored, wanted, build),
                        out.now());
        if (choice.host().isEmpty()) {
            out.fact(new HostsRuledOut(server.uuid(), choice.why()));
            giveUp(server, ComputeHosts.noValidHost(choice), out);
            return Optional.empty();
        }
        claim(server, flavor, choice.host().get(), out);
        return Optional.of(server.host());
    }

    /** Claims the destination; a migration keeps the source, but for an evacuation. */
    static void claim(Server server, Flavor flavor, String dest, Outcome out) {
        claim(server, server.job(), flavor, dest, out);
    }

    static void claim(Server server, Job job, Flavor flavor, String dest, Outcome out) {
        String type =
                switch (job.action()) {
                    case RESIZE -> "resize";
                    case MIGRATE -> "migration";
                    case LIVE_MIGRATE -> "live-migration";
                    case EVACUATE -> "evacuation";
                    default -> "";
                };
        String migration =
                type.isEmpty() ? "" : out.draws(server.uuid(), "migration", job.serial()).uuid();
        out.fact(new DestinationChosen(server.uuid(), migration, dest));
        if (!type.isEmpty()) {
            String status = type.equals("evacuation") ? "accepted" : "migrating";
            out.fact(
                    new MigrationStarted(
                            migration,
                            server.uuid(),
                            type,
                            server.host(),
                            dest,
                            server.flavor(),
                            flavor.uuid(),
                            status));
            if (!type.equals("evacuation")) {
                out.command(new MoveAllocation(server.uuid(), server.host(), migration));
            }
        }
        out.command(
                new ClaimResources(
                        server.uuid(),
                        dest,
                        flavor.vcpus(),
                        flavor.ramMib(),
                        ComputeHosts.diskGib(flavor, server)));
    }

    /** The disk has been copied to the other host, if the hosts may reach each other by ssh. */
    private static Optional<String> arrive(Server server, World world, Outcome out) {
        Job job = server.job();
        if (!NovaView.computeOption(world, "enable-resize").equals("true")) {
            // nova yoga, virt/libvirt/driver.py, migrate_disk_and_power_off: without the option
            // the charm gives the hosts no keys
            MoveEnds.undo(server, out, world);
            giveUp(
                    server,
                    "Resize error: not able to execute ssh command: Unexpected error while running"
                            + " command.",
                    out);
            return Optional.empty();
        }
        out.fact(new MigrationStatusSet(job.migration(), "post-migrating"));
        return rebind(server, job.dest(), world, out);
    }

    /** The action fails: the server is as before, or in error when it was to be evacuated. */
    static void giveUp(Server server, String fault, Outcome out) {
        if (server.job().action() == ServerAction.EVACUATE) {
            out.fact(new ServerFailed(server.uuid(), fault));
            answer(server, out);
            return;
        }
        out.fact(new FaultRecorded(server.uuid(), fault));
        out.fact(new ServerStateSet(server.uuid(), server.host(), server.state().with("")));
        end(server, out);
    }

    private static void end(Server server, Outcome out) {
        out.fact(new ActionEnded(server.uuid()));
        answer(server, out);
    }

    private static void answer(Server server, Outcome out) {
        if (server.ticket() >= 0) {
            out.answer(server.ticket(), Answer.of(server.uuid()));
        }
    }

    /** The server is no more, with its ports and all that it holds. */
    static void delete(Server server, World world, Outcome out) {
        String uuid = server.uuid();
        List<String> ports = new ArrayList<>();
        for (Port port : NeutronView.portsOf(world, uuid)) {
            ports.add(port.uuid());
        }
        for (Migration each : NovaView.migrationsOf(world, uuid)) {
            if (each.isOpen()) {
                out.fact(new MigrationStatusSet(each.uuid(), "error"));
                out.command(new FreeResources(each.uuid()));
            }
        }
        Disks.release(server, world, out);
        out.fact(new ServerDeleted(uuid));
        out.command(new DeleteNetworkObjects("port", ports));
        out.command(new FreeResources(uuid));
        answer(server, out);
    }

    // ---- a program is back

    /** What waited for a program goes on; a nova-compute clears what was evacuated from it. */
    static void seen(ServiceSeen fact, World world, Outcome out) {
        for (Server server : world.table(NovaView.SERVERS)) {
            boolean onPool =
                    server.job().waits()
                            && server.state().isBuilding()
                            && RootPool.blocked(server, world).isPresent();
            if (server.job().waits() && isReady(server, world) && !onPool) {
                boolean interrupted = server.state().isBuilding() && !server.host().isEmpty();
                if (interrupted) {
                    // nova yoga, compute/manager.py, _init_instance: a build does not go on
                    out.fact(new ServerFailed(server.uuid(), ""));
                    answer(server, out);
                } else {
                    resume(server, out);
                }
            }
        }
        if (!fact.binary().equals(ComputeService.COMPUTE)) {
            return;
        }
        for (Migration each : world.table(NovaView.MIGRATIONS)) {
            boolean left =
                    each.type().equals("evacuation")
                            && each.status().equals("done")
                            && each.source().equals(fact.host());
            if (left) {
                out.fact(new MigrationStatusSet(each.uuid(), "completed"));
                boolean elsewhere =
                        NovaView.server(world, each.server())
                                .map(s -> !s.host().equals(fact.host()))
                                .orElse(true);
                if (elsewhere) {
                    out.command(new FreeAllocation(each.server(), fact.host()));
                }
            }
        }
    }

    private static boolean isReady(Server server, World world) {
        if (server.job().action() == ServerAction.NONE) {
            String host = server.job().dest();
            return host.isEmpty()
                    ? ComputeService.runsSomewhere(world, ComputeService.CONDUCTOR)
                    : ComputeService.runs(world, ComputeService.COMPUTE, host);
        }
        Stage stage = server.job().action().stages().get(server.job().stage());
        String host = place(stage.place(), server, world);
        return stage.place() == Stage.Place.SCHEDULER
                ? ComputeService.runsSomewhere(world, ComputeService.CONDUCTOR)
                : host.isEmpty() || ComputeService.runs(world, ComputeService.COMPUTE, host);
    }

    /** The next step, or the build, is due again: after a start, and for an observed world. */
    static void resume(Server server, Outcome out) {
        Job job = server.job();
        out.fact(new ActionAdvanced(server.uuid(), job.stage()));
        long delay = out.draw(ServerSpans.CALL, server.uuid(), job.serial() * 16L + job.stage());
        if (job.action() == ServerAction.NONE) {
            out.schedule(delay, new SchedulingDue(server.uuid()));
        } else {
            out.schedule(delay, new StageDue(server.uuid(), job.serial(), job.stage()));
        }
    }
}
