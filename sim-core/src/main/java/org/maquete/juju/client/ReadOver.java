package org.maquete.juju.client;

import java.util.ArrayList;
import java.util.List;
import org.maquete.juju.bundle.BundleApplication;
import org.maquete.juju.bundle.BundleProblem;
import org.maquete.juju.bundle.BundleReading;

/** What of a bundle has no effect: keys that Juju does not know, and what is not modelled. */
final class ReadOver {

    private ReadOver() {}

    /**
     * What a dry run says about fields that Juju ignores, and only a dry run: deployer/bundle.go,
     * printDryRunUnmarshalErrors. The names of Go's types are a GUESS.
     */
    static String warning(List<BundleProblem> notes) {
        if (notes.isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder("WARNING These fields\n yaml: unmarshal errors:\n");
        for (BundleProblem note : notes) {
            text.append("  line ").append(note.place().line()).append(": ");
            text.append(note.message()).append('\n');
        }
        return text.append("will be ignored during deployment\n\n").toString();
    }

    /** The notes with their places; then, for each application, what the model leaves out. */
    static List<String> lines(BundleReading.Composed read) {
        List<String> lines = new ArrayList<>();
        read.notes().forEach(note -> lines.add(note.toString()));
        for (BundleApplication each : read.bundle().applications().values()) {
            String name = each.place() + ": application " + each.name() + ", not modelled: ";
            if (!each.storage().isEmpty()) {
                lines.add(name + "storage");
            }
            if (!each.devices().isEmpty()) {
                lines.add(name + "devices");
            }
            if (!each.plan().isEmpty()) {
                lines.add(name + "plan");
            }
        }
        return lines;
    }
}
