package org.maquete.maas.client;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.maquete.maas.MaasView;
import org.maquete.tool.Supplier;
import org.maquete.world.World;

/** The API key and the system ids that a person would copy from what MAAS has printed. */
final class KeySupplier implements Supplier {

    @Override
    public Optional<String> supply(String placeholder, List<String> words, World world) {
        if (!words.contains("maas")) {
            return Optional.empty();
        }
        String name = placeholder.toLowerCase(Locale.ROOT);
        if (words.contains("login")) {
            return name.contains("key") || name.contains("cred") || name.contains("chave")
                    ? Optional.of(ApiKey.text())
                    : Optional.empty();
        }
        boolean isId = name.contains("system") || name.contains("id");
        return isId
                ? MaasView.machines(world).stream()
                        .map(machine -> machine.systemId())
                        .reduce((_, last) -> last)
                : Optional.empty();
    }
}
