package org.maquete.juju.client;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.maquete.juju.RunAction;
import org.maquete.juju.Setting;
import org.maquete.juju.WaitFor;
import org.maquete.kernel.SimTime;
import org.maquete.tool.Deed;
import org.maquete.tool.Parsed;
import org.maquete.tool.gnuflag.Flag;
import org.maquete.tool.gnuflag.FlagResult;

/** {@code juju run} and {@code juju wait-for}: cmd/juju/action and cmd/juju/waitfor of juju 3.6. */
final class ActionVerbs {

    private static final Pattern UNIT =
            Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]*[a-z][a-z0-9]*)*/([0-9]+|leader)");
    private static final Pattern ACTION = Pattern.compile("[a-z0-9]([a-z0-9-]*[a-z0-9])?");
    private static final Pattern ARGUMENT = Pattern.compile("[a-zA-Z0-9._-]+=.*", Pattern.DOTALL);

    // <60 s>: juju 3.6, cmd/juju/action/run.go, the default of --wait
    private static final long RUN_WAIT_NS = 60 * SimTime.SECOND;
    // <10 min>: juju 3.6, cmd/juju/waitfor, the default of --timeout
    private static final long WAIT_FOR_NS = 10 * SimTime.MINUTE;

    private static final List<String> KINDS = List.of("application", "machine", "unit", "model");

    // the defaults of --query and shorter forms of them: cmd/juju/waitfor
    private static final List<String> USUAL_QUERIES =
            List.of(
                    "",
                    "life==\"alive\"&&status==\"active\"",
                    "status==\"active\"",
                    "name==\"active\"",
                    "life==\"alive\"&&status==\"started\"",
                    "status==\"started\"",
                    "life==\"alive\"&&workload-status==\"active\"",
                    "workload-status==\"active\"",
                    "life==\"alive\"&&status==\"available\"",
                    "status==\"available\"");

    private ActionVerbs() {}

    static List<ClientVerb> verbs() {
        return List.of(run(), waitFor());
    }

    private static ClientVerb run() {
        return ClientVerb.inModel(
                "run",
                "",
                ActionVerbs::readRun,
                Flag.bool("background"),
                Flag.bool("color"),
                Flag.bool("no-color"),
                Flag.text("execution-group"),
                Flag.text("format"),
                Flag.text("output", "o"),
                Flag.bool("parallel"),
                Flag.text("params"),
                Flag.bool("string-args"),
                Flag.bool("utc"),
                Flag.duration("wait"));
    }

    private static Parsed readRun(FlagResult.Parsed line) {
        List<String> targets = new ArrayList<>();
        List<String> words = new ArrayList<>(line.words());
        while (!words.isEmpty() && UNIT.matcher(words.getFirst()).matches()) {
            targets.add(words.removeFirst());
        }
        if (targets.isEmpty()) {
            return words.isEmpty()
                    ? ClientText.usage("no unit specified")
                    : ClientText.usage(
                            "invalid unit or action name " + ClientText.quote(words.getFirst()));
        }
        if (words.isEmpty()) {
            return ClientText.usage("no action specified");
        }
        String application = applicationOf(targets.getFirst());
        if (!targets.stream().map(ActionVerbs::applicationOf).allMatch(application::equals)) {
            return ClientText.usage("all units must be of the same application");
        }
        String action = words.removeFirst();
        if (!ACTION.matcher(action).matches()) {
            return ClientText.usage("invalid unit or action name " + ClientText.quote(action));
        }
        List<Setting> parameters = new ArrayList<>();
        for (String word : words) {
            if (!ARGUMENT.matcher(word).matches()) {
                return ClientText.usage(
                        "argument "
                                + ClientText.quote(word)
                                + " must be of the form key.key.key...=value");
            }
            int equal = word.indexOf('=');
            parameters.add(new Setting(word.substring(0, equal), word.substring(equal + 1)));
        }
        return run(line, targets, action, parameters);
    }

    private static String applicationOf(String unit) {
        return unit.substring(0, unit.indexOf('/'));
    }

    private static Parsed run(
            FlagResult.Parsed line, List<String> targets, String action, List<Setting> given) {
        for (String flag : List.of("params", "format", "output")) {
            if (line.text(flag).isPresent() && !line.text(flag).get().equals("yaml")) {
                return new Parsed.NotModelled("juju run --" + flag);
            }
        }
        long wait = line.flag("background") ? 0 : line.durationNs("wait").orElse(RUN_WAIT_NS);
        return new Parsed.Right(
                Call.of((session, world) ->
                        Focus.model(
                                line,
                                session,
                                world,
                                model ->
                                        new Deed.Ask(
                                                new RunAction(
                                                        model.key(),
                                                        targets,
                                                        action,
                                                        given,
                                                        wait)))));
    }

    private static ClientVerb waitFor() {
        return ClientVerb.inModel(
                "wait-for",
                "",
                ActionVerbs::readWaitFor,
                Flag.text("query"),
                Flag.duration("timeout"),
                Flag.bool("summary"));
    }

    private static Parsed readWaitFor(FlagResult.Parsed line) {
        List<String> words = line.words();
        String kind = words.isEmpty() ? "" : words.getFirst();
        if (!KINDS.contains(kind)) {
            return kind.isEmpty()
                    ? new Parsed.NotModelled("the help of juju wait-for")
                    : ClientText.usage("unrecognized command: juju wait-for " + kind);
        }
        if (words.size() < 2) {
            return ClientText.usage(kind + " name must be supplied when waiting for a " + kind);
        }
        if (words.size() > 2) {
            return ClientText.usage("only one " + kind + " name can be supplied");
        }
        String query = line.text("query").orElse("").replaceAll("\\s", "").replace('\'', '"');
        if (!USUAL_QUERIES.contains(query)) {
            return new Parsed.NotModelled("juju wait-for --query " + query);
        }
        long timeout = line.durationNs("timeout").orElse(WAIT_FOR_NS);
        String name = words.get(1);
        return new Parsed.Right(
                Call.of((session, world) ->
                        Focus.model(
                                line,
                                session,
                                world,
                                model ->
                                        new Deed.Ask(
                                                new WaitFor(model.key(), kind, name, timeout)))));
    }
}
