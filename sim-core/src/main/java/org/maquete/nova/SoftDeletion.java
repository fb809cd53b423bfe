package org.maquete.nova;

import java.util.Optional;
import org.maquete.kernel.Outcome;
import org.maquete.kernel.SimTime;
import org.maquete.world.World;

/**
 * Servers that are kept for a while after their deletion, when {@code reclaim_instance_interval} is
 * set by {@code config-flags}: nova-api looks at its own, and nova-compute reclaims by its own; one
 * without it keeps them for ever.
 */
final class SoftDeletion {

    private static final String OPTION = "reclaim_instance_interval=";
    private static final int DIGITS_MAX = 9; // <digits>

    private SoftDeletion() {}

    /**
     * Whether nova-api keeps this server. One that is on its way somewhere, waits to be confirmed,
     * or is in error goes at once here, where the real one keeps it too.
     */
    static boolean keeps(Server server, World world) {
        return ServerAction.SOFT_DELETE.isAllowedIn(server.vmState())
                && server.taskState().isEmpty()
                && server.launchedNs() > 0
                && seconds(NovaView.option(world, "config-flags")) > 0;
    }

    /** Whether lists and quotas pass it over. */
    static boolean isHidden(Server server) {
        return server.vmState().equals("soft-delete");
    }

    static void plan(Server server, World world, Outcome out) {
        long seconds = seconds(NovaView.computeOption(world, "config-flags"));
        if (seconds > 0) {
            out.schedule(
                    seconds * SimTime.SECOND, new ReclaimDue(server.uuid(), server.job().serial()));
        }
    }

    /** The rest of the time that is left to an observed server. */
    static void resume(Server server, World world, Outcome out) {
        long seconds = seconds(NovaView.computeOption(world, "config-flags"));
        Optional<InstanceAction> deletion =
                world.table(InstanceActions.ACTIONS)
                        .find(server.uuid() + " " + server.job().serial());
        long sinceNs = deletion.map(InstanceAction::finishNs).orElse(out.now());
        if (seconds > 0) {
            long leftNs = sinceNs + seconds * SimTime.SECOND - out.now();
            out.schedule(Math.max(0, leftNs), new ReclaimDue(server.uuid(), server.job().serial()));
        }
    }

    /** nova-compute deletes what nobody has restored. */
    static void reclaim(ReclaimDue event, World world, Outcome out) {
        Optional<Server> server = NovaView.server(world, event.uuid());
        boolean same =
                server.isPresent()
                        && isHidden(server.get())
                        && server.get().job().serial() == event.serial();
        if (same) {
            Server gone = server.get();
            out.fact(new ActionStarted(gone.uuid(), ServerAction.FORCE_DELETE, "", -1));
            Job job =
                    new Job(
                            ServerAction.FORCE_DELETE,
                            gone.job().serial() + 1,
                            0,
                            "",
                            "",
                            "",
                            false);
            StageHandler.schedule(gone, job, out);
        }
    }

    private static long seconds(String flags) {
        for (String each : flags.split(",", -1)) {
            String flag = each.strip();
            String value = flag.startsWith(OPTION) ? flag.substring(OPTION.length()) : "";
            boolean isNumber = !value.isEmpty() && value.length() <= DIGITS_MAX;
            for (int i = 0; i < value.length(); i++) {
                isNumber &= value.charAt(i) >= '0' && value.charAt(i) <= '9';
            }
            if (isNumber) {
                return Long.parseLong(value);
            }
        }
        return 0;
    }
}
