package org.maquete.neutron;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maquete.finding.Run;
import org.maquete.finding.TypedLine;
import org.maquete.kernel.JournalEntry;

/**
 * A line {@code openstack server remove floating ip SERVER ADDRESS} that succeeded, with what was
 * so before it.
 *
 * @param server the server as typed, which the client does not look at
 * @param address the address as typed
 * @param associated whether the address led to a port
 * @param owner the server of the line that had added it, or empty
 */
record Removal(
        TypedLine line, String server, String address, boolean associated, Optional<String> owner) {

    private static final String ADD = "openstack server add floating ip";
    private static final String REMOVE = "openstack server remove floating ip";

    // 7, words: openstack server remove floating ip SERVER ADDRESS
    private static final int WORD_COUNT = 7;

    /** All such lines of a run, in order of typing. */
    static List<Removal> of(Run run) {
        List<Removal> all = new ArrayList<>();
        for (TypedLine line : run.lines()) {
            boolean plain = line.words().size() == WORD_COUNT;
            if (plain && line.answer().ok() && line.startsWith(REMOVE)) {
                String address = line.words().get(6);
                all.add(
                        new Removal(
                                line,
                                line.words().get(5),
                                address,
                                wasAssociated(run, address, line.typedNs()),
                                owner(run, address, line.index())));
            }
        }
        return all;
    }

    private static boolean wasAssociated(Run run, String address, long beforeNs) {
        boolean associated = false;
        for (JournalEntry entry : run.journal().entries()) {
            if (entry.timeNs() < beforeNs
                    && entry.what() instanceof JournalEntry.Happened(FloatingIpAssociated fact)
                    && (fact.address().equals(address) || fact.uuid().equals(address))) {
                associated = !fact.port().isEmpty();
            }
        }
        return associated;
    }

    private static Optional<String> owner(Run run, String address, int beforeIndex) {
        return run.lines().stream()
                .filter(line -> line.index() < beforeIndex && line.answer().ok())
                .filter(line -> line.startsWith(ADD) && line.words().size() >= WORD_COUNT)
                .filter(line -> line.words().contains(address))
                .reduce((first, last) -> last)
                .map(line -> line.words().get(5));
    }
}
