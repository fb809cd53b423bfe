package org.maquete.nova;

/**
 * What Nova's database says of a server's state: the three columns from which everything else
 * follows.
 *
 * @param vm {@code vm_state}: where it is, when nothing is on its way
 * @param task {@code task_state}: what is on its way, or empty
 * @param power {@code power_state} as the hypervisor last said: see the constants
 */
public record ServerState(String vm, String task, int power) {

    // 0, 1, 3, 4: nova yoga, compute/power_state.py
    static final int NO_STATE = 0;
    static final int RUNNING = 1;
    static final int PAUSED = 3;
    static final int SHUTDOWN = 4;

    /** Of a server that has just been asked for. */
    static final ServerState NEW = new ServerState("building", "scheduling", NO_STATE);

    /** Whether it is on its way to its first start. */
    boolean isBuilding() {
        return vm.equals("building");
    }

    /** The same with something else on its way, or nothing. */
    ServerState with(String task) {
        return new ServerState(vm, task, power);
    }

    /**
     * The status that the API shows: a function of the two states (nova yoga, {@code _STATE_MAP} in
     * api/openstack/common.py).
     */
    public String status() {
        return switch (vm) {
            case "active" -> active();
            case "building" -> "BUILD";
            case "stopped" -> isResizing() ? "RESIZE" : isRebuilding() ? "REBUILD" : "SHUTOFF";
            case "resized" -> task.equals("resize_reverting") ? "REVERT_RESIZE" : "VERIFY_RESIZE";
            case "paused" -> task.equals("migrating") ? "MIGRATING" : "PAUSED";
            case "suspended" -> "SUSPENDED";
            case "rescued" -> "RESCUE";
            case "error" -> isRebuilding() ? "REBUILD" : "ERROR";
            case "deleted" -> "DELETED";
            case "soft-delete" -> "SOFT_DELETED";
            case "shelved" -> "SHELVED";
            case "shelved_offloaded" -> "SHELVED_OFFLOADED";
            default -> "UNKNOWN";
        };
    }

    private String active() {
        return switch (task) {
            case "rebooting", "reboot_pending", "reboot_started" -> "REBOOT";
            case "rebooting_hard", "reboot_pending_hard", "reboot_started_hard" -> "HARD_REBOOT";
            case "updating_password" -> "PASSWORD";
            case "migrating" -> "MIGRATING";
            default -> isResizing() ? "RESIZE" : isRebuilding() ? "REBUILD" : "ACTIVE";
        };
    }

    private boolean isResizing() {
        return switch (task) {
            case "resize_prep", "resize_migrating", "resize_migrated", "resize_finish" -> true;
            default -> false;
        };
    }

    private boolean isRebuilding() {
        return switch (task) {
            case "rebuilding", "rebuild_block_device_mapping", "rebuild_spawning" -> true;
            default -> false;
        };
    }
}
