package org.maquete.juju.client;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.maquete.juju.Binding;
import org.maquete.juju.SpaceView;
import org.maquete.kernel.Ref;
import org.maquete.tool.Deed;
import org.maquete.world.World;

/**
 * What {@code --bind} and {@code juju bind} say: {@code public db=internal}. cmd/juju/application,
 * parseBindExpr of juju 3.6, which asks the controller for its spaces.
 */
final class BindWords {

    private static final String FORM =
            "--bind must be in the form '[<default-space>] [<endpoint-name>=<space> ...]'; ";

    /** What came out. */
    sealed interface Read {
        /** Endpoints and their spaces; the default has no name. */
        record Bindings(List<Binding> bindings) implements Read {}

        /** The client does not take it. */
        record Failed(Deed deed) implements Read {}
    }

    private BindWords() {}

    static Read read(String text, String model, World world) {
        Map<String, Binding> bindings = new LinkedHashMap<>();
        for (String word : text.split("[ \t\n]+", -1)) {
            if (word.isEmpty()) {
                continue;
            }
            String[] parts = word.split("=", -1);
            if (parts.length == 2 && parts[0].isEmpty()) {
                return failed(
                        FORM
                                + "found \"=\" without endpoint name. Use a lone space name to set"
                                + " the default.",
                        Ref.NONE);
            }
            if (parts.length > 2) {
                return failed(
                        FORM
                                + "found multiple \"=\" in binding. Did you forget to"
                                + " space-separate the binding list?",
                        Ref.NONE);
            }
            String space = trimmed(parts[parts.length - 1]);
            if (SpaceView.space(world, model, space).isEmpty()) {
                return failed(
                        "space " + ClientText.quote(space) + " not found", new Ref("space", space));
            }
            String endpoint = parts.length == 1 ? "" : parts[0];
            bindings.put(endpoint, new Binding(endpoint, space));
        }
        return new Read.Bindings(new ArrayList<>(bindings.values()));
    }

    private static Read failed(String message, Ref missed) {
        return new Read.Failed(Focus.reject(message, missed));
    }

    /** Without quotes around it. */
    private static String trimmed(String space) {
        int from = 0;
        int to = space.length();
        while (from < to && space.charAt(from) == '"') {
            from++;
        }
        while (to > from && space.charAt(to - 1) == '"') {
            to--;
        }
        return space.substring(from, to);
    }
}
