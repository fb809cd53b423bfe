package org.maquete.guest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.maquete.finding.Cure;
import org.maquete.finding.TypedLine;
import org.maquete.finding.Words;
import org.maquete.world.World;

/** What went wrong while a line was typed, as findings tell it. */
final class Mishaps {

    private static final List<String> FIRST_WORDS =
            List.of(
                    "the",
                    "no",
                    "nobody",
                    "nothing",
                    "only",
                    "port",
                    "a",
                    "o",
                    "os",
                    "as",
                    "só",
                    "nada",
                    "ninguém",
                    "nenhum",
                    "já",
                    "security",
                    "nenhuma");

    private Mishaps() {}

    /** Those of a line, in order. */
    static List<Mishap> of(TypedLine line, World world) {
        return world.table(GuestTables.MISHAPS).where(m -> m.startedNs() == line.typedNs());
    }

    static String rule(Mishap mishap) {
        return "guest." + mishap.cause();
    }

    /** A whole sentence of what is half a one. */
    static Words cause(Mishap mishap) {
        return new Words(sentence(mishap.en()), sentence(mishap.pt()));
    }

    /** Names of servers and programs stay as they are written. */
    private static String sentence(String half) {
        int blank = half.indexOf(' ');
        boolean isName = blank < 0 || !FIRST_WORDS.contains(half.substring(0, blank));
        String first =
                half.isEmpty() || isName ? half : half.substring(0, 1).toUpperCase(Locale.ROOT);
        return isName ? half + "." : first + half.substring(1) + ".";
    }

    static List<Cure> cures(Mishap mishap) {
        List<Cure> all = new ArrayList<>();
        for (int i = 0; i < mishap.lines().size(); i++) {
            Words words = new Words(mishap.advice().get(2 * i), mishap.advice().get(2 * i + 1));
            String lines = mishap.lines().get(i);
            all.add(
                    lines.isEmpty()
                            ? Cure.advice(words)
                            : Cure.before(words, lines.split("\n", -1)));
        }
        return all;
    }
}
