package org.maquete.juju.client;

import java.util.function.Function;
import org.maquete.kernel.Answer;
import org.maquete.kernel.Refusal;
import org.maquete.tool.Deed;
import org.maquete.tool.Invocation;
import org.maquete.tool.Session;
import org.maquete.world.World;

/** A juju command that the client has understood, put together from what it does and prints. */
final class Call implements Invocation {

    private final Act act;
    private final Finish finish;
    private final Function<Refusal, Answer> refused;

    /** What the client does. */
    @FunctionalInterface
    interface Act {
        Deed act(Session session, World world);
    }

    /** What the client prints when the server has done it. */
    @FunctionalInterface
    interface Finish {
        Answer finish(Answer server, World world);
    }

    private Call(Act act, Finish finish, Function<Refusal, Answer> refused) {
        this.act = act;
        this.finish = finish;
        this.refused = refused;
    }

    /** A call that prints what the server says; a refusal has no code behind it. */
    static Call of(Act act) {
        return new Call(
                act, (server, _) -> server, refusal -> ClientText.failed(refusal.message()));
    }

    /** The same with something to print when it is done. */
    Call finishing(Finish other) {
        return new Call(act, other, refused);
    }

    /** The same with its own words for a refusal. */
    Call refusing(Function<Refusal, Answer> other) {
        return new Call(act, finish, other);
    }

    @Override
    public Deed invoke(Session session, World world) {
        return act.act(session, world);
    }

    @Override
    public Answer done(Answer server, Session session, World world) {
        return finish.finish(server, world);
    }

    @Override
    public Answer refused(Refusal refusal, World world) {
        return refused.apply(refusal);
    }
}
