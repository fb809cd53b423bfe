package org.maquete.juju.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maquete.juju.AddCloud;
import org.maquete.juju.AddCredential;
import org.maquete.juju.AddModel;
import org.maquete.juju.Bootstrap;
import org.maquete.juju.Cloud;
import org.maquete.juju.JujuTables;
import org.maquete.juju.Setting;
import org.maquete.juju.SwitchModel;
import org.maquete.kernel.Ref;
import org.maquete.tool.Deed;
import org.maquete.tool.Parsed;
import org.maquete.tool.Session;
import org.maquete.tool.gnuflag.Flag;
import org.maquete.tool.gnuflag.FlagResult;
import org.maquete.world.World;

/** Clouds, controllers and models: cmd/juju/cloud, commands and controller of juju 3.6. */
final class CloudVerbs {

    private CloudVerbs() {}

    static List<ClientVerb> verbs() {
        return List.of(bootstrap(), addCloud(), addCredential(), addModel(), switchModel());
    }

    private static ClientVerb bootstrap() {
        return ClientVerb.outside(
                "bootstrap",
                "controller",
                CloudVerbs::readBootstrap,
                Flag.text("add-model"),
                Flag.text("agent-version"),
                Flag.bool("auto-upgrade"),
                Flag.text("bootstrap-base"),
                Flag.text("bootstrap-constraints"),
                Flag.text("bootstrap-image"),
                Flag.text("bootstrap-series"),
                Flag.bool("build-agent"),
                Flag.bool("clouds"),
                Flag.text("config"),
                Flag.text("constraints"),
                Flag.text("controller-charm-channel"),
                Flag.text("controller-charm-path"),
                Flag.text("credential"),
                Flag.bool("force"),
                Flag.bool("keep-broken"),
                Flag.text("metadata-source"),
                Flag.text("model-default"),
                Flag.bool("no-switch"),
                Flag.text("regions"),
                Flag.text("storage-pool"),
                Flag.text("to"));
    }

    private static Parsed readBootstrap(FlagResult.Parsed line) {
        if (line.words().isEmpty()) {
            return new Parsed.NotModelled("juju bootstrap that asks questions");
        }
        if (line.words().size() > 2) {
            return Arguments.unrecognized(line.words().subList(2, line.words().size()));
        }
        if (line.text("bootstrap-base").isPresent() && line.text("bootstrap-series").isPresent()) {
            return ClientText.usage("cannot specify both --bootstrap-series and --bootstrap-base");
        }
        return switch (BaseWords.read(line, "bootstrap-base", "bootstrap-series")) {
            case org.maquete.juju.catalog.Parsed.Refused<String>(String message) ->
                    ClientText.usage(message);
            case org.maquete.juju.catalog.Parsed.Good<String>(String base) ->
                    new Parsed.Right(Call.of((_, world) -> bootstrap(line, base, world)));
        };
    }

    private static Deed bootstrap(FlagResult.Parsed line, String base, World world) {
        String typed = line.words().getFirst();
        int slash = typed.indexOf('/');
        String name = slash < 0 ? typed : typed.substring(0, slash);
        Optional<Cloud> cloud = world.table(JujuTables.CLOUDS).find(name);
        if (cloud.isEmpty()) {
            return Focus.reject(
                    "unknown cloud "
                            + ClientText.quote(name)
                            + ", please try \"juju update-public-clouds\"",
                    new Ref("cloud", name));
        }
        if (cloud.get().credential().isEmpty()) {
            return Focus.reject(
                    "detecting credentials for "
                            + ClientText.quote(name)
                            + " cloud provider: credentials not found\nSee `juju add-credential "
                            + name
                            + " --help` for instructions",
                    new Ref("credential", name));
        }
        List<String> constraints = new ArrayList<>(line.all("constraints"));
        constraints.addAll(line.all("bootstrap-constraints"));
        String joined = Constraints.joined(constraints);
        Optional<String> refusal = Constraints.refusal(joined);
        if (refusal.isPresent()) {
            return Focus.reject(refusal.get(), new Ref("constraint", joined));
        }
        String controller = line.words().size() > 1 ? line.words().get(1) : typed.replace('/', '-');
        return new Deed.Ask(
                new Bootstrap(name, controller, base, joined, pairs(line.all("config"))));
    }

    /** The pairs of {@code --config}; files among them are not read yet and count as empty. */
    private static List<Setting> pairs(List<String> values) {
        List<Setting> settings = new ArrayList<>();
        for (String value : values) {
            int equal = value.indexOf('=');
            if (equal > 0) {
                settings.add(new Setting(value.substring(0, equal), value.substring(equal + 1)));
            }
        }
        return settings;
    }

    private static ClientVerb addCloud() {
        return ClientVerb.outside(
                "add-cloud",
                "cloud",
                CloudVerbs::readAddCloud,
                Flag.bool("client"),
                Flag.text("file", "f"),
                Flag.bool("force"),
                Flag.text("credential"),
                Flag.text("target-controller"),
                Flag.bool("replace"));
    }

    private static Parsed readAddCloud(FlagResult.Parsed line) {
        List<String> words = line.words();
        if (words.size() > 2) {
            return Arguments.unrecognized(words.subList(2, words.size()));
        }
        if (line.text("file").isPresent() && words.size() > 1) {
            // cmd/juju/cloud/add.go, Init
            return ClientText.usage(
                    "cannot specify cloud file with option and argument, use one or the other");
        }
        String file = line.text("file").orElse(words.size() > 1 ? words.get(1) : "");
        if (file.isEmpty() || words.isEmpty()) {
            return new Parsed.NotModelled("juju add-cloud that asks questions");
        }
        String name = words.getFirst();
        return new Parsed.Right(
                Call.of((session, _) -> addCloud(name, file, session))
                        .finishing((server, _) -> CloudText.added(server, name)));
    }

