package org.maquete.gui.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.maquete.cli.WindowPlan;
import org.maquete.gui.model.MachineLine;
import org.maquete.gui.model.Replay;
import org.maquete.gui.model.UnitLine;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The window over the bundled lab, on the Headless platform. */
@ExtendWith(ApplicationExtension.class)
class LabPaneTest {

    private static final Replay REPLAY =
            new Replay(WindowPlan.of(List.of(), problems -> {}).orElseThrow().start());

    @Start
    void start(Stage stage) {
        stage.setScene(new Scene(new LabPane(REPLAY).root(), 1280, 740));
        stage.show();
    }

    @Test
    void beginsWithReadyMachinesAndNoUnits(FxRobot robot) {
        TableView<MachineLine> machines = robot.lookup("#machines").query();
        TableView<UnitLine> units = robot.lookup("#units").query();

        assertThat(machines.getItems()).extracting(MachineLine::maas).containsOnly("Ready");
        assertThat(machines.getItems()).hasSize(5);
        assertThat(units.getItems()).isEmpty();
    }

    @Test
    void movesToTheEndOfTheRunWithTheSlider(FxRobot robot) {
        Slider slider = robot.lookup("#time").query();
        TableView<UnitLine> units = robot.lookup("#units").query();

        robot.interact(() -> slider.setValue(slider.getMax()));

        assertThat(units.getItems()).extracting(UnitLine::workload).containsOnly("active");
        assertThat(robot.lookup("#counts").queryAs(Label.class).getText()).startsWith("active ");
    }

    @Test
    void showsTheSameMomentAgainAfterGoingBack(FxRobot robot) {
        Slider slider = robot.lookup("#time").query();
        Label counts = robot.lookup("#counts").query();
        Label clock = robot.lookup("#clock").query();

        robot.interact(() -> slider.setValue(slider.getMax() / 2));
        String there = counts.getText();
        robot.interact(() -> slider.setValue(slider.getMax()));
        robot.interact(() -> slider.setValue(slider.getMax() / 2));

        assertThat(counts.getText()).isEqualTo(there).isNotEmpty();
        assertThat(clock.getText()).matches("\\d+:\\d\\d:\\d\\d");
    }

    @Test
    void playsWhenTheButtonIsPressed(FxRobot robot) {
        robot.clickOn("#play");

        assertThat(robot.lookup("#play").queryButton().getText()).isEqualTo("Pause");
        robot.clickOn("#play");
        assertThat(robot.lookup("#play").queryButton().getText()).isEqualTo("Play");
    }
}
