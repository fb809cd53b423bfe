package org.maquete.operator;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maquete.tool.Program;
import org.maquete.tool.Reading;
import org.maquete.tool.Verbs;

/**
 * What was last read in the words of one line of code. The line is shared by all runs that type it,
 * on several threads; a thread that does not see what another has kept reads the words itself, to
 * the same result.
 */
final class LastReading {

    private @Nullable Kept kept;

    private record Kept(Program program, List<String> words, Reading reading) {}

    @SuppressWarnings("ReferenceEquality") // a program of another model has other verbs
    Reading of(List<String> words, Program program, Verbs verbs) {
        Kept last = kept;
        if (last == null || last.program() != program || !last.words().equals(words)) {
            last = new Kept(program, List.copyOf(words), program.read(words, verbs));
            kept = last;
        }
        return last.reading();
    }
}
