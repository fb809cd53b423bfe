package org.maquete.keystone.client;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.maquete.kernel.Answer;
import org.maquete.kernel.Outcome;
import org.maquete.kernel.Refusal;

/**
 * How a service answers several requests that the client has sent one after the other as one
 * command: what is refused leaves the others. {@link Deleting} reads the answer.
 */
public final class OneByOne {

    /** What a second request for the same thing meets when the first has taken it away. */
    private static final Refusal GONE = Refusal.of("404", "Not Found");

    private OneByOne() {}

    /**
     * Does each request. A single one that is refused is the refusal of the command; of several,
     * the answer has a line for each that is refused: its place in the list, the code, the words.
     *
     * @param asked what each request asks for: an id, or what the client has not found
     * @param deed carries one request out, or refuses it
     */
    public static void each(
            List<String> asked, Outcome out, Function<String, Optional<Refusal>> deed) {
        each(asked, GONE, out, deed);
    }

    /** The same with what a second request for the same thing meets. */
    public static void each(
            List<String> asked,
            Refusal again,
            Outcome out,
            Function<String, Optional<Refusal>> deed) {
        Set<String> done = new LinkedHashSet<>();
        List<String> refused = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            String each = asked.get(i);
            Optional<Refusal> no = done.contains(each) ? Optional.of(again) : deed.apply(each);
            if (no.isEmpty()) {
                done.add(each);
            } else if (asked.size() == 1) {
                out.refuse(no.get());
                return;
            } else {
                refused.add(i + " " + no.get().code() + " " + no.get().message());
            }
        }
        if (!refused.isEmpty()) {
            out.answer(Answer.failed(1, String.join("\n", refused)));
        }
    }

    /** How many of so many requests were refused. */
    public static int count(Answer answer, int count) {
        return (int) refusals(answer, count).stream().filter(Optional::isPresent).count();
    }

    /** The refusals of such an answer by the place in the list of what they refuse. */
    static List<Optional<Refusal>> refusals(Answer answer, int count) {
        List<Optional<Refusal>> refusals = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            refusals.add(Optional.empty());
        }
        if (!answer.ok()) {
            for (String each : answer.text().lines().toList()) {
                String[] parts = each.split(" ", 3);
                refusals.set(
                        Integer.parseInt(parts[0]), Optional.of(Refusal.of(parts[1], parts[2])));
            }
        }
        return refusals;
    }
}
