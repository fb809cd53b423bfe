package org.maquete.nova;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.maquete.kernel.Answer;
import org.maquete.kernel.Refusal;
import org.maquete.keystone.client.Call;
import org.maquete.keystone.client.Deleting;
import org.maquete.keystone.client.Found;
import org.maquete.keystone.client.HttpError;
import org.maquete.keystone.client.Line;
import org.maquete.keystone.client.OpenstackVerb;
import org.maquete.keystone.client.Sheet;
import org.maquete.keystone.client.Stamp;
import org.maquete.tool.Deed;
import org.maquete.tool.Session;
import org.maquete.tool.argparse.Value;
import org.maquete.tool.cliff.Cell;
import org.maquete.world.World;

/** The commands about host aggregates, as python-openstackclient 6.0 sends and prints them. */
final class AggregateVerbs {

    private static final String PATH = "/os-aggregates";

    // 81, 41: what openstacksdk asks with by itself; from where Nova shows uuids
    private static final int NEWEST = 81;
    private static final int WITH_UUID = 41;

    private AggregateVerbs() {}

    static List<OpenstackVerb> all(OpenstackVerb.Maker make) {
        return List.of(
                make.making("aggregate", "aggregate create", new Creation()),
                make.verb("aggregate list", AggregateVerbs::list),
                make.verb("aggregate show", AggregateVerbs::show),
                make.verb("aggregate set", new Setting(AggregateVerbs::set)),
                make.verb("aggregate unset", new Setting(AggregateVerbs::unset)),
                make.verb("aggregate add host", new Hosting(true)),
                make.verb("aggregate remove host", new Hosting(false)),
                make.verb(
                        "aggregate delete",
                        new Deleting(
                                "aggregate",
                                "aggregate",
                                (wanted, line, world) ->
                                        find(wanted, world).map(a -> Integer.toString(a.number())),
                                (numbers, _) -> new DeleteAggregates(numbers),
                                Deleting.Form.sdk("compute", PATH))));
    }

    private static Found<Aggregate> find(String wanted, World world) {
        var names =
                new Found.Names<Aggregate>(
                        "aggregate", a -> Integer.toString(a.number()), Aggregate::name);
        return Found.among(Zones.aggregates(world), names, wanted, new Found.Sdk("Aggregate"));
    }

    private static Found<Aggregate> find(Line line, World world) {
        return find(line.text("aggregate"), world);
    }

    // ---- what changes them

    private record Creation() implements Call {

        @Override
        public Deed take(Line line, Session session, World world) {
            return new Deed.Ask(
                    new CreateAggregate(
                            line.text("name"), line.text("zone"), lines(line, "properties")));
        }

        /** What comes back last: of the creation, or of the metadata that are set after it. */
        @Override
        public Answer done(Answer server, Line line, Session session, World world) {
            Aggregate made = world.table(NovaView.AGGREGATES).get(server.text());
            if (!lines(line, "properties").isEmpty()) {
                return line.show(sheet(made, Answered.ofAction(line, session.nowNs())));
            }
            Cell none = new Cell.Formatted(Value.fields(), "None");
            return line.show(sheet(made, new Answered(line, Cell.none(), none, NEWEST, -1)));
        }

        @Override
        public Answer refused(Refusal refusal, Line line, World world) {
            String url = line.cloud().url("compute") + PATH;
            return Answer.failed(1, line.warning() + HttpError.sdk(refusal, url));
        }
    }

    private static List<String> lines(Line line, String dest) {
        if (!line.args().has(dest)) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        line.args().fields(dest).forEach((key, value) -> lines.add(key + "=" + value.str()));
        return lines;
    }

    /** {@code aggregate set} and {@code unset}: nothing is sent when nothing is to be changed. */
    private record Setting(Call call) implements Call {

        @Override
        public Deed take(Line line, Session session, World world) {
            return call.take(line, session, world);
        }

        @Override
        public Answer done(Answer server, Line line, Session session, World world) {
            return new Answer("", line.warning(), 0);
        }

        @Override
        public Answer refused(Refusal refusal, Line line, World world) {
            boolean ofMetadata = refusal.message().startsWith("Cannot update metadata");
            return refusedOne(refusal, line, world, ofMetadata ? "/action" : "");
        }
    }

    private static Answer refusedOne(Refusal refusal, Line line, World world, String action) {
        String number = find(line, world).row().map(a -> "/" + a.number()).orElse("");
        String url = line.cloud().url("compute") + PATH + number + action;
        return Answer.failed(1, line.warning() + HttpError.sdk(refusal, url));
    }

    private static Deed set(Line line, Session session, World world) {
        Found<Aggregate> found = find(line, world);
        if (!found.isThere()) {
            return found.reject(line);
        }
        List<String> removed = new ArrayList<>();
        if (line.flag("no_property")) {
            removed.addAll(found.get().byKey().keySet());
            removed.remove(Aggregate.ZONE);
        }
        return ask(
                line,
                new SetAggregate(
                        found.get().uuid(),
                        line.text("name"),
                        line.text("zone"),
                        lines(line, "properties"),
                        removed));
    }

