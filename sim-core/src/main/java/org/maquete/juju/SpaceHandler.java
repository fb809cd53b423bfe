package org.maquete.juju;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.maquete.juju.catalog.CharmCatalog;
import org.maquete.juju.catalog.CharmMetadata;
import org.maquete.kernel.Answer;
import org.maquete.kernel.Outcome;
import org.maquete.kernel.Refusal;
import org.maquete.maas.MaasView;
import org.maquete.maas.ResourceKind;
import org.maquete.world.World;

/**
 * Decides about spaces and what is bound to them: apiserver/facades/client/spaces/spaces.go,
 * state/spaces.go and state/endpoint_bindings.go of juju 3.6.
 */
final class SpaceHandler {

    private final CharmCatalog catalog;

    SpaceHandler(CharmCatalog catalog) {
        this.catalog = catalog;
    }

    /** A new model asks MAAS for its spaces; see {@link SpaceView} for when there are none. */
    static void modelAdded(ModelAdded fact, World world, Outcome out) {
        if (!MaasView.resources(world, ResourceKind.SPACE).isEmpty()
                || world.table(MaasView.SUBNETS).count() > 1) {
            load(fact.controller() + ":" + fact.name(), List.of(), world, out);
        }
    }

    static void reload(ReloadSpaces command, World world, Outcome out) {
        load(command.model(), SpaceView.spaces(world, command.model()), world, out);
    }

    /** Spaces pair by the provider's id. A space that MAAS has no longer keeps no subnet. */
    private static void load(String model, List<Space> known, World world, Outcome out) {
        Map<String, Space> spaces = new LinkedHashMap<>();
        known.forEach(space -> spaces.put(space.name(), empty(space)));
        spaces.computeIfAbsent(
                SpaceView.ALPHA, name -> new Space(0, model, 0, name, "", List.of()));
        for (Space given : SpaceView.provided(world, model)) {
            Optional<Space> old =
                    spaces.values().stream()
                            .filter(one -> one.providerId().equals(given.providerId()))
                            .findFirst();
            String name = old.map(Space::name).orElseGet(() -> free(given.name(), spaces));
            int number = old.map(Space::number).orElse(next(spaces));
            spaces.put(
                    name, new Space(0, model, number, name, given.providerId(), given.subnets()));
        }
        spaces.values().forEach(space -> save(space, out));
    }

    /** core/network/space.go, ConvertSpaceName: a name that is taken gets a number. */
    private static String free(String name, Map<String, Space> taken) {
        String free = name;
        for (int i = 2; taken.containsKey(free); i++) {
            free = name + "-" + i;
        }
        return free;
    }

    private static int next(Map<String, Space> spaces) {
        return 1 + spaces.values().stream().mapToInt(Space::number).max().orElse(0);
    }

    private static Space empty(Space space) {
        return new Space(
                space.id(),
                space.model(),
                space.number(),
                space.name(),
                space.providerId(),
                List.of());
    }

    private static void save(Space space, Outcome out) {
        out.fact(
                new SpaceSaved(
                        space.model(),
                        space.number(),
                        space.name(),
                        space.providerId(),
                        space.subnets()));
    }

    static void add(AddSpace command, World world, Outcome out) {
        Map<String, Space> spaces = new LinkedHashMap<>();
        for (Space each : SpaceView.spaces(world, command.model())) {
            spaces.put(each.name(), each);
        }
        if (spaces.containsKey(command.name())) {
            String name = JujuRefusal.quote(command.name());
            out.refuse(
                    Refusal.of(
                            JujuRefusal.ALREADY_EXISTS,
                            "adding space " + name + ": space " + name + " already exists"));
            return;
        }
        for (String cidr : command.subnets()) {
            if (spaces.values().stream().noneMatch(one -> one.subnets().contains(cidr))) {
                out.refuse(
                        Refusal.missing(
                                JujuRefusal.NOT_FOUND,
                                "subnet " + JujuRefusal.quote(cidr) + " not found",
                                "subnet",
                                cidr));
                return;
            }
        }
        for (Space each : spaces.values()) {
            List<String> left = new ArrayList<>(each.subnets());
            left.removeAll(command.subnets());
            save(
                    new Space(0, each.model(), each.number(), each.name(), each.providerId(), left),
                    out);
        }
        String name = command.name();
        save(new Space(0, command.model(), next(spaces), name, "", command.subnets()), out);
    }

