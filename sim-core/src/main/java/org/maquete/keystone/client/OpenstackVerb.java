package org.maquete.keystone.client;

import java.util.List;
import org.maquete.kernel.Answer;
import org.maquete.kernel.Ref;
import org.maquete.kernel.Refusal;
import org.maquete.tool.Deed;
import org.maquete.tool.Invocation;
import org.maquete.tool.Parsed;
import org.maquete.tool.Rejected;
import org.maquete.tool.Session;
import org.maquete.tool.Verb;
import org.maquete.tool.argparse.ParseResult;
import org.maquete.tool.cliff.ClientLine;
import org.maquete.tool.cliff.OpenstackGrammar;
import org.maquete.world.World;

/** A command of the openstack client: its grammar, the services it asks, and what it does. */
public final class OpenstackVerb implements Verb {

    private final OpenstackGrammar grammar;
    private final String command;
    private final String creates;
    private final List<String> services;
    private final Call call;

    private OpenstackVerb(OpenstackGrammar grammar, String command, Made made) {
        this.grammar = grammar;
        this.command = command;
        this.creates = made.creates();
        this.services = made.services();
        this.call = made.call();
    }

    private record Made(String creates, List<String> services, Call call) {}

    /**
     * Makes the verbs of one service.
     *
     * @param grammar the grammar of the client
     * @param services the types of service that every command asks, in order; with {@code ?} at its
     *     end one that it does without when the catalogue has none
     */
    public record Maker(OpenstackGrammar grammar, List<String> services) {

        /** A verb that makes nothing. */
        public OpenstackVerb verb(String command, Call call) {
            return new OpenstackVerb(grammar, command, new Made("", services, call));
        }

        /** A verb that makes a thing of this kind. */
        public OpenstackVerb making(String kind, String command, Call call) {
            return new OpenstackVerb(grammar, command, new Made(kind, services, call));
        }

        /** The same for other services. */
        public Maker asking(String... types) {
            return new Maker(grammar, List.of(types));
        }
    }

    @Override
    public String path() {
        return "openstack " + command;
    }

    @Override
    public String creates() {
        return creates;
    }

    /** Parses without a session: for questions about the grammar alone. */
    @Override
    public Parsed parse(List<String> arguments) {
        Cloud nobody = new Cloud("", "", "", false, "", 0, List.of());
        return parse(
                new ClientLine.Found(
                        new org.maquete.tool.argparse.Namespace(new java.util.LinkedHashMap<>()),
                        command,
                        grammar.command(command).orElseThrow(),
                        arguments,
                        grammar.warning(command)),
                nobody);
    }

    /** Parses the words after the command, in a session. */
    public Parsed parse(ClientLine.Found found, Cloud cloud) {
        return parse(found, found.parse(), cloud);
    }

    /** The same with the words parsed already. */
    public Parsed parse(ClientLine.Found found, ParseResult result, Cloud cloud) {
        return switch (result) {
            case ParseResult.Parsed parsed ->
                    new Parsed.Right(
                            new Taken(
                                    new Line(
                                            command,
                                            found.rest(),
                                            parsed.values(),
                                            found.warning(),
                                            cloud)));
            case ParseResult.Refused refused -> new Parsed.Wrong(rejected(found, refused));
            case ParseResult.HelpAsked() -> new Parsed.NotModelled(path() + " --help");
            case ParseResult.VersionAsked() -> new Parsed.NotModelled(path() + " --version");
        };
    }

    /** What the real client prints for words that its parser refuses. */
    public static Rejected rejected(ClientLine.Found found, ParseResult.Refused refused) {
        return new Rejected(
                Refusal.of("usage", refused.message()),
                Answer.failed(refused.exit(), found.warning() + refused.stderr()));
    }

    /** The line, understood. */
    private final class Taken implements Invocation {

        private final Line line;

        Taken(Line line) {
            this.line = line;
        }

        @Override
        public Deed invoke(Session session, World world) {
            for (String service : services) {
                String problem = problem(service);
                if (!problem.isEmpty()) {
                    Refusal why =
                            new Refusal("unreachable", "", problem, new Ref("service", service));
                    return new Deed.Reject(
                            new Rejected(why, Answer.failed(1, line.warning() + problem)));
                }
            }
            return call.take(line, session, world);
        }

        private String problem(String service) {
            if (!service.endsWith("?")) {
                return Reach.problem(line.cloud(), service);
            }
            String type = service.substring(0, service.length() - 1);
            return line.cloud().endpoint(type).isEmpty() ? "" : Reach.problem(line.cloud(), type);
        }

        @Override
        public Answer done(Answer server, Session session, World world) {
            return call.done(server, line, session, world);
        }

        @Override
        public Answer refused(Refusal refusal, World world) {
            return call.refused(refusal, line, world);
        }
    }
}
