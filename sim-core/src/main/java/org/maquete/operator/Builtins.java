package org.maquete.operator;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maquete.kernel.Answer;
import org.maquete.kernel.Fact;
import org.maquete.kernel.SimTime;
import org.maquete.runbook.SourceText;
import org.maquete.tool.Download;

/**
 * The shell's own commands and the small programs around it. Whatever is not here and belongs to no
 * subsystem is named as not modelled.
 */
final class Builtins {

    /** How the content of a file begins that was fetched and that nobody knows. */
    private static final String UNKNOWN = "\u2039content of ";

    private final List<Download> downloads;

    Builtins(List<Download> downloads) {
        this.downloads = downloads;
    }

    /** What the command does; words that nobody here knows are not modelled. */
    Effect run(List<String> words, ShellSession session) {
        List<String> rest = words.subList(1, words.size());
        String name = words.getFirst();
        return switch (name) {
            case ":", "true", "set", "clear", "sync" -> Effect.print("");
            case "false" -> Effect.fail(1, "");
            case "echo" -> echo(rest);
            case "printf" -> printf(rest);
            case "pwd" -> Effect.print(session.directory());
            case "cd" -> cd(rest, session);
            case "export", "declare" -> export(rest, session);
            case "unset" -> unset(rest);
            case "env", "printenv" -> env(rest, session);
            case "source", "." -> source(rest, session);
            case "sleep" -> sleep(rest);
            case "cat" -> cat(rest, session);
            case "tee" -> tee(rest, session);
            case "touch" -> touch(rest, session);
            case "rm" -> remove(rest, session);
            case "cp", "mv" -> copy(name, rest, session);
            case "wget", "curl" -> download(words, session);
            default -> filter(words, session);
        };
    }

    private static Effect filter(List<String> words, ShellSession session) {
        if (Filters.names().contains(words.getFirst())) {
            Optional<String> file = Optional.empty();
            List<String> all = words;
            if (words.size() > 2 && session.stdin().isEmpty()) {
                file = session.file(words.getLast());
                all = file.isPresent() ? words.subList(0, words.size() - 1) : words;
            }
            Optional<Answer> answer = Filters.run(all, file.orElse(session.stdin()));
            if (answer.isPresent()) {
                return new Effect.Done(answer.get(), List.of());
            }
        }
        return new Effect.NotModelled(words.getFirst(), List.of());
    }

    private static Effect echo(List<String> words) {
        boolean bare = !words.isEmpty() && words.getFirst().equals("-n");
        String text = String.join(" ", bare ? words.subList(1, words.size()) : words);
        return new Effect.Done(new Answer(bare ? text : text + "\n", "", 0), List.of());
    }

    private static Effect printf(List<String> words) {
        if (words.isEmpty()) {
            return Effect.fail(2, "printf: usage: printf [-v var] format [arguments]");
        }
        StringBuilder out = new StringBuilder();
        int next = 1;
        String format = words.getFirst().replace("\\n", "\n").replace("\\t", "\t");
        for (int i = 0; i < format.length(); i++) {
            boolean verb = format.charAt(i) == '%' && i + 1 < format.length();
            if (verb && "sd".indexOf(format.charAt(i + 1)) >= 0) {
                out.append(next < words.size() ? words.get(next) : "");
                next++;
                i++;
            } else {
                out.append(format.charAt(i));
            }
        }
        return new Effect.Done(new Answer(out.toString(), "", 0), List.of());
    }

    private static Effect cd(List<String> words, ShellSession session) {
        String target = words.isEmpty() ? "~" : words.getFirst();
        return Effect.facts(new Acts.DirectoryChanged(session.resolve(target)));
    }

    private static Effect export(List<String> words, ShellSession session) {
        List<Fact> facts = new ArrayList<>();
        for (String word : words) {
            int equals = word.indexOf('=');
            if (equals > 0) {
                facts.add(
                        new Acts.VariableSet(
                                word.substring(0, equals), word.substring(equals + 1), true));
            } else if (!word.startsWith("-")) {
                Optional<Variable> known =
                        session.world().table(OperatorTables.VARIABLES).find(word);
                facts.add(new Acts.VariableSet(word, known.map(Variable::value).orElse(""), true));
            }
        }
        return new Effect.Done(Answer.SILENT, facts);
    }

    private static Effect unset(List<String> words) {
        List<Fact> facts = new ArrayList<>();
        words.forEach(word -> facts.add(new Acts.VariableUnset(word)));
        return new Effect.Done(Answer.SILENT, facts);
    }

    private static Effect env(List<String> words, ShellSession session) {
        if (words.isEmpty()) {
            List<String> lines = session.environment();
            return Effect.print(lines.isEmpty() ? "" : String.join("\n", lines) + "\n");
        }
        String value = session.variable(words.getFirst());
        return value.isEmpty() ? Effect.fail(1, "") : Effect.print(value);
    }

