package org.maquete.maas;

import java.util.Optional;
import org.maquete.kernel.Refusal;

/**
 * The 23 states of a node in MAAS 3.5 and the moves between them that MAAS allows (node_status.py;
 * enforced there when a node is saved).
 */
public enum NodeStatus {
    /** New. */
    NEW(0, "New", "BROKEN COMMISSIONING ENTERING_RESCUE_MODE MISSING READY RETIRED TESTING"),
    /** Commissioning. */
    COMMISSIONING(
            1, "Commissioning", "BROKEN FAILED_COMMISSIONING MISSING NEW READY RETIRED TESTING"),
    /** Failed commissioning. */
    FAILED_COMMISSIONING(
            2,
            "Failed commissioning",
            "BROKEN COMMISSIONING ENTERING_RESCUE_MODE MISSING RETIRED TESTING"),
    /** Missing. */
    MISSING(3, "Missing", "ALLOCATED BROKEN COMMISSIONING ENTERING_RESCUE_MODE NEW READY TESTING"),
    /** Ready. */
    READY(
            4,
            "Ready",
            "ALLOCATED BROKEN COMMISSIONING ENTERING_RESCUE_MODE MISSING RESERVED RETIRED "
                    + "TESTING"),
    /** Reserved. */
    RESERVED(
            5,
            "Reserved",
            "ALLOCATED BROKEN DISK_ERASING ENTERING_RESCUE_MODE MISSING READY RELEASING "
                    + "RETIRED TESTING"),
    /** Deployed. */
    DEPLOYED(
            6,
            "Deployed",
            "ALLOCATED BROKEN DISK_ERASING ENTERING_RESCUE_MODE MISSING READY RELEASING "
                    + "TESTING"),
    /** Retired. */
    RETIRED(7, "Retired", "BROKEN ENTERING_RESCUE_MODE MISSING NEW READY TESTING"),
    /** Broken. */
    BROKEN(
            8,
            "Broken",
            "COMMISSIONING DEPLOYED DISK_ERASING ENTERING_RESCUE_MODE READY RELEASING "
                    + "TESTING"),
    /** Deploying. */
    DEPLOYING(
            9,
            "Deploying",
            "ALLOCATED BROKEN DEPLOYED DISK_ERASING FAILED_DEPLOYMENT MISSING READY "
                    + "RELEASING"),
    /** Allocated. */
    ALLOCATED(
            10,
            "Allocated",
            "BROKEN DEPLOYING DISK_ERASING ENTERING_RESCUE_MODE MISSING READY RELEASING "
                    + "RETIRED TESTING"),
    /** Failed deployment. */
    FAILED_DEPLOYMENT(
            11,
            "Failed deployment",
            "ALLOCATED BROKEN DISK_ERASING ENTERING_RESCUE_MODE MISSING READY RELEASING "
                    + "TESTING"),
    /** Releasing. */
    RELEASING(
            12,
            "Releasing",
            "ALLOCATED BROKEN DEPLOYED FAILED_DEPLOYMENT FAILED_DISK_ERASING "
                    + "FAILED_RELEASING MISSING NEW READY RESERVED"),
    /** Releasing failed. */
    FAILED_RELEASING(13, "Releasing failed", "BROKEN DISK_ERASING READY RELEASING TESTING"),
    /** Disk erasing. */
    DISK_ERASING(14, "Disk erasing", "BROKEN DISK_ERASING FAILED_DISK_ERASING READY RELEASING"),
    /** Failed disk erasing. */
    FAILED_DISK_ERASING(
            15,
            "Failed disk erasing",
            "ALLOCATED BROKEN DISK_ERASING ENTERING_RESCUE_MODE READY RELEASING TESTING"),
    /** Rescue mode. */
    RESCUE_MODE(16, "Rescue mode", "BROKEN EXITING_RESCUE_MODE TESTING"),
    /** Entering rescue mode. */
    ENTERING_RESCUE_MODE(
            17,
            "Entering rescue mode",
            "BROKEN DEPLOYED EXITING_RESCUE_MODE FAILED_ENTERING_RESCUE_MODE READY "
                    + "RESCUE_MODE"),
    /** Failed to enter rescue mode. */
    FAILED_ENTERING_RESCUE_MODE(
            18,
            "Failed to enter rescue mode",
            "BROKEN ENTERING_RESCUE_MODE EXITING_RESCUE_MODE TESTING"),
    /** Exiting rescue mode. */
    EXITING_RESCUE_MODE(
            19,
            "Exiting rescue mode",
            "ALLOCATED BROKEN DEPLOYED FAILED_COMMISSIONING FAILED_DEPLOYMENT FAILED_DISK_ERASING"
                    + " FAILED_ENTERING_RESCUE_MODE FAILED_EXITING_RESCUE_MODE FAILED_RELEASING"
                    + " FAILED_TESTING MISSING NEW READY RESCUE_MODE RESERVED RETIRED"),
    /** Failed to exit rescue mode. */
    FAILED_EXITING_RESCUE_MODE(
            20, "Failed to exit rescue mode", "BROKEN EXITING_RESCUE_MODE TESTING"),
    /** Testing. */
    TESTING(
            21,
            "Testing",
            "ALLOCATED BROKEN COMMISSIONING DEPLOYED FAILED_DEPLOYMENT FAILED_DISK_ERASING "
                    + "FAILED_ENTERING_RESCUE_MODE FAILED_EXITING_RESCUE_MODE FAILED_RELEASING "
                    + "FAILED_TESTING MISSING NEW READY RESERVED RETIRED"),
    /** Failed testing. */
    FAILED_TESTING(
            22,
            "Failed testing",
            "BROKEN COMMISSIONING DEPLOYED ENTERING_RESCUE_MODE MISSING READY TESTING");

