package org.maquete.kernel;

/** Something on the agenda of a step. */
sealed interface Item {

    /** The issuer of commands that come from outside. */
    int OUTSIDE = -1;

    /** A command to be taken up, under the number its issuer already knows. */
    record Asked(long number, long cause, Command command, int issuer, Origin origin)
            implements Item {}

    /** An event that came due. */
    record Due(long cause, Event event) implements Item {}

    /** A fact somebody reacts to. */
    record Reaction(long number, Fact fact, Model.Decider decider) implements Item {}

    /** An answer for the subsystem that asked. */
    record Answered(long ticket, int issuer, Answer answer, long number) implements Item {}

    /** A refusal for the subsystem that asked. */
    record Refused(long ticket, int issuer, Command command, Refusal refusal) implements Item {}

    /** For messages: what it is, without handles. */
    static String text(Item item) {
        return switch (item) {
            case Asked asked -> "command " + asked.command();
            case Due due -> "event " + due.event();
            case Reaction reaction -> "reaction to " + reaction.fact();
            case Answered answered -> "answer to " + answered.ticket();
            case Refused refused -> "refusal of " + refused.command();
        };
    }
}
