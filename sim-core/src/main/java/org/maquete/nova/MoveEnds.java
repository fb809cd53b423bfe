package org.maquete.nova;

import java.util.Optional;
import org.maquete.kernel.Outcome;
import org.maquete.placement.FreeAllocation;
import org.maquete.placement.FreeResources;
import org.maquete.placement.MoveAllocation;
import org.maquete.world.World;

/** How moves of servers between hosts end, and who then holds what in Placement. */
final class MoveEnds {

    private MoveEnds() {}

    /** Does what the step does; the host afterwards, or empty when the action has ended here. */
    static Optional<String> of(Stage.Effect effect, Server server, World world, Outcome out) {
        Migration migration = world.table(NovaView.MIGRATIONS).get(server.job().migration());
        return switch (effect) {
            case RESIZED -> resized(server, migration, out);
            case CONFIRMED -> {
                out.command(new FreeResources(migration.uuid()));
                out.fact(new MigrationStatusSet(migration.uuid(), "confirmed"));
                yield Optional.of(server.host());
            }
            case RETURN -> StageHandler.rebind(server, migration.source(), world, out);
            case REVERTED -> reverted(server, migration, out);
            case MIGRATED -> migrated(server, migration, world, out);
            case EVACUATED -> evacuated(server, migration, world, out);
            default -> throw new IllegalArgumentException("expected the end of a move: " + effect);
        };
    }

    private static Optional<String> resized(Server server, Migration migration, Outcome out) {
        if (!migration.newFlavor().equals(server.flavor())) {
            out.fact(new ServerResized(server.uuid(), migration.newFlavor()));
        }
        out.fact(new MigrationStatusSet(migration.uuid(), "finished"));
        return Optional.of(server.host());
    }

    private static Optional<String> reverted(Server server, Migration migration, Outcome out) {
        if (!migration.oldFlavor().equals(server.flavor())) {
            out.fact(new ServerResized(server.uuid(), migration.oldFlavor()));
        }
        out.command(new FreeAllocation(server.uuid(), migration.dest()));
        out.command(new MoveAllocation(migration.uuid(), migration.source(), server.uuid()));
        out.fact(new MigrationStatusSet(migration.uuid(), "reverted"));
        return Optional.of(migration.source());
    }

    private static Optional<String> migrated(
            Server server, Migration migration, World world, Outcome out) {
        if (!NovaView.computeOption(world, "enable-live-migration").equals("true")) {
            // the charm lets libvirt listen only with the option; nova rolls back
            undo(server, out, world);
            StageHandler.giveUp(server, "Live Migration failure: operation failed", out);
            return Optional.empty();
        }
        out.command(new FreeResources(migration.uuid()));
        out.fact(new MigrationStatusSet(migration.uuid(), "completed"));
        return StageHandler.rebind(server, migration.dest(), world, out);
    }

    private static Optional<String> evacuated(
            Server server, Migration migration, World world, Outcome out) {
        if (!NovaView.hasSharedDisks(world, server)) {
            out.fact(new ServerRebuilt(server.uuid(), server.image(), migration.source()));
        }
        out.fact(new MigrationStatusSet(migration.uuid(), "done"));
        return StageHandler.rebind(server, migration.dest(), world, out);
    }

    /** The source holds what it held before. */
    static void undo(Server server, Outcome out, World world) {
        Migration migration = world.table(NovaView.MIGRATIONS).get(server.job().migration());
        out.fact(new MigrationStatusSet(migration.uuid(), "error"));
        out.command(new FreeAllocation(server.uuid(), migration.dest()));
        out.command(new MoveAllocation(migration.uuid(), migration.source(), server.uuid()));
    }
}
