package org.maquete.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maquete.finding.Nearest;

/** Finds the command, and ends with one of the exit codes of the README, whatever happens. */
public final class Main {

    /** The version of the parent POM; a test compares them. */
    static final String VERSION = "0.1.0-SNAPSHOT";

    private static final List<Command> COMMANDS =
            List.of(
                    new CheckCommand(),
                    new RunCommand(),
                    new WhatIfCommand(),
                    new TraceCommand(),
                    new ReachabilityCommand(),
                    new MirrorCommand(),
                    new CephCommand(),
                    new CephWhatIfCommand(),
                    new ConformCommand(),
                    new BenchCommand(),
                    new LabCommand(),
                    new ExplainCommand());

    private Main() {}

    /**
     * Runs the command that {@code args} name and ends the process with its exit code. It halts:
     * all is written, nothing waits for the end, and System.exit first looks through all libraries
     * for a logger that would like to know (7 ms of a start of 330).
     */
    public static void main(String[] args) {
        Screen screen = Screen.ofProcess();
        int exit = run(List.of(args), screen);
        screen.flush();
        Runtime.getRuntime().halt(exit);
    }

    /** Runs a command and gives its exit code. */
    static int run(List<String> args, Screen screen) {
        try {
            return dispatch(args, screen).number();
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            return bug(args, e, screen).number();
        }
    }

    private static ExitCode dispatch(List<String> args, Screen screen) {
        String word = args.isEmpty() ? "help" : args.getFirst();
        if (word.equals("--version")) {
            screen.out().print("maquete " + VERSION + "\n");
            return ExitCode.CLEAN;
        }
        if (List.of("help", "--help", "-h").contains(word)) {
            return help(args, screen);
        }
        Optional<Command> command = named(args);
        if (command.isEmpty()) {
            return unknown(word, screen);
        }
        int words = command.get().name().split(" ", -1).length;
        List<String> rest = args.subList(words, args.size());
        if (rest.contains("--help") || rest.contains("-h")) {
            screen.out().print(Usage.of(command.get()));
            return ExitCode.CLEAN;
        }
        Problems problems = new Problems();
        Arguments arguments = Arguments.of(rest, command.get().options(), problems);
        ExitCode exit = command.get().run(arguments, problems, screen);
        if (!problems.isEmpty()) {
            screen.say(problems.text());
        }
        return exit;
    }

    /** The command of the first two words, else that of the first. */
    private static Optional<Command> named(List<String> args) {
        String two = args.size() > 1 ? args.getFirst() + " " + args.get(1) : "";
        Optional<Command> one = named(two);
        return one.isPresent() ? one : named(args.getFirst());
    }

    private static Optional<Command> named(String words) {
        return COMMANDS.stream().filter(c -> c.name().equals(words)).findFirst();
    }

    private static ExitCode help(List<String> args, Screen screen) {
        if (args.size() < 2) {
            screen.out().print(Usage.all(COMMANDS));
            return ExitCode.CLEAN;
        }
        Optional<Command> command = named(args.subList(1, args.size()));
        if (command.isEmpty()) {
            return unknown(args.get(1), screen);
        }
        screen.out().print(Usage.of(command.get()));
        return ExitCode.CLEAN;
    }

    private static ExitCode unknown(String word, Screen screen) {
        List<String> names = new ArrayList<>(COMMANDS.stream().map(Command::name).toList());
        names.add("gui");
        names.add("help");
        String expected = "a command";
        String found = "\"" + word + "\"";
        screen.say(new Problem("maquete", expected, found, Nearest.advice(word, names)).text());
        return ExitCode.UNREADABLE;
    }

    /** One line, the seed, and how to see it again; the trace only for those who ask. */
    private static ExitCode bug(List<String> args, Throwable e, Screen screen) {
        String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        screen.say("maquete: a bug in Maquete: " + e.getClass().getSimpleName() + ": " + message);
        String seed = args.contains("--seed") ? "" : " (the seed is the lab's)";
        screen.say("Repeat with" + seed + ": MAQUETE_DEBUG=1 ./maquete " + quoted(args));
        if (System.getenv("MAQUETE_DEBUG") != null) {
            e.printStackTrace(screen.err());
        }
        return ExitCode.BUG;
    }

    private static String quoted(List<String> args) {
        List<String> words = new ArrayList<>();
        for (String arg : args) {
            boolean plain = arg.matches("[A-Za-z0-9_./:=@%+,-]+");
            words.add(plain ? arg : "'" + arg.replace("'", "'\\''") + "'");
        }
        return String.join(" ", words);
    }
}
