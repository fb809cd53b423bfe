package org.maquete.nova;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maquete.glance.GlanceView;
import org.maquete.glance.Image;
import org.maquete.kernel.Answer;
import org.maquete.kernel.Ref;
import org.maquete.kernel.Refusal;
import org.maquete.keystone.client.Call;
import org.maquete.keystone.client.Found;
import org.maquete.keystone.client.HttpError;
import org.maquete.keystone.client.Line;
import org.maquete.keystone.client.OpenstackVerb;
import org.maquete.tool.Deed;
import org.maquete.tool.Rejected;
import org.maquete.tool.Session;
import org.maquete.world.World;

/** The commands that act on servers, as python-openstackclient 6.0 sends and prints them. */
final class LifeVerbs {

    private LifeVerbs() {}

    static List<OpenstackVerb> all(OpenstackVerb.Maker make) {
        List<OpenstackVerb> verbs = new ArrayList<>();
        verbs.add(make.verb("server stop", new Acting(ServerAction.STOP, Library.NOVACLIENT)));
        verbs.add(make.verb("server start", new Acting(ServerAction.START, Library.NOVACLIENT)));
        verbs.add(make.verb("server pause", new Acting(ServerAction.PAUSE, Library.SDK)));
        verbs.add(make.verb("server unpause", new Acting(ServerAction.UNPAUSE, Library.SDK)));
        verbs.add(make.verb("server suspend", new Acting(ServerAction.SUSPEND, Library.SDK)));
        verbs.add(make.verb("server resume", new Acting(ServerAction.RESUME, Library.SDK)));
        verbs.add(make.verb("server delete", new Acting(ServerAction.DELETE, Library.NOVACLIENT)));
        verbs.add(
                make.verb(
                        "server unrescue", new Acting(ServerAction.UNRESCUE, Library.NOVACLIENT)));
        verbs.add(make.verb("server shelve", new Acting(ServerAction.SHELVE, Library.NOVACLIENT)));
        verbs.add(
                make.verb(
                        "server unshelve", new Acting(ServerAction.UNSHELVE, Library.NOVACLIENT)));
        verbs.add(
                make.verb("server restore", new Acting(ServerAction.RESTORE, Library.NOVACLIENT)));
        verbs.add(make.verb("server lock", new Locking(true)));
        verbs.add(make.verb("server unlock", new Locking(false)));
        verbs.add(make.verb("server reboot", new Waiting("rebooting", LifeVerbs::reboot)));
        verbs.add(make.verb("server resize", new Waiting("resizing", LifeVerbs::resize)));
        verbs.add(make.verb("server migrate", new Waiting("migrating", LifeVerbs::migrate)));
        OpenstackVerb.Maker image = make.asking("compute", "image");
        verbs.add(image.verb("server rescue", LifeVerbs::rescue));
        verbs.add(image.verb("server rebuild", new Waiting("rebuilding", LifeVerbs::rebuild)));
        verbs.add(image.verb("server evacuate", new Waiting("evacuating", LifeVerbs::evacuate)));
        for (String name : List.of("server resize", "server migration")) {
            verbs.add(make.verb(name + " confirm", confirming(ServerAction.CONFIRM_RESIZE)));
            verbs.add(make.verb(name + " revert", confirming(ServerAction.REVERT_RESIZE)));
        }
        verbs.add(make.verb("server set", LifeVerbs::set));
        return verbs;
    }

    /** Which library sends the request: they look up and refuse in words of their own. */
    enum Library {
        NOVACLIENT,
        SDK;

        Found<Server> find(String wanted, Line line, World world) {
            return this == SDK
                    ? NovaView.findServer(world, wanted, line, new Found.Sdk("Server"))
                    : NovaView.findServer(world, wanted, line);
        }

        Answer refused(Refusal refusal, Line line, String uuid) {
            String text =
                    this == SDK
                            ? HttpError.sdk(
                                    refusal,
                                    line.cloud().url("compute") + "/servers/" + uuid + "/action")
                            : HttpError.novaclient(refusal, line);
            return Answer.failed(1, line.warning() + text);
        }
    }

    private static List<String> names(Line line) {
        List<String> names = line.texts("server");
        return names.isEmpty() ? line.texts("servers") : names;
    }

    /** One action on each of several servers, which are looked up one after the other. */
    private record Acting(ServerAction action, Library library) implements Call {

