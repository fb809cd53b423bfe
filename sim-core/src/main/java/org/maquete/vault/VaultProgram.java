package org.maquete.vault;

import java.util.List;
import org.maquete.tool.Parsed;
import org.maquete.tool.Program;
import org.maquete.tool.Reading;
import org.maquete.tool.Verbs;

/** The client {@code vault}. */
final class VaultProgram implements Program {

    @Override
    public String name() {
        return "vault";
    }

    @Override
    public Reading read(List<String> words, Verbs verbs) {
        return Reading.of(parsed(words, verbs));
    }

    private static Parsed parsed(List<String> words, Verbs verbs) {
        if (words.size() > 1
                && List.of("version", "-version", "--version").contains(words.get(1))) {
            return new Parsed.NotModelled("vault version");
        }
        return verbs.longest(words)
                .map(match -> match.verb().parse(match.arguments()))
                .orElseGet(() -> new Parsed.NotModelled(String.join(" ", words)));
    }

    @Override
    public boolean needsWorkload(List<String> words) {
        return true;
    }
}
