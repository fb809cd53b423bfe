package org.maquete.juju.client;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.maquete.finding.Nearest;
import org.maquete.juju.Binding;
import org.maquete.juju.DeployApplication;
import org.maquete.juju.Setting;
import org.maquete.juju.catalog.Channel;
import org.maquete.juju.catalog.CharmCatalog;
import org.maquete.juju.catalog.CharmMetadata;
import org.maquete.juju.catalog.CharmReference;
import org.maquete.kernel.Answer;
import org.maquete.kernel.Ref;
import org.maquete.kernel.Refusal;
import org.maquete.tool.Deed;
import org.maquete.tool.Parsed;
import org.maquete.tool.Rejected;
import org.maquete.tool.Session;
import org.maquete.tool.gnuflag.Flag;
import org.maquete.tool.gnuflag.FlagResult;
import org.maquete.world.World;

/** {@code juju deploy}: cmd/juju/application/deploy.go and deployer/charm.go of juju 3.6. */
final class DeployVerb {

    // flags that would change what is deployed and that this model does not have
    private static final List<String> NOT_MODELLED =
            List.of("attach-storage", "device", "resource", "revision", "storage");

    private final CharmCatalog catalog;

    DeployVerb(CharmCatalog catalog) {
        this.catalog = catalog;
    }

    /** What the words say, bar the option values. */
    private record Wish(
            FlagResult.Parsed line,
            String charm,
            String application,
            String channel,
            String base,
            String constraints) {

        String name() {
            return application.isEmpty() ? charm : application;
        }

        List<String> placement() {
            return Placements.read(line);
        }

        int units() {
            return Math.toIntExact(line.whole("num-units").orElse(1L));
        }
    }

    ClientVerb verb() {
        return ClientVerb.inModel(
                "deploy",
                "application",
                this::read,
                Flag.text("attach-storage"),
                Flag.text("base"),
                Flag.text("bind"),
                Flag.text("channel"),
                Flag.text("config"),
                Flag.text("constraints"),
                Flag.text("device"),
                Flag.bool("dry-run"),
                Flag.bool("force"),
                Flag.text("map-machines"),
                Flag.whole("num-units", "n"),
                Flag.text("overlay"),
                Flag.text("resource"),
                Flag.whole("revision"),
                Flag.text("series"),
                Flag.text("storage"),
                Flag.text("to"),
                Flag.bool("trust"));
    }

    private Parsed read(FlagResult.Parsed line) {
        if (line.words().isEmpty()) {
            return ClientText.usage("no charm or bundle specified");
        }
        if (line.words().size() > 2) {
            return Arguments.unrecognized(line.words().subList(2, line.words().size()));
        }
        if (line.text("base").isPresent() && line.text("series").isPresent()) {
            return ClientText.usage("--series and --base cannot be specified together");
        }
        if (line.whole("num-units").orElse(1L) < 1) {
            return ClientText.usage("--num-units must be a positive integer");
        }
        if (BundleCall.mapping(line.text("map-machines").orElse(""))
                instanceof org.maquete.juju.catalog.Parsed.Refused<?>(String message)) {
            return ClientText.usage(message);
        }
        Optional<String> placement = Placements.refusal(line);
        if (placement.isPresent()) {
            return ClientText.usage(placement.get());
        }
        return charm(line);
    }

    private Parsed charm(FlagResult.Parsed line) {
        String word = line.words().getFirst();
        return switch (CharmReference.parse(word)) {
            case org.maquete.juju.catalog.Parsed.Refused<CharmReference>(String message) ->
                    refusedOrFile(line, message);
            case org.maquete.juju.catalog.Parsed.Good<CharmReference>(CharmReference charm) ->
                    switch (charm.kind()) {
                        case CHARMHUB -> charmhub(line, charm.name());
                        case CHARM_STORE -> new Parsed.NotModelled("the charm store (cs:)");
                        case LOCAL ->
                                word.endsWith(".charm") || word.startsWith("local:")
                                        ? new Parsed.NotModelled("deploying the file " + word)
                                        : new Parsed.Right(BundleCall.of(catalog, line));
                    };
        };
    }

    private static Parsed refusedOrFile(FlagResult.Parsed line, String message) {
        Parsed refused = ClientText.usage(message);
        if (refused instanceof Parsed.Wrong(Rejected rejected)) {
            Optional<Call> file = BundleCall.ambiguous(line, rejected.answer());
            if (file.isPresent()) {
                return new Parsed.Right(file.get());
            }
        }
        return refused;
    }

