package org.maquete.juju.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maquete.juju.ControllerView;
import org.maquete.juju.EnableHa;
import org.maquete.tool.Deed;
import org.maquete.tool.Parsed;
import org.maquete.tool.gnuflag.Flag;
import org.maquete.tool.gnuflag.FlagResult;
import org.maquete.world.World;

/** {@code juju enable-ha}: cmd/juju/commands/enableha.go of juju 3.6. */
final class HaVerbs {

    private HaVerbs() {}

    static List<ClientVerb> verbs() {
        return List.of(
                ClientVerb.outside(
                        "enable-ha",
                        "",
                        HaVerbs::read,
                        Flag.whole("n"),
                        Flag.text("to"),
                        Flag.text("constraints"),
                        Flag.text("format"),
                        Flag.text("output", "o")));
    }

    private static Parsed read(FlagResult.Parsed line) {
        long count = line.whole("n").orElse(0L);
        if (count < 0 || (count != 0 && count % 2 != 1)) {
            return ClientText.usage("must specify a number of controllers odd and non-negative");
        }
        List<String> placement = new ArrayList<>();
        if (line.text("to").isPresent()) {
            for (String item : line.text("to").get().split(",", -1)) {
                Optional<String> wrong = wrong(item.strip());
                if (wrong.isPresent()) {
                    return ClientText.usage(wrong.get());
                }
                placement.add(item.strip());
            }
        }
        if (!line.words().isEmpty()) {
            return Arguments.unrecognized(line.words());
        }
        if (!line.text("format").orElse("simple").equals("simple")
                || line.text("output").isPresent()) {
            return new Parsed.NotModelled("juju enable-ha --format");
        }
        String constraints = Constraints.joined(line.all("constraints"));
        Optional<String> refusal = Constraints.refusal(constraints);
        if (refusal.isPresent()) {
            return ClientText.usage(refusal.get());
        }
        int wanted = Math.toIntExact(count);
        return new Parsed.Right(
                Call.of((session, world) ->
                                Focus.controller(
                                        line,
                                        session,
                                        world,
                                        c ->
                                                new Deed.Ask(
                                                        new EnableHa(
                                                                c.name(),
                                                                wanted,
                                                                constraints,
                                                                placement))))
                        .refusing(ClientText::failedCall));
    }

    private static Optional<String> wrong(String item) {
        if (item.isEmpty()) {
            return Optional.of("empty placement directive passed to enable-ha");
        }
        if (item.matches(Names.MACHINE) && item.indexOf('/') > 0) {
            return Optional.of("enable-ha cannot be used with container placement directives");
        }
        return item.indexOf(':') > 0
                ? Optional.of("unsupported enable-ha placement directive " + ClientText.quote(item))
                : Optional.empty();
    }

    /** The column HA of {@code juju controllers}: none, 3, or 2/3 when one does not vote. */
    static String column(String controller, World world) {
        int all = ControllerView.machines(world, controller).size();
        int voting = ControllerView.voting(world, controller).size();
        if (all <= 1) {
            return "none";
        }
        return voting < all ? voting + "/" + all : Integer.toString(all);
    }
}