    private static Deed addCloud(String name, String file, Session session) {
        Optional<String> text = session.file(file);
        if (text.isEmpty()) {
            return Options.missing(file);
        }
        return switch (CloudFile.cloud(text.get(), name)) {
            case CloudFile.Found.Nothing(String why) -> Focus.reject(why, Ref.NONE);
            case CloudFile.Found.Cloud(String type, String endpoint) ->
                    new Deed.Ask(new AddCloud(name, type, endpoint));
            case CloudFile.Found.Credential _ ->
                    throw new IllegalStateException("expected a cloud of " + file);
        };
    }

    private static ClientVerb addCredential() {
        return ClientVerb.outside(
                "add-credential",
                "credential",
                CloudVerbs::readAddCredential,
                Flag.bool("client"),
                Flag.text("file", "f"),
                Flag.bool("replace"),
                Flag.text("region"));
    }

    private static Parsed readAddCredential(FlagResult.Parsed line) {
        if (line.words().isEmpty()) {
            // cmd/juju/cloud/addcredential.go, Init
            return ClientText.usage(
                    "Usage: juju add-credential <cloud-name> [-f <credentials.yaml>]");
        }
        if (line.words().size() > 1) {
            return Arguments.unrecognized(line.words().subList(1, line.words().size()));
        }
        if (line.text("file").isEmpty()) {
            return new Parsed.NotModelled("juju add-credential that asks questions");
        }
        String cloud = line.words().getFirst();
        String file = line.text("file").get();
        return new Parsed.Right(
                Call.of((session, world) -> addCredential(cloud, file, session, world)));
    }

    private static Deed addCredential(String cloud, String file, Session session, World world) {
        if (!world.table(JujuTables.CLOUDS).has(cloud)) {
            // GUESS, text: common.CloudOrProvider
            return Focus.reject("cloud " + cloud + " not valid", new Ref("cloud", cloud));
        }
        Optional<String> text = session.file(file);
        if (text.isEmpty()) {
            return Focus.reject(
                    "reading credentials file: open " + file + ": no such file or directory",
                    new Ref("file", file));
        }
        return switch (CloudFile.credential(text.get(), cloud)) {
            case CloudFile.Found.Nothing(String why) -> Focus.reject(why, Ref.NONE);
            case CloudFile.Found.Credential(String name) ->
                    new Deed.Ask(new AddCredential(cloud, name));
            case CloudFile.Found.Cloud _ ->
                    throw new IllegalStateException("expected a credential of " + file);
        };
    }

    private static ClientVerb addModel() {
        return ClientVerb.outside(
                "add-model",
                "model",
                CloudVerbs::readAddModel,
                Flag.text("config"),
                Flag.text("credential"),
                Flag.bool("no-switch"),
                Flag.text("owner"));
    }

    private static Parsed readAddModel(FlagResult.Parsed line) {
        List<String> words = line.words();
        if (words.isEmpty()) {
            return ClientText.usage("model name is required");
        }
        if (words.size() > 3) {
            return Arguments.unrecognized(words.subList(3, words.size()));
        }
        String name = words.getFirst();
        if (!name.matches("[a-z0-9]+[a-z0-9-]*")) {
            return ClientText.usage(
                    ClientText.quote(name)
                            + " is not a valid name: model names may only contain lowercase"
                            + " letters, digits and hyphens");
        }
        for (String value : line.all("config")) {
            if (value.indexOf('=') <= 0) {
                return new Parsed.NotModelled("a file of model options");
            }
        }
        List<Setting> config = pairs(line.all("config"));
        String series = value(config, "default-series");
        String base = value(config, "default-base");
        if (!series.isEmpty() && !base.isEmpty()) {
            return ClientText.usage("cannot specify both default-series and default-base");
        }
        return switch (BaseWords.ofModelConfig(series, base)) {
            case org.maquete.juju.catalog.Parsed.Refused<String>(String message) ->
                    ClientText.usage(message);
            case org.maquete.juju.catalog.Parsed.Good<String>(String found) ->
                    new Parsed.Right(addModel(line, name, found));
        };
    }

    private static Call addModel(FlagResult.Parsed line, String name, String base) {
        return Call.of((session, world) ->
                        Focus.controller(
                                line,
                                session,
                                world,
                                c -> new Deed.Ask(new AddModel(c.name(), name, base))))
                .refusing(ClientText::failedCall);
    }

    private static String value(List<Setting> settings, String option) {
        return settings.stream()
                .filter(setting -> setting.option().equals(option))
                .map(Setting::value)
                .reduce("", (_, last) -> last);
    }

    private static ClientVerb switchModel() {
        return ClientVerb.outside("switch", "", CloudVerbs::readSwitch);
    }

    private static Parsed readSwitch(FlagResult.Parsed line) {
        if (line.words().size() > 1) {
            return Arguments.unrecognized(line.words().subList(1, line.words().size()));
        }
        if (line.words().isEmpty()) {
            return new Parsed.Right(Call.of((_, world) -> CloudText.current(world)));
        }
        String target = line.words().getFirst();
        return new Parsed.Right(Call.of((_, world) -> switchTo(target, world)));
    }

    private static Deed switchTo(String target, World world) {
        int colon = target.indexOf(':');
        String controller = colon < 0 ? "" : target.substring(0, colon);
        if (!controller.isEmpty() && !world.table(JujuTables.CONTROLLERS).has(controller)) {
            return Focus.reject(
                    "controller " + controller + " not found", new Ref("controller", controller));
        }
        return new Deed.Ask(new SwitchModel(target));
    }
}
