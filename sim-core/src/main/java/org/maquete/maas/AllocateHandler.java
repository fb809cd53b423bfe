package org.maquete.maas;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maquete.kernel.Answer;
import org.maquete.kernel.Outcome;
import org.maquete.kernel.Ref;
import org.maquete.kernel.Refusal;
import org.maquete.world.World;

/**
 * Picks a machine for a request, as MAAS does: of the Ready machines that meet all constraints the
 * one with the lowest cost, which is its threads plus its memory in GiB. Among equal costs the
 * database decides in reality; here a draw keyed by the machine's name does, so that it is as
 * arbitrary, but the same in every run with that seed. A fact names the machines that tied.
 */
final class AllocateHandler {

    private AllocateHandler() {}

    static void allocate(AllocateMachine command, World world, Outcome out) {
        AllocationConstraints wanted = command.constraints();
        Optional<Refusal> invalid = invalid(wanted, world);
        if (invalid.isPresent()) {
            out.refuse(invalid.get());
            return;
        }
        List<Machine> cheapest = cheapest(wanted, world);
        if (cheapest.isEmpty()) {
            out.refuse(AllocationForm.none(command, world));
            return;
        }
        String hostname = lucky(cheapest, out).hostname();
        out.fact(new MachineStatusChanged(hostname, NodeStatus.ALLOCATED, "Allocated"));
        out.fact(new MachineAcquired(hostname, command.agentName()));
        if (cheapest.size() > 1) {
            out.fact(
                    new AllocationTied(
                            command.request(),
                            hostname,
                            cheapest.stream().map(Machine::hostname).toList()));
        }
        out.fact(new MachineAllocated(command.request(), hostname));
        if (command.agentName().isEmpty()) {
            out.answer(Answer.of(hostname)); // a person has asked and wants to see which one
        }
    }

    /** The Ready machines that meet the constraints and than which none is cheaper. */
    private static List<Machine> cheapest(AllocationConstraints wanted, World world) {
        List<Machine> best = new ArrayList<>();
        for (Machine machine : MaasView.machines(world)) {
            if (machine.status() != NodeStatus.READY || !meets(machine, wanted, world)) {
                continue;
            }
            int order = best.isEmpty() ? 0 : Double.compare(cost(machine), cost(best.getFirst()));
            if (order < 0) {
                best.clear();
            }
            if (order <= 0) {
                best.add(machine);
            }
        }
        return best;
    }

    private static Machine lucky(List<Machine> tied, Outcome out) {
        Machine first = tied.getFirst();
        for (Machine machine : tied) {
            if (tied.size() > 1 && tie(machine, out) < tie(first, out)) {
                first = machine;
            }
        }
        return first;
    }

    // MAAS 3.5, node_constraint_filter_forms.py: cpu_count + memory / 1024, in floating point in
    // the database.
    private static double cost(Machine machine) {
        return machine.cpuThreads() + machine.memoryMib() / 1024.0;
    }

    private static long tie(Machine machine, Outcome out) {
        return out.draws(machine.hostname(), "order of equal cost", 0).bits();
    }

    private static boolean meets(Machine machine, AllocationConstraints wanted, World world) {
        return machine.tags().containsAll(wanted.tags())
                && wanted.notTags().stream().noneMatch(machine.tags()::contains)
                && machine.cpuThreads() >= wanted.cpuCount()
                && machine.memoryMib() >= wanted.memMib()
                && (wanted.zone().isEmpty() || wanted.zone().equals(machine.zone()))
                && isMeant(machine, wanted.systemIdOrName())
                && AllocationForm.typedMet(machine, wanted, world);
    }

    private static boolean isMeant(Machine machine, String systemIdOrName) {
        return systemIdOrName.isEmpty()
                || systemIdOrName.equals(machine.systemId())
                || systemIdOrName.equals(machine.hostname())
                || systemIdOrName.equals(MaasView.fqdn(machine.hostname()));
    }

    private static Optional<Refusal> invalid(AllocationConstraints wanted, World world) {
        if (!wanted.arch().isEmpty()
                && !wanted.arch().equals("amd64")
                && !wanted.arch().equals("amd64/generic")) {
            return Optional.of(Barred.form("arch", "Architecture not recognised."));
        }
        List<String> unknown = new ArrayList<>();
        for (String tag : wanted.tags()) {
            if (MaasView.resource(world, ResourceKind.TAG, tag).isEmpty()) {
                unknown.add(tag);
            }
        }
        if (!unknown.isEmpty()) {
            // MAAS writes a Python set here, so the order of several is arbitrary there.
            return Optional.of(
                    Barred.form("tags", "No such tag(s): '" + String.join("', '", unknown) + "'.")
                            .missing(new Ref("tag", unknown.getFirst())));
        }
        String notInZone = Resource.value(wanted.typed(), "not_in_zone");
        String pool = Resource.value(wanted.typed(), "pool");
        String notInPool = Resource.value(wanted.typed(), "not_in_pool");
        return Barred.first(
                known(ResourceKind.ZONE, "zone", wanted.zone(), world),
                known(ResourceKind.ZONE, "not_in_zone", notInZone, world),
                known(ResourceKind.RESOURCE_POOL, "pool", pool, world),
                known(ResourceKind.RESOURCE_POOL, "not_in_pool", notInPool, world));
    }

    private static Optional<Refusal> known(
            ResourceKind kind, String field, String name, World world) {
        if (name.isEmpty()
                || name.equals("default")
                || MaasView.resource(world, kind, name).isPresent()) {
            return Optional.empty();
        }
        String what = kind == ResourceKind.ZONE ? "zone" : "pool";
        return Optional.of(
                Barred.form(field, "No such " + what + "(s): " + name + ".")
                        .missing(new Ref(kind.text(), name)));
    }
}
