package org.maquete.kernel;

/** What an outside command got at once. */
public sealed interface Reply {

    /** It was taken up and answered. */
    record Done(Answer answer) implements Reply {}

    /** It was taken up; the answer comes later. */
    record Later(long ticket) implements Reply {}

    /** It was refused. */
    record No(Refusal refusal) implements Reply {}
}
