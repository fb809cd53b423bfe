package org.maquete.tool;

import java.util.List;
import org.maquete.kernel.Answer;
import org.maquete.kernel.Contribution;
import org.maquete.kernel.JournalEntry;
import org.maquete.world.World;

/**
 * Answers a question about what has happened. A world keeps no history, the journal of a run does;
 * so whoever holds both asks here, and the verb of the same words is not modelled inside a run.
 */
public interface Recall extends Contribution {

    /** Whether these words, the program first, are such a question. */
    boolean knows(List<String> words);

    /**
     * What the program prints.
     *
     * @param entries all that has happened, in order
     * @param nowNs the simulated time of the question
     */
    Answer recall(List<String> words, World world, List<JournalEntry> entries, long nowNs);
}
