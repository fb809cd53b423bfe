package org.maquete.placement;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.maquete.kernel.Outcome;
import org.maquete.kernel.Refusal;
import org.maquete.kernel.Registry;
import org.maquete.kernel.Subsystem;
import org.maquete.world.Edits;
import org.maquete.world.Table;
import org.maquete.world.World;

/** Placement. */
public final class PlacementSubsystem implements Subsystem {

    @Override
    public String name() {
        return "placement";
    }

    @Override
    public void declare(Registry registry) {
        registry.tables(PlacementView.ALLOCATIONS, PlacementView.MARKS);
        registry.command(ClaimResources.class, PlacementSubsystem::claim);
        registry.command(FreeResources.class, PlacementSubsystem::free);
        registry.command(FreeAllocation.class, PlacementSubsystem::freeOne);
        registry.command(MoveAllocation.class, PlacementSubsystem::move);
        registry.command(SetProviderAggregate.class, PlacementSubsystem::setAggregate);
        registry.command(SetProviderTrait.class, PlacementSubsystem::setTrait);
        registry.fact(ProviderMarked.class, PlacementSubsystem::marked);
        registry.fact(AllocationMade.class, PlacementSubsystem::made);
        registry.fact(AllocationRemoved.class, PlacementSubsystem::removed);
    }

    private static void claim(ClaimResources command, World world, Outcome out) {
        boolean fits =
                PlacementView.providers(world).stream()
                        .filter(p -> p.name().equals(command.provider()))
                        .anyMatch(
                                p -> p.fits(command.vcpus(), command.ramMib(), command.diskGib()));
        if (!fits) {
            out.refuse(Refusal.of("409", "The requested amount would exceed the capacity."));
            return;
        }
        out.fact(
                new AllocationMade(
                        command.consumer(),
                        command.provider(),
                        command.vcpus(),
                        command.ramMib(),
                        command.diskGib()));
    }

    private static void free(FreeResources command, World world, Outcome out) {
        for (Allocation each : PlacementView.allocations(world, command.consumer())) {
            out.fact(new AllocationRemoved(each.consumer(), each.provider()));
        }
    }

    private static void freeOne(FreeAllocation command, World world, Outcome out) {
        String key = command.consumer() + " " + command.provider();
        if (world.table(PlacementView.ALLOCATIONS).has(key)) {
            out.fact(new AllocationRemoved(command.consumer(), command.provider()));
        }
    }

    private static void move(MoveAllocation command, World world, Outcome out) {
        String key = command.consumer() + " " + command.provider();
        Optional<Allocation> held = world.table(PlacementView.ALLOCATIONS).find(key);
        if (held.isEmpty()) {
            return;
        }
        Allocation all = held.get();
        out.fact(new AllocationRemoved(command.consumer(), command.provider()));
        out.fact(
                new AllocationMade(
                        command.toConsumer(),
                        command.provider(),
                        all.vcpus(),
                        all.ramMib(),
                        all.diskGib()));
    }

    private static void made(AllocationMade f, long timeNs, Edits edits) {
        int id = edits.world().table(PlacementView.ALLOCATIONS).nextId();
        edits.insert(
                PlacementView.ALLOCATIONS,
                new Allocation(id, f.consumer(), f.provider(), f.vcpus(), f.ramMib(), f.diskGib()));
    }

    private static void removed(AllocationRemoved f, long timeNs, Edits edits) {
        String key = f.consumer() + " " + f.provider();
        edits.remove(
                PlacementView.ALLOCATIONS,
                edits.world().table(PlacementView.ALLOCATIONS).idOf(key));
    }

    // ---- aggregates and traits

    private static void setAggregate(SetProviderAggregate command, World world, Outcome out) {
        ProviderMarks old = marks(command.provider(), world);
        List<String> changed = set(old.aggregates(), command.aggregate(), command.member());
        if (!changed.equals(old.aggregates())) {
            out.fact(new ProviderMarked(command.provider(), changed, old.traits()));
        }
    }

    private static void setTrait(SetProviderTrait command, World world, Outcome out) {
        ProviderMarks old = marks(command.provider(), world);
        List<String> changed = set(old.traits(), command.trait(), command.present());
        if (!changed.equals(old.traits())) {
            out.fact(new ProviderMarked(command.provider(), old.aggregates(), changed));
        }
    }

    private static ProviderMarks marks(String provider, World world) {
        return world.table(PlacementView.MARKS)
                .find(provider)
                .orElseGet(() -> new ProviderMarks(0, provider, List.of(), List.of()));
    }

    private static List<String> set(List<String> names, String name, boolean present) {
        TreeSet<String> all = new TreeSet<>(names);
        if (present) {
            all.add(name);
        } else {
            all.remove(name);
        }
        return List.copyOf(all);
    }

    private static void marked(ProviderMarked f, long timeNs, Edits edits) {
        Table<ProviderMarks> marks = edits.world().table(PlacementView.MARKS);
        if (marks.has(f.provider())) {
            edits.change(
                    PlacementView.MARKS,
                    f.provider(),
                    m -> new ProviderMarks(m.id(), f.provider(), f.aggregates(), f.traits()));
        } else {
            edits.insert(
                    PlacementView.MARKS,
                    new ProviderMarks(marks.nextId(), f.provider(), f.aggregates(), f.traits()));
        }
    }
}
