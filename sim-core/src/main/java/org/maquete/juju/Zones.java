package org.maquete.juju;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.maquete.maas.MaasView;
import org.maquete.maas.Resource;
import org.maquete.maas.ResourceKind;
import org.maquete.world.World;

/**
 * In which zone of MAAS the next try for a machine is made: in the one that has the fewest machines
 * of the model, among those that have not failed in this round
 * (internal/worker/provisioner/provisioner_task.go, populateAvailabilityZoneMachines).
 */
final class Zones {

    private static final String USUAL = "default"; // MAAS 3.5 always has it

    private Zones() {}

    /** What can be tried still, best first; {@code failed} is a list with commas, or empty. */
    static List<String> left(Machine machine, String failed, World world) {
        List<String> zones = new ArrayList<>(allowed(machine, world));
        if (!failed.isEmpty()) {
            zones.removeAll(List.of(failed.split(",", -1)));
        }
        List<Machine> others = JujuView.machines(world, machine.model());
        zones.sort((a, b) -> {
            int order = Integer.compare(count(others, a), count(others, b));
            return order != 0 ? order : a.compareTo(b);
        });
        return zones;
    }

    private static List<String> allowed(Machine machine, World world) {
        String to = ConstraintWords.value(machine.constraints(), "to");
        if (to.startsWith("zone=")) {
            return List.of(to.substring("zone=".length()));
        }
        String typed = ConstraintWords.value(machine.constraints(), "zones");
        if (!typed.isEmpty()) {
            return List.of(typed.split(",", -1));
        }
        TreeSet<String> zones = new TreeSet<>();
        zones.add(USUAL);
        for (Resource zone : MaasView.resources(world, ResourceKind.ZONE)) {
            zones.add(zone.name());
        }
        return List.copyOf(zones);
    }

    private static int count(List<Machine> machines, String zone) {
        int count = 0;
        for (Machine machine : machines) {
            if (!machine.isContainer() && machine.zone().equals(zone)) {
                count++;
            }
        }
        return count;
    }
}
