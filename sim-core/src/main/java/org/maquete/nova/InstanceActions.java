package org.maquete.nova;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maquete.kernel.Answer;
import org.maquete.kernel.Draws;
import org.maquete.kernel.Ref;
import org.maquete.kernel.Refusal;
import org.maquete.keystone.client.Found;
import org.maquete.keystone.client.HttpError;
import org.maquete.keystone.client.Line;
import org.maquete.keystone.client.OpenstackVerb;
import org.maquete.keystone.client.Sheet;
import org.maquete.keystone.client.Stamp;
import org.maquete.tool.Deed;
import org.maquete.tool.Rejected;
import org.maquete.tool.Session;
import org.maquete.tool.argparse.Value;
import org.maquete.tool.cliff.Cell;
import org.maquete.world.Edits;
import org.maquete.world.TableKey;
import org.maquete.world.World;

/** Remembers what was asked of servers, and shows it. Forgotten with the server. */
final class InstanceActions {

    static final TableKey<InstanceAction> ACTIONS = TableKey.keyed("nova.instance-action");

    private InstanceActions() {}

    // ---- folds, beside those of the facts that tell of it

    static void created(String server, long timeNs, Edits edits) {
        insert(server, 0, "create", "compute__do_build_and_run_instance", timeNs, edits);
    }

    static void started(String server, int serial, ServerAction action, long timeNs, Edits edits) {
        insert(server, serial, name(action), event(action), timeNs, edits);
    }

    private static void insert(
            String server, int serial, String action, String event, long timeNs, Edits edits) {
        int id = edits.world().table(ACTIONS).nextId();
        edits.insert(
                ACTIONS, new InstanceAction(id, server, serial, action, event, timeNs, -1, false));
    }

    static void finished(String server, int serial, boolean failed, long timeNs, Edits edits) {
        String key = server + " " + serial;
        if (edits.world().table(ACTIONS).has(key)) {
            edits.change(ACTIONS, key, a -> a.finished(timeNs, failed));
        }
    }

    static void forget(String server, Edits edits) {
        for (int n = 0; edits.world().table(ACTIONS).has(server + " " + n); n++) {
            edits.remove(ACTIONS, edits.world().table(ACTIONS).idOf(server + " " + n));
        }
    }

    private static String name(ServerAction action) {
        return action == ServerAction.LIVE_MIGRATE ? "live-migration" : action.apiName();
    }

    /** nova yoga, compute/manager.py: {@code wrap_instance_event} adds the prefix. */
    private static String event(ServerAction action) {
        return "compute_"
                + switch (action) {
                    case NONE -> "";
                    case STOP -> "stop_instance";
                    case START -> "start_instance";
                    case PAUSE -> "pause_instance";
                    case UNPAUSE -> "unpause_instance";
                    case SUSPEND -> "suspend_instance";
                    case RESUME -> "resume_instance";
                    case REBOOT_SOFT, REBOOT_HARD -> "reboot_instance";
                    case RESCUE -> "rescue_instance";
                    case UNRESCUE -> "unrescue_instance";
                    case REBUILD, EVACUATE -> "rebuild_instance";
                    case RESIZE, MIGRATE -> "finish_resize";
                    case CONFIRM_RESIZE -> "confirm_resize";
                    case REVERT_RESIZE -> "finish_revert_resize";
                    case LIVE_MIGRATE -> "live_migration";
                    case SHELVE -> "shelve_instance";
                    case SHELVE_OFFLOAD -> "shelve_offload_instance";
                    case UNSHELVE -> "unshelve_instance";
                    case SOFT_DELETE -> "soft_delete_instance";
                    case RESTORE -> "restore_instance";
                    case DELETE, FORCE_DELETE -> "terminate_instance";
                };
    }

    // ---- verbs

    static List<OpenstackVerb> verbs(OpenstackVerb.Maker make) {
        return List.of(
                make.verb("server event list", InstanceActions::list),
                make.verb("server event show", InstanceActions::show));
    }

