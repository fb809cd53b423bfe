package org.maquete.maas.client;

import java.util.ArrayList;
import java.util.List;
import org.maquete.kernel.Answer;
import org.maquete.kernel.Refusal;
import org.maquete.tool.Deed;
import org.maquete.tool.Invocation;
import org.maquete.tool.Parsed;
import org.maquete.tool.Rejected;
import org.maquete.tool.Session;
import org.maquete.tool.Verb;
import org.maquete.world.World;

/**
 * One action of the API: {@code maas PROFILE machine commission SYSTEM_ID name=value...}. The path
 * leaves the profile out; {@link MaasProgram} has taken it away.
 *
 * @param name the resource and the action: {@code machine commission}
 * @param params the names of the positional arguments
 */
record ApiVerb(String name, List<String> params, Act act, Shown shown) implements Verb {

    /** What the client does. */
    @FunctionalInterface
    interface Act {
        Deed act(ApiRequest request, World world);
    }

    /** What it prints when the server has done that. */
    @FunctionalInterface
    interface Shown {
        Answer show(ApiRequest request, Answer server, World world);
    }

    ApiVerb {
        params = List.copyOf(params);
    }

    /** An action that only reads. */
    static ApiVerb reading(String name, List<String> params, Act act) {
        return new ApiVerb(name, params, act, (_, server, _) -> server);
    }

    @Override
    public String path() {
        return "maas " + name;
    }

    @Override
    public Parsed parse(List<String> arguments) {
        List<String> found = new ArrayList<>();
        List<String> pairs = new ArrayList<>();
        for (String word : arguments) {
            switch (word) {
                case "-k", "--insecure" -> {
                    // no certificate is ever checked here
                }
                case "-d", "--debug", "-h", "--help" -> {
                    return new Parsed.NotModelled("maas " + name + " " + word);
                }
                default -> (found.size() < params.size() ? found : pairs).add(word);
            }
        }
        if (found.size() < params.size()) {
            return MaasText.usage(usage(), missing(found.size()));
        }
        for (String pair : pairs) {
            int equal = pair.indexOf('=');
            if (equal < 0) {
                // a SystemExit with a text, which Python prints: MAAS 3.5, maascli/api.py
                String why = "'" + pair + "' is not a name=value or name@=filename pair";
                return new Parsed.Wrong(
                        new Rejected(Refusal.of("usage", why), Answer.failed(1, why)));
            }
            if (equal > 0 && pair.charAt(equal - 1) == '@') {
                return new Parsed.NotModelled("a value of maas " + name + " from a file");
            }
        }
        return new Parsed.Right(new Call(this, new ApiRequest(found, pairs)));
    }

    private String usage() {
        return "usage: maas PROFILE "
                + name
                + " [--help] [-d] [-k] "
                + String.join(" ", params)
                + (params.isEmpty() ? "" : " ")
                + "[data ...]";
    }

    private String missing(int count) {
        return "the following arguments are required: "
                + String.join(", ", params.subList(count, params.size()))
                + ", data";
    }

    /** The action with its words. */
    private record Call(ApiVerb verb, ApiRequest request) implements Invocation {

        @Override
        public Deed invoke(Session session, World world) {
            return verb.act().act(request, world);
        }

        @Override
        public Answer done(Answer server, Session session, World world) {
            return verb.shown().show(request, server, world);
        }

        @Override
        public Answer refused(Refusal refusal, World world) {
            return ApiAnswer.refused(refusal);
        }
    }
}
