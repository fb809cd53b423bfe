package org.maquete.whatif;

import java.util.List;
import org.maquete.finding.Words;

/**
 * Something that does not come right by itself.
 *
 * @param subject the unit, container or machine
 * @param why what is wrong, as its own program says where one does
 * @param action what to do
 * @param lines what to type, if anything
 */
public record OperatorTask(String subject, String why, Words action, List<String> lines) {

    public OperatorTask {
        lines = List.copyOf(lines);
    }
}