    private static Effect source(List<String> words, ShellSession session) {
        if (words.isEmpty()) {
            return Effect.fail(2, "bash: source: filename argument required");
        }
        String path = words.getFirst();
        Optional<String> text = session.file(path);
        if (text.isEmpty()) {
            return path.startsWith("/etc/")
                    ? new Effect.NotModelled("source " + path, List.of())
                    : Effect.fail(1, "bash: " + path + ": No such file or directory");
        }
        if (text.get().startsWith(UNKNOWN)) {
            return new Effect.NotModelled("source " + path, List.of());
        }
        return new Effect.Enter(new SourceText(path, text.get()));
    }

    private static Effect sleep(List<String> words) {
        long total = 0;
        for (String word : words) {
            if (!word.matches("\\d{1,9}(\\.\\d{1,9})?[smhd]?")) {
                return Effect.fail(1, "sleep: invalid time interval ‘" + word + "’");
            }
            char unit = word.charAt(word.length() - 1);
            boolean plain = Character.isDigit(unit);
            double number = Double.parseDouble(plain ? word : word.substring(0, word.length() - 1));
            long factor = unit == 'm' ? 60 : unit == 'h' ? 3600 : unit == 'd' ? 86_400 : 1;
            total += Math.round(number * factor * SimTime.SECOND);
        }
        return words.isEmpty() ? Effect.fail(1, "sleep: missing operand") : new Effect.Sleep(total);
    }

    private static Effect cat(List<String> words, ShellSession session) {
        StringBuilder out = new StringBuilder();
        if (words.isEmpty()) {
            out.append(session.stdin());
        }
        for (String word : words) {
            Optional<String> text = session.file(word);
            if (text.isEmpty()) {
                return Effect.fail(1, "cat: " + word + ": No such file or directory");
            }
            out.append(text.get());
        }
        return new Effect.Done(new Answer(out.toString(), "", 0), List.of());
    }

    private static Effect tee(List<String> words, ShellSession session) {
        boolean append = words.contains("-a");
        List<Fact> facts = new ArrayList<>();
        for (String word : words) {
            if (!word.startsWith("-") && !word.startsWith("/dev/")) {
                String path = session.resolve(word);
                facts.add(new Acts.FileWritten(path, session.stdin(), append, false));
            }
        }
        return new Effect.Done(new Answer(session.stdin(), "", 0), facts);
    }

    private static Effect touch(List<String> words, ShellSession session) {
        List<Fact> facts = new ArrayList<>();
        for (String word : words) {
            facts.add(new Acts.FileWritten(session.resolve(word), "", true, false));
        }
        return new Effect.Done(Answer.SILENT, facts);
    }

    private static Effect remove(List<String> words, ShellSession session) {
        List<Fact> facts = new ArrayList<>();
        for (String word : words) {
            if (!word.startsWith("-")) {
                facts.add(new Acts.FileRemoved(session.resolve(word)));
            }
        }
        return new Effect.Done(Answer.SILENT, facts);
    }

    private static Effect copy(String program, List<String> words, ShellSession session) {
        List<String> names = words.stream().filter(w -> !w.startsWith("-")).toList();
        if (names.size() != 2) {
            return new Effect.NotModelled(program, List.of());
        }
        Optional<String> text = session.file(names.getFirst());
        if (text.isEmpty()) {
            String what = program + ": cannot stat '" + names.getFirst() + "'";
            return Effect.fail(1, what + ": No such file or directory");
        }
        Fact write = new Acts.FileWritten(session.resolve(names.get(1)), text.get(), false, false);
        return program.equals("cp")
                ? Effect.facts(write)
                : Effect.facts(write, new Acts.FileRemoved(session.resolve(names.getFirst())));
    }

    /** The transfer itself is not modelled; the file is there afterwards. */
    private Effect download(List<String> words, ShellSession session) {
        String url = "";
        String target = "";
        for (int i = 1; i < words.size(); i++) {
            String word = words.get(i);
            boolean named =
                    (word.equals("-O") && words.getFirst().equals("wget")) || word.equals("-o");
            if (named && i + 1 < words.size()) {
                target = words.get(++i);
            } else if (word.contains("://")) {
                url = word;
            }
        }
        boolean keeps = words.getFirst().equals("wget") || words.contains("-O");
        if (target.isEmpty() && keeps && !url.isEmpty()) {
            target = url.substring(url.lastIndexOf('/') + 1);
        }
        if (target.isEmpty() || url.isEmpty()) {
            return new Effect.NotModelled(words.getFirst(), List.of());
        }
        String content = UNKNOWN + url + "\u203a\n";
        for (Download download : downloads) {
            Optional<String> known = download.content(url);
            if (known.isPresent()) {
                Fact file =
                        new Acts.FileWritten(session.resolve(target), known.get(), false, false);
                return Effect.facts(file);
            }
        }
        Fact file = new Acts.FileWritten(session.resolve(target), content, false, false);
        return new Effect.NotModelled(words.getFirst(), List.of(file));
    }
}