    private static Deed unset(Line line, Session session, World world) {
        Found<Aggregate> found = find(line, world);
        return found.isThere()
                ? ask(
                        line,
                        new SetAggregate(
                                found.get().uuid(), "", "", List.of(), line.texts("properties")))
                : found.reject(line);
    }

    private static Deed ask(Line line, SetAggregate command) {
        boolean none =
                command.name().isEmpty()
                        && command.zone().isEmpty()
                        && command.metadata().isEmpty()
                        && command.removed().isEmpty();
        return none ? new Deed.Say(new Answer("", line.warning(), 0)) : new Deed.Ask(command);
    }

    private record Hosting(boolean adds) implements Call {

        @Override
        public Deed take(Line line, Session session, World world) {
            Found<Aggregate> found = find(line, world);
            return found.isThere()
                    ? new Deed.Ask(
                            new ChangeAggregateHost(found.get().uuid(), line.text("host"), adds))
                    : found.reject(line);
        }

        @Override
        public Answer done(Answer server, Line line, Session session, World world) {
            Aggregate now = world.table(NovaView.AGGREGATES).get(server.text());
            return line.show(sheet(now, Answered.ofAction(line, -1).with(now)));
        }

        @Override
        public Answer refused(Refusal refusal, Line line, World world) {
            return refusedOne(refusal, line, world, "/action");
        }
    }

    // ---- what shows them

    /**
     * What an answer of the API has, which is not the same for all calls.
     *
     * @param version what the call is made with when the line names no version
     * @param changedNs what it says of the last change; -1: nothing
     */
    private record Answered(Line line, Cell hosts, Cell properties, int version, long changedNs) {

        /** An action is sent without a version, so its answer has no uuid. */
        static Answered ofAction(Line line, long changedNs) {
            return new Answered(line, Cell.none(), Cell.none(), 1, changedNs);
        }

        Answered with(Aggregate a) {
            long shownNs = changedNs < 0 ? a.renamedNs() : changedNs;
            return new Answered(line, Cell.list(a.hosts()), metadata(a, true), version, shownNs);
        }
    }

    private static Sheet sheet(Aggregate a, Answered answered) {
        boolean full = answered.properties().equals(Cell.none());
        Answered shown = full ? answered.with(a) : answered;
        boolean named = shown.line().cloud().speaks(WITH_UUID, shown.version());
        Sheet sheet =
                new Sheet()
                        .textOrNone("availability_zone", a.zone().orElse(""))
                        .text("created_at", Stamp.micros(a.createdNs()))
                        .none("deleted_at")
                        .cell("hosts", shown.hosts())
                        .number("id", a.number())
                        .flag("is_deleted", false)
                        .text("name", a.name())
                        .cell("properties", shown.properties());
        return sheet.textOrNone(
                        "updated_at", shown.changedNs() < 0 ? "" : Stamp.micros(shown.changedNs()))
                .textOrNone("uuid", named ? a.uuid() : "");
    }

    private static Cell metadata(Aggregate a, boolean withZone) {
        Value.Fields fields = Value.fields();
        for (Map.Entry<String, String> each : a.byKey().entrySet()) {
            if (withZone || !each.getKey().equals(Aggregate.ZONE)) {
                fields = fields.with(each.getKey(), Value.text(each.getValue()));
            }
        }
        return Cell.dict(fields);
    }

    private static Deed show(Line line, Session session, World world) {
        Found<Aggregate> found = find(line, world);
        if (!found.isThere()) {
            return found.reject(line);
        }
        Aggregate a = found.get();
        Answered answered =
                new Answered(line, Cell.list(a.hosts()), metadata(a, false), NEWEST, a.renamedNs());
        return new Deed.Say(line.show(sheet(a, answered)));
    }

    private static Deed list(Line line, Session session, World world) {
        boolean isLong = line.flag("long");
        List<List<Cell>> rows = new ArrayList<>();
        for (Aggregate a : Zones.aggregates(world)) {
            List<Cell> row = new ArrayList<>();
            row.add(Cell.of(a.number()));
            row.add(Cell.of(a.name()));
            Optional<String> zone = a.zone();
            row.add(zone.isEmpty() ? Cell.none() : Cell.of(zone.get()));
            if (isLong) {
                row.add(metadata(a, false));
                row.add(Cell.list(a.hosts()));
            }
            rows.add(row);
        }
        List<String> columns = new ArrayList<>(List.of("ID", "Name", "Availability Zone"));
        if (isLong) {
            columns.addAll(List.of("Properties", "Hosts"));
        }
        return new Deed.Say(line.list(columns, rows));
    }
}
