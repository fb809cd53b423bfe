package org.maquete.ceph.client;

import java.util.ArrayList;
import java.util.List;
import org.maquete.ceph.cluster.CephClusterView;
import org.maquete.ceph.cluster.Monitor;
import org.maquete.kernel.Answer;
import org.maquete.kernel.Command;
import org.maquete.tool.Deed;
import org.maquete.tool.Parsed;
import org.maquete.world.World;

/** A line of the ceph command that a script types on a machine of the monitors. */
public final class CephLine {

    private CephLine() {}

    /** What the script gets. */
    public sealed interface Reply {

        /** It is so, once these commands are carried out. */
        record Done(Answer answer, List<Command> commands) implements Reply {

            public Done {
                commands = List.copyOf(commands);
            }
        }

        /** The command ends with another exit code than 0. */
        record Failed(Answer answer) implements Reply {}

        /** The real one would do it. */
        record NotModelled(String feature) implements Reply {}
    }

    /**
     * Types it.
     *
     * @param words without {@code ceph}
     */
    public static Reply type(List<String> words, World world, long nowNs) {
        List<String> all = new ArrayList<>();
        all.add("ceph");
        all.addAll(words);
        String host = "";
        for (Monitor monitor : world.table(CephClusterView.MONITORS)) {
            host = monitor.host();
        }
        return switch (new CephProgram().parse(all, host)) {
            case Parsed.Right(CephProgram.Asked asked) -> reply(asked, world, nowNs);
            case Parsed.Right(var other) -> new Reply.NotModelled(other.toString());
            case Parsed.Wrong(var rejected) -> new Reply.Failed(rejected.answer());
            case Parsed.Printed(Answer answer) -> new Reply.Done(answer, List.of());
            case Parsed.NotModelled(String feature) -> new Reply.NotModelled(feature);
        };
    }

    private static Reply reply(CephProgram.Asked asked, World world, long nowNs) {
        return switch (asked.deed(world, nowNs)) {
            case Deed.Say(Answer answer) -> new Reply.Done(answer, List.of());
            case Deed.Ask(OrderAll all) -> new Reply.Done(Answer.told(all.said()), all.commands());
            case Deed.Ask(Command one) -> {
                Understood line = Grammar.bundled().understand(asked.line().words());
                yield new Reply.Done(Answer.told(Said.of(line, world)), List.of(one));
            }
            case Deed.Reject(var rejected) -> new Reply.Failed(rejected.answer());
            case Deed.NotModelled(String feature) -> new Reply.NotModelled(feature);
            case Deed other -> new Reply.NotModelled(other.toString());
        };
    }
}
