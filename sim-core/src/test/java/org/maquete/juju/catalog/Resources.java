package org.maquete.juju.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Resources of the class path as text. */
public final class Resources implements CharmTexts {

    /** All charms of the catalogue. */
    public static final CharmCatalog CATALOG = new CharmCatalog(new Resources());

    static CharmMetadata charm(String name) {
        return CATALOG.find(name).orElseThrow();
    }

    /** The text of a resource. */
    public static String read(String path) {
        try (InputStream in = Resources.class.getResourceAsStream(path)) {
            return new String(
                    Objects.requireNonNull(in, path).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    @Override
    public List<String> names() {
        return read("/org/maquete/juju/charms/index.txt").lines().toList();
    }

    @Override
    public String text(String charm) {
        return read("/org/maquete/juju/charms/" + charm + ".yaml");
    }
}
