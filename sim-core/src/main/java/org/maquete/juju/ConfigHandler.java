package org.maquete.juju;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maquete.juju.catalog.CharmCatalog;
import org.maquete.juju.catalog.CharmMetadata;
import org.maquete.juju.catalog.OptionValue;
import org.maquete.juju.catalog.OptionValues;
import org.maquete.juju.catalog.Parsed;
import org.maquete.kernel.Outcome;
import org.maquete.kernel.Refusal;
import org.maquete.world.World;

/** Decides about {@code juju config} and {@code juju expose}. */
final class ConfigHandler {

    private final CharmCatalog catalog;

    ConfigHandler(CharmCatalog catalog) {
        this.catalog = catalog;
    }

    void configure(Configure command, World world, Outcome out) {
        Optional<Application> found =
                Named.application(command.model(), command.application(), world, out);
        if (found.isEmpty()) {
            return;
        }
        Application application = found.get();
        CharmMetadata charm = catalog.find(application.charm()).orElseThrow();
        List<Setting> typed = new ArrayList<>();
        for (Setting setting : command.settings()) {
            switch (OptionValues.parse(charm, setting.option(), setting.value())) {
                case Parsed.Good<OptionValue>(OptionValue value) ->
                        typed.add(new Setting(setting.option(), value.text()));
                case Parsed.Refused<OptionValue>(String message) -> {
                    out.refuse(
                            Refusal.missing(
                                    JujuRefusal.NOT_VALID, message, "option", setting.option()));
                    return;
                }
            }
        }
        for (String reset : command.resets()) {
            if (charm.option(reset).isEmpty()) {
                String message = "unknown option " + JujuRefusal.quote(reset);
                out.refuse(Refusal.missing(JujuRefusal.NOT_VALID, message, "option", reset));
                return;
            }
        }
        List<Setting> settings = Settings.merged(application.settings(), typed, command.resets());
        if (!settings.equals(application.settings())) {
            out.fact(new ApplicationConfigured(command.model(), application.name(), settings));
        }
    }

    /** The units that have read the old options run config-changed. */
    static void configured(ApplicationConfigured fact, World world, Outcome out) {
        Hook hook = Hook.of(Hook.Kind.CONFIG_CHANGED);
        for (Unit unit : JujuView.units(world, fact.model(), fact.application())) {
            if (unit.isInstalled() && !HookOrder.has(unit, hook)) {
                out.fact(new HooksQueued(unit.model(), unit.name(), List.of(hook)));
            }
        }
    }

    static void expose(Expose command, World world, Outcome out) {
        expose(command.model(), command.application(), true, world, out);
    }

    static void unexpose(Unexpose command, World world, Outcome out) {
        expose(command.model(), command.application(), false, world, out);
    }

    private static void expose(
            String model, String application, boolean exposed, World world, Outcome out) {
        Optional<Application> found = Named.application(model, application, world, out);
        if (found.isPresent() && found.get().exposed() != exposed) {
            out.fact(new ApplicationExposed(model, application, exposed));
        }
    }
}
