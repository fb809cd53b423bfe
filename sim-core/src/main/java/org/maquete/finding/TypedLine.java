package org.maquete.finding;

import java.util.List;
import java.util.Optional;
import org.maquete.kernel.Answer;
import org.maquete.kernel.Place;
import org.maquete.kernel.Refusal;

/**
 * One command as it was typed and answered in a run.
 *
 * @param index its number in the run from 0, in order of typing
 * @param place where it stands in the script
 * @param source as written
 * @param words after expansion
 * @param typedNs when it was typed (the last time, if it was typed twice)
 * @param answeredNs when its answer was complete
 * @param answer what the tool printed
 * @param refusal why it was refused, when it was
 * @param notModelled the feature that is not modelled, or empty
 * @param cured whether a cure put it there, not the author of the script
 * @param waitedNs how long the operator had to wait before it worked the second time, or 0
 */
public record TypedLine(
        int index,
        Place place,
        String source,
        List<String> words,
        long typedNs,
        long answeredNs,
        Answer answer,
        Optional<Refusal> refusal,
        String notModelled,
        boolean cured,
        long waitedNs) {

    /**
     * Whether it failed in a way that counts: the shell's own filters, which say nothing, do not.
     */
    public boolean failed() {
        if (words.isEmpty() || answer.ok()) {
            return false;
        }
        return refusal.isPresent() || !answer.stderr().isEmpty();
    }

    /** Whether its first words, joined by blanks, are {@code path}. */
    public boolean startsWith(String path) {
        int at = 0;
        for (String word : words) {
            boolean last = at + word.length() == path.length();
            if (!path.startsWith(word, at) || !last && path.charAt(at + word.length()) != ' ') {
                return false;
            }
            if (last) {
                return true;
            }
            at += word.length() + 1;
        }
        return false;
    }
}
