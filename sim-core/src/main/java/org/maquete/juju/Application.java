package org.maquete.juju;

import java.util.List;
import org.maquete.world.Row;
import org.maquete.world.Sink;

/**
 * An application of a model.
 *
 * @param model the model's key
 * @param name the natural key is {@code model name} with a blank
 * @param charm the charm's name in the catalogue
 * @param channel {@code yoga/stable}
 * @param revision the charm's revision
 * @param base {@code ubuntu@22.04}
 * @param subordinate whether its units live beside units of others
 * @param exposed whether it was exposed
 * @param constraints as typed, normalised, or empty
 * @param settings options that were set, in order of option
 * @param leaderStatus the application status set by the leader; {@link StatusInfo#NONE}: derived
 * @param version the workload version
 * @param dying whether it is being removed
 * @param nextUnit the number of the next unit; never reused
 */
public record Application(
        int id,
        String model,
        String name,
        String charm,
        String channel,
        int revision,
        String base,
        boolean subordinate,
        boolean exposed,
        String constraints,
        List<Setting> settings,
        StatusInfo leaderStatus,
        String version,
        boolean dying,
        int nextUnit)
        implements Row {

    public Application {
        settings = List.copyOf(settings);
    }

    @Override
    public String key() {
        return model + " " + name;
    }

    Application withExposed(boolean exposed) {
        return with(channel, revision, exposed, settings, leaderStatus, version, dying, nextUnit);
    }

    Application withSettings(List<Setting> settings) {
        return with(channel, revision, exposed, settings, leaderStatus, version, dying, nextUnit);
    }

    Application withLeaderStatus(StatusInfo leaderStatus) {
        return with(channel, revision, exposed, settings, leaderStatus, version, dying, nextUnit);
    }

    Application withVersion(String version) {
        return with(channel, revision, exposed, settings, leaderStatus, version, dying, nextUnit);
    }

    Application withDying(boolean dying) {
        return with(channel, revision, exposed, settings, leaderStatus, version, dying, nextUnit);
    }

    Application withCharm(String channel, int revision) {
        return with(channel, revision, exposed, settings, leaderStatus, version, dying, nextUnit);
    }

    Application withNextUnit(int nextUnit) {
        return with(channel, revision, exposed, settings, leaderStatus, version, dying, nextUnit);
    }

    private Application with(
            String channel,
            int revision,
            boolean exposed,
            List<Setting> settings,
            StatusInfo leaderStatus,
            String version,
            boolean dying,
            int nextUnit) {
        return new Application(
                id,
                model,
                name,
                charm,
                channel,
                revision,
                base,
                subordinate,
                exposed,
                constraints,
                settings,
                leaderStatus,
                version,
                dying,
                nextUnit);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("model", model).text("name", name).text("charm", charm).text("channel", channel);
        sink.number("revision", revision).text("base", base).flag("subordinate", subordinate);
        sink.flag("exposed", exposed).text("constraints", constraints);
        sink.texts("settings", settings.stream().map(Setting::toString).toList());
        leaderStatus.encode("leaderStatus", sink);
        sink.text("version", version).flag("dying", dying).number("nextUnit", nextUnit);
    }
}
