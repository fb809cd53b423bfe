package org.maquete.juju.client;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.maquete.juju.JujuView;
import org.maquete.juju.Machine;
import org.maquete.juju.Model;
import org.maquete.tool.Supplier;
import org.maquete.world.World;

/** What stands for {@code <machine-id>}: the newest machine of the model the client is in. */
final class MachineSupplier implements Supplier {

    private static final Pattern NAME =
            Pattern.compile("<?(the[ _-])?(new[ _-])?(machine|m[aá]quina)([ _-](id|number|n))?>?");

    @Override
    public Optional<String> supply(String placeholder, List<String> words, World world) {
        boolean isJuju = words.contains("juju");
        Optional<Model> model = JujuView.currentModel(world);
        if (!isJuju || model.isEmpty() || !NAME.matcher(ClientText.lower(placeholder)).matches()) {
            return Optional.empty();
        }
        return JujuView.machines(world, model.get().key()).stream()
                .filter(machine -> !machine.isContainer())
                .map(Machine::name)
                .reduce((_, last) -> last);
    }
}
