package org.maquete.maas;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.maquete.kernel.Outcome;
import org.maquete.kernel.Ref;
import org.maquete.kernel.Refusal;
import org.maquete.world.World;

/**
 * Picks a machine for a request, as MAAS does: of the Ready machines that meet all constraints the
 * one with the lowest cost, which is its threads plus its memory in GiB. Among equal costs the
 * database decides in reality; here a draw keyed by the machine's name does, so that it is as
 * arbitrary, but the same in every run with that seed.
 */
final class AllocateHandler {

    private AllocateHandler() {}

    static void allocate(AllocateMachine command, World world, Outcome out) {
        Optional<Refusal> invalid = invalid(command.constraints(), world);
        if (invalid.isPresent()) {
            out.refuse(invalid.get());
            return;
        }
        Optional<Machine> cheapest =
                MaasView.machines(world).stream()
                        .filter(m -> m.status() == NodeStatus.READY)
                        .filter(m -> meets(m, command.constraints()))
                        .min(
                                Comparator.comparingDouble(AllocateHandler::cost)
                                        .thenComparingLong(m -> tie(m, out))
                                        .thenComparingInt(Machine::id));
        if (cheapest.isEmpty()) {
            out.refuse(none(command, world));
            return;
        }
        String hostname = cheapest.get().hostname();
        out.fact(new MachineStatusChanged(hostname, NodeStatus.ALLOCATED, "Allocated"));
        out.fact(new MachineAcquired(hostname, command.agentName()));
        out.fact(new MachineAllocated(command.request(), hostname));
    }

    // MAAS 3.5, models/node.py: cpu_count + memory / 1024, in floating point in the database.
    private static double cost(Machine machine) {
        return machine.cpuThreads() + machine.memoryMib() / 1024.0;
    }

    private static long tie(Machine machine, Outcome out) {
        return out.draws(machine.hostname(), "order of equal cost", 0).bits();
    }

    private static boolean meets(Machine machine, AllocationConstraints wanted) {
        return machine.tags().containsAll(wanted.tags())
                && wanted.notTags().stream().noneMatch(machine.tags()::contains)
                && machine.cpuThreads() >= wanted.cpuCount()
                && machine.memoryMib() >= wanted.memMib()
                && (wanted.arch().isEmpty() || isAmd64(wanted.arch()))
                && (wanted.zone().isEmpty() || wanted.zone().equals(machine.zone()))
                && (wanted.systemIdOrName().isEmpty()
                        || wanted.systemIdOrName().equals(machine.systemId())
                        || wanted.systemIdOrName().equals(machine.hostname()));
    }

    private static boolean isAmd64(String arch) {
        return arch.equals("amd64") || arch.equals("amd64/generic");
    }

    private static Optional<Refusal> invalid(AllocationConstraints wanted, World world) {
        List<String> unknown = new ArrayList<>();
        List<String> asked = new ArrayList<>(wanted.tags());
        asked.addAll(wanted.notTags());
        for (String tag : asked) {
            if (MaasView.machines(world).stream().noneMatch(m -> m.tags().contains(tag))) {
                unknown.add(tag);
            }
        }
        if (!unknown.isEmpty()) {
            // MAAS writes a Python set here, so the order of several is arbitrary there.
            String list =
                    unknown.stream().map(AllocateHandler::quoted).collect(Collectors.joining(", "));
            String field = wanted.tags().contains(unknown.getFirst()) ? "tags" : "not_tags";
            return Optional.of(
                    new Refusal(
                            "400",
                            field,
                            "No such tag(s): " + list + ".",
                            new Ref("tag", unknown.getFirst())));
        }
        String zone = wanted.zone();
        boolean known =
                zone.isEmpty()
                        || zone.equals("default")
                        || MaasView.machines(world).stream().anyMatch(m -> m.zone().equals(zone));
        return known
                ? Optional.empty()
                : Optional.of(
                        new Refusal(
                                "400",
                                "zone",
                                "No such zone: '" + zone + "'.",
                                new Ref("zone", zone)));
    }

    private static Refusal none(AllocateMachine command, World world) {
        AllocationConstraints wanted = command.constraints();
        List<Parameter> sent = parameters(wanted, world);
        Ref missed =
                wanted.systemIdOrName().isEmpty()
                        ? new Ref("maas-machine", wanted.text())
                        : new Ref("maas-machine", wanted.systemIdOrName());
        if (sent.isEmpty()) {
            return new Refusal("409", "", "No machine available.", missed);
        }
        String resolved =
                sent.stream()
                        .map(p -> p.name() + "=" + String.join(",", resolved(p)))
                        .collect(Collectors.joining(" "));
        List<Parameter> all = new ArrayList<>(sent);
        if (!command.agentName().isEmpty()) {
            all.addFirst(new Parameter("agent_name", List.of(command.agentName())));
        }
        String list = all.stream().map(Parameter::python).collect(Collectors.joining(", "));
        return new Refusal(
                "409",
                "",
                "No available machine matches constraints: ["
                        + list
                        + "] (resolved to \""
                        + resolved
                        + "\")",
                missed);
    }

    /** One field of the form that Juju sends. */
    private record Parameter(String name, List<String> values) {

        String python() {
            String list =
                    values.stream().map(AllocateHandler::quoted).collect(Collectors.joining(", "));
            return "('" + name + "', [" + list + "])";
        }
    }

    /** The form's fields in the order in which Go encodes them: sorted by name. */
    private static List<Parameter> parameters(AllocationConstraints wanted, World world) {
        List<Parameter> list = new ArrayList<>();
        add(list, "arch", wanted.arch());
        add(list, "cpu_count", wanted.cpuCount() == 0 ? "" : Integer.toString(wanted.cpuCount()));
        add(list, "mem", wanted.memMib() == 0 ? "" : Integer.toString(wanted.memMib()));
        boolean byId =
                MaasView.machines(world).stream()
                        .anyMatch(m -> m.systemId().equals(wanted.systemIdOrName()));
        add(list, "name", byId ? "" : wanted.systemIdOrName());
        if (!wanted.notTags().isEmpty()) {
            list.add(new Parameter("not_tags", wanted.notTags()));
        }
        add(list, "system_id", byId ? wanted.systemIdOrName() : "");
        if (!wanted.tags().isEmpty()) {
            list.add(new Parameter("tags", wanted.tags()));
        }
        add(list, "zone", wanted.zone());
        return list;
    }

    private static void add(List<Parameter> list, String name, String value) {
        if (!value.isEmpty()) {
            list.add(new Parameter(name, List.of(value)));
        }
    }

    /** The values after MAAS has cleaned them; numbers become floating-point ones there. */
    private static List<String> resolved(Parameter parameter) {
        return switch (parameter.name()) {
            case "arch" -> List.of(parameter.values().getFirst() + "/generic");
            case "cpu_count", "mem" -> List.of(parameter.values().getFirst() + ".0");
            default -> parameter.values();
        };
    }

    private static String quoted(String text) {
        return "'" + text + "'";
    }
}
