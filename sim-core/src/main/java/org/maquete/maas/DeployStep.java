package org.maquete.maas;

/** The steps of a deployment, each with the event that MAAS shows as the status message. */
public enum DeployStep {
    /** MAAS has told the management controller to switch the machine on. */
    POWER_ON("Powering on"),
    /** The machine starts and asks the network for something to boot. */
    PXE_BOOT("Performing PXE boot"),
    /** It loads the ephemeral system that installs the real one. */
    LOAD_EPHEMERAL("Loading ephemeral"),
    /** It partitions and formats the boot disk. */
    CONFIGURE_STORAGE("Configuring storage"),
    /** It copies the image to the disk. */
    INSTALL_OS("Installing OS"),
    /** It sets up network, users and packages. */
    CONFIGURE_OS("Configuring OS"),
    /** It boots the system from the disk. */
    REBOOT("Rebooting");

    private final String message;

    DeployStep(String message) {
        this.message = message;
    }

    /** The step after this one. */
    DeployStep next() {
        return switch (this) {
            case POWER_ON -> PXE_BOOT;
            case PXE_BOOT -> LOAD_EPHEMERAL;
            case LOAD_EPHEMERAL -> CONFIGURE_STORAGE;
            case CONFIGURE_STORAGE -> INSTALL_OS;
            case INSTALL_OS -> CONFIGURE_OS;
            case CONFIGURE_OS, REBOOT -> REBOOT;
        };
    }

    /** The status message while the step lasts. */
    public String message() {
        return message;
    }
}
