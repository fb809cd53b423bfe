package org.maquete.juju.client;

import java.util.List;
import java.util.stream.Collectors;
import org.maquete.tool.Parsed;

/** How commands count their words: juju/cmd, args.go. */
final class Arguments {

    private Arguments() {}

    /** CheckEmpty: more words than the command takes. */
    static Parsed unrecognized(List<String> words) {
        String list =
                words.stream().map(ClientText::quote).collect(Collectors.joining(" ", "[", "]"));
        return ClientText.usage("unrecognized args: " + list);
    }
}
