package org.maquete.gui.view;

import java.util.function.Function;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.SimpleStringProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;
import org.maquete.gui.model.MachineLine;
import org.maquete.gui.model.Moment;
import org.maquete.gui.model.Replay;
import org.maquete.gui.model.UnitLine;

/**
 * The rack and the units at one instant, and a slider over the run. The whole run plays in about a
 * minute. Colours are the theme's; each status is also a word, so none depends on seeing colour.
 */
public final class LabPane {

    private static final double FRAMES =
            600; // frames of a whole run when playing: GUESS, one minute

    private final Replay replay;
    private final BorderPane root = new BorderPane();
    private final TableView<MachineLine> machines = new TableView<>();
    private final TableView<UnitLine> units = new TableView<>();
    private final Slider slider = new Slider();
    private final Label clock = new Label();
    private final Label counts = new Label();
    private final Label typed = new Label();
    private final Button play = new Button("Play");
    private final Timeline player = new Timeline();

    /** Shows the first instant of {@code replay}. */
    public LabPane(Replay replay) {
        this.replay = replay;
        machineColumns();
        unitColumns();
        controls();
        SplitPane split = new SplitPane(machines, units);
        split.setDividerPositions(0.38);
        root.setCenter(split);
        root.setBottom(bar());
        show(0);
    }

    /** The node to put into a scene. */
    public BorderPane root() {
        return root;
    }

    private void controls() {
        machines.setId("machines");
        units.setId("units");
        slider.setId("time");
        clock.setId("clock");
        counts.setId("counts");
        typed.setId("typed");
        play.setId("play");
        slider.setMin(0);
        slider.setMax((double) replay.endNs());
        slider.setBlockIncrement(replay.endNs() / 100.0);
        slider.setAccessibleText("Simulated time");
        slider.valueProperty().addListener((_, _, value) -> show(value.longValue()));
        player.setCycleCount(Animation.INDEFINITE);
        player.getKeyFrames().add(new KeyFrame(Duration.millis(100), _ -> frame()));
        play.setGraphic(new FontIcon("mdi2p-play"));
        play.setOnAction(_ -> toggle());
    }

    private void toggle() {
        boolean runs = player.getStatus() == Animation.Status.RUNNING;
        if (runs) {
            player.stop();
        } else {
            if (slider.getValue() >= slider.getMax()) {
                slider.setValue(0);
            }
            player.play();
        }
        play.setText(runs ? "Play" : "Pause");
        play.setGraphic(new FontIcon(runs ? "mdi2p-play" : "mdi2p-pause"));
    }

    private void frame() {
        slider.setValue(slider.getValue() + slider.getMax() / FRAMES);
        if (slider.getValue() >= slider.getMax()) {
            toggle();
        }
    }

    private VBox bar() {
        HBox line = new HBox(12, play, slider, clock);
        line.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(slider, Priority.ALWAYS);
        clock.setMinWidth(70);
        VBox bar = new VBox(6, line, typed, counts);
        bar.setPadding(new Insets(10));
        return bar;
    }

    private void show(long timeNs) {
        Moment moment = replay.at(timeNs);
        machines.getItems().setAll(moment.machines());
        units.getItems().setAll(moment.units());
        clock.setText(moment.clock());
        counts.setText(moment.counts());
        typed.setText(moment.typed().isEmpty() ? "" : "$ " + moment.typed());
    }

    private void machineColumns() {
        machines.getColumns().add(column("Machine", 90, MachineLine::name));
        machines.getColumns().add(column("Power", 80, MachineLine::power));
        machines.getColumns().add(column("MAAS", 110, MachineLine::maas));
        machines.getColumns().add(column("Juju", 120, MachineLine::juju));
        machines.getColumns().add(column("LXD", 50, line -> Integer.toString(line.containers())));
    }

    private void unitColumns() {
        Function<UnitLine, String> name = u -> u.subordinate() ? "    " + u.name() : u.name();
        TableColumn<UnitLine, String> workload = column("Workload", 100, UnitLine::workload);
        workload.setCellFactory(_ -> new StatusCell());
        units.getColumns().add(column("Unit", 230, name));
        units.getColumns().add(workload);
        units.getColumns().add(column("Agent", 90, UnitLine::agent));
        units.getColumns().add(column("Machine", 80, UnitLine::machine));
        units.getColumns().add(column("Message", 380, UnitLine::message));
    }

    private static <T> TableColumn<T, String> column(
            String title, double width, Function<T, String> value) {
        TableColumn<T, String> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setCellValueFactory(row -> new SimpleStringProperty(value.apply(row.getValue())));
        return column;
    }

    /** A status word in the colour that the theme has for it. */
    private static final class StatusCell extends TableCell<UnitLine, String> {
        @Override
        protected void updateItem(String status, boolean empty) {
            super.updateItem(status, empty);
            if (empty) {
                setText("");
                setStyle("");
                return;
            }
            setText(status);
            String colour =
                    switch (status) {
                        case "active" -> "-color-success-fg";
                        case "blocked", "error" -> "-color-danger-fg";
                        case "waiting", "maintenance" -> "-color-warning-fg";
                        default -> "-color-fg-muted";
                    };
            setStyle("-fx-text-fill: " + colour + ";");
        }
    }
}
