package org.maquete.nova;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.maquete.kernel.Answer;
import org.maquete.kernel.Outcome;
import org.maquete.kernel.Refusal;
import org.maquete.kernel.Registry;
import org.maquete.keystone.client.OneByOne;
import org.maquete.placement.SetProviderAggregate;
import org.maquete.world.Edits;
import org.maquete.world.World;

/** Decides about host aggregates: nova yoga, compute/api.py, AggregateAPI. */
final class AggregateHandler {

    private static final String ADD = "add host to aggregate";
    private static final String REMOVE = "remove host from aggregate";
    private static final String UPDATE = "update aggregate";
    private static final String UPDATE_METADATA = "update metadata of aggregate";

    private AggregateHandler() {}

    static void declare(Registry registry) {
        registry.tables(NovaView.AGGREGATES);
        registry.command(CreateAggregate.class, AggregateHandler::create);
        registry.command(SetAggregate.class, AggregateHandler::set);
        registry.command(ChangeAggregateHost.class, AggregateHandler::changeHost);
        registry.command(DeleteAggregates.class, AggregateHandler::delete);
        registry.fact(AggregateCreated.class, AggregateHandler::created);
        registry.fact(AggregateChanged.class, AggregateHandler::changed);
        registry.fact(
                AggregateDeleted.class,
                (f, at, edits) ->
                        edits.remove(
                                NovaView.AGGREGATES,
                                edits.world().table(NovaView.AGGREGATES).idOf(f.uuid())));
    }

    // ---- what is asked

    private static void create(CreateAggregate command, World world, Outcome out) {
        Optional<Refusal> taken = taken(command.name(), world);
        if (taken.isPresent()) {
            out.refuse(taken.get());
            return;
        }
        Map<String, String> metadata = byKey(command.metadata());
        if (!command.zone().isEmpty()) {
            metadata.putIfAbsent(Aggregate.ZONE, command.zone());
        }
        String uuid = "";
        for (int n = 0; uuid.isEmpty() || world.table(NovaView.AGGREGATES).has(uuid); n++) {
            uuid = out.draws(command.name(), "aggregate", n).uuid();
        }
        out.fact(new AggregateCreated(uuid, command.name(), Aggregate.lines(metadata)));
        out.answer(Answer.of(uuid));
    }

    private static Optional<Refusal> taken(String name, World world) {
        for (Aggregate each : world.table(NovaView.AGGREGATES)) {
            if (each.name().equals(name)) {
                return no("409", "Aggregate " + name + " already exists.");
            }
        }
        return Optional.empty();
    }

    private static void set(SetAggregate command, World world, Outcome out) {
        Aggregate old = world.table(NovaView.AGGREGATES).get(command.uuid());
        Optional<Refusal> no =
                command.name().isEmpty() || command.name().equals(old.name())
                        ? Optional.empty()
                        : taken(command.name(), world);
        Map<String, String> changes = byKey(command.metadata());
        if (no.isEmpty() && !command.zone().isEmpty()) {
            no = unsafe(old, command.zone(), old.hosts(), UPDATE, world);
        }
        if (no.isEmpty() && changes.containsKey(Aggregate.ZONE)) {
            String zone = changes.getOrDefault(Aggregate.ZONE, "");
            no = unsafe(old, zone, old.hosts(), UPDATE_METADATA, world);
        }
        if (no.isEmpty() && command.removed().contains(Aggregate.ZONE)) {
            no = unsafe(old, "", old.hosts(), UPDATE_METADATA, world);
        }
        if (no.isPresent()) {
            out.refuse(no.get());
            return;
        }
        Map<String, String> metadata = new TreeMap<>(old.byKey());
        if (!command.zone().isEmpty()) {
            metadata.put(Aggregate.ZONE, command.zone());
        }
        command.removed().forEach(metadata::remove);
        metadata.putAll(changes);
        String name = command.name().isEmpty() ? old.name() : command.name();
        out.fact(new AggregateChanged(old.uuid(), name, Aggregate.lines(metadata), old.hosts()));
        out.answer(Answer.of(old.uuid()));
    }

    private static void changeHost(ChangeAggregateHost command, World world, Outcome out) {
        Aggregate old = world.table(NovaView.AGGREGATES).get(command.uuid());
        Optional<Refusal> no =
                command.adds()
                        ? refusesAdding(old, command.host(), world)
                        : refusesRemoving(old, command.host(), world);
        if (no.isPresent()) {
            out.refuse(no.get());
            return;
        }
        List<String> hosts = new ArrayList<>(old.hosts());
        if (command.adds()) {
            hosts.add(command.host());
        } else {
            hosts.remove(command.host());
        }
        out.fact(new AggregateChanged(old.uuid(), old.name(), old.metadata(), hosts));
        out.command(new SetProviderAggregate(command.host(), old.uuid(), command.adds()));
        out.answer(Answer.of(old.uuid()));
    }

