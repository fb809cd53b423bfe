package org.maquete.juju;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maquete.juju.catalog.Channel;
import org.maquete.juju.catalog.CharmCatalog;
import org.maquete.juju.catalog.CharmMetadata;
import org.maquete.juju.catalog.Parsed;
import org.maquete.kernel.Answer;
import org.maquete.kernel.Outcome;
import org.maquete.world.World;

/**
 * Decides about {@code juju refresh}: juju 3.6 cmd/juju/application/refresh.go.
 *
 * <p>The catalogue knows one revision of each charm. A refresh finds something new when the
 * application has another revision than that, or is moved to another track; a track holds other
 * charms than its neighbour, but their revisions are not known here and print as the one that is.
 */
final class RefreshHandler {

    private final CharmCatalog catalog;

    RefreshHandler(CharmCatalog catalog) {
        this.catalog = catalog;
    }

    void refresh(RefreshCharm command, World world, Outcome out) {
        Optional<Application> found =
                Named.application(command.model(), command.application(), world, out);
        if (found.isEmpty()) {
            return;
        }
        Application application = found.get();
        CharmMetadata charm = catalog.find(application.charm()).orElseThrow();
        String channel = command.channel().isEmpty() ? application.channel() : command.channel();
        boolean isNew =
                charm.revision() != application.revision()
                        || !track(channel).equals(track(application.channel()));
        if (isNew || !channel.equals(application.channel())) {
            out.fact(
                    new CharmRefreshed(
                            command.model(), application.name(), channel, charm.revision(), isNew));
        }
        out.answer(Answer.told(told(application, charm, channel, isNew)));
    }

    private static String track(String channel) {
        return switch (Channel.parse(channel)) {
            case Parsed.Good<Channel>(Channel good) -> good.track();
            case Parsed.Refused<Channel> _ -> channel;
        };
    }

    private static String told(
            Application application, CharmMetadata charm, String channel, boolean isNew) {
        String name = JujuRefusal.quote(charm.name());
        if (isNew) {
            return "Added charm-hub charm "
                    + name
                    + ", revision "
                    + charm.revision()
                    + " in channel "
                    + channel
                    + ", to the model";
        }
        // GUESS, text of the first half: cmd/juju/application/refresher from memory
        String same = "charm " + name + ": already up-to-date";
        return channel.equals(application.channel())
                ? same
                : same
                        + ". Note: all future refreshes will now use channel "
                        + JujuRefusal.quote(channel);
    }

    /** Units with an agent unpack the charm and look at their options again. */
    static void refreshed(CharmRefreshed fact, World world, Outcome out) {
        if (!fact.upgraded()) {
            return;
        }
        for (Unit unit : JujuView.units(world, fact.model(), fact.application())) {
            List<Hook> hooks = new ArrayList<>();
            for (Hook.Kind kind : List.of(Hook.Kind.UPGRADE_CHARM, Hook.Kind.CONFIG_CHANGED)) {
                if (unit.isInstalled() && !HookOrder.has(unit, Hook.of(kind))) {
                    hooks.add(Hook.of(kind));
                }
            }
            if (!hooks.isEmpty()) {
                out.fact(new HooksQueued(unit.model(), unit.name(), hooks));
            }
        }
    }
}
