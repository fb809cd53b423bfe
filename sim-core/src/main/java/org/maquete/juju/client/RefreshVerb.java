package org.maquete.juju.client;

import java.util.List;
import java.util.Optional;
import org.maquete.juju.RefreshCharm;
import org.maquete.juju.catalog.Channel;
import org.maquete.tool.Parsed;
import org.maquete.tool.gnuflag.Flag;
import org.maquete.tool.gnuflag.FlagResult;

/**
 * {@code juju refresh}: cmd/juju/application/refresh.go of juju 3.6. Its old name, {@code
 * upgrade-charm}, is gone since 3.0.
 */
final class RefreshVerb {

    // flags that would change the charm or what it is given and that this model does not have
    private static final List<String> NOT_MODELLED =
            List.of("bind", "config", "path", "resource", "revision", "storage", "switch");

    private RefreshVerb() {}

    static List<ClientVerb> verbs() {
        return List.of(
                ClientVerb.inModel(
                        "refresh",
                        "",
                        RefreshVerb::read,
                        Flag.text("base"),
                        Flag.text("bind"),
                        Flag.text("channel"),
                        Flag.text("config"),
                        Flag.bool("force"),
                        Flag.bool("force-base"),
                        Flag.bool("force-series"),
                        Flag.bool("force-units"),
                        Flag.text("path"),
                        Flag.text("resource"),
                        Flag.text("revision"),
                        Flag.text("storage"),
                        Flag.text("switch"),
                        Flag.bool("trust")));
    }

    private static Parsed read(FlagResult.Parsed line) {
        List<String> words = line.words();
        if (words.isEmpty()) {
            return ClientText.usage("no application specified");
        }
        if (words.size() > 1) {
            return Arguments.unrecognized(words.subList(1, words.size()));
        }
        String application = words.getFirst();
        if (!application.matches(Names.APPLICATION)) {
            return ClientText.usage("invalid application name " + ClientText.quote(application));
        }
        Optional<String> conflict = conflict(line);
        if (conflict.isPresent()) {
            return ClientText.usage(conflict.get());
        }
        for (String flag : NOT_MODELLED) {
            if (line.text(flag).isPresent()) {
                return new Parsed.NotModelled("juju refresh --" + flag);
            }
        }
        String channel = line.text("channel").orElse("");
        if (!channel.isEmpty()
                && Channel.parse(channel)
                        instanceof org.maquete.juju.catalog.Parsed.Refused<Channel>(String why)) {
            return ClientText.usage(why);
        }
        return new Parsed.Right(
                ModelVerbs.ask(line, model -> new RefreshCharm(model, application, channel))
                        .refusing(ClientText::failedCall));
    }

    private static Optional<String> conflict(FlagResult.Parsed line) {
        List<String> pairs = List.of("switch revision", "path revision", "switch path");
        for (String pair : pairs) {
            String one = pair.substring(0, pair.indexOf(' '));
            String other = pair.substring(pair.indexOf(' ') + 1);
            if (line.text(one).isPresent() && line.text(other).isPresent()) {
                return Optional.of("--" + one + " and --" + other + " are mutually exclusive");
            }
        }
        return Optional.empty();
    }
}
