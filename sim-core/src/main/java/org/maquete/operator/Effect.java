package org.maquete.operator;

import java.util.List;
import org.maquete.kernel.Answer;
import org.maquete.kernel.Fact;
import org.maquete.runbook.SourceText;

/** What one of the shell's own programs did. */
sealed interface Effect {

    /** It printed this, and these things changed. */
    record Done(Answer answer, List<Fact> facts) implements Effect {}

    /** The lines of this file come next. */
    record Enter(SourceText file) implements Effect {}

    /** It takes this long and prints nothing. */
    record Sleep(long ns) implements Effect {}

    /** It is not modelled; it succeeds, and this is what changed all the same. */
    record NotModelled(String feature, List<Fact> facts) implements Effect {}

    /** It printed this and nothing changed. */
    static Effect print(String stdout) {
        return new Done(Answer.of(stdout), List.of());
    }

    /** It failed with this on standard error. */
    static Effect fail(int exit, String stderr) {
        return new Done(Answer.failed(exit, stderr), List.of());
    }

    /** It printed nothing and this changed. */
    static Effect facts(Fact... facts) {
        return new Done(Answer.SILENT, List.of(facts));
    }
}
