package org.maquete.gui.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.maquete.hardware.HardwareView;
import org.maquete.host.HostView;
import org.maquete.juju.JujuTables;
import org.maquete.juju.JujuView;
import org.maquete.juju.Model;
import org.maquete.juju.Unit;
import org.maquete.kernel.SimTime;
import org.maquete.kernel.Simulation;
import org.maquete.lxd.LxdView;
import org.maquete.maas.MaasView;
import org.maquete.operator.OperatorView;
import org.maquete.world.World;

/**
 * All that the window shows of one instant.
 *
 * @param timeNs the simulated time
 * @param machines in order of name
 * @param units of the model with the most units, subordinates under their principals
 * @param typed the last command that was typed, or empty
 */
public record Moment(long timeNs, List<MachineLine> machines, List<UnitLine> units, String typed) {

    public Moment {
        machines = List.copyOf(machines);
        units = List.copyOf(units);
    }

    /** What {@code run} shows now. */
    public static Moment of(Simulation run) {
        World world = run.world();
        int count = OperatorView.lineCount(world);
        String typed = count == 0 ? "" : OperatorView.line(world, count - 1).source();
        return new Moment(run.now(), machines(world), units(world), typed);
    }

    /** {@code h:mm:ss}. */
    public String clock() {
        return SimTime.clock(timeNs);
    }

    /**
     * How many units are in each workload status, in order of status: {@code active 3, blocked 1}.
     */
    public String counts() {
        TreeMap<String, Integer> counts = new TreeMap<>();
        units.forEach(unit -> counts.merge(unit.workload(), 1, Integer::sum));
        List<String> parts = new ArrayList<>();
        counts.forEach((status, number) -> parts.add(status + " " + number));
        return String.join(", ", parts);
    }

    private static List<MachineLine> machines(World world) {
        List<MachineLine> lines = new ArrayList<>();
        for (var machine : HardwareView.machines(world)) {
            String name = machine.name();
            String power =
                    !HardwareView.hasMains(world, name)
                            ? "no mains"
                            : HardwareView.isOn(world, name) ? "on" : "off";
            String status = MaasView.machine(world, name).map(m -> m.status().text()).orElse("");
            int containers =
                    (int)
                            LxdView.containers(world, name).stream()
                                    .filter(c -> HostView.isUp(world, c.name()))
                                    .count();
            lines.add(new MachineLine(name, power, status, juju(world, name), containers));
        }
        return lines;
    }

    private static String juju(World world, String host) {
        for (Model model : allModels(world)) {
            for (var machine : JujuView.machines(world, model.key())) {
                if (machine.hostname().equals(host)) {
                    return model.name() + " " + machine.name();
                }
            }
        }
        return "";
    }

    private static List<Model> allModels(World world) {
        return world.table(JujuTables.MODELS).stream().toList();
    }

    private static List<UnitLine> units(World world) {
        Optional<Model> largest = Optional.empty();
        for (Model model : allModels(world)) {
            int size = JujuView.units(world, model.key()).size();
            if (largest.isEmpty() || size > JujuView.units(world, largest.get().key()).size()) {
                largest = Optional.of(model);
            }
        }
        List<UnitLine> lines = new ArrayList<>();
        if (largest.isPresent()) {
            for (Unit unit : JujuView.units(world, largest.get().key())) {
                if (unit.principal().isEmpty()) {
                    lines.add(line(unit));
                    JujuView.subordinatesOf(world, unit).forEach(s -> lines.add(line(s)));
                }
            }
        }
        return lines;
    }

    private static UnitLine line(Unit unit) {
        return new UnitLine(
                unit.name() + (unit.leader() ? "*" : ""),
                !unit.principal().isEmpty(),
                unit.workload().current(),
                unit.agent().current(),
                unit.machine(),
                unit.workload().message());
    }
}
