package org.maquete.lab;

import java.util.List;

/** What came of reading the description of a lab. */
public sealed interface LabReading {

    /** It can be used. */
    record Read(LabDescription description) implements LabReading {}

    /** It cannot; these are all the reasons, in order of their places. */
    record Problems(List<LabProblem> problems) implements LabReading {

        public Problems {
            problems = List.copyOf(problems);
        }

        /** All problems for people, an empty line between two. */
        public String text() {
            return String.join("\n\n", problems.stream().map(LabProblem::text).toList());
        }
    }
}
