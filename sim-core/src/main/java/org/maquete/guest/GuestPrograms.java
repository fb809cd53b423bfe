package org.maquete.guest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.maquete.finding.Cure;
import org.maquete.finding.Words;
import org.maquete.kernel.SimTime;

/** The programs that can be run in a guest, and the small ones themselves. */
final class GuestPrograms {

    private GuestPrograms() {}

    /** The program's name if it is one that is modelled and not installed. */
    static Optional<String> missing(Call call) {
        String program = call.words().getFirst();
        Guest guest = call.inside().guest();
        boolean isThere =
                switch (program) {
                    case "docker" -> guest.hasDocker();
                    case "nginx" -> guest.has("nginx");
                    case "psql" -> guest.has("postgresql") || guest.has("postgresql-client");
                    default -> true;
                };
        return isThere ? Optional.empty() : Optional.of(program);
    }

    static Fault notInstalled(Inside inside, String program) {
        String name = inside.site().name(inside.server());
        String wanted =
                switch (program) {
                    case "docker" -> "docker.io";
                    case "psql" -> "postgresql";
                    default -> program;
                };
        return Fault.of(
                Cause.NOT_INSTALLED,
                new Words(
                        program + " is not installed in " + name,
                        program + " não está instalado em " + name),
                Cure.before(
                        new Words("Install it:", "Instale-o:"),
                        inside.site()
                                .line(
                                        inside.server(),
                                        "sudo apt-get update && sudo apt-get install -y "
                                                + wanted)));
    }

    static Result run(Call call, String folder) {
        List<String> rest = call.rest();
        return switch (call.words().getFirst()) {
            case "apt-get", "apt" -> new Apt(call).run();
            case "docker" -> new Docker(call, folder).run();
            case "systemctl", "service" -> Systemctl.run(call);
            case "nginx" -> Systemctl.nginx(call);
            case "psql" -> Systemctl.psql(call);
            case "curl" -> Curl.inGuest(call, folder);
            case "usermod" -> usermod(call);
            case "echo" -> echo(rest);
            case "printf" -> Result.of(printf(rest));
            case "cat" -> cat(call, folder);
            case "tee" -> tee(call, folder);
            case "sed" -> sed(call, folder);
            case "rm" -> remove(call, folder);
            case "cp", "mv", "ln" -> copy(call, folder);
            case "hostname" -> Result.of(call.site().name(call.server()) + "\n");
            case "whoami" -> Result.of(call.user() + "\n");
            case "dpkg" -> Result.of("amd64\n");
            case "sleep" -> sleep(rest);
            case "false" -> new Result("", "", 1, 0, "");
            // what they change is not modelled
            case "mkdir", "chmod", "chown", "install", "touch", "true", "set", ".", "source" ->
                    Result.SILENT;
            default -> Result.notModelled(call.words().getFirst() + " in a guest");
        };
    }

    private static Result usermod(Call call) {
        boolean isDocker = call.words().contains("docker") && !call.words().contains("-G");
        if (!call.isRoot()) {
            return Result.failed(
                    1,
                    "usermod: Permission denied.\n"
                            + "usermod: cannot lock /etc/passwd; try again later.");
        }
        if (!isDocker) {
            return Result.notModelled(String.join(" ", call.words()) + " in a guest");
        }
        Guest guest = call.inside().guest();
        if (!guest.hasDocker()) {
            return Result.failed(6, "usermod: group 'docker' does not exist");
        }
        call.site().set(new Guest(-1, guest.server(), guest.packages(), guest.hasLists(), true));
        return Result.SILENT;
    }

    private static Result echo(List<String> words) {
        boolean isBare = !words.isEmpty() && words.getFirst().equals("-n");
        boolean hasOption = isBare || !words.isEmpty() && words.getFirst().equals("-e");
        String text = String.join(" ", hasOption ? words.subList(1, words.size()) : words);
        if (!words.isEmpty() && words.getFirst().equals("-e")) {
            text = text.replace("\\n", "\n").replace("\\t", "\t");
        }
        return Result.of(isBare ? text : text + "\n");
    }

    private static String printf(List<String> words) {
        String text = words.isEmpty() ? "" : words.getFirst();
        for (String each : words.subList(Math.min(1, words.size()), words.size())) {
            text = text.replaceFirst("%s", java.util.regex.Matcher.quoteReplacement(each));
        }
        return text.replace("\\n", "\n").replace("\\t", "\t");
    }

    private static Result sleep(List<String> words) {
        int seconds = words.isEmpty() ? 0 : Commands.number(words.getFirst());
        return Result.SILENT.took(seconds * SimTime.SECOND);
    }

