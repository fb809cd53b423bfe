package org.maquete.nova;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maquete.kernel.Answer;
import org.maquete.kernel.Ref;
import org.maquete.kernel.Refusal;
import org.maquete.keystone.client.Call;
import org.maquete.keystone.client.Found;
import org.maquete.keystone.client.HttpError;
import org.maquete.keystone.client.Line;
import org.maquete.keystone.client.OneByOne;
import org.maquete.keystone.client.OpenstackVerb;
import org.maquete.keystone.client.Sheet;
import org.maquete.keystone.client.Showing;
import org.maquete.tool.Deed;
import org.maquete.tool.Rejected;
import org.maquete.tool.Session;
import org.maquete.tool.argparse.Value;
import org.maquete.tool.cliff.Cell;
import org.maquete.world.World;

/** The commands about server groups, as python-openstackclient 6.0 sends and prints them. */
final class GroupVerbs {

    // 64: what openstacksdk asks with by itself; from where a group has one policy, and rules
    private static final int NEWEST = 64;
    // 15, 13: from where there are soft policies; from where the project is shown
    private static final int SOFT = 15;
    private static final int WITH_PROJECT = 13;

    // what Python says when the client goes on with a group that it has not found
    private static final String NO_KEYS = "'NoneType' object has no attribute 'keys'";
    private static final String NO_ID = "'NoneType' object has no attribute 'id'";

    private GroupVerbs() {}

    static List<OpenstackVerb> all(OpenstackVerb.Maker make) {
        return List.of(
                make.making(
                        "server group",
                        "server group create",
                        new Showing(
                                GroupVerbs::create,
                                (id, line, world) ->
                                        sheet(world.table(NovaView.GROUPS).get(id), line, world),
                                (refusal, line) ->
                                        HttpError.sdk(
                                                refusal,
                                                line.cloud().url("compute")
                                                        + "/os-server-groups"))),
                make.verb("server group list", GroupVerbs::list),
                make.verb("server group show", GroupVerbs::show),
                make.verb("server group delete", new Deletion()));
    }

    private static boolean isNew(Line line) {
        return line.cloud().speaks(NEWEST, NEWEST);
    }

    private static Deed create(Line line, Session session, World world) {
        String policy = line.text("policy");
        if (policy.startsWith("soft-") && !line.cloud().speaks(SOFT, NEWEST)) {
            return rejected(line, needs("2.15", "support the " + policy + " policy"));
        }
        List<String> rules = new ArrayList<>();
        line.args().fields("rules").forEach((key, value) -> rules.add(key + "=" + value.str()));
        if (!rules.isEmpty() && !isNew(line)) {
            return rejected(line, needs("2.64", "support the --rule option"));
        }
        return new Deed.Ask(
                new CreateServerGroup(
                        line.cloud().project(),
                        line.cloud().user(),
                        line.text("name"),
                        policy,
                        rules));
    }

    private static String needs(String version, String what) {
        return "--os-compute-api-version " + version + " or greater is required to " + what;
    }

    private static Deed rejected(Line line, String text) {
        Refusal why = new Refusal("client", "", text, Ref.NONE);
        return new Deed.Reject(new Rejected(why, Answer.failed(1, line.warning() + text)));
    }

    // ---- looking

    private static List<ServerGroup> own(Line line, World world) {
        boolean all = line.flag("all_projects") && line.cloud().admin();
        return world.table(NovaView.GROUPS)
                .where(g -> all || g.project().equals(line.cloud().project()));
    }

    private static Found<ServerGroup> find(String wanted, Line line, World world) {
        var names = new Found.Names<>("server group", ServerGroup::uuid, ServerGroup::name);
        return Found.among(own(line, world), names, wanted, new Found.Sdk("ServerGroup"));
    }

    private static Deed show(Line line, Session session, World world) {
        Found<ServerGroup> found = find(line.text("server_group"), line, world);
        if (found.isThere()) {
            return new Deed.Say(line.show(sheet(found.get(), line, world)));
        }
        boolean several = found.missed().equals(Ref.NONE);
        Refusal why = found.why();
        String text = several ? found.message() : NO_KEYS;
        return new Deed.Reject(new Rejected(why, Answer.failed(1, line.warning() + text)));
    }

