package org.maquete.nova;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.maquete.kernel.Answer;
import org.maquete.kernel.Draws;
import org.maquete.kernel.Ref;
import org.maquete.kernel.Refusal;
import org.maquete.keystone.client.Call;
import org.maquete.keystone.client.Deleting;
import org.maquete.keystone.client.Found;
import org.maquete.keystone.client.HttpError;
import org.maquete.keystone.client.Line;
import org.maquete.keystone.client.OpenstackVerb;
import org.maquete.keystone.client.Sheet;
import org.maquete.keystone.client.Showing;
import org.maquete.keystone.client.Stamp;
import org.maquete.tool.Deed;
import org.maquete.tool.Rejected;
import org.maquete.tool.Session;
import org.maquete.tool.argparse.Value;
import org.maquete.tool.cliff.Cell;
import org.maquete.world.World;

/** The commands about flavors and key pairs. */
final class FlavorVerbs {

    private FlavorVerbs() {}

    static List<OpenstackVerb> all(OpenstackVerb.Maker make) {
        return List.of(
                make.making(
                        "flavor",
                        "flavor create",
                        new Showing(
                                FlavorVerbs::createFlavor,
                                (id, line, world) ->
                                        sheet(world.table(NovaView.FLAVORS).get(id), false),
                                sdk("/flavors"))),
                make.verb("flavor list", FlavorVerbs::listFlavors),
                make.verb("flavor show", FlavorVerbs::showFlavor),
                make.verb(
                        "flavor delete",
                        new Deleting(
                                "flavor",
                                "flavor",
                                (w, l, world) ->
                                        NovaView.findFlavor(world, w, new Found.Sdk("Flavor"))
                                                .map(Flavor::uuid),
                                (ids, _) -> new DeleteFlavors(ids),
                                Deleting.Form.sdk("compute", "/flavors"))),
                make.verb("flavor set", new Changing(false)),
                make.verb("flavor unset", new Changing(true)),
                make.making("keypair", "keypair create", new KeypairCreation()),
                make.verb("keypair list", FlavorVerbs::listKeypairs),
                make.verb("keypair show", FlavorVerbs::showKeypair),
                make.verb(
                        "keypair delete",
                        new Deleting(
                                "key",
                                "name",
                                FlavorVerbs::unseen,
                                (names, line) -> new DeleteKeypairs(line.cloud().user(), names),
                                Deleting.Form.sdk("compute", "/os-keypairs"))));
    }

    private record Changing(boolean takesAway) implements Call {

        @Override
        public Deed take(Line line, Session session, World world) {
            return setFlavor(line, world, takesAway);
        }

        @Override
        public Answer done(Answer server, Line line, Session session, World world) {
            if (server.ok()) {
                return new Answer("", line.warning(), 0);
            }
            StringBuilder text = new StringBuilder(line.warning());
            for (String each : server.text().lines().toList()) {
                String[] words = each.split(" ", -1);
                String path = "/flavors/" + words[1] + "/os-extra_specs/";
                String key = words[words.length - 1];
                text.append("Failed to unset flavor property: ")
                        .append(
                                sdk(path + key.substring(0, key.length() - 1))
                                        .of(Refusal.of("404", each), line))
                        .append('\n');
            }
            text.append("Command Failed: One or more of the operations failed");
            return Answer.failed(1, text.toString());
        }
    }

    private static Showing.Form sdk(String path) {
        return (refusal, line) -> HttpError.sdk(refusal, line.cloud().url("compute") + path);
    }

    // ---- flavors

    private static Deed createFlavor(Line line, Session session, World world) {
        return new Deed.Ask(
                new CreateFlavor(
                        line.text("id"),
                        line.text("name"),
                        (int) line.number("ram", 256),
                        (int) line.number("disk", 0),
                        (int) line.number("ephemeral", 0),
                        (int) line.number("swap", 0),
                        (int) line.number("vcpus", 1),
                        line.flag("public"),
                        properties(line)));
    }

    private static List<String> properties(Line line) {
        List<String> properties = new ArrayList<>();
        if (line.args().has("properties")) {
            line.args()
                    .fields("properties")
                    .forEach((key, value) -> properties.add(key + "=" + value.str()));
        }
        return properties;
    }

    /** {@code flavor set} and {@code unset} of extra specs. */
    private static Deed setFlavor(Line line, World world, boolean takesAway) {
        if (line.given("project").isPresent() || line.given("description").isPresent()) {
            return new Deed.NotModelled("openstack " + line.command() + " with other options");
        }
        Found<Flavor> found =
                NovaView.findFlavor(world, line.text("flavor"), new Found.Sdk("Flavor"));
        if (!found.isThere()) {
            return found.reject(line);
        }
        List<String> removed = new ArrayList<>();
        if (takesAway) {
            removed.addAll(line.texts("properties"));
        } else if (line.flag("no_property")) {
            removed.addAll(found.get().extraSpecs().keySet());
        }
        List<String> set = takesAway ? List.of() : properties(line);
        return removed.isEmpty() && set.isEmpty()
                ? new Deed.Say(new Answer("", line.warning(), 0))
                : new Deed.Ask(new SetFlavor(found.get().uuid(), set, removed));
    }