    /** The newest first. */
    private static List<InstanceAction> of(World world, String server) {
        List<InstanceAction> all = new ArrayList<>();
        for (int n = 0; world.table(ACTIONS).has(server + " " + n); n++) {
            all.addFirst(world.table(ACTIONS).get(server + " " + n));
        }
        return all;
    }

    private static String request(InstanceAction action) {
        return "req-" + Draws.of(0, "nova", action.key(), "request", 0).uuid();
    }

    private static Deed list(Line line, Session session, World world) {
        for (String option : List.of("marker", "limit", "changes_since", "changes_before")) {
            if (line.args().has(option) && !(line.args().get(option) instanceof Value.None)) {
                String version = option.equals("changes_before") ? "2.66" : "2.58";
                String text =
                        "--os-compute-api-version "
                                + version
                                + " or greater is required to support the --"
                                + option.replace('_', '-')
                                + " option";
                Refusal why = new Refusal("client", "", text, Ref.NONE);
                return new Deed.Reject(new Rejected(why, Answer.failed(1, line.warning() + text)));
            }
        }
        Found<Server> server = NovaView.findServer(world, line.text("server"), line);
        if (!server.isThere()) {
            return server.reject(line);
        }
        boolean all = line.flag("long");
        List<List<Cell>> rows = new ArrayList<>();
        for (InstanceAction each : of(world, server.get().uuid())) {
            List<Cell> row =
                    new ArrayList<>(
                            List.of(
                                    Cell.of(request(each)),
                                    Cell.of(each.server()),
                                    Cell.of(each.action()),
                                    Cell.of(Stamp.micros(each.startNs()))));
            if (all) {
                row.add(message(each));
                row.add(Cell.of(server.get().project()));
                row.add(Cell.of(server.get().user()));
            }
            rows.add(row);
        }
        List<String> columns =
                new ArrayList<>(List.of("Request ID", "Server ID", "Action", "Start Time"));
        if (all) {
            columns.addAll(List.of("Message", "Project ID", "User ID"));
        }
        return new Deed.Say(line.list(columns, rows));
    }

    private static Cell message(InstanceAction action) {
        return action.failed() ? Cell.of("Error") : Cell.none();
    }

    private static Deed show(Line line, Session session, World world) {
        Found<Server> server = NovaView.findServer(world, line.text("server"), line);
        if (!server.isThere()) {
            return server.reject(line);
        }
        String request = line.text("request_id");
        Optional<InstanceAction> found = Optional.empty();
        for (InstanceAction each : of(world, server.get().uuid())) {
            found = request(each).equals(request) ? Optional.of(each) : found;
        }
        if (found.isEmpty()) {
            String text = "Action " + request + " not found";
            Refusal why = Refusal.missing("404", text, "server event", request);
            Answer answer = Answer.failed(1, line.warning() + HttpError.novaclient(why, line));
            return new Deed.Reject(new Rejected(why, answer));
        }
        InstanceAction action = found.get();
        return new Deed.Say(
                line.show(
                        new Sheet()
                                .text("action", action.action())
                                .cell("events", Cell.of(events(action)))
                                .text("instance_uuid", action.server())
                                .cell("message", message(action))
                                .text("project_id", server.get().project())
                                .text("request_id", request)
                                .text("start_time", Stamp.micros(action.startNs()))
                                .text("user_id", server.get().user())));
    }

    private static Value events(InstanceAction action) {
        boolean over = action.finishNs() >= 0;
        Value.Fields event =
                Value.fields()
                        .with("event", Value.text(action.event()))
                        .with("start_time", Value.text(Stamp.micros(action.startNs())))
                        .with(
                                "finish_time",
                                over ? Value.text(Stamp.micros(action.finishNs())) : Value.none())
                        .with(
                                "result",
                                over
                                        ? Value.text(action.failed() ? "Error" : "Success")
                                        : Value.none())
                        .with("traceback", Value.none());
        return Value.many().with(event);
    }
}
