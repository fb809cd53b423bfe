package org.maquete.gui.app;

import javafx.application.Application;

/** Not an {@link Application}: so that JavaFX starts from the class path. */
public final class Launcher {

    private Launcher() {}

    /** Takes {@code [FILE] [--lab LAB]}. */
    public static void main(String[] arguments) {
        Application.launch(LabApplication.class, arguments);
    }
}
