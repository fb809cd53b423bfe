package org.maquete.juju.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maquete.juju.Application;
import org.maquete.juju.Configure;
import org.maquete.juju.JujuView;
import org.maquete.juju.Model;
import org.maquete.juju.Setting;
import org.maquete.juju.catalog.CharmCatalog;
import org.maquete.juju.catalog.CharmMetadata;
import org.maquete.kernel.Answer;
import org.maquete.kernel.Ref;
import org.maquete.kernel.Refusal;
import org.maquete.tool.Deed;
import org.maquete.tool.Parsed;
import org.maquete.tool.Session;
import org.maquete.tool.gnuflag.Flag;
import org.maquete.tool.gnuflag.FlagResult;
import org.maquete.world.World;

/** {@code juju config}: cmd/juju/application/config.go and cmd/juju/config of juju 3.6. */
final class ConfigVerb {

    private final CharmCatalog catalog;

    ConfigVerb(CharmCatalog catalog) {
        this.catalog = catalog;
    }

    ClientVerb verb() {
        return ClientVerb.inModel(
                "config",
                "",
                this::read,
                Flag.text("file"),
                Flag.text("reset"),
                Flag.text("format"),
                Flag.text("output", "o"),
                Flag.bool("color"),
                Flag.bool("no-color"));
    }

    private Parsed read(FlagResult.Parsed line) {
        if (line.words().isEmpty()) {
            return ClientText.usage("no application specified");
        }
        List<String> rest = line.words().subList(1, line.words().size());
        List<String> keys = rest.stream().filter(word -> word.indexOf('=') <= 0).toList();
        boolean changes =
                keys.size() < rest.size()
                        || line.text("file").isPresent()
                        || line.text("reset").isPresent();
        if (!keys.isEmpty() && changes) {
            return ClientText.usage("cannot set and retrieve default values simultaneously");
        }
        if (keys.size() > 1) {
            return ClientText.usage("can only retrieve a single value, or all values");
        }
        if (!changes && keys.isEmpty()) {
            return new Parsed.NotModelled("juju config of all options");
        }
        String application = line.words().getFirst();
        return new Parsed.Right(
                Call.of((session, world) ->
                                Focus.model(
                                        line,
                                        session,
                                        world,
                                        m ->
                                                changes
                                                        ? change(line, m, session, world)
                                                        : show(
                                                                m,
                                                                application,
                                                                keys.getFirst(),
                                                                world)))
                        .refusing(ConfigVerb::refused));
    }

    private static Answer refused(Refusal refusal) {
        return refusal.missed().kind().equals("application")
                ? ClientText.failedCall(refusal)
                : ClientText.failed(refusal.message());
    }

    private Deed show(Model model, String name, String option, World world) {
        Optional<Application> application = JujuView.application(world, model.key(), name);
        if (application.isEmpty()) {
            return missing(name);
        }
        Optional<CharmMetadata> charm = catalog.find(application.get().charm());
        boolean known = option.equals("trust") || charm.flatMap(c -> c.option(option)).isPresent();
        return known
                ? new Deed.Say(Answer.of(JujuView.config(world, application.get(), option) + "\n"))
                : Focus.reject(
                        "key "
                                + ClientText.quote(option)
                                + " not found in "
                                + ClientText.quote(name)
                                + " application config or charm settings.",
                        new Ref("option", option));
    }

    private static Deed missing(String name) {
        Refusal refusal =
                Refusal.missing(
                        "not found",
                        "application " + ClientText.quote(name) + " not found",
                        "application",
                        name);
        return new Deed.Reject(
                new org.maquete.tool.Rejected(refusal, ClientText.failedCall(refusal)));
    }

    private Deed change(FlagResult.Parsed line, Model model, Session session, World world) {
        String name = line.words().getFirst();
        Optional<Application> application = JujuView.application(world, model.key(), name);
        if (application.isEmpty()) {
            return missing(name);
        }
        List<Setting> settings = new ArrayList<>();
        if (line.text("file").isPresent()) {
            CharmMetadata charm = catalog.find(application.get().charm()).orElseThrow();
            switch (Options.file(line.text("file").get(), charm, name, session)) {
                case Options.Read.Settings(List<Setting> found) -> settings.addAll(found);
                case Options.Read.Failed(Deed deed) -> {
                    return deed;
                }
                case Options.Read.Refused(String message, Ref missed) -> {
                    return Focus.reject(message, missed);
                }
            }
        }
        for (String word : line.words().subList(1, line.words().size())) {
            int equal = word.indexOf('=');
            String value = word.substring(equal + 1);
            if (value.startsWith("@")) {
                Optional<String> text = session.file(value.substring(1));
                if (text.isEmpty()) {
                    return Options.missing(value.substring(1));
                }
                value = text.get();
            }
            settings.add(new Setting(word.substring(0, equal), value));
        }
        return new Deed.Ask(new Configure(model.key(), name, settings, resets(line)));
    }

    private static List<String> resets(FlagResult.Parsed line) {
        List<String> resets = new ArrayList<>();
        for (String value : line.all("reset")) {
            for (String option : value.split(",", -1)) {
                resets.add(option.strip());
            }
        }
        return resets;
    }
}
