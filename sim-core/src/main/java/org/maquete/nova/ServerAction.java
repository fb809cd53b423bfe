package org.maquete.nova;

import static org.maquete.nova.ServerSpans.CALL;
import static org.maquete.nova.ServerSpans.COPY_DISK;
import static org.maquete.nova.ServerSpans.COPY_MEMORY;
import static org.maquete.nova.ServerSpans.DOMAIN;
import static org.maquete.nova.ServerSpans.MOVE_SCHEDULING;
import static org.maquete.nova.ServerSpans.POWER;
import static org.maquete.nova.ServerSpans.SAVE_MEMORY;
import static org.maquete.nova.ServerSpans.SPAWNING;
import static org.maquete.nova.ServerSpans.START_GUEST;
import static org.maquete.nova.ServerSpans.UPLOAD;
import static org.maquete.nova.ServerState.PAUSED;
import static org.maquete.nova.ServerState.RUNNING;
import static org.maquete.nova.ServerState.SHUTDOWN;
import static org.maquete.nova.Stage.BY_POWER;
import static org.maquete.nova.Stage.Effect.ARRIVE;
import static org.maquete.nova.Stage.Effect.CHOOSE;
import static org.maquete.nova.Stage.Effect.CONFIRMED;
import static org.maquete.nova.Stage.Effect.DELETED;
import static org.maquete.nova.Stage.Effect.EVACUATED;
import static org.maquete.nova.Stage.Effect.MIGRATED;
import static org.maquete.nova.Stage.Effect.OFFLOADED;
import static org.maquete.nova.Stage.Effect.RESIZED;
import static org.maquete.nova.Stage.Effect.RETURN;
import static org.maquete.nova.Stage.Effect.REVERTED;
import static org.maquete.nova.Stage.Effect.UNHOSTED;
import static org.maquete.nova.Stage.KEEP;
import static org.maquete.nova.Stage.Place.DEST;
import static org.maquete.nova.Stage.Place.HOST;
import static org.maquete.nova.Stage.Place.SCHEDULER;
import static org.maquete.nova.Stage.Place.SOURCE;
import static org.maquete.nova.Stage.ends;
import static org.maquete.nova.Stage.task;

import java.util.List;

/**
 * The actions of the API on a server: from which states they are allowed (the decorators in nova
 * yoga, compute/api.py), and which states follow (compute/manager.py and conductor/manager.py).
 */