    private static Optional<Refusal> refusesAdding(Aggregate to, String host, World world) {
        if (!ComputeService.isCompute(world, host)) {
            String text = "Compute host " + host + " could not be found.";
            return Optional.of(Refusal.missing("404", text, "host", host));
        }
        Optional<String> zone = to.zone();
        Optional<Refusal> no =
                zone.isEmpty()
                        ? Optional.empty()
                        : conflict(to, zone.get(), List.of(host), ADD, world)
                                .map(r -> Refusal.of("409", r.message()));
        boolean twice = no.isEmpty() && to.hosts().contains(host);
        return twice
                ? no("409", "Aggregate " + to.number() + " already has host " + host + ".")
                : no;
    }

    /** All that goes wrong is told in the same words. */
    private static Optional<Refusal> refusesRemoving(Aggregate from, String host, World world) {
        boolean known = ComputeService.isCompute(world, host) && from.hosts().contains(host);
        return known
                ? Optional.empty()
                : no("404", "Cannot remove host " + host + " in aggregate " + from.number());
    }

    /** is_safe_to_update_az. */
    private static Optional<Refusal> unsafe(
            Aggregate of, String zone, List<String> hosts, String action, World world) {
        if (zone.isEmpty()) {
            String text = "Aggregate " + of.name() + " does not support empty named";
            return invalid(action, of, text + " availability zone");
        }
        Optional<Refusal> conflict = conflict(of, zone, hosts, action, world);
        boolean same = of.zone().filter(zone::equals).isPresent();
        if (conflict.isPresent() || same) {
            return conflict;
        }
        for (Server each : world.table(NovaView.SERVERS)) {
            if (hosts.contains(each.host())) {
                return invalid(action, of, "One or more hosts contain instances in this zone");
            }
        }
        return Optional.empty();
    }

    private static Optional<Refusal> conflict(
            Aggregate of, String zone, List<String> hosts, String action, World world) {
        List<String> others = new ArrayList<>();
        for (Aggregate each : world.table(NovaView.AGGREGATES)) {
            boolean here = each.hosts().stream().anyMatch(hosts::contains);
            boolean other = each.zone().filter(z -> !z.equals(zone)).isPresent();
            if (here && other && !each.uuid().equals(of.uuid())) {
                others.add("'" + each.zone().orElseThrow() + "'");
            }
        }
        return others.isEmpty()
                ? Optional.empty()
                : invalid(
                        action,
                        of,
                        "One or more hosts already in availability zone(s) ["
                                + String.join(", ", others)
                                + "]");
    }

    private static Optional<Refusal> invalid(String action, Aggregate of, String reason) {
        return no("400", "Cannot " + action + " " + of.number() + ". Reason: " + reason + ".");
    }

    private static void delete(DeleteAggregates command, World world, Outcome out) {
        OneByOne.each(
                command.numbers(),
                out,
                number -> {
                    Optional<Aggregate> found =
                            Zones.aggregates(world).stream()
                                    .filter(a -> number.equals(Integer.toString(a.number())))
                                    .findFirst();
                    if (found.isEmpty()) {
                        String text = "Aggregate " + number + " could not be found.";
                        return Optional.of(Refusal.missing("404", text, "aggregate", number));
                    }
                    if (!found.get().hosts().isEmpty()) {
                        return invalid(REMOVE, found.get(), "Host aggregate is not empty");
                    }
                    out.fact(new AggregateDeleted(found.get().uuid()));
                    return Optional.empty();
                });
    }

    private static Map<String, String> byKey(List<String> metadata) {
        return new TreeMap<>(new Aggregate(0, "", "", metadata, List.of(), 0, 0).byKey());
    }

    private static Optional<Refusal> no(String code, String message) {
        return Optional.of(Refusal.of(code, message));
    }

    // ---- what has happened

    private static void created(AggregateCreated f, long timeNs, Edits edits) {
        int id = edits.world().table(NovaView.AGGREGATES).nextId();
        edits.insert(
                NovaView.AGGREGATES,
                new Aggregate(id, f.uuid(), f.name(), f.metadata(), List.of(), timeNs, -1));
    }

    private static void changed(AggregateChanged f, long timeNs, Edits edits) {
        edits.change(
                NovaView.AGGREGATES,
                f.uuid(),
                a ->
                        new Aggregate(
                                a.id(),
                                a.uuid(),
                                f.name(),
                                f.metadata(),
                                f.hosts(),
                                a.createdNs(),
                                a.name().equals(f.name()) ? a.renamedNs() : timeNs));
    }
}