    private static Result cat(Call call, String folder) {
        if (call.rest().isEmpty()) {
            return Result.of(call.stdin());
        }
        StringBuilder all = new StringBuilder();
        for (String each : call.rest()) {
            Optional<String> text =
                    call.site().file(call.server(), call.inside().path(each, folder));
            if (text.isEmpty()) {
                return Result.failed(1, "cat: " + each + ": No such file or directory");
            }
            all.append(text.get());
        }
        return Result.of(all.toString());
    }

    private static Result tee(Call call, String folder) {
        boolean isAppended = call.words().contains("-a");
        for (String each : call.rest()) {
            String path = call.inside().path(each, folder);
            if (each.startsWith("-") || path.startsWith("/dev/")) {
                continue;
            }
            if (!mayWrite(call, path)) {
                return new Result(call.stdin(), "tee: " + each + ": Permission denied\n", 1, 0, "");
            }
            write(call.inside(), path, call.stdin(), isAppended);
        }
        return Result.of(call.stdin());
    }

    private static boolean mayWrite(Call call, String path) {
        return call.isRoot()
                || path.startsWith("/home/" + call.user() + "/")
                || path.startsWith("/tmp/");
    }

    static void write(Inside inside, String path, String text, boolean isAppended) {
        String before = isAppended ? inside.site().file(inside.server(), path).orElse("") : "";
        inside.site().write(inside.server(), path, before + text);
    }

    /** {@code sed -i s/a/b/[g] FILE...}: the expressions that GNU sed and Java read alike. */
    private static Result sed(Call call, String folder) {
        List<String> plain = new ArrayList<>();
        boolean isInPlace = false;
        for (String each : call.rest()) {
            isInPlace |= each.startsWith("-i");
            if (!each.startsWith("-")) {
                plain.add(each);
            }
        }
        if (!isInPlace || plain.size() < 2 || !plain.getFirst().startsWith("s")) {
            return Result.notModelled("sed in a guest");
        }
        String expression = plain.getFirst();
        String[] parts =
                expression.substring(2).split(Pattern.quote(expression.substring(1, 2)), -1);
        if (parts.length < 2 || parts[0].matches(".*[+?(){}|\\\\].*")) {
            return Result.notModelled("sed " + expression + " in a guest");
        }
        for (String each : plain.subList(1, plain.size())) {
            String path = call.inside().path(each, folder);
            Optional<String> text = call.site().file(call.server(), path);
            if (text.isEmpty()) {
                return Result.failed(2, "sed: can't read " + each + ": No such file or directory");
            }
            try {
                Pattern wanted = Pattern.compile(parts[0], Pattern.MULTILINE);
                String changed = wanted.matcher(text.get()).replaceAll(parts[1]);
                call.site().write(call.server(), path, changed);
            } catch (PatternSyntaxException e) {
                return Result.notModelled("sed " + expression + " in a guest");
            }
        }
        return Result.SILENT;
    }

    private static Result remove(Call call, String folder) {
        for (String each : call.rest()) {
            String path = call.inside().path(each, folder);
            if (each.startsWith("-")) {
                continue;
            }
            if (!mayWrite(call, path)) {
                return Result.failed(1, "rm: cannot remove '" + each + "': Permission denied");
            }
            if (call.site().file(call.server(), path).isPresent()) {
                call.site().removeFile(call.server(), path);
            } else if (call.rest().stream().noneMatch(w -> w.matches("-[a-z]*f[a-z]*"))) {
                return Result.failed(
                        1, "rm: cannot remove '" + each + "': No such file or directory");
            }
        }
        return Result.SILENT;
    }

    private static Result copy(Call call, String folder) {
        List<String> names = call.rest().stream().filter(w -> !w.startsWith("-")).toList();
        if (names.size() != 2) {
            return Result.notModelled(call.words().getFirst() + " in a guest");
        }
        String program = call.words().getFirst();
        String from = call.inside().path(names.getFirst(), folder);
        String to = call.inside().path(names.getLast(), folder);
        String target = to.endsWith("/") ? to + from.substring(from.lastIndexOf('/') + 1) : to;
        Optional<String> text = call.site().file(call.server(), from);
        if (text.isEmpty()) {
            return Result.failed(
                    1,
                    program
                            + ": cannot stat '"
                            + names.getFirst()
                            + "': No such file or directory");
        }
        if (!mayWrite(call, target)) {
            return Result.failed(
                    1,
                    program
                            + ": cannot create regular file '"
                            + names.getLast()
                            + "': Permission denied");
        }
        call.site().write(call.server(), target, text.get());
        if (program.equals("mv")) {
            call.site().removeFile(call.server(), from);
        }
        return Result.SILENT;
    }
}
