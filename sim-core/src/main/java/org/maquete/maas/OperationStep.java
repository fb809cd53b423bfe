package org.maquete.maas;

/** The steps of an operation, each with the event that MAAS shows as the status message. */
public enum OperationStep {
    /** MAAS has told the management controller to switch the machine. */
    POWER("Powering on"),
    /** The machine asks the network for something to boot. */
    PXE_BOOT("Performing PXE boot"),
    /** It loads the ephemeral system. */
    LOAD_EPHEMERAL("Loading ephemeral"),
    /** It runs the commissioning scripts. */
    GATHER("Gathering information"),
    /** It runs the hardware tests. */
    RUN_TESTS("Running test"),
    /** It overwrites its disks. */
    WIPE("Disk erasing"),
    /** MAAS waits until the machine is off, or on. */
    SWITCH("Powering off");

    private final String message;

    OperationStep(String message) {
        this.message = message;
    }

    /** The status message while the step lasts (MAAS 3.5, provisioningserver/events.py). */
    public String message() {
        return message;
    }

    /** Whether scripts run, which send a heartbeat. */
    boolean hasHeartbeat() {
        return this == GATHER || this == RUN_TESTS;
    }
}
