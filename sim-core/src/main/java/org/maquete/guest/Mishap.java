package org.maquete.guest;

import java.util.List;
import org.maquete.world.Row;
import org.maquete.world.Sink;

/**
 * Something went wrong in a guest, or with a request, and it is known why.
 *
 * @param cause the word of a {@link Cause}
 * @param isBorne whether somebody else stood in
 * @param startedNs when the line was typed
 * @param en why, in English
 * @param pt why, in Portuguese
 * @param advice what to do, in English and Portuguese, two texts each
 * @param lines what to type, one text for each cure: lines joined
 */
record Mishap(
        int id,
        String cause,
        boolean isBorne,
        long startedNs,
        String en,
        String pt,
        List<String> advice,
        List<String> lines)
        implements Row {

    Mishap {
        advice = List.copyOf(advice);
        lines = List.copyOf(lines);
    }

    Mishap numbered(int number) {
        return new Mishap(number, cause, isBorne, startedNs, en, pt, advice, lines);
    }

    @Override
    public String key() {
        return startedNs + " " + id;
    }

    @Override
    public void encode(Sink sink) {
        sink.text("cause", cause)
                .flag("isBorne", isBorne)
                .number("startedNs", startedNs)
                .text("en", en)
                .text("pt", pt)
                .texts("advice", advice)
                .texts("lines", lines);
    }
}
