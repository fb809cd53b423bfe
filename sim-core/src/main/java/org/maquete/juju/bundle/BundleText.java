package org.maquete.juju.bundle;

import java.util.List;
import java.util.stream.Collectors;
import org.maquete.juju.catalog.GoSyntax;
import org.maquete.juju.catalog.OptionValues;
import org.snakeyaml.engine.v2.nodes.Node;

/** How Go prints what stands in the messages about bundles. */
final class BundleText {

    private BundleText() {}

    /** %q of a text. */
    static String quote(String text) {
        return GoSyntax.quote(text);
    }

    /** %q of a list of texts: {@code ["a" "b"]}. */
    static String quote(List<String> texts) {
        return texts.stream().map(BundleText::quote).collect(Collectors.joining(" ", "[", "]"));
    }

    static boolean isTextOrInt(Node node) {
        return OptionValues.isTextOrWhole(node);
    }
}