    /** Flags that a charm does not take or that this model does not have. */
    private static Optional<Parsed> unfit(FlagResult.Parsed line) {
        List<String> ofBundles =
                Stream.of("map-machines", "overlay")
                        .filter(flag -> line.text(flag).isPresent())
                        .map(flag -> "--" + flag)
                        .toList();
        if (!ofBundles.isEmpty()) {
            String message =
                    "options provided but not supported when deploying a charm: "
                            + String.join(", ", ofBundles);
            return Optional.of(new Parsed.Wrong(ClientText.error(message, Ref.NONE)));
        }
        for (String flag : NOT_MODELLED) {
            if (line.text(flag).isPresent()) {
                return Optional.of(new Parsed.NotModelled("juju deploy --" + flag));
            }
        }
        return line.flag("dry-run")
                ? Optional.of(new Parsed.NotModelled("juju deploy --dry-run"))
                : Optional.empty();
    }

    private Parsed charmhub(FlagResult.Parsed line, String charm) {
        Optional<Parsed> unfit = unfit(line);
        if (unfit.isPresent()) {
            return unfit.get();
        }
        String channel = line.text("channel").orElse("");
        if (!channel.isEmpty()
                && Channel.parse(channel)
                        instanceof org.maquete.juju.catalog.Parsed.Refused<Channel>(String why)) {
            return ClientText.usage("error in --channel: " + why);
        }
        String constraints = Constraints.joined(line.all("constraints"));
        String application = line.words().size() > 1 ? line.words().get(1) : "";
        return switch (BaseWords.read(line, "base", "series")) {
            case org.maquete.juju.catalog.Parsed.Refused<String>(String message) ->
                    ClientText.usage(message);
            case org.maquete.juju.catalog.Parsed.Good<String>(String base) ->
                    new Parsed.Right(
                            call(new Wish(line, charm, application, channel, base, constraints)));
        };
    }

    private Call call(Wish wish) {
        return Call.of((session, world) -> act(wish, session, world))
                .finishing((server, _) -> warned(wish, server))
                .refusing(refusal -> failed(wish, refusal.message()));
    }

    private Deed act(Wish wish, Session session, World world) {
        return Focus.model(
                wish.line(), session, world, model -> inModel(wish, model.key(), session, world));
    }

    private Deed inModel(Wish wish, String model, Session session, World world) {
        Optional<String> constraint = Constraints.refusal(wish.constraints());
        if (constraint.isPresent()) {
            return Focus.reject(constraint.get(), new Ref("constraint", wish.constraints()));
        }
        Optional<CharmMetadata> charm = catalog.find(wish.charm());
        if (charm.isEmpty()) {
            // A charm that the catalogue lacks may well exist; a near miss of one it has does not.
            return Nearest.of(wish.charm(), catalog.names(), 2).isEmpty()
                    ? new Deed.NotModelled("the charm " + wish.charm())
                    : ask(wish, model, List.of(), List.of());
        }
        return switch (BindWords.read(wish.line().text("bind").orElse(""), model, world)) {
            case BindWords.Read.Failed(Deed deed) -> deed;
            case BindWords.Read.Bindings(List<Binding> bindings) ->
                    configured(wish, model, charm.get(), session, bindings);
        };
    }

    private static Deed configured(
            Wish wish, String model, CharmMetadata charm, Session session, List<Binding> bindings) {
        return switch (Options.read(wish.line().all("config"), charm, wish.name(), session)) {
            case Options.Read.Settings(List<Setting> settings) ->
                    ask(wish, model, settings, bindings);
            case Options.Read.Failed(Deed deed) -> deed;
            case Options.Read.Refused(String message, Ref missed) ->
                    Focus.reject(
                            new Rejected(
                                    new Refusal("", "", message, missed), failed(wish, message)));
        };
    }

    private static Deed ask(
            Wish wish, String model, List<Setting> settings, List<Binding> bindings) {
        List<Setting> all = settings;
        if (wish.line().flag("trust")) {
            all = new java.util.ArrayList<>(settings);
            all.add(new Setting("trust", "true"));
        }
        return new Deed.Ask(
                new DeployApplication(
                        model,
                        wish.charm(),
                        wish.application(),
                        wish.units(),
                        wish.placement(),
                        wish.channel(),
                        wish.base(),
                        wish.constraints(),
                        all,
                        bindings));
    }

    /** Each error of the server on a line, then the sentence that ends them. */
    private static Answer failed(Wish wish, String message) {
        StringBuilder text = new StringBuilder();
        for (String line : message.split("\n", -1)) {
            text.append("ERROR ").append(line).append('\n');
        }
        text.append("ERROR failed to deploy charm ").append(ClientText.quote(wish.charm()));
        return Answer.failed(1, text.toString());
    }

    private static Answer warned(Wish wish, Answer server) {
        if (wish.placement().size() <= wish.units()) {
            return server;
        }
        String warning =
                "WARNING "
                        + wish.units()
                        + " unit(s) will be deployed, extra placement directives will be ignored\n";
        return new Answer(server.stdout(), warning + server.stderr(), server.exit());
    }
}
