package org.maquete.cinder;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.maquete.kernel.Answer;
import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.kernel.Refusal;
import org.maquete.keystone.client.Call;
import org.maquete.keystone.client.Found;
import org.maquete.keystone.client.HttpError;
import org.maquete.keystone.client.Line;
import org.maquete.tool.Deed;
import org.maquete.tool.Rejected;
import org.maquete.tool.Session;
import org.maquete.world.World;

/**
 * Deletes what the arguments name, one after the other: what is not there or is refused is told and
 * leaves the others.
 *
 * @param noun {@code volume}
 * @param dest the argument with the names
 * @param find how a name becomes an id
 * @param command asks for the deletion of these ids
 */
record DeletingEach(
        String noun, String dest, Finder find, BiFunction<List<String>, Line, Command> command)
        implements Call {

    /** Finds the id of what a name names. */
    @FunctionalInterface
    interface Finder {
        Found<String> find(World world, String wanted, Line line);
    }

    @Override
    public Deed take(Line line, Session session, World world) {
        List<String> found = new ArrayList<>();
        Ref missed = Ref.NONE;
        String message = "";
        for (String each : line.texts(dest)) {
            Found<String> one = find.find(world, each, line);
            if (one.isThere()) {
                found.add(one.get());
            } else {
                missed = one.missed();
                message = one.message();
            }
        }
        if (!found.isEmpty()) {
            return new Deed.Ask(command.apply(found, line));
        }
        Refusal why = new Refusal("client", "", message, missed);
        return new Deed.Reject(new Rejected(why, told(List.of(), line, world)));
    }

    @Override
    public Answer done(Answer server, Line line, Session session, World world) {
        return told(server.ok() ? List.of() : server.text().lines().toList(), line, world);
    }

    @Override
    public Answer refused(Refusal refusal, Line line, World world) {
        String uuid = "";
        for (String each : line.texts(dest)) {
            uuid = find.find(world, each, line).row().orElse(uuid);
        }
        String one = uuid + " " + refusal.code() + " " + refusal.message();
        return told(List.of(one), line, world);
    }

    /** A line for each that was refused or is not there, and how many. */
    private Answer told(List<String> refused, Line line, World world) {
        StringBuilder text = new StringBuilder(line.warning());
        int bad = 0;
        for (String each : line.texts(dest)) {
            Found<String> one = find.find(world, each, line);
            String why = one.isThere() ? words(one.get(), refused, line) : one.message();
            if (!why.isEmpty()) {
                text.append("Failed to delete " + noun + " with name or ID '")
                        .append(each)
                        .append("': ")
                        .append(why)
                        .append('\n');
                bad++;
            }
        }
        if (bad == 0) {
            return new Answer("", line.warning(), 0);
        }
        text.append(bad + " of " + line.texts(dest).size() + " " + noun + "s failed to delete.");
        return Answer.failed(1, text.toString());
    }

    private static String words(String uuid, List<String> refused, Line line) {
        for (String each : refused) {
            String[] parts = each.split(" ", 3);
            if (parts[0].equals(uuid)) {
                return HttpError.novaclient(Refusal.of(parts[1], parts[2]), line);
            }
        }
        return "";
    }
}