    private static Deed listFlavors(Line line, Session session, World world) {
        List<List<Cell>> rows = new ArrayList<>();
        for (Flavor f : NovaView.flavors(world)) {
            rows.add(
                    List.of(
                            Cell.of(f.uuid()),
                            Cell.of(f.name()),
                            Cell.of(f.ramMib()),
                            Cell.of(f.diskGib()),
                            Cell.of(f.ephemeralGib()),
                            Cell.of(f.vcpus()),
                            Cell.of(f.shared())));
        }
        List<String> columns =
                List.of("ID", "Name", "RAM", "Disk", "Ephemeral", "VCPUs", "Is Public");
        return new Deed.Say(line.list(columns, rows));
    }

    private static Deed showFlavor(Line line, Session session, World world) {
        Found<Flavor> found =
                NovaView.findFlavor(world, line.text("flavor"), new Found.Sdk("Flavor"));
        return found.isThere()
                ? new Deed.Say(line.show(sheet(found.get(), true)))
                : found.reject(line);
    }

    private static Sheet sheet(Flavor f, boolean shown) {
        Sheet sheet =
                new Sheet()
                        .flag("OS-FLV-DISABLED:disabled", false)
                        .number("OS-FLV-EXT-DATA:ephemeral", f.ephemeralGib());
        if (shown) {
            sheet.none("access_project_ids");
        }
        return sheet.none("description")
                .number("disk", f.diskGib())
                .text("id", f.uuid())
                .text("name", f.name())
                .flag("os-flavor-access:is_public", f.shared())
                .cell("properties", properties(f))
                .number("ram", f.ramMib())
                .cell("rxtx_factor", Cell.of(new Value.Real(1.0)))
                .cell("swap", f.swapMib() == 0 ? Cell.of("") : Cell.of(f.swapMib()))
                .number("vcpus", f.vcpus());
    }

    private static Cell properties(Flavor f) {
        Value.Fields fields = Value.fields();
        for (Map.Entry<String, String> each : f.extraSpecs().entrySet()) {
            fields = fields.with(each.getKey(), Value.text(each.getValue()));
        }
        return Cell.dict(fields);
    }

    // ---- key pairs

    /** {@code keypair create}: prints the private key when Nova makes one and no file takes it. */
    private record KeypairCreation() implements Call {

        @Override
        public Deed take(Line line, Session session, World world) {
            Optional<String> file = line.given("public_key");
            Optional<String> content = file.flatMap(session::file);
            if (file.isPresent() && content.isEmpty()) {
                String text =
                        "Key file %s not found: [Errno 2] No such file or directory: '%s'"
                                .formatted(file.get(), file.get());
                Refusal why = new Refusal("client", "", text, new Ref("file", file.get()));
                return new Deed.Reject(new Rejected(why, Answer.failed(1, text)));
            }
            return new Deed.Ask(
                    new ImportKeypair(line.cloud().user(), line.text("name"), content.orElse("")));
        }

        @Override
        public Answer done(Answer server, Line line, Session session, World world) {
            String key = line.cloud().user() + " " + line.text("name");
            Keypair made = world.table(NovaView.KEYPAIRS).get(key);
            boolean bare =
                    line.given("public_key").isEmpty() && line.given("private_key").isEmpty();
            return bare
                    ? Answer.of(privateKey(made, line.cloud().salt()) + "\n")
                    : line.show(sheet(made, false));
        }

        @Override
        public Answer refused(Refusal refusal, Line line, World world) {
            return Answer.failed(1, sdk("/os-keypairs").of(refusal, line));
        }
    }

    /** Looks like a key; no key of anything. */
    private static String privateKey(Keypair made, long salt) {
        String hex = Draws.of(salt, "nova", made.key(), "private-key", 0).hex(25 * 64);
        StringBuilder text = new StringBuilder("-----BEGIN RSA PRIVATE KEY-----\n");
        for (int i = 0; i < 25; i++) {
            text.append(hex, i * 64, (i + 1) * 64).append('\n');
        }
        return text.append("-----END RSA PRIVATE KEY-----\n").toString();
    }

    private static Sheet sheet(Keypair k, boolean shown) {
        Sheet sheet = new Sheet();
        if (shown) {
            sheet.text("created_at", Stamp.micros(k.createdNs()));
        } else {
            sheet.none("created_at");
        }
        sheet.text("fingerprint", k.fingerprint()).text("id", k.name());
        if (shown) {
            sheet.flag("is_deleted", false).text("name", k.name()).none("private_key");
        } else {
            sheet.none("is_deleted").text("name", k.name());
        }
        return sheet.text("type", "ssh").text("user_id", k.user());
    }

    private static Deed listKeypairs(Line line, Session session, World world) {
        List<List<Cell>> rows = new ArrayList<>();
        for (Keypair k : NovaView.keypairs(world, line.cloud().user())) {
            rows.add(List.of(Cell.of(k.name()), Cell.of(k.fingerprint()), Cell.of("ssh")));
        }
        return new Deed.Say(line.list(List.of("Name", "Fingerprint", "Type"), rows));
    }

    private static Deed showKeypair(Line line, Session session, World world) {
        var names = new Found.Names<>("keypair", Keypair::name, Keypair::name);
        Found<Keypair> found =
                Found.among(
                        NovaView.keypairs(world, line.cloud().user()),
                        names,
                        line.text("name"),
                        new Found.Sdk("Keypair"));
        if (!found.isThere()) {
            return found.reject(line);
        }
        return line.flag("public_key")
                ? new Deed.Say(Answer.of(found.get().publicKey()))
                : new Deed.Say(line.show(sheet(found.get(), true)));
    }

    /** {@code keypair delete}: the names go to Nova as they are. */
    private static Found<String> unseen(String wanted, Line line, World world) {
        return new Found<>(Optional.of(wanted), "", new Ref("keypair", wanted));
    }
}
