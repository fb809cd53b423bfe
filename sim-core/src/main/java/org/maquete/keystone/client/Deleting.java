package org.maquete.keystone.client;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.maquete.kernel.Answer;
import org.maquete.kernel.Command;
import org.maquete.kernel.Refusal;
import org.maquete.tool.Deed;
import org.maquete.tool.Rejected;
import org.maquete.tool.Session;
import org.maquete.world.World;

/**
 * A command that deletes what its arguments name, one after the other: what is not there or is
 * refused is told, leaves the others, and is counted.
 *
 * @param noun as the command says it: {@code network}
 * @param dest the argument with the names
 * @param find how a name becomes an id
 * @param request asks the service; of what was not found it has the name
 * @param form the form of a refusal
 */
public record Deleting(String noun, String dest, Finder find, Request request, Form form)
        implements Call {

    /** Finds the id of what a name names. */
    @FunctionalInterface
    public interface Finder {
        /** The id, or why there is none. */
        Found<String> find(String wanted, Line line, World world);
    }

    /** Makes the command to the service, which answers it with {@link OneByOne#each}. */
    @FunctionalInterface
    public interface Request {
        /** The command that asks for the deletion of all these. */
        Command of(List<String> ids, Line line);
    }

    /** The form of a refusal. */
    @FunctionalInterface
    public interface Form {
        /** What is printed; {@code id} is of what is not deleted. */
        String of(Refusal refusal, Line line, String id);

        /** The form of openstacksdk. */
        static Form sdk(String type, String path) {
            return (refusal, line, id) ->
                    HttpError.sdk(refusal, line.cloud().url(type) + path + "/" + id);
        }

        /** The form of novaclient, cinderclient and keystoneclient. */
        static Form novaclient() {
            return (refusal, line, _) -> HttpError.novaclient(refusal, line);
        }
    }

    @Override
    public Deed take(Line line, Session session, World world) {
        List<String> ids = new ArrayList<>();
        Optional<Found<String>> missing = Optional.empty();
        boolean some = false;
        for (String each : line.texts(dest)) {
            Found<String> one = find.find(each, line, world);
            ids.add(one.isThere() ? one.get() : each);
            some |= one.isThere();
            missing = one.isThere() ? missing : Optional.of(one);
        }
        if (some || missing.isEmpty()) {
            return new Deed.Ask(request.of(ids, line));
        }
        Refusal why = new Refusal("client", "", missing.get().message(), missing.get().missed());
        List<Optional<Refusal>> all = Collections.nCopies(ids.size(), Optional.of(why));
        return new Deed.Reject(new Rejected(why, told(all, line, world)));
    }

    @Override
    public Answer done(Answer server, Line line, Session session, World world) {
        int count = line.texts(dest).size();
        return told(OneByOne.refusals(server, count), line, world);
    }

    @Override
    public Answer refused(Refusal refusal, Line line, World world) {
        return told(List.of(Optional.of(refusal)), line, world);
    }

    /** A line for each that was refused or is not there, and how many. */
    private Answer told(List<Optional<Refusal>> refusals, Line line, World world) {
        List<String> wanted = line.texts(dest);
        StringBuilder text = new StringBuilder(line.warning());
        int bad = 0;
        for (int i = 0; i < wanted.size(); i++) {
            Optional<Refusal> no = refusals.get(i);
            if (no.isPresent()) {
                Found<String> one = find.find(wanted.get(i), line, world);
                text.append(failed(wanted.get(i)))
                        .append(one.isThere() ? form.of(no.get(), line, one.get()) : one.message())
                        .append('\n');
                bad++;
            }
        }
        if (bad == 0) {
            return new Answer("", line.warning(), 0);
        }
        return Answer.failed(1, text + count(bad, wanted.size()));
    }

    private String failed(String wanted) {
        return noun.equals("key")
                ? "Failed to delete key with name '" + wanted + "': "
                : "Failed to delete " + noun + " with name or ID '" + wanted + "': ";
    }

    private String count(int bad, int all) {
        return noun.equals("image")
                ? "Failed to delete " + bad + " of " + all + " images."
                : bad + " of " + all + " " + noun + "s failed to delete.";
    }
}