public enum ServerAction {
    NONE("", "", ""),
    STOP("stop", "active error", "powering-off", ends(POWER, HOST, "stopped", SHUTDOWN)),
    START("start", "stopped", "powering-on", ends(POWER, HOST, "active", RUNNING)),
    PAUSE("pause", "active", "pausing", ends(DOMAIN, HOST, "paused", PAUSED)),
    UNPAUSE("unpause", "paused", "unpausing", ends(DOMAIN, HOST, "active", RUNNING)),
    SUSPEND("suspend", "active", "suspending", ends(SAVE_MEMORY, HOST, "suspended", SHUTDOWN)),
    RESUME("resume", "suspended", "resuming", ends(SAVE_MEMORY, HOST, "active", RUNNING)),
    REBOOT_SOFT(
            "reboot",
            "active",
            "rebooting",
            task(CALL, HOST, "reboot_pending"),
            task(CALL, HOST, "reboot_started"),
            ends(POWER, HOST, "active", RUNNING)),
    REBOOT_HARD(
            "reboot",
            "active stopped paused suspended error",
            "rebooting_hard",
            task(CALL, HOST, "reboot_pending_hard"),
            task(CALL, HOST, "reboot_started_hard"),
            ends(DOMAIN, HOST, "active", RUNNING)),
    RESCUE("rescue", "active stopped error", "rescuing", ends(SPAWNING, HOST, "rescued", RUNNING)),
    UNRESCUE("unrescue", "rescued", "unrescuing", ends(START_GUEST, HOST, "active", RUNNING)),
    REBUILD(
            "rebuild",
            "active stopped error",
            "rebuilding",
            task(CALL, HOST, "rebuild_block_device_mapping"),
            task(CALL, HOST, "rebuild_spawning"),
            ends(SPAWNING, HOST, BY_POWER, -1)),
    RESIZE("resize", "active stopped", "resize_prep", moving()),
    MIGRATE("migrate", "active stopped", "resize_prep", moving()),
    CONFIRM_RESIZE("confirmResize", "resized", "", ends(CALL, SOURCE, BY_POWER, -1).and(CONFIRMED)),
    REVERT_RESIZE(
            "revertResize",
            "resized",
            "resize_reverting",
            task(CALL, DEST, KEEP).and(RETURN),
            ends(START_GUEST, SOURCE, BY_POWER, -1).and(REVERTED)),
    LIVE_MIGRATE(
            "os-migrateLive",
            "active paused",
            "migrating",
            ends(COPY_MEMORY, SOURCE, KEEP, -1).and(MIGRATED)),
    EVACUATE(
            "evacuate",
            "active stopped error",
            "rebuilding",
            task(CALL, SCHEDULER, KEEP).and(CHOOSE),
            task(CALL, DEST, "rebuild_block_device_mapping"),
            task(CALL, DEST, "rebuild_spawning"),
            ends(SPAWNING, DEST, BY_POWER, -1).and(EVACUATED)),
    SHELVE(
            "shelve",
            "active stopped paused suspended",
            "shelving",
            task(POWER, HOST, "shelving_image_pending_upload"),
            task(CALL, HOST, "shelving_image_uploading"),
            new Stage(UPLOAD, HOST, "shelved", "shelving_offloading", SHUTDOWN, Stage.Effect.NONE),
            ends(CALL, HOST, "shelved_offloaded", -1).and(OFFLOADED),
            task(CALL, HOST, KEEP).and(UNHOSTED)),
    SHELVE_OFFLOAD(
            "shelveOffload",
            "shelved",
            "shelving_offloading",
            ends(CALL, HOST, "shelved_offloaded", -1).and(OFFLOADED),
            task(CALL, HOST, KEEP).and(UNHOSTED)),
    UNSHELVE(
            "unshelve",
            "shelved shelved_offloaded",
            "unshelving",
            task(CALL, SCHEDULER, "spawning").and(CHOOSE),
            task(CALL, DEST, KEEP).and(ARRIVE),
            ends(SPAWNING, DEST, "active", RUNNING)),
    SOFT_DELETE(
            "delete",
            "active stopped paused suspended rescued",
            "soft-deleting",
            ends(POWER, HOST, "soft-delete", SHUTDOWN)),
    RESTORE("restore", "soft-delete", "restoring", ends(POWER, HOST, "active", RUNNING)),
    DELETE("delete", "", "deleting", ends(POWER, HOST, "deleted", -1).and(DELETED)),
    FORCE_DELETE("delete", "", "deleting", ends(POWER, HOST, "deleted", -1).and(DELETED));

    private final String apiName;

    // both lists come from List.of: nobody can change them
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> vmStates;

    private final String firstTask;

    @SuppressWarnings("ImmutableEnumChecker")
    private final List<Stage> stages;

    ServerAction(String apiName, String vm, String task, Stage... stages) {
        this.apiName = apiName;
        this.vmStates = vm.isEmpty() ? List.of() : List.of(vm.split(" ", -1));
        this.firstTask = task;
        this.stages = List.of(stages);
    }

    /** A resize and a cold migration: the disk is copied, the guest starts at the other host. */
    private static Stage[] moving() {
        return new Stage[] {
            task(MOVE_SCHEDULING, SCHEDULER, KEEP).and(CHOOSE),
            task(CALL, SOURCE, "resize_migrating"),
            task(COPY_DISK, SOURCE, "resize_migrated").and(ARRIVE),
            task(CALL, DEST, "resize_finish"),
            ends(START_GUEST, DEST, "resized", -1).and(RESIZED)
        };
    }

    /** The name in the refusals of the API: {@code Cannot 'confirmResize' instance ...}. */
    public String apiName() {
        return apiName;
    }

    /** The {@code task_state} that the API sets at once; empty: none. */
    String firstTask() {
        return firstTask;
    }

    List<Stage> stages() {
        return stages;
    }

    /** Whether it is allowed in this {@code vm_state}. */
    public boolean isAllowedIn(String vmState) {
        return vmStates.isEmpty() || vmStates.contains(vmState);
    }

    /** Whether it is allowed while something else is on its way. */
    public boolean isAllowedDuring(String taskState) {
        return switch (this) {
            case DELETE, FORCE_DELETE, EVACUATE -> true;
            case REBOOT_HARD -> taskState.isEmpty() || ALLOW_REBOOT.contains(taskState);
            default -> taskState.isEmpty();
        };
    }

    /** Whether a lock keeps those out who are not administrators. */
    boolean respectsLock() {
        return this != EVACUATE;
    }

    // nova yoga, compute/task_states.py, ALLOW_REBOOT
    private static final List<String> ALLOW_REBOOT =
            List.of(
                    "rebooting",
                    "reboot_pending",
                    "reboot_started",
                    "resuming",
                    "rebooting_hard",
                    "unpausing",
                    "pausing",
                    "suspending");
}