    private final int code;
    private final String text;
    private final String next;

    NodeStatus(int code, String text, String next) {
        this.code = code;
        this.text = text;
        this.next = " " + next + " ";
    }

    /** The name that MAAS shows. */
    public String text() {
        return text;
    }

    /** The number in MAAS's API. */
    public int code() {
        return code;
    }

    /** Whether MAAS lets a node go from this status to {@code other}. */
    public boolean mayBecome(NodeStatus other) {
        return next.contains(" " + other.name() + " ");
    }

    /** What MAAS says to a request that needs a move which it does not allow. */
    public Refusal refusal(NodeStatus other) {
        // MAAS 3.5, models/node.py, _validate_status_transition
        return Refusal.of("409", "Invalid transition: " + text + " -> " + other.text + ".");
    }

    /** Whether a node may enter MAAS with this status without an operator's lab description. */
    public boolean mayBeFirst() {
        return this == MISSING || this == NEW || this == RETIRED;
    }

    /** Whether MAAS remembers it as the previous status of a node that has left it. */
    boolean isRemembered() {
        return switch (this) {
            case RESCUE_MODE,
                    ENTERING_RESCUE_MODE,
                    FAILED_ENTERING_RESCUE_MODE,
                    EXITING_RESCUE_MODE,
                    FAILED_EXITING_RESCUE_MODE,
                    TESTING ->
                    false;
            default -> true;
        };
    }

    /** Whether a machine in it can be released (MAAS 3.5, models/node.py). */
    boolean isReleasable() {
        return switch (this) {
            case ALLOCATED,
                    RESERVED,
                    BROKEN,
                    DEPLOYING,
                    DEPLOYED,
                    FAILED_DEPLOYMENT,
                    FAILED_DISK_ERASING,
                    FAILED_RELEASING ->
                    true;
            default -> false;
        };
    }

    /** What a status under way becomes when it fails; the status itself when it cannot fail. */
    NodeStatus failed() {
        return switch (this) {
            case COMMISSIONING -> FAILED_COMMISSIONING;
            case DEPLOYING -> FAILED_DEPLOYMENT;
            case RELEASING -> FAILED_RELEASING;
            case DISK_ERASING -> FAILED_DISK_ERASING;
            case ENTERING_RESCUE_MODE -> FAILED_ENTERING_RESCUE_MODE;
            case EXITING_RESCUE_MODE -> FAILED_EXITING_RESCUE_MODE;
            case TESTING -> FAILED_TESTING;
            default -> this;
        };
    }

    /** Whether MAAS has given up on a machine in it. */
    public boolean isFailed() {
        for (NodeStatus status : values()) {
            if (status != this && status.failed() == this) {
                return true;
            }
        }
        return false;
    }

    /** Whether a machine in it belongs to somebody. */
    public boolean isOwned() {
        return switch (this) {
            case NEW, READY, BROKEN, RETIRED, MISSING, FAILED_COMMISSIONING -> false;
            default -> true;
        };
    }

    /** The status that MAAS shows as {@code text}, in any case of letters; empty when none does. */
    public static Optional<NodeStatus> named(String text) {
        for (NodeStatus status : values()) {
            if (status.text.equalsIgnoreCase(text)) {
                return Optional.of(status);
            }
        }
        return Optional.empty();
    }
}
