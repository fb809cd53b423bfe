package org.maquete.keystone.client;

import org.maquete.kernel.Answer;
import org.maquete.kernel.Refusal;
import org.maquete.tool.Deed;
import org.maquete.tool.Session;
import org.maquete.world.World;

/**
 * A command that makes a thing and then shows it.
 *
 * @param taken what it does first
 * @param drawn what the table shows; its first argument is the id that the service gave
 * @param form the form of a refusal
 */
public record Showing(Taken taken, Drawn drawn, Form form) implements Call {

    /** Looks things up and asks the service. */
    @FunctionalInterface
    public interface Taken {
        /** As {@link Call#take}. */
        Deed take(Line line, Session session, World world);
    }

    /** Draws a thing as a table. */
    @FunctionalInterface
    public interface Drawn {
        /** The fields of the thing with this id. */
        Sheet draw(String id, Line line, World world);
    }

    /** The form of a refusal. */
    @FunctionalInterface
    public interface Form {
        /** What is printed. */
        String of(Refusal refusal, Line line);
    }

    /** Refusals in the form of novaclient and keystoneclient. */
    public Showing(Taken taken, Drawn drawn) {
        this(taken, drawn, HttpError::novaclient);
    }

    @Override
    public Deed take(Line line, Session session, World world) {
        return taken.take(line, session, world);
    }

    @Override
    public Answer done(Answer server, Line line, Session session, World world) {
        return server.ok() ? line.show(drawn.draw(server.text(), line, world)) : server;
    }

    @Override
    public Answer refused(Refusal refusal, Line line, World world) {
        return Answer.failed(1, line.warning() + form.of(refusal, line));
    }
}
