package org.maquete.guest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.maquete.runbook.Assignment;
import org.maquete.runbook.Part;
import org.maquete.runbook.Redirect;
import org.maquete.runbook.RunbookReader;
import org.maquete.runbook.Statement;
import org.maquete.runbook.Word;

/** Bash in a guest, as sshd starts it for a command or for what comes on standard input. */
final class GuestShell {

    private static final String HOME = "/home/ubuntu";

    private final Inside inside;
    private final TreeMap<String, String> variables = new TreeMap<>();
    private final StringBuilder stdout = new StringBuilder();
    private final StringBuilder stderr = new StringBuilder();
    private String folder = HOME;
    private long tookNs;
    private int exit;
    private String notModelled = "";

    GuestShell(Inside inside) {
        this.inside = inside;
        variables.put("USER", "ubuntu");
        variables.put("HOME", HOME);
        variables.put("VERSION_CODENAME", "jammy");
        variables.put("UBUNTU_CODENAME", "jammy");
    }

    /** Runs all commands of a text, in order; the exit status is that of the last. */
    Result run(String script) {
        for (Statement each : RunbookReader.read("ssh.sh", script).statements()) {
            if (notModelled.isEmpty()) {
                stdout.append(statement(each, ""));
            }
        }
        return new Result(stdout.toString(), stderr.toString(), exit, tookNs, notModelled);
    }

    private String statement(Statement statement, String stdin) {
        return switch (statement) {
            case Statement.SimpleCommand command -> simple(command, stdin);
            case Statement.Pipeline pipeline -> {
                String text = stdin;
                for (Statement each : pipeline.commands()) {
                    text = statement(each, text);
                }
                exit = pipeline.negated() ? (exit == 0 ? 1 : 0) : exit;
                yield text;
            }
            case Statement.AndOr both -> {
                String left = statement(both.left(), stdin);
                boolean isAnd = both.operator() == Statement.AndOr.Operator.AND;
                yield isAnd == (exit == 0) ? left + statement(both.right(), stdin) : left;
            }
            case Statement.Group group -> {
                StringBuilder all = new StringBuilder();
                group.body().forEach(each -> all.append(statement(each, stdin)));
                yield all.toString();
            }
            case Statement.ForLoop loop -> {
                StringBuilder all = new StringBuilder();
                for (String value : words(loop.words())) {
                    variables.put(loop.variable(), value);
                    loop.body().forEach(each -> all.append(statement(each, stdin)));
                }
                yield all.toString();
            }
            case Statement.ShownFile file -> gaveUp("file " + file.name());
            case Statement.Unsupported unknown -> gaveUp(unknown.construct());
        };
    }

    private String gaveUp(String what) {
        notModelled = notModelled.isEmpty() ? what : notModelled;
        return "";
    }

    private String simple(Statement.SimpleCommand command, String piped) {
        for (Assignment each : command.assignments()) {
            variables.put(each.name(), text(each.value().parts()));
        }
        List<String> words = words(command.words());
        if (words.isEmpty()) {
            return "";
        }
        String stdin = piped;
        for (Redirect each : command.redirects()) {
            if (each.kind() == Redirect.Kind.HERE_DOCUMENT) {
                stdin = text(each.hereText());
            } else if (each.kind() == Redirect.Kind.READ) {
                String path = inside.path(text(each.target().parts()), folder);
                stdin = inside.site().file(inside.server(), path).orElse("");
            }
        }
        Result result = call(words, stdin);
        exit = result.exit();
        tookNs += result.tookNs();
        gaveUp(result.notModelled());
        return printed(command, result);
    }

