package org.maquete.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.maquete.kernel.Journal;
import org.maquete.kernel.JournalEntry;
import org.maquete.kernel.Ref;

/**
 * What had to end before something could happen, and how long each took: from an entry of a full
 * journal back to the start of the run.
 *
 * <p>In an event simulation the cause of an entry is the last thing that it needed, so the chain of
 * causes is the critical path. Time passes on it in two ways. An event comes due later than it was
 * scheduled: then the length was drawn by what scheduled it, and the draw names the span. Or
 * somebody waited until all was quiet, or for an answer: then the chain of causes only leads to
 * where the waiting began, and the path goes on at the entry before, which ended the waiting and
 * has the same time.
 */
public final class CriticalPath {

    /** The name of a step whose length was not drawn: a sleep, a deadline that somebody set. */
    public static final String WAITED = "(waited)";

    /**
     * A stretch of time.
     *
     * @param span the name of what took so long, or {@link #WAITED}
     * @param ns how long
     * @param subject whose it was
     */
    public record Step(String span, long ns, Ref subject) {}

    private final List<JournalEntry> entries;
    private final int[] indexByNumber;
    private final List<Journal.Drawn> draws;

    private CriticalPath(Journal journal) {
        entries = journal.entries();
        draws = new ArrayList<>(journal.draws());
        draws.sort(Comparator.comparingLong(Journal.Drawn::item));
        long numberMax = 0;
        for (JournalEntry entry : entries) {
            numberMax = Math.max(numberMax, entry.number());
        }
        indexByNumber = new int[Math.toIntExact(numberMax) + 1];
        Arrays.fill(indexByNumber, -1);
        for (int i = 0; i < entries.size(); i++) {
            indexByNumber[(int) entries.get(i).number()] = i;
        }
    }

    /** The path to the entry with this number, the last step first; its lengths add up. */
    public static List<Step> to(Journal journal, long number) {
        return new CriticalPath(journal).back(number);
    }

    private List<Step> back(long number) {
        List<Step> steps = new ArrayList<>();
        int at = index(number);
        while (at >= 0) {
            JournalEntry entry = entries.get(at);
            int cause = index(entry.cause());
            long sinceNs = cause < 0 ? 0 : entries.get(cause).timeNs();
            long ns = entry.timeNs() - sinceNs;
            if (ns == 0) {
                at = cause;
                continue;
            }
            String span = drawn(entry.cause(), ns);
            boolean isEnded = at > 0 && entries.get(at - 1).timeNs() == entry.timeNs();
            if (span.isEmpty() && isEnded) {
                at--;
            } else {
                steps.add(new Step(span.isEmpty() ? WAITED : span, ns, entry.subject()));
                at = cause;
            }
        }
        return steps;
    }

    private int index(long number) {
        return number <= 0 || number >= indexByNumber.length ? -1 : indexByNumber[(int) number];
    }

    /** The span of this length that an item drew, or else its longest; empty when it drew none. */
    private String drawn(long item, long ns) {
        int low = 0;
        int high = draws.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (draws.get(middle).item() < item) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        String longest = "";
        long longestNs = -1;
        for (int i = low; i < draws.size() && draws.get(i).item() == item; i++) {
            Journal.Drawn drawn = draws.get(i);
            if (drawn.ns() == ns) {
                return drawn.span().name();
            }
            if (drawn.ns() > longestNs) {
                longest = drawn.span().name();
                longestNs = drawn.ns();
            }
        }
        return longest;
    }
}