    /** The members that are still there. */
    private static Cell members(ServerGroup group, World world) {
        List<String> there = new ArrayList<>();
        for (String each : group.members()) {
            if (NovaView.server(world, each).isPresent()) {
                there.add(each);
            }
        }
        return Cell.list(there);
    }

    private static Sheet sheet(ServerGroup group, Line line, World world) {
        boolean named = line.cloud().speaks(WITH_PROJECT, NEWEST);
        Sheet sheet =
                new Sheet()
                        .text("id", group.uuid())
                        .cell("members", members(group, world))
                        .text("name", group.name());
        if (isNew(line)) {
            sheet.text("policy", group.policy());
        } else {
            sheet.cell("policies", Cell.list(List.of(group.policy())));
        }
        sheet.textOrNone("project_id", named ? group.project() : "");
        if (isNew(line)) {
            int most = group.maxServersPerHost();
            Value.Fields rules = Value.fields();
            sheet.cell(
                    "rules",
                    Cell.dict(
                            most == 0
                                    ? rules
                                    : rules.with("max_server_per_host", Value.whole(most))));
        }
        return sheet.textOrNone("user_id", named ? group.user() : "");
    }

    private static Deed list(Line line, Session session, World world) {
        boolean isLong = line.flag("long");
        boolean named = line.cloud().speaks(WITH_PROJECT, NEWEST);
        List<ServerGroup> groups = own(line, world);
        int from = (int) Math.min(groups.size(), Math.max(0, line.number("offset", 0)));
        long most = line.number("limit", 0);
        int to = most > 0 ? (int) Math.min(groups.size(), from + most) : groups.size();
        List<List<Cell>> rows = new ArrayList<>();
        for (ServerGroup each : groups.subList(from, to)) {
            List<Cell> row = new ArrayList<>();
            row.add(Cell.of(each.uuid()));
            row.add(Cell.of(each.name()));
            row.add(isNew(line) ? Cell.of(each.policy()) : Cell.list(List.of(each.policy())));
            if (isLong) {
                row.add(members(each, world));
                row.add(named ? Cell.of(each.project()) : Cell.none());
                row.add(named ? Cell.of(each.user()) : Cell.none());
            }
            rows.add(row);
        }
        List<String> columns = new ArrayList<>(List.of("ID", "Name"));
        columns.add(isNew(line) ? "Policy" : "Policies");
        if (isLong) {
            columns.addAll(List.of("Members", "Project Id", "User Id"));
        }
        return new Deed.Say(line.list(columns, rows));
    }

    // ---- deleting

    /** One after the other; what is not there is told in Python's words, without its name. */
    private record Deletion() implements Call {

        @Override
        public Deed take(Line line, Session session, World world) {
            List<String> ids = new ArrayList<>();
            boolean some = false;
            for (String each : line.texts("server_group")) {
                Optional<ServerGroup> found = find(each, line, world).row();
                ids.add(found.map(ServerGroup::uuid).orElse(each));
                some |= found.isPresent();
            }
            if (some) {
                return new Deed.Ask(new DeleteServerGroups(ids));
            }
            Refusal why = find(line.texts("server_group").getFirst(), line, world).why();
            return new Deed.Reject(new Rejected(why, told(ids.size(), line)));
        }

        private static Answer told(int bad, Line line) {
            int all = line.texts("server_group").size();
            String each = (NO_ID + "\n").repeat(bad);
            String text = bad + " of " + all + " server groups failed to delete.";
            return Answer.failed(1, line.warning() + each + text);
        }

        @Override
        public Answer done(Answer server, Line line, Session session, World world) {
            int bad = OneByOne.count(server, line.texts("server_group").size());
            return bad == 0 ? new Answer("", line.warning(), 0) : told(bad, line);
        }

        @Override
        public Answer refused(Refusal refusal, Line line, World world) {
            return told(1, line);
        }
    }
}
