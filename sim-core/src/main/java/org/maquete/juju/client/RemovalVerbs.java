package org.maquete.juju.client;

import java.util.List;
import org.maquete.juju.JujuView;
import org.maquete.juju.Relation;
import org.maquete.juju.Removal;
import org.maquete.juju.RemoveApplication;
import org.maquete.juju.RemoveMachine;
import org.maquete.juju.RemoveRelation;
import org.maquete.juju.RemoveUnit;
import org.maquete.kernel.Answer;
import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.kernel.Refusal;
import org.maquete.tool.Deed;
import org.maquete.tool.Parsed;
import org.maquete.tool.gnuflag.Flag;
import org.maquete.tool.gnuflag.FlagResult;
import org.maquete.world.World;

/**
 * Commands that take something out of a model: removeunit.go, removeapplication.go and
 * removerelation.go of cmd/juju/application, cmd/juju/machine/remove.go. Since 3.0 they do not ask
 * back unless JUJU_SKIP_CONFIRMATION says so.
 */
final class RemovalVerbs {

    private static final Flag FORCE = Flag.bool("force");
    private static final Flag NO_WAIT = Flag.bool("no-wait");
    private static final Flag NO_PROMPT = Flag.bool("no-prompt");
    private static final Flag DRY_RUN = Flag.bool("dry-run");
    private static final Flag STORAGE = Flag.bool("destroy-storage");

    private RemovalVerbs() {}

    static List<ClientVerb> verbs() {
        return List.of(removeRelation(), removeUnit(), removeApplication(), removeMachine());
    }

    /** One of the three commands that remove by name. */
    private record Kind(String word, String plural, String pattern, Maker command) {

        String invalid(String name) {
            String what = word.equals("machine") ? "machine id " : word + " name ";
            return "invalid " + what + ClientText.quote(name);
        }
    }

    /** Makes the command for a model. */
    @FunctionalInterface
    private interface Maker {
        Command of(String model, List<String> names, Removal how);
    }

    private static ClientVerb removeUnit() {
        Kind kind = new Kind("unit", "units", Names.UNIT, RemoveUnit::new);
        return ClientVerb.inModel(
                "remove-unit",
                "",
                line -> {
                    // a model of MAAS is none of Kubernetes: removeunit.go, validateIAASRemoval
                    if (line.whole("num-units").orElse(0L) != 0) {
                        return ClientText.usage("--num-units for non k8s models not valid");
                    }
                    return read(line, kind);
                },
                FORCE,
                NO_WAIT,
                NO_PROMPT,
                DRY_RUN,
                STORAGE,
                Flag.whole("num-units"));
    }

    private static ClientVerb removeApplication() {
        Kind kind =
                new Kind("application", "application", Names.APPLICATION, RemoveApplication::new);
        return ClientVerb.inModel(
                "remove-application",
                "",
                line -> read(line, kind),
                FORCE,
                NO_WAIT,
                NO_PROMPT,
                DRY_RUN,
                STORAGE);
    }

    private static ClientVerb removeMachine() {
        Kind kind = new Kind("machine", "machines", Names.MACHINE, RemoveMachine::new);
        return ClientVerb.inModel(
                "remove-machine",
                "",
                line -> read(line, kind),
                FORCE,
                NO_WAIT,
                NO_PROMPT,
                DRY_RUN,
                Flag.bool("keep-instance"));
    }

    private static Parsed read(FlagResult.Parsed line, Kind kind) {
        List<String> names = line.words();
        if (names.isEmpty()) {
            return ClientText.usage("no " + kind.plural() + " specified");
        }
        for (String name : names) {
            if (!name.matches(kind.pattern())) {
                return ClientText.usage(kind.invalid(name));
            }
        }
        if (line.flag("no-wait") && !line.flag("force")) {
            return ClientText.usage("--no-wait without --force not valid");
        }
        Removal how =
                new Removal(
                        line.flag("force"),
                        !kind.word().equals("machine") && line.flag("destroy-storage"),
                        kind.word().equals("machine") && line.flag("keep-instance"),
                        line.flag("dry-run"));
        return new Parsed.Right(
                ModelVerbs.ask(line, model -> kind.command().of(model, names, how))
                        .refusing(refusal -> refused(kind, names, refusal)));
    }

    /** Nothing was removed: the server has an error for each name, one a line. */
    private static Answer refused(Kind kind, List<String> names, Refusal refusal) {
        String[] messages = refusal.message().split("\n", -1);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < messages.length; i++) {
            String name = names.get(Math.min(i, names.size() - 1));
            String what = kind.word().equals("machine") ? "machine" : kind.word() + " " + name;
            text.append("ERROR removing ").append(what).append(" failed: ");
            text.append(messages[i]).append('\n');
        }
        return Answer.failed(1, text.toString());
    }

    private static ClientVerb removeRelation() {
        return ClientVerb.inModel(
                "remove-relation",
                "",
                RemovalVerbs::readRemoveRelation,
                Flag.bool("force"),
                Flag.text("max-wait"));
    }

    private static Parsed readRemoveRelation(FlagResult.Parsed line) {
        List<String> words = line.words();
        boolean force = line.flag("force");
        if (words.size() == 1 && words.getFirst().matches("[0-9]{1,9}")) {
            int number = Integer.parseInt(words.getFirst());
            return new Parsed.Right(
                    Call.of((session, world) ->
                                    Focus.model(
                                            line,
                                            session,
                                            world,
                                            m -> removeRelation(number, m.key(), force, world)))
                            .refusing(ClientText::failedCall));
        }
        if (words.size() != 2) {
            return ClientText.usage("a relation must involve two applications");
        }
        return new Parsed.Right(
                ModelVerbs.ask(
                                line,
                                model ->
                                        new RemoveRelation(
                                                model, words.getFirst(), words.getLast(), force))
                        .refusing(ClientText::failedCall));
    }

    private static Deed removeRelation(int number, String model, boolean force, World world) {
        for (Relation relation : JujuView.relations(world, model)) {
            if (relation.number() == number) {
                return new Deed.Ask(
                        new RemoveRelation(model, relation.requirer(), relation.provider(), force));
            }
        }
        return Focus.reject(
                "relation " + number + " not found (not found)",
                new Ref("relation", Integer.toString(number)));
    }
}
