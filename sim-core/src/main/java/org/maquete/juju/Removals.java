package org.maquete.juju;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maquete.kernel.Answer;
import org.maquete.kernel.Outcome;
import org.maquete.kernel.Ref;
import org.maquete.kernel.Refusal;

/**
 * What a remove command reports of each name: juju 3.6 cmd/juju/application/removeunit.go and
 * removeapplication.go, cmd/juju/machine/remove.go. What will go is printed on standard output, an
 * error of one name does not keep the others, and the command then fails.
 */
final class Removals {

    private static final String PREVIEW =
            "WARNING This command will perform the following actions:\n";

    private final Removal how;
    private final String kind;
    private final StringBuilder will = new StringBuilder();
    private final StringBuilder errors = new StringBuilder();
    private final List<String> messages = new ArrayList<>();
    private Optional<Refusal> first = Optional.empty();
    private boolean needsForce;

    Removals(Removal how, String kind) {
        this.how = how;
        this.kind = kind;
    }

    void will(String name) {
        will.append("will remove ").append(kind).append(' ').append(name);
        will.append(how.keepInstance() ? " (but retaining cloud instance)\n" : "\n");
        needsForce |= name.indexOf('/') > 0 && kind.equals("machine");
    }

    void alsoUnit(Unit unit) {
        will.append("- will remove unit ").append(unit.name()).append('\n');
        needsForce |= kind.equals("machine");
    }

    void refused(String name, Refusal why) {
        errors.append("ERROR ").append(failed(kind, name, why.message())).append('\n');
        messages.add(why.message());
        if (first.isEmpty()) {
            first = Optional.of(why);
        }
    }

    /** The client's words around the server's. */
    static String failed(String kind, String name, String message) {
        String what = kind.equals("machine") ? kind : kind + " " + name;
        return "removing " + what + " failed: " + message;
    }

    /** A refusal when nothing is removed, else an answer that may have failed in part. */
    void answer(Outcome out) {
        if (will.isEmpty() && first.isPresent()) {
            Ref missed = first.get().missed();
            out.refuse(new Refusal(first.get().code(), "", String.join("\n", messages), missed));
            return;
        }
        String before = how.dryRun() ? PREVIEW : "";
        String after =
                how.dryRun() && needsForce && !how.force() ? "\nThis will require `--force`\n" : "";
        out.answer(new Answer(will.toString(), before + errors + after, errors.isEmpty() ? 0 : 1));
    }
}
