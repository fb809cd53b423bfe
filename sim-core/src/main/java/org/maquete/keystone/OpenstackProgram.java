package org.maquete.keystone;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maquete.kernel.Answer;
import org.maquete.kernel.Refusal;
import org.maquete.keystone.client.Cloud;
import org.maquete.keystone.client.OpenstackVerb;
import org.maquete.tool.Parsed;
import org.maquete.tool.Program;
import org.maquete.tool.Reading;
import org.maquete.tool.Rejected;
import org.maquete.tool.Session;
import org.maquete.tool.Verb;
import org.maquete.tool.Verbs;
import org.maquete.tool.argparse.ParseResult;
import org.maquete.tool.cliff.ClientLine;
import org.maquete.tool.cliff.OpenstackClient;
import org.maquete.tool.cliff.OpenstackGrammar;
import org.maquete.world.World;

/**
 * The program {@code openstack}: finds the command, logs in, and only then lets the command parse
 * its words.
 */
final class OpenstackProgram implements Program {

    // The commands that need no login: auth_required of python-openstackclient 6.0.0.
    private static final List<String> WITHOUT_LOGIN =
            List.of("command list", "complete", "help", "module list");

    private final OpenstackClient client;

    OpenstackProgram(OpenstackGrammar grammar) {
        this.client = new OpenstackClient(grammar);
    }

    @Override
    public String name() {
        return "openstack";
    }

    @Override
    public boolean needsWorkload(List<String> words) {
        return true;
    }

    @Override
    public Reading read(List<String> words, Verbs verbs) {
        return switch (client.read(words.subList(1, words.size()))) {
            case ClientLine.Ended(String out, String err, int exit) ->
                    Reading.of(ended(out, err, exit));
            case ClientLine.HelpAsked() -> Reading.of(new Parsed.NotModelled("openstack --help"));
            case ClientLine.PromptAsked(_) ->
                    Reading.of(new Parsed.NotModelled("openstack (prompt)"));
            case ClientLine.Found found -> new Found(found, verbs);
        };
    }

    private static Parsed ended(String out, String err, int exit) {
        Answer answer = new Answer(out, err, exit);
        if (exit == 0) {
            return new Parsed.Printed(answer);
        }
        String text = answer.text();
        String first = text.contains("\n") ? text.substring(0, text.indexOf('\n')) : text;
        return new Parsed.Wrong(new Rejected(Refusal.of("usage", first), answer));
    }

    /** A command, whose words are looked at only when somebody has logged in. */
    private static final class Found implements Reading {

        private final ClientLine.Found found;
        private final Verbs verbs;

        // Read by the first who logs in; another thread that does not see it reads the same.
        private @Nullable ParseResult parsed;

        Found(ClientLine.Found found, Verbs verbs) {
            this.found = found;
            this.verbs = verbs;
        }

        @Override
        public Parsed parse(Session session, World world) {
            if (WITHOUT_LOGIN.contains(found.command())) {
                return new Parsed.NotModelled("openstack " + found.command());
            }
            return switch (new Login(found.global(), session, world).attempt()) {
                case Login.Refused(Rejected rejected) -> new Parsed.Wrong(rejected);
                case Login.Unknown(String feature) -> new Parsed.NotModelled(feature);
                case Login.In(Cloud cloud) -> parse(cloud);
            };
        }

        private Parsed parse(Cloud cloud) {
            ParseResult result = parsed;
            if (result == null) {
                result = found.parse();
                parsed = result;
            }
            String path = "openstack " + found.command();
            Optional<Verb> verb = verbs.at(path);
            if (verb.isPresent() && verb.get() instanceof OpenstackVerb known) {
                return known.parse(found, result, cloud);
            }
            return result instanceof ParseResult.Refused refused
                    ? new Parsed.Wrong(OpenstackVerb.rejected(found, refused))
                    : new Parsed.NotModelled(path);
        }
    }
}
