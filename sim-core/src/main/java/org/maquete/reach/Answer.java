package org.maquete.reach;

import java.util.List;
import java.util.Optional;

/**
 * What becomes of a packet and of its answer.
 *
 * @param from who sends, with its address
 * @param to who was meant, with the address that the packet was sent to
 * @param why why not; empty when it arrives and is answered
 * @param there the way of the packet
 * @param back the way of the answer
 */
public record Answer(
        Question question, End from, End to, Optional<Why> why, List<Hop> there, List<Hop> back) {

    public Answer {
        there = List.copyOf(there);
        back = List.copyOf(back);
    }

    /**
     * One end.
     *
     * @param name the server's name, {@code outside}, or empty for a mere address
     * @param address the address that stands in the packet, or empty if it got none
     */
    public record End(String name, String address) {}

    /** Whether it arrives and is answered. */
    public boolean reaches() {
        return why.isEmpty();
    }
}