        @Override
        public Deed take(Line line, Session session, World world) {
            if (line.flag("offload") || line.given("availability_zone").isPresent()) {
                return new Deed.NotModelled("openstack " + line.command() + " with options");
            }
            List<String> uuids = new ArrayList<>();
            for (String wanted : names(line)) {
                Found<Server> found = library.find(wanted, line, world);
                if (!found.isThere()) {
                    if (uuids.isEmpty()) {
                        return found.reject(line);
                    }
                    break; // those before it are acted on; then the client ends: see done
                }
                if (!isSkipped(found.get())) {
                    uuids.add(found.get().uuid());
                }
            }
            boolean forced = line.flag("force");
            return new Deed.Ask(
                    new ActOnServers(
                            uuids,
                            forced ? ServerAction.FORCE_DELETE : action,
                            "",
                            line.cloud().admin(),
                            line.flag("wait") && uuids.size() == 1));
        }

        /** The client sends no request for a server that is there already. */
        private boolean isSkipped(Server server) {
            boolean shelved = server.status().startsWith("SHELVED");
            return switch (action) {
                case SHELVE -> shelved;
                case UNSHELVE -> !shelved;
                default -> false;
            };
        }

        @Override
        public Answer done(Answer server, Line line, Session session, World world) {
            if (!server.ok()) {
                int blank = server.stderr().indexOf(' ');
                Refusal why =
                        Refusal.of(
                                server.stderr().substring(0, blank),
                                server.stderr().substring(blank + 1).strip());
                return library.refused(why, line, "");
            }
            List<String> names = names(line);
            int first = action == ServerAction.DELETE ? accepted(server) : 0;
            return ended(names.subList(Math.min(first, names.size()), names.size()), line, world);
        }

        /** How many deletions Nova has accepted; for one it waits for, the answer is the id. */
        private static int accepted(Answer server) {
            String text = server.text();
            return text.isEmpty() || text.contains("-") ? 1 : Integer.parseInt(text);
        }

        /** The first name that names no server ends the client. */
        private Answer ended(List<String> names, Line line, World world) {
            for (String wanted : names) {
                Found<Server> found = library.find(wanted, line, world);
                if (!found.isThere()) {
                    return Answer.failed(1, line.warning() + found.message());
                }
            }
            return new Answer("", line.warning(), 0);
        }

        @Override
        public Answer refused(Refusal refusal, Line line, World world) {
            String uuid =
                    library.find(names(line).getFirst(), line, world)
                            .row()
                            .map(Server::uuid)
                            .orElse("");
            return library.refused(refusal, line, uuid);
        }
    }

    /** {@code server lock} and {@code server unlock}. */
    private record Locking(boolean locked) implements Call {

        @Override
        public Deed take(Line line, Session session, World world) {
            if (line.given("reason").isPresent()) {
                return needs(line, "2.73", "use the --reason option.");
            }
            List<String> uuids = new ArrayList<>();
            for (String wanted : names(line)) {
                Found<Server> found = NovaView.findServer(world, wanted, line);
                if (!found.isThere() && uuids.isEmpty()) {
                    return found.reject(line);
                }
                if (!found.isThere()) {
                    break; // as in Acting
                }
                uuids.add(found.get().uuid());
            }
            return new Deed.Ask(new LockServers(uuids, locked, line.cloud().admin()));
        }

        @Override
        public Answer done(Answer server, Line line, Session session, World world) {
            return server.ok()
                    ? new Acting(ServerAction.NONE, Library.NOVACLIENT)
                            .ended(names(line), line, world)
                    : server;
        }
    }

    /** An action on one server for whose end the client may wait. */
    private record Waiting(String doing, Call call) implements Call {

        @Override
        public Deed take(Line line, Session session, World world) {
            return call.take(line, session, world);
        }

        @Override
        public Answer done(Answer answer, Line line, Session session, World world) {
            String wanted = line.text("server");
            Optional<Server> server = NovaView.findServer(world, wanted, line).row();
            boolean shows = doing.equals("rebuilding") || doing.equals("evacuating");
            String before = line.warning();
            String end = "";
            if (line.flag("wait")) {
                if (server.isPresent() && server.get().status().equals("ERROR")) {
                    // the client ends here with its status 0: take_action raises a bare SystemExit
                    return new Answer(
                            "Error " + doing + " server\n",
                            before + "Error " + doing + " server: " + server.get().uuid() + "\n",
                            0);
                }
                end = "Complete\n";
            }
            if (!shows || server.isEmpty()) {
                return new Answer(end, before, 0);
            }
            Answer sheet = line.show(ServerVerbs.sheet(server.get(), line, world, false));
            return new Answer(end + sheet.stdout(), sheet.stderr(), sheet.exit());
        }
    }

    private static Deed needs(Line line, String version, String what) {
        String text = "--os-compute-api-version " + version + " or greater is required to " + what;
        return rejected(line, text);
    }

    private static Deed rejected(Line line, String text) {
        Refusal why = new Refusal("client", "", text, Ref.NONE);
        return new Deed.Reject(new Rejected(why, Answer.failed(1, line.warning() + text)));
    }

