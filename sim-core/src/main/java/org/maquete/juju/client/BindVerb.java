package org.maquete.juju.client;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.maquete.juju.Application;
import org.maquete.juju.BindEndpoints;
import org.maquete.juju.Binding;
import org.maquete.juju.JujuView;
import org.maquete.juju.Model;
import org.maquete.juju.SpaceView;
import org.maquete.juju.catalog.CharmCatalog;
import org.maquete.kernel.Ref;
import org.maquete.tool.Deed;
import org.maquete.tool.Parsed;
import org.maquete.tool.gnuflag.Flag;
import org.maquete.tool.gnuflag.FlagResult;
import org.maquete.world.World;

/** {@code juju bind}: cmd/juju/application/bind.go of juju 3.6. */
final class BindVerb {

    private final CharmCatalog catalog;

    BindVerb(CharmCatalog catalog) {
        this.catalog = catalog;
    }

    ClientVerb verb() {
        return ClientVerb.inModel("bind", "", this::read, Flag.bool("force"));
    }

    private Parsed read(FlagResult.Parsed line) {
        List<String> words = line.words();
        if (words.isEmpty()) {
            return ClientText.usage("no application specified");
        }
        if (!words.getFirst().matches(Names.APPLICATION)) {
            return ClientText.usage(
                    "invalid application name " + ClientText.quote(words.getFirst()));
        }
        return new Parsed.Right(
                Call.of((session, world) ->
                        Focus.model(line, session, world, model -> act(line, model, world))));
    }

    private Deed act(FlagResult.Parsed line, Model model, World world) {
        List<String> words = line.words();
        String name = words.getFirst();
        String text = String.join(" ", words.subList(1, words.size()));
        return switch (BindWords.read(text, model.key(), world)) {
            case BindWords.Read.Failed(Deed deed) -> deed;
            case BindWords.Read.Bindings(List<Binding> bindings) -> {
                Optional<Application> found = JujuView.application(world, model.key(), name);
                if (bindings.isEmpty()) {
                    yield Focus.reject("no bindings specified", Ref.NONE);
                }
                if (found.isEmpty()) {
                    // a whole call failed, so that the code of the API stands behind it
                    String missing = "application " + ClientText.quote(name);
                    yield Focus.reject(
                            missing + " not found (not found)", new Ref("application", name));
                }
                Map<String, String> old =
                        SpaceView.bindings(
                                world,
                                found.get(),
                                catalog.find(found.get().charm()).orElseThrow());
                for (Binding binding : bindings) {
                    if (!old.containsKey(binding.endpoint())) {
                        String missing = "endpoint " + ClientText.quote(binding.endpoint());
                        yield Focus.reject(
                                missing + " not found", new Ref("endpoint", binding.endpoint()));
                    }
                }
                boolean force = line.flag("force");
                yield new Deed.Ask(new BindEndpoints(model.key(), name, bindings, force));
            }
        };
    }
}
