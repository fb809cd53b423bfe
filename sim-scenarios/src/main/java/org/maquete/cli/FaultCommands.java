package org.maquete.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.maquete.finding.Nearest;
import org.maquete.hardware.BreakPart;
import org.maquete.hardware.CutLink;
import org.maquete.hardware.CutPower;
import org.maquete.hardware.HardwareView;
import org.maquete.hardware.MendLink;
import org.maquete.hardware.MendPart;
import org.maquete.hardware.Nic;
import org.maquete.hardware.Part;
import org.maquete.hardware.PlugCable;
import org.maquete.hardware.PullCable;
import org.maquete.hardware.RestorePower;
import org.maquete.host.FillDisk;
import org.maquete.host.FreeDisk;
import org.maquete.host.HostView;
import org.maquete.host.KillService;
import org.maquete.host.Service;
import org.maquete.host.ShutDownHost;
import org.maquete.host.SkewClock;
import org.maquete.host.StartService;
import org.maquete.host.StopService;
import org.maquete.juju.JujuView;
import org.maquete.juju.Machine;
import org.maquete.juju.Model;
import org.maquete.juju.Unit;
import org.maquete.lxd.Container;
import org.maquete.lxd.LxdView;
import org.maquete.lxd.StartContainer;
import org.maquete.lxd.StopContainer;
import org.maquete.maas.PowerMachine;
import org.maquete.whatif.Disturbance;
import org.maquete.world.World;

/** Turns what a person typed into commands, with the names that exist when the run is forked. */
final class FaultCommands {

    private final World world;
    private final Problems problems;

    FaultCommands(World world, Problems problems) {
        this.world = world;
        this.problems = problems;
    }

    List<Disturbance> of(List<Fault> faults) {
        List<Disturbance> disturbances = new ArrayList<>();
        for (Fault fault : faults) {
            List<org.maquete.kernel.Command> commands = commands(fault);
            disturbances.add(new Disturbance(fault.timeNs(), commands, fault.option().restores()));
        }
        return disturbances;
    }

    private List<org.maquete.kernel.Command> commands(Fault fault) {
        return switch (fault.option().names()) {
            case MACHINES, HOST, CLOCK, PART -> List.of(onMachine(fault));
            case PORT -> onPorts(fault);
            case CONTAINER -> onContainer(fault);
            case SERVICE -> onService(fault);
        };
    }

    private static org.maquete.kernel.Command onMachine(Fault fault) {
        String name = fault.name();
        return switch (fault.option()) {
            case POWER_OFF -> new CutPower(name);
            case POWER_ON -> new RestorePower(name);
            case MAAS_POWER_OFF -> new PowerMachine(name, false);
            case MAAS_POWER_ON -> new PowerMachine(name, true);
            case SHUT_DOWN -> new ShutDownHost(name);
            case FILL_DISK -> new FillDisk(name);
            case FREE_DISK -> new FreeDisk(name);
            case BREAK_PART -> new BreakPart(name, Part.named(fault.detail()).orElseThrow());
            case MEND_PART -> new MendPart(name, Part.named(fault.detail()).orElseThrow());
            case SKEW_CLOCK -> new SkewClock(name, FaultReader.offset(fault).orElseThrow());
            default -> throw new IllegalArgumentException("expected a machine's, found " + fault);
        };
    }

    private List<org.maquete.kernel.Command> onPorts(Fault fault) {
        List<String> ports =
                HardwareView.nics(world, fault.name()).stream().map(Nic::name).toList();
        List<org.maquete.kernel.Command> commands = new ArrayList<>();
        if (!fault.detail().isEmpty() && !ports.contains(fault.detail())) {
            unknown(fault, "a port of " + fault.name(), fault.detail(), ports);
            return commands;
        }
        for (String port : fault.detail().isEmpty() ? ports : List.of(fault.detail())) {
            commands.add(
                    switch (fault.option()) {
                        case PULL_CABLE -> new PullCable(fault.name(), port);
                        case PLUG_CABLE -> new PlugCable(fault.name(), port);
                        case CUT_LINK -> new CutLink(fault.name(), port);
                        case MEND_LINK -> new MendLink(fault.name(), port);
                        default ->
                                throw new IllegalArgumentException(
                                        "expected a port's, found " + fault);
                    });
        }
        return commands;
    }

    private List<org.maquete.kernel.Command> onContainer(Fault fault) {
        String host = host(fault.name()).orElse("");
        if (LxdView.container(world, host).isEmpty()) {
            List<String> known = new ArrayList<>();
            LxdView.containers(world).stream().map(Container::name).forEach(known::add);
            everyMachine().filter(Machine::isContainer).map(Machine::name).forEach(known::add);
            everyUnit().map(Unit::name).forEach(known::add);
            unknown(
                    fault,
                    "a container, as LXD or Juju names it, or its unit",
                    fault.name(),
                    known);
            return List.of();
        }
        return List.of(
                switch (fault.option()) {
                    case STOP_CONTAINER -> new StopContainer(host, false);
                    case KILL_CONTAINER -> new StopContainer(host, true);
                    case START_CONTAINER -> new StartContainer(host);
                    default ->
                            throw new IllegalArgumentException(
                                    "expected a container's, found " + fault);
                });
    }

    private List<org.maquete.kernel.Command> onService(Fault fault) {
        Optional<String> host = host(fault.name());
        if (host.isEmpty()) {
            List<String> known = new ArrayList<>();
            HostView.hosts(world).forEach(one -> known.add(one.name()));
            everyMachine().map(Machine::name).forEach(known::add);
            everyUnit().map(Unit::name).forEach(known::add);
            unknown(fault, "a machine, a container or a unit", fault.name(), known);
            return List.of();
        }
        List<String> services =
                HostView.services(world, host.get()).stream().map(Service::name).toList();
        if (!services.contains(fault.detail())) {
            String expected =
                    "a service of " + host.get() + " (" + String.join(", ", services) + ")";
            unknown(fault, expected, fault.detail(), services);
            return List.of();
        }
        return List.of(
                switch (fault.option()) {
                    case STOP_SERVICE -> new StopService(host.get(), fault.detail());
                    case KILL_SERVICE -> new KillService(host.get(), fault.detail());
                    case START_SERVICE -> new StartService(host.get(), fault.detail());
                    default ->
                            throw new IllegalArgumentException(
                                    "expected a service's, found " + fault);
                });
    }

    /** The host that a person means: by its own name, as a machine of Juju, or as a unit's. */
    private Optional<String> host(String name) {
        if (HostView.host(world, name).isPresent()) {
            return Optional.of(name);
        }
        return everyUnit()
                .filter(unit -> unit.name().equals(name))
                .map(unit -> JujuView.hostOf(world, unit))
                .findFirst()
                .or(() ->
                        everyMachine()
                                .filter(machine -> machine.name().equals(name))
                                .map(Machine::hostname)
                                .findFirst())
                .filter(host -> !host.isEmpty());
    }

    /** The units of all models, those of the model added last first. */
    private Stream<Unit> everyUnit() {
        return JujuView.models(world).reversed().stream()
                .map(Model::key)
                .flatMap(model -> JujuView.units(world, model).stream());
    }

    private Stream<Machine> everyMachine() {
        return JujuView.models(world).reversed().stream()
                .map(Model::key)
                .flatMap(model -> JujuView.machines(world, model).stream());
    }

    private void unknown(Fault fault, String expected, String found, List<String> known) {
        String quoted = "\"" + found + "\"";
        problems.add(fault.option().option(), expected, quoted, Nearest.advice(found, known));
    }
}
