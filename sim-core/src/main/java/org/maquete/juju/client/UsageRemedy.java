package org.maquete.juju.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.maquete.finding.Cure;
import org.maquete.finding.Nearest;
import org.maquete.finding.Remedy;
import org.maquete.finding.Severity;
import org.maquete.finding.TypedLine;
import org.maquete.finding.Words;
import org.maquete.kernel.Refusal;
import org.maquete.tool.gnuflag.Flag;
import org.maquete.world.World;

/** Commands and flags that Juju does not have. */
final class UsageRemedy implements Remedy {

    private static final Pattern COMMAND =
            Pattern.compile("juju: \"([^\"]*)\" is not a juju command.*", Pattern.DOTALL);
    private static final Pattern FLAG =
            Pattern.compile("option provided but not defined: (-{1,2})(.+)");

    // what older versions called it: juju 3.0 release notes
    private static final List<List<String>> RENAMED =
            List.of(
                    List.of("run-action", "run"), List.of("add-relation", "integrate"),
                    List.of("show-action-output", "show-task"), List.of("gui", "dashboard"),
                    List.of("upgrade-charm", "refresh"), List.of("upgrade-juju", "upgrade-model"),
                    List.of("set-config", "config"), List.of("set-series", "set-application-base"));

    private final List<ClientVerb> verbs;

    UsageRemedy(List<ClientVerb> verbs) {
        this.verbs = List.copyOf(verbs);
    }

    @Override
    public Optional<Diagnosis> diagnose(TypedLine line, Refusal refusal, World world) {
        if (!line.startsWith("juju") || !refusal.code().equals("usage")) {
            return Optional.empty();
        }
        Matcher command = COMMAND.matcher(refusal.message());
        if (command.matches()) {
            return Optional.of(command(command.group(1), line));
        }
        Matcher flag = FLAG.matcher(refusal.message());
        return flag.matches()
                ? Optional.of(flag(flag.group(1) + flag.group(2), flag.group(2), line))
                : Optional.of(other(refusal));
    }

    private static Diagnosis command(String typed, TypedLine line) {
        Optional<String> renamed =
                RENAMED.stream()
                        .filter(pair -> pair.getFirst().equals(typed))
                        .map(List::getLast)
                        .findFirst();
        Optional<String> better = renamed.or(() -> Nearest.of(typed, CommandNames.ALL, 2));
        String text =
                better.map(name -> LineText.replacing(line, typed, name))
                        .map(whole -> typed.equals("run-action") ? withoutWait(whole) : whole)
                        .orElse("");
        Words why =
                new Words(
                        "Juju 3 has no command "
                                + typed
                                + renamed.map(name -> "; it is called " + name).orElse("")
                                + ".",
                        "O Juju 3 não tem um comando "
                                + typed
                                + renamed.map(name -> "; ele se chama " + name).orElse("")
                                + ".");
        Cure cure = better.isPresent() ? Cure.instead(why, text) : Cure.advice(why);
        return new Diagnosis("juju.command-unknown", Severity.ERROR, why, List.of(cure));
    }

    /**
     * {@code run-action --wait} of 2.9 is what {@code run} does anyway; its --wait wants a time.
     */
    private static String withoutWait(String line) {
        return line.replaceFirst("\\s--wait(?=\\s|$)", "");
    }

    private Diagnosis flag(String typed, String bare, TypedLine line) {
        Words why =
                new Words(
                        "juju " + line.words().get(1) + " has no option " + typed + ".",
                        "juju " + line.words().get(1) + " não tem uma opção " + typed + ".");
        Optional<String> near = Nearest.of(bare, names(line.words().get(1)), 2);
        Cure cure =
                near.isPresent() && bare.length() > 2
                        ? Cure.instead(why, LineText.whole(line).replace(typed, "--" + near.get()))
                        : Cure.advice(why);
        return new Diagnosis("juju.flag-unknown", Severity.ERROR, why, List.of(cure));
    }

    private List<String> names(String command) {
        List<String> names = new ArrayList<>();
        for (ClientVerb verb : verbs) {
            if (verb.name().equals(command)) {
                for (Flag flag : verb.own()) {
                    names.addAll(flag.names());
                }
            }
        }
        return names;
    }

    private static Diagnosis other(Refusal refusal) {
        Words why =
                new Words(
                        "Juju's client does not take these words: " + refusal.message() + ".",
                        "O cliente do Juju não aceita estas palavras: " + refusal.message() + ".");
        return new Diagnosis("juju.usage", Severity.ERROR, why, List.of(Cure.advice(why)));
    }
}
