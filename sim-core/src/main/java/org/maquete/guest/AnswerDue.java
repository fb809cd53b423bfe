package org.maquete.guest;

import org.maquete.kernel.Event;
import org.maquete.kernel.Lane;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** A command that took its time is over, and the person reads what it printed. */
record AnswerDue(long ticket, String stdout, String stderr, int exit) implements Event {

    @Override
    public Lane lane() {
        return Lane.OPERATOR;
    }

    @Override
    public Ref target() {
        return new Ref("command", Long.toString(ticket));
    }

    @Override
    public void encode(Sink sink) {
        sink.number("ticket", ticket).text("stdout", stdout);
        sink.text("stderr", stderr).number("exit", exit);
    }
}