    private Result call(List<String> typed, String stdin) {
        String user = "ubuntu";
        int at = 0;
        boolean isSudo = typed.getFirst().equals("sudo");
        if (isSudo) {
            user = "root";
            at = 1;
            while (at < typed.size() && typed.get(at).startsWith("-")) {
                if (typed.get(at).equals("-u") && at + 1 < typed.size()) {
                    user = typed.get(++at);
                }
                at++;
            }
        }
        List<String> words = typed.subList(at, typed.size());
        while (!words.isEmpty() && words.getFirst().equals("nohup")) {
            words = words.subList(1, words.size());
        }
        if (words.isEmpty()) {
            return Result.SILENT;
        }
        if (words.getFirst().equals("cd")) {
            folder = words.size() > 1 ? inside.path(words.get(1), folder) : HOME;
            return Result.SILENT;
        }
        if (words.getFirst().equals("export")) {
            for (String each : words.subList(1, words.size())) {
                int equals = each.indexOf('=');
                if (equals > 0) {
                    variables.put(each.substring(0, equals), each.substring(equals + 1));
                }
            }
            return Result.SILENT;
        }
        Call call = new Call(inside, List.copyOf(words), stdin, user);
        Optional<String> missing = GuestPrograms.missing(call);
        return missing.isPresent()
                ? notFound(missing.get(), isSudo)
                : GuestPrograms.run(call, folder);
    }

    private Result notFound(String program, boolean isSudo) {
        inside.site().met(GuestPrograms.notInstalled(inside, program));
        return isSudo
                ? Result.failed(1, "sudo: " + program + ": command not found")
                : Result.failed(127, "bash: line 1: " + program + ": command not found");
    }

    /** What goes on to the next command, or to the terminal. */
    private String printed(Statement.SimpleCommand command, Result result) {
        String out = result.stdout();
        String errors = result.stderr();
        for (Redirect each : command.redirects()) {
            String target = text(each.target().parts());
            switch (each.kind()) {
                case WRITE, APPEND -> {
                    write(target, out, each.kind() == Redirect.Kind.APPEND);
                    out = "";
                }
                case BOTH -> {
                    write(target, out + errors, false);
                    out = "";
                    errors = "";
                }
                case STDERR -> errors = "";
                case STDERR_TO_STDOUT -> {
                    out += errors;
                    errors = "";
                }
                case READ, HERE_DOCUMENT -> {}
            }
        }
        stderr.append(errors);
        return out;
    }

    /** The shell opens the file itself, as ubuntu, whatever sudo stands before. */
    private void write(String target, String text, boolean isAppended) {
        if (target.startsWith("/dev/")) {
            return;
        }
        String path = inside.path(target, folder);
        if (!path.startsWith(HOME) && !path.startsWith("/tmp/")) {
            exit = 1;
            stderr.append("bash: line 1: ").append(target).append(": Permission denied\n");
            return;
        }
        GuestPrograms.write(inside, path, text, isAppended);
    }

    private List<String> words(List<Word> all) {
        List<String> words = new ArrayList<>();
        for (Word each : all) {
            boolean isSplit = each.parts().size() == 1 && !each.parts().getFirst().quoted();
            String text = text(each.parts());
            if (isSplit && !(each.parts().getFirst() instanceof Part.Literal)) {
                for (String piece : text.strip().split("\\s+", -1)) {
                    if (!piece.isEmpty()) {
                        words.add(piece);
                    }
                }
            } else {
                words.add(text);
            }
        }
        return words;
    }

    private String text(List<Part> parts) {
        StringBuilder text = new StringBuilder();
        for (Part part : parts) {
            text.append(
                    switch (part) {
                        case Part.Literal literal -> literal.text();
                        case Part.Placeholder placeholder -> placeholder.text();
                        case Part.Variable variable ->
                                variable.name().equals("?")
                                        ? String.valueOf(exit)
                                        : variables.getOrDefault(
                                                variable.name(), variable.fallback());
                        case Part.Substitution inner -> captured(inner);
                    });
        }
        return text.toString();
    }

    private String captured(Part.Substitution inner) {
        StringBuilder all = new StringBuilder();
        inner.body().forEach(each -> all.append(statement(each, "")));
        return all.toString().stripTrailing();
    }
}
