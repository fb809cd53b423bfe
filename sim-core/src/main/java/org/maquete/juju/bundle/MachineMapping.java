package org.maquete.juju.bundle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.maquete.juju.JujuView;

/**
 * Finds which machines of the model a bundle that is deployed again means: juju 3.6
 * core/bundle/changes/model.go, InferMachineMap. First units that are where the bundle puts them,
 * then, machine by machine, units that are not used for that.
 */
final class MachineMapping {

    private final ExistingModel model;
    private final Map<String, List<ExistingModel.Placed>> unitsLeft = new TreeMap<>();
    private final Map<String, List<String>> placementsLeft = new TreeMap<>();
    private final TreeSet<String> taken = new TreeSet<>();

    private MachineMapping(Bundle bundle, ExistingModel model) {
        this.model = model;
        taken.addAll(model.machineMap().values());
        for (String name : bundle.applications().keySet()) {
            List<ExistingModel.Placed> free = new ArrayList<>();
            for (ExistingModel.Placed unit : model.units(name)) {
                if (!taken.contains(unit.host())) {
                    free.add(unit);
                }
            }
            unitsLeft.put(name, free);
        }
    }

    static void infer(Bundle bundle, ExistingModel model) {
        MachineMapping mapping = new MachineMapping(bundle, model);
        bundle.applications().values().forEach(mapping::inPlace);
        TreeSet<String> ids = new TreeSet<>(JujuView.NATURAL);
        ids.addAll(bundle.machines().keySet());
        for (String id : ids) {
            if (!model.machineMap().containsKey(id)) {
                mapping.machine(id);
            }
        }
    }

    private void inPlace(BundleApplication application) {
        TreeSet<String> unused = new TreeSet<>();
        for (String item : application.to()) {
            Optional<UnitPlacement> placement = UnitPlacement.parse(item);
            String machine = placement.map(UnitPlacement::machine).orElse("");
            boolean used = false;
            if (!machine.isEmpty() && !model.machineMap().containsKey(machine)) {
                Optional<ExistingModel.Placed> unit =
                        model.unitOn(
                                machine,
                                application.name(),
                                placement.map(UnitPlacement::container).orElse(""));
                if (unit.isPresent()) {
                    model.machineMap().put(machine, machine);
                    taken.add(machine);
                    left(application.name()).remove(unit.get());
                    used = true;
                }
            }
            if (!used) {
                unused.add(item);
            }
        }
        placementsLeft.put(application.name(), List.copyOf(unused));
    }

    private void machine(String id) {
        for (Map.Entry<String, List<String>> application : placementsLeft.entrySet()) {
            for (String item : application.getValue()) {
                boolean isIt =
                        UnitPlacement.parse(item).filter(p -> p.machine().equals(id)).isPresent();
                List<ExistingModel.Placed> units = left(application.getKey());
                if (isIt && !units.isEmpty() && !taken.contains(units.getFirst().host())) {
                    model.machineMap().put(id, units.removeFirst().host());
                    return;
                }
            }
        }
    }

    private List<ExistingModel.Placed> left(String application) {
        return unitsLeft.computeIfAbsent(application, _ -> new ArrayList<>());
    }
}
