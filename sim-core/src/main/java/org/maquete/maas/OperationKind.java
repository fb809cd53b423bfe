package org.maquete.maas;

/** What MAAS does with a machine besides deploying it. */
public enum OperationKind {
    /** Looks at the hardware. */
    COMMISSION(NodeStatus.COMMISSIONING),
    /** Runs hardware tests. */
    TEST(NodeStatus.TESTING),
    /** Overwrites the disks before a release. */
    ERASE(NodeStatus.DISK_ERASING),
    /** Gives it back. */
    RELEASE(NodeStatus.RELEASING),
    /** Boots it for repairs. */
    ENTER_RESCUE(NodeStatus.ENTERING_RESCUE_MODE),
    /** Ends the repairs. */
    EXIT_RESCUE(NodeStatus.EXITING_RESCUE_MODE);

    private final NodeStatus status;

    OperationKind(NodeStatus status) {
        this.status = status;
    }

    /** The status in which it begins. */
    public NodeStatus status() {
        return status;
    }

    /** Whether the machine boots an ephemeral system for it. */
    boolean isEphemeral() {
        return this != RELEASE && this != EXIT_RESCUE;
    }
}
