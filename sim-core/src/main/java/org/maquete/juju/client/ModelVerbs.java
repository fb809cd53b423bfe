package org.maquete.juju.client;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.maquete.juju.AddMachine;
import org.maquete.juju.AddUnit;
import org.maquete.juju.Expose;
import org.maquete.juju.Integrate;
import org.maquete.juju.Unexpose;
import org.maquete.juju.catalog.RelationInference;
import org.maquete.juju.catalog.RelationRefusal;
import org.maquete.kernel.Answer;
import org.maquete.kernel.Command;
import org.maquete.kernel.Refusal;
import org.maquete.tool.Deed;
import org.maquete.tool.Parsed;
import org.maquete.tool.gnuflag.Flag;
import org.maquete.tool.gnuflag.FlagResult;

/**
 * Commands that add to a model or change it, {@code deploy} apart: cmd/juju/application and
 * machine.
 */
final class ModelVerbs {

    private ModelVerbs() {}

    static List<ClientVerb> verbs() {
        return List.of(
                integrate("integrate"),
                integrate("relate"),
                integrate("add-relation"), // juju 2.9
                expose(),
                unexpose(),
                addUnit(),
                addMachine());
    }

    /** Makes the command for a model. */
    @FunctionalInterface
    interface InModel {
        Command of(String model);
    }

    static Call ask(FlagResult.Parsed line, InModel command) {
        return Call.of((session, world) ->
                Focus.model(line, session, world, model -> new Deed.Ask(command.of(model.key()))));
    }

    private static Parsed right(Call call) {
        return new Parsed.Right(call);
    }

    private static ClientVerb integrate(String name) {
        return ClientVerb.inModel(name, "relation", ModelVerbs::readIntegrate, Flag.text("via"));
    }

    private static Parsed readIntegrate(FlagResult.Parsed line) {
        List<String> words = line.words();
        Optional<String> refusal = RelationInference.clientRefusal(words);
        if (refusal.isPresent()) {
            return ClientText.usage(refusal.get());
        }
        if (words.stream().anyMatch(word -> word.indexOf('.') >= 0)) {
            return new Parsed.NotModelled("a relation with an offer of another model");
        }
        return right(
                ask(line, model -> new Integrate(model, words.getFirst(), words.getLast()))
                        .refusing(ModelVerbs::relationRefused));
    }

    private static Answer relationRefused(Refusal refusal) {
        return ClientText.failed(new RelationRefusal(refusal.code(), refusal.message()).printed());
    }

    private static ClientVerb expose() {
        return ClientVerb.inModel(
                "expose",
                "",
                line -> one(line, "no application name specified", Expose::new),
                Flag.text("endpoints"),
                Flag.text("to-spaces"),
                Flag.text("to-cidrs"));
    }

    private static ClientVerb unexpose() {
        return ClientVerb.inModel(
                "unexpose",
                "",
                line -> one(line, "no application name specified", Unexpose::new),
                Flag.text("endpoints"));
    }

    /** Makes the command for a model and the one word of the line. */
    @FunctionalInterface
    private interface WithName {
        Command of(String model, String name);
    }

    private static Parsed one(FlagResult.Parsed line, String nothing, WithName command) {
        if (line.words().isEmpty()) {
            return ClientText.usage(nothing);
        }
        if (line.words().size() > 1) {
            return Arguments.unrecognized(line.words().subList(1, line.words().size()));
        }
        String name = line.words().getFirst();
        return right(ask(line, model -> command.of(model, name)).refusing(ClientText::failedCall));
    }

    private static ClientVerb addUnit() {
        return ClientVerb.inModel(
                "add-unit",
                "unit",
                ModelVerbs::readAddUnit,
                Flag.whole("num-units", "n"),
                Flag.text("to"),
                Flag.text("attach-storage"));
    }

    private static Parsed readAddUnit(FlagResult.Parsed line) {
        long count = line.whole("num-units").orElse(1L);
        if (line.words().isEmpty()) {
            return ClientText.usage("no application specified");
        }
        if (count < 1) {
            return ClientText.usage("--num-units must be a positive integer");
        }
        Optional<String> placement = Placements.refusal(line);
        if (placement.isPresent()) {
            return ClientText.usage(placement.get());
        }
        return one(
                line,
                "no application specified",
                (model, name) ->
                        new AddUnit(model, name, Math.toIntExact(count), Placements.read(line)));
    }

    private static ClientVerb addMachine() {
        return ClientVerb.inModel(
                "add-machine",
                "machine",
                ModelVerbs::readAddMachine,
                Flag.whole("n"),
                Flag.text("base"),
                Flag.text("series"),
                Flag.text("constraints"),
                Flag.text("disks"),
                Flag.text("private-key"),
                Flag.text("public-key"));
    }

    private static Parsed readAddMachine(FlagResult.Parsed line) {
        if (line.words().size() > 1) {
            return Arguments.unrecognized(line.words().subList(1, line.words().size()));
        }
        String placement = line.words().isEmpty() ? "" : line.words().getFirst();
        if (placement.startsWith("ssh:")) {
            return new Parsed.NotModelled("juju add-machine ssh:");
        }
        String constraints = Constraints.joined(line.all("constraints"));
        Optional<String> refusal = Constraints.refusal(constraints);
        if (refusal.isPresent()) {
            return ClientText.usage(refusal.get());
        }
        int count = Math.toIntExact(line.whole("n").orElse(1L));
        if (count > 1 && !placement.isEmpty() && !placement.equals("lxd")) {
            // cmd/juju/machine/add.go, Init
            return ClientText.usage("cannot use -n when specifying a placement");
        }
        return switch (BaseWords.read(line, "base", "series")) {
            case org.maquete.juju.catalog.Parsed.Refused<String>(String message) ->
                    ClientText.usage(message);
            case org.maquete.juju.catalog.Parsed.Good<String>(String base) ->
                    right(
                            ask(
                                            line,
                                            model ->
                                                    new AddMachine(
                                                            model,
                                                            placement,
                                                            base,
                                                            constraints,
                                                            count))
                                    .refusing(server -> notMade(server, count)));
        };
    }

    /** Every machine of the request fails alike: cmd/juju/machine/add.go, Run. */
    private static Answer notMade(Refusal refusal, int count) {
        if (!refusal.message().startsWith("cannot add a new machine")) {
            return ClientText.failed(refusal.message());
        }
        String all = String.join(", ", Collections.nCopies(count, refusal.message()));
        return Answer.failed(
                1,
                "failed to create "
                        + count
                        + (count == 1 ? " machine" : " machines")
                        + "\nERROR "
                        + all
                        + "\n");
    }
}