    void bind(BindEndpoints command, World world, Outcome out) {
        Optional<Application> found =
                Named.application(command.model(), command.application(), world, out);
        if (found.isEmpty()) {
            return;
        }
        CharmMetadata charm = catalog.find(found.get().charm()).orElseThrow();
        Map<String, String> old = SpaceView.bindings(world, found.get(), charm);
        Map<String, String> merged = merged(old, command.bindings());
        Optional<String> why =
                command.force() ? Optional.empty() : unfeasible(found.get(), merged, world);
        if (why.isPresent()) {
            out.refuse(JujuRefusal.invalid(why.get()));
            return;
        }
        if (!merged.equals(old)) {
            out.fact(bound(command.model(), command.application(), merged));
        }
        out.answer(Answer.told(changes(old, merged)));
    }

    /** mergeBindings: a line for each endpoint that moves, then those that stay, by space. */
    private static String changes(Map<String, String> old, Map<String, String> merged) {
        StringBuilder text = new StringBuilder();
        Map<String, List<String>> same = new TreeMap<>();
        for (Map.Entry<String, String> one : old.entrySet()) {
            String endpoint = one.getKey();
            String now = merged.getOrDefault(endpoint, one.getValue());
            if (!endpoint.isEmpty() && now.equals(one.getValue())) {
                same.computeIfAbsent(now, _ -> new ArrayList<>()).add(endpoint);
            } else if (!endpoint.isEmpty()) {
                text.append("moving endpoint ").append(JujuRefusal.quote(endpoint));
                text.append(" from space ").append(JujuRefusal.quote(one.getValue()));
                text.append(" to ").append(JujuRefusal.quote(now)).append('\n');
            }
        }
        same.forEach((space, endpoints) ->
                text.append("no change to endpoint")
                        .append(endpoints.size() > 1 ? "s" : "")
                        .append(" in space ")
                        .append(JujuRefusal.quote(space))
                        .append(": ")
                        .append(String.join(", ", endpoints))
                        .append('\n'));
        return text.toString();
    }

    /** Endpoints that had the old default take the new one: cmd/juju/application, mergeBindings. */
    static Map<String, String> merged(Map<String, String> old, List<Binding> typed) {
        Map<String, String> wanted = new LinkedHashMap<>();
        typed.forEach(one -> wanted.put(one.endpoint(), one.space()));
        String before = old.getOrDefault("", SpaceView.ALPHA);
        String usual = wanted.getOrDefault("", before);
        Map<String, String> merged = new LinkedHashMap<>();
        old.forEach((endpoint, space) ->
                merged.put(
                        endpoint,
                        wanted.getOrDefault(endpoint, space.equals(before) ? usual : space)));
        return merged;
    }

    static EndpointsBound bound(String model, String application, Map<String, String> spaces) {
        List<Binding> bindings = new ArrayList<>();
        if (spaces.values().stream().anyMatch(space -> !space.equals(SpaceView.ALPHA))) {
            spaces.forEach((endpoint, space) -> bindings.add(new Binding(endpoint, space)));
        }
        return new EndpointsBound(model, application, bindings);
    }

    /** validateForMachines: every machine of the application needs an address in each space. */
    private static Optional<String> unfeasible(
            Application application, Map<String, String> bindings, World world) {
        for (Map.Entry<String, String> one : bindings.entrySet()) {
            String space = JujuRefusal.quote(one.getValue());
            boolean isThere =
                    one.getValue().equals(SpaceView.ALPHA)
                            || JujuView.units(world, application.model(), application.name())
                                    .stream()
                                    .allMatch(unit -> isIn(unit, one.getValue(), world));
            if (!isThere) {
                return Optional.of(
                        (one.getKey().isEmpty()
                                        ? "changing default space to " + space
                                        : "binding endpoint "
                                                + JujuRefusal.quote(one.getKey())
                                                + " to space "
                                                + space)
                                + " is not feasible: one or more deployed machines lack an address"
                                + " in this space");
            }
        }
        return Optional.empty();
    }

    private static boolean isIn(Unit unit, String space, World world) {
        return JujuView.machine(world, unit.model(), unit.machine())
                .filter(m -> !SpaceView.spacesOf(world, m).contains(space))
                .isEmpty();
    }
}
