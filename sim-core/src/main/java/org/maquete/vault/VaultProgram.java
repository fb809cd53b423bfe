package org.maquete.vault;

import java.util.List;
import org.maquete.tool.Parsed;
import org.maquete.tool.Program;
import org.maquete.tool.Session;
import org.maquete.tool.Verbs;
import org.maquete.world.World;

/** The client {@code vault}. */
final class VaultProgram implements Program {

    @Override
    public String name() {
        return "vault";
    }

    @Override
    public Parsed parse(List<String> words, Verbs verbs, Session session, World world) {
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
