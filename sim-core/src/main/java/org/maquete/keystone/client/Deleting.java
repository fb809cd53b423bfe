package org.maquete.keystone.client;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.maquete.kernel.Answer;
import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.kernel.Refusal;
import org.maquete.tool.Deed;
import org.maquete.tool.Rejected;
import org.maquete.tool.Session;
import org.maquete.world.World;

/**
 * A command that deletes what its arguments name, and counts what it could not.
 *
 * @param noun as the command says it: {@code network}
 * @param dest the argument with the names
 * @param find how a name becomes an id
 * @param command asks the service
 * @param form the form of a refusal
 */
public record Deleting(
        String noun,
        String dest,
        Finder find,
        Function<List<String>, Command> command,
        Showing.Form form)
        implements Call {

    /** Finds the id of what a name names. */
    @FunctionalInterface
    public interface Finder {
        /** The id, or why there is none. */
        Found<String> find(String wanted, Line line, World world);
    }

    @Override
    public Deed take(Line line, Session session, World world) {
        List<String> wanted = line.texts(dest);
        List<String> found = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        Ref missed = Ref.NONE;
        for (String each : wanted) {
            Found<String> one = find.find(each, line, world);
            if (one.isThere()) {
                found.add(one.get());
            } else {
                text.append(failed(each)).append(one.message()).append('\n');
                missed = one.missed();
            }
        }
        if (missed.equals(Ref.NONE) && text.isEmpty()) {
            return new Deed.Ask(command.apply(found));
        }
        text.append(count(wanted.size() - found.size(), wanted.size()));
        String first = text.substring(0, text.indexOf("\n"));
        Refusal why = new Refusal("client", "", first, missed);
        return new Deed.Reject(new Rejected(why, Answer.failed(1, line.warning() + text)));
    }

    @Override
    public Answer refused(Refusal refusal, Line line, World world) {
        int all = line.texts(dest).size();
        String name = line.texts(dest).getFirst();
        String text = failed(name) + form.of(refusal, line) + "\n" + count(1, all);
        return Answer.failed(1, line.warning() + text);
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
