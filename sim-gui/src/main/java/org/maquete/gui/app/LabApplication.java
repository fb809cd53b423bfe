package org.maquete.gui.app;

import atlantafx.base.theme.PrimerDark;
import java.util.Optional;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.maquete.cli.WindowPlan;
import org.maquete.gui.model.Replay;
import org.maquete.gui.view.LabPane;
import org.maquete.preflight.Plan;

/** The JavaFX application. */
public final class LabApplication extends Application {

    /** The size of the first window, pixels: fits a projector of 1280 x 800. */
    private static final int WIDTH = 1280;

    private static final int HEIGHT = 740;

    @Override
    public void start(Stage stage) {
        Optional<Plan> plan = WindowPlan.of(getParameters().getRaw(), System.err::print);
        if (plan.isEmpty()) {
            Platform.exit();
            return;
        }
        Replay replay = new Replay(plan.get().start());
        setUserAgentStylesheet(new PrimerDark().getUserAgentStylesheet());
        stage.setScene(new Scene(new LabPane(replay).root(), WIDTH, HEIGHT));
        stage.setTitle("Maquete");
        stage.show();
    }
}
