package org.maquete.vault;

import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.maquete.kernel.Answer;
import org.maquete.kernel.Command;
import org.maquete.kernel.Refusal;
import org.maquete.tool.Deed;
import org.maquete.tool.Invocation;
import org.maquete.tool.Rejected;
import org.maquete.tool.Session;
import org.maquete.world.World;

/**
 * One request to the server: connect, ask, print.
 *
 * @param doing how errors begin: {@code Error initializing}
 * @param request method and path: {@code PUT /v1/sys/init}
 * @param ask the command for the server that was reached, given the token
 * @param print what to print afterwards, given the server as it then is
 */
record VaultCall(
        String doing,
        String request,
        BiFunction<VaultAddress.Reached, String, Command> ask,
        BiFunction<VaultServer, World, Answer> print)
        implements Invocation {

    @Override
    public Deed invoke(Session session, World world) {
        return connected(
                doing,
                request,
                session,
                world,
                reached -> new Deed.Ask(ask.apply(reached, token(session, world))));
    }

    @Override
    public Answer done(Answer server, Session session, World world) {
        if (!server.equals(Answer.SILENT)) {
            return server;
        }
        return VaultAddress.of(session, world) instanceof VaultAddress.Reached reached
                ? print.apply(reached.server(), world)
                : server;
    }

    @Override
    public Answer refused(Refusal refusal, World world) {
        return VaultTexts.refused(doing, refusal, refusal.type());
    }

    /** What to do with the server that is reached, or the client's own error when none is. */
    static Deed connected(
            String doing,
            String request,
            Session session,
            World world,
            Function<VaultAddress.Reached, Deed> then) {
        return switch (VaultAddress.of(session, world)) {
            case VaultAddress.Reached reached -> then.apply(reached);
            case VaultAddress.Unreachable(String url, String error, var missed) -> {
                String method = request.substring(0, request.indexOf(' '));
                String spoken = method.charAt(0) + method.substring(1).toLowerCase(Locale.ROOT);
                String path = request.substring(request.indexOf(' ') + 1);
                String message = spoken + " \"" + url + path + "\": " + error;
                yield new Deed.Reject(
                        new Rejected(
                                new Refusal("connection", "", message, missed),
                                Answer.failed(2, doing + ": " + message)));
            }
        };
    }

    /** The token that the client sends: the variable, else the one that login stored. */
    private static String token(Session session, World world) {
        String variable = session.variable("VAULT_TOKEN");
        return !variable.isEmpty()
                ? variable
                : world.table(VaultView.LOGIN).find("client").map(VaultLogin::token).orElse("");
    }
}
