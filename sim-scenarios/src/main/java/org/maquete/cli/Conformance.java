package org.maquete.cli;

import java.util.List;

/** Something that can be compared with recordings of the real program. */
interface Conformance {

    /** The word behind {@code conform}. */
    String name();

    /** What has to stand behind it. */
    String operand();

    /** Replays the recordings that are named; what cannot be read becomes a problem. */
    Tally replay(List<String> names, Problems problems);

    /**
     * What came of it.
     *
     * @param differences one for each case that is not equal, as text
     */
    record Tally(long caseCount, List<String> differences) {

        public Tally {
            differences = List.copyOf(differences);
        }

        long equalCount() {
            return caseCount - differences.size();
        }
    }
}
