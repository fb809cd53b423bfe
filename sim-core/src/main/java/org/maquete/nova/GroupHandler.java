package org.maquete.nova;

import java.util.List;
import java.util.Optional;
import org.maquete.kernel.Answer;
import org.maquete.kernel.Outcome;
import org.maquete.kernel.Refusal;
import org.maquete.kernel.Registry;
import org.maquete.keystone.client.OneByOne;
import org.maquete.world.World;

/** Decides about server groups: nova yoga, api/openstack/compute/server_groups.py. */
final class GroupHandler {

    private static final String RULE = "max_server_per_host";

    private GroupHandler() {}

    static void declare(Registry registry) {
        registry.tables(NovaView.GROUPS);
        registry.command(CreateServerGroup.class, GroupHandler::create);
        registry.command(DeleteServerGroups.class, GroupHandler::delete);
        registry.fact(
                ServerGroupCreated.class,
                (f, at, edits) ->
                        edits.insert(
                                NovaView.GROUPS,
                                new ServerGroup(
                                        edits.world().table(NovaView.GROUPS).nextId(),
                                        f.uuid(),
                                        f.project(),
                                        f.user(),
                                        f.name(),
                                        f.policy(),
                                        f.maxServersPerHost(),
                                        List.of())));
        registry.fact(
                GroupMemberAdded.class,
                (f, at, edits) ->
                        edits.change(NovaView.GROUPS, f.group(), g -> g.plus(f.server())));
        registry.fact(
                ServerGroupDeleted.class,
                (f, at, edits) ->
                        edits.remove(
                                NovaView.GROUPS,
                                edits.world().table(NovaView.GROUPS).idOf(f.uuid())));
    }

    private static void create(CreateServerGroup command, World world, Outcome out) {
        Optional<Refusal> no = refuses(command, world);
        if (no.isPresent()) {
            out.refuse(no.get());
            return;
        }
        String uuid = "";
        for (int n = 0; uuid.isEmpty() || world.table(NovaView.GROUPS).has(uuid); n++) {
            uuid = out.draws(command.project() + " " + command.name(), "server group", n).uuid();
        }
        int most =
                command.rules().isEmpty()
                        ? 0
                        : Integer.parseInt(command.rules().getFirst().substring(RULE.length() + 1));
        out.fact(
                new ServerGroupCreated(
                        uuid,
                        command.project(),
                        command.user(),
                        command.name(),
                        command.policy(),
                        most));
        out.answer(Answer.of(uuid));
    }

    /** The schema first, then the quota, then the rules. */
    private static Optional<Refusal> refuses(CreateServerGroup command, World world) {
        for (String each : command.rules()) {
            int equals = each.indexOf('=');
            String name = each.substring(0, equals);
            String value = each.substring(equals + 1);
            if (!name.equals(RULE)) {
                return no(
                        "400",
                        "Invalid input for field/attribute rules. Value: {'%s': '%s'}. Additional"
                                        .formatted(name, value)
                                + " properties are not allowed ('%s' was unexpected)"
                                        .formatted(name));
            }
            if (!value.matches("[0-9]*[1-9][0-9]*") || value.length() > 9) {
                return no("400", badCount(value));
            }
        }
        if (Quota.isFull(world, command.project(), Quota.SERVER_GROUPS)) {
            return no("403", "Quota exceeded, too many server groups.");
        }
        return command.rules().isEmpty() || command.policy().equals("anti-affinity")
                ? Optional.empty()
                : no("400", "Only anti-affinity policy supports rules.");
    }

    /** nova yoga, api/validation/parameter_types.py, positive_integer. */
    private static String badCount(String value) {
        String why =
                value.matches("0+")
                        ? value + " is less than the minimum of 1"
                        : value.isEmpty()
                                ? "'' is too short"
                                : "'" + value + "' does not match '^[0-9]*$'";
        return "Invalid input for field/attribute " + RULE + ". Value: " + value + ". " + why;
    }

    private static void delete(DeleteServerGroups command, World world, Outcome out) {
        OneByOne.each(
                command.uuids(),
                out,
                uuid -> {
                    if (!world.table(NovaView.GROUPS).has(uuid)) {
                        String text = "Instance group " + uuid + " could not be found.";
                        return Optional.of(Refusal.missing("404", text, "server group", uuid));
                    }
                    out.fact(new ServerGroupDeleted(uuid));
                    return Optional.empty();
                });
    }

    private static Optional<Refusal> no(String code, String message) {
        return Optional.of(Refusal.of(code, message));
    }
}