    private static Deed act(Found<Server> server, ServerAction action, String detail, Line line) {
        return server.isThere()
                ? new Deed.Ask(
                        new ActOnServers(
                                List.of(server.get().uuid()),
                                action,
                                detail,
                                line.cloud().admin(),
                                line.flag("wait")))
                : server.reject(line);
    }

    private static Found<Server> server(Line line, World world) {
        return NovaView.findServer(world, line.text("server"), line);
    }

    private static Deed reboot(Line line, Session session, World world) {
        boolean hard = line.text("reboot_type").equals("HARD");
        ServerAction action = hard ? ServerAction.REBOOT_HARD : ServerAction.REBOOT_SOFT;
        return act(server(line, world), action, "", line);
    }

    private static Deed resize(Line line, Session session, World world) {
        Found<Server> server = server(line, world);
        if (!server.isThere()) {
            return server.reject(line);
        }
        if (line.given("flavor").isEmpty()) {
            return line.flag("confirm") || line.flag("revert")
                    ? new Deed.NotModelled("openstack server resize --confirm, --revert")
                    : new Deed.Say(new Answer("", line.warning(), 0));
        }
        Found<Flavor> flavor =
                NovaView.findFlavor(world, line.text("flavor"), new Found.OscLib("flavor"));
        return flavor.isThere()
                ? act(server, ServerAction.RESIZE, flavor.get().uuid(), line)
                : flavor.reject(line);
    }

    private static Deed migrate(Line line, Session session, World world) {
        Found<Server> server = server(line, world);
        if (!server.isThere()) {
            return server.reject(line);
        }
        boolean hosted = line.given("host").isPresent();
        if (line.flag("live_migration")) {
            // the client speaks microversion 2.1 unless told otherwise
            return hosted
                    ? rejected(
                            line,
                            "--os-compute-api-version 2.30 or greater is required when using"
                                    + " --host")
                    : act(
                            server,
                            ServerAction.LIVE_MIGRATE,
                            line.flag("block_migration") ? "block" : "shared",
                            line);
        }
        if (line.flag("block_migration") || line.flag("disk_overcommit")) {
            return rejected(
                    line,
                    "--live-migration must be specified if --block-migration or --disk-overcommit"
                            + " is specified");
        }
        return hosted
                ? rejected(
                        line,
                        "--os-compute-api-version 2.56 or greater is required to use --host"
                                + " without --live-migration.")
                : act(server, ServerAction.MIGRATE, "", line);
    }

    private static Deed rescue(Line line, Session session, World world) {
        Found<Server> server = server(line, world);
        boolean onVolume = server.row().filter(NovaView::bootsFromVolume).isPresent();
        return line.given("image").isPresent() || line.given("password").isPresent() || onVolume
                ? new Deed.NotModelled("openstack server rescue with options, or from a volume")
                : act(server, ServerAction.RESCUE, "", line);
    }

    private static Deed rebuild(Line line, Session session, World world) {
        for (String option : List.of("name", "password", "description", "key_name", "hostname")) {
            if (line.given(option).isPresent()) {
                return new Deed.NotModelled("openstack server rebuild with options");
            }
        }
        Found<Server> server = server(line, world);
        if (!server.isThere()) {
            return server.reject(line);
        }
        if (NovaView.bootsFromVolume(server.get())) {
            return new Deed.NotModelled("openstack server rebuild of a server on a volume");
        }
        if (line.given("image").isEmpty()) {
            return act(server, ServerAction.REBUILD, server.get().image(), line);
        }
        Found<Image> image = GlanceView.find(world, line.text("image"));
        return image.isThere()
                ? act(server, ServerAction.REBUILD, image.get().uuid(), line)
                : image.reject(line);
    }

    private static Deed evacuate(Line line, Session session, World world) {
        if (line.given("host").isPresent()) {
            return rejected(
                    line,
                    "--os-compute-api-version 2.29 or later is required to specify a preferred"
                            + " host.");
        }
        return act(server(line, world), ServerAction.EVACUATE, "", line);
    }

    private static Call confirming(ServerAction action) {
        return (line, session, world) -> act(server(line, world), action, "", line);
    }

    private static Deed set(Line line, Session session, World world) {
        boolean other =
                line.given("password").isPresent()
                        || line.flag("no_password")
                        || line.flag("root_password")
                        || line.given("description").isPresent()
                        || line.given("hostname").isPresent()
                        || line.args().has("properties") && line.given("properties").isPresent()
                        || !line.texts("tags").isEmpty();
        if (other) {
            return new Deed.NotModelled("openstack server set other than --name, --state");
        }
        Found<Server> server = server(line, world);
        return server.isThere()
                ? new Deed.Ask(
                        new SetServer(server.get().uuid(), line.text("name"), line.text("state")))
                : server.reject(line);
    }
}
