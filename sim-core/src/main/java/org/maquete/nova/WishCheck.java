package org.maquete.nova;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.maquete.kernel.Refusal;
import org.maquete.placement.PlacementView;
import org.maquete.world.World;

/**
 * nova-api on where a new server shall go: the schema of the hints, then the zone with its host and
 * node, then the host that is asked for, then the server group (nova yoga, servers.py of the API
 * and compute/api.py).
 */
final class WishCheck {

    private static final String UUID = "[0-9a-fA-F]{8}-?([0-9a-fA-F]{4}-?){3}[0-9a-fA-F]{12}";

    private WishCheck() {}

    /** What is refused, or the wish with the zone taken apart. */
    record Checked(BuildWish wish, Optional<Refusal> refusal) {

        static Checked no(String code, String message) {
            return new Checked(BuildWish.NONE, Optional.of(Refusal.of(code, message)));
        }
    }

    static Checked of(CreateServer command, World world) {
        BuildWish wish = BuildWish.of(command.wish());
        if (wish.equals(BuildWish.NONE)) {
            return new Checked(wish, Optional.empty());
        }
        Optional<String> wrong = wrongHint(wish.hintsByKey());
        if (wrong.isPresent()) {
            return Checked.no("400", wrong.get());
        }
        String[] parts = wish.zone().split(":", -1);
        if (parts.length > 3) {
            return Checked.no("400", "Invalid input received: Unable to parse availability_zone");
        }
        BuildWish.Place forced =
                new BuildWish.Place(
                        parts.length > 1 ? parts[1] : "", parts.length > 2 ? parts[2] : "");
        String zone = forced.isAny() ? parts[0] : zone(parts[0], forced.host(), world);
        Optional<Refusal> no = refusesPlace(zone, forced, wish.wanted(), world);
        if (no.isPresent()) {
            return new Checked(wish, no);
        }
        for (String group : wish.hint("group")) {
            if (!world.table(NovaView.GROUPS).has(group)) {
                String text = "Instance group " + group + " could not be found.";
                Refusal missing = Refusal.missing("400", text, "server group", group);
                return new Checked(wish, Optional.of(missing));
            }
        }
        BuildWish checked = new BuildWish(zone, forced, wish.wanted(), wish.hints());
        return new Checked(checked, Optional.empty());
    }

    /** With a host behind it a zone counts only if the host is in it: otherwise it is dropped. */
    private static String zone(String asked, String host, World world) {
        Optional<String> own = Zones.ownOf(world, host);
        boolean same = own.map(asked::equals).orElse(asked.equals(Zones.DEFAULT));
        return same ? asked : "";
    }

    private static Optional<Refusal> refusesPlace(
            String zone, BuildWish.Place forced, BuildWish.Place wanted, World world) {
        if (!wanted.isAny() && !forced.isAny()) {
            return no(
                    "One mechanism with host and/or hypervisor_hostname and another mechanism with"
                            + " zone:host:node are mutually exclusive.");
        }
        boolean unknown = !zone.isEmpty() && forced.host().isEmpty();
        if (unknown && !Zones.known(world).available().contains(zone)) {
            return no("The requested availability zone is not available");
        }
        for (String host : List.of(wanted.host(), wanted.node())) {
            boolean there =
                    host.isEmpty()
                            || PlacementView.providers(world).stream()
                                    .anyMatch(p -> p.name().equals(host));
            if (!there) {
                String text = "Compute host " + host + " could not be found.";
                return Optional.of(Refusal.missing("400", text, "host", host));
            }
        }
        return Optional.empty();
    }

    /** A group has room for so many members of a user. */
    static Optional<Refusal> refusesMembers(
            CreateServer command, BuildWish wish, int count, World world) {
        for (String group : wish.hint("group")) {
            ServerGroup known = world.table(NovaView.GROUPS).get(group);
            if (Quota.hasNoRoom(world, known, command.user(), count)) {
                return Optional.of(Refusal.of("403", "Quota exceeded, too many servers in group"));
            }
        }
        return Optional.empty();
    }

    // ---- the schema

    private static Optional<String> wrongHint(Map<String, List<String>> hints) {
        for (Map.Entry<String, List<String>> each : hints.entrySet()) {
            List<String> values = each.getValue();
            String value = values.getFirst();
            boolean one = values.size() == 1;
            Optional<String> wrong =
                    switch (each.getKey()) {
                        case "group" -> wrongGroup(values);
                        case "different_host" ->
                                values.stream().allMatch(v -> v.matches(UUID))
                                        ? Optional.empty()
                                        : invalid(
                                                "different_host",
                                                one ? value : repr(values),
                                                one ? "'" + value + "'" : repr(values),
                                                " is not valid under any of the given schemas");
                        case "same_host" -> one ? Optional.empty() : wrongItem(values);
                        case "cidr" ->
                                value.matches("/[0-9a-f.:]+")
                                        ? Optional.empty()
                                        : invalid(
                                                "cidr",
                                                value,
                                                "'" + value + "'",
                                                " does not match '^/[0-9a-f.:]+$'");
                        default -> Optional.empty();
                    };
            if (wrong.isPresent()) {
                return wrong;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> wrongGroup(List<String> values) {
        String value = values.getFirst();
        if (values.size() > 1) {
            String all = repr(values);
            return invalid("group", all, all, " is not of type 'string'");
        }
        return value.matches(UUID)
                ? Optional.empty()
                : invalid("group", value, "'" + value + "'", " is not a 'uuid'");
    }

    private static Optional<String> wrongItem(List<String> values) {
        for (int i = 0; i < values.size(); i++) {
            String value = values.get(i);
            if (!value.matches(UUID)) {
                return invalid(Integer.toString(i), value, "'" + value + "'", " is not a 'uuid'");
            }
        }
        return Optional.empty();
    }

    private static Optional<String> invalid(String field, String value, String shown, String why) {
        return Optional.of(
                "Invalid input for field/attribute "
                        + field
                        + ". Value: "
                        + value
                        + ". "
                        + shown
                        + why);
    }

    /** A list of texts as Python prints it. */
    private static String repr(List<String> values) {
        return "['" + String.join("', '", values) + "']";
    }

    private static Optional<Refusal> no(String message) {
        return Optional.of(Refusal.of("400", message));
    }
}
