package org.maquete.guest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A Dockerfile: what of it decides how a container behaves. */
final class Dockerfile {

    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)");

    private Dockerfile() {}

    /** What it says; the last of a kind counts, but for variables, ports and labels. */
    record Built(
            String from,
            List<String> command,
            List<String> environment,
            List<String> exposed,
            List<String> labels) {}

    static Built read(String text) {
        String from = "";
        List<String> entry = List.of();
        List<String> command = List.of();
        List<String> environment = new ArrayList<>();
        List<String> exposed = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        for (String line : text.replace("\\\n", " ").split("\n", -1)) {
            String plain = line.strip();
            int blank = plain.indexOf(' ');
            if (blank < 0 || plain.startsWith("#")) {
                continue;
            }
            String rest = plain.substring(blank + 1).strip();
            switch (plain.substring(0, blank).toUpperCase(Locale.ROOT)) {
                case "FROM" -> {
                    from = rest.split(" ", -1)[0];
                    command = List.of();
                    entry = List.of();
                }
                case "CMD" -> command = words(rest);
                case "ENTRYPOINT" -> entry = words(rest);
                case "ENV" -> environment.addAll(pairs(rest));
                case "EXPOSE" -> exposed.addAll(List.of(rest.replace("/tcp", "").split(" +", -1)));
                case "LABEL" -> labels.addAll(pairs(rest));
                default -> {}
            }
        }
        List<String> all = new ArrayList<>(entry);
        all.addAll(command);
        return new Built(from, all, environment, exposed, labels);
    }

    /** The form of JSON, or a line for the shell. */
    private static List<String> words(String rest) {
        List<String> all = new ArrayList<>();
        if (!rest.startsWith("[")) {
            return List.of("/bin/sh", "-c", rest);
        }
        Matcher matcher = Pattern.compile("\"([^\"]*)\"").matcher(rest);
        while (matcher.find()) {
            all.add(matcher.group(1));
        }
        return all;
    }

    private static List<String> pairs(String rest) {
        List<String> all = new ArrayList<>();
        int equals = rest.indexOf('=');
        int blank = rest.indexOf(' ');
        if (equals < 0 || blank > 0 && blank < equals) {
            // the old form: ENV NAME value
            return blank < 0
                    ? all
                    : List.of(rest.substring(0, blank) + "=" + rest.substring(blank + 1));
        }
        Matcher matcher = Pattern.compile("([\\w.-]+)=(\"[^\"]*\"|'[^']*'|\\S*)").matcher(rest);
        while (matcher.find()) {
            Matcher value = QUOTED.matcher(matcher.group(2));
            String text = value.find() ? value.group().replaceAll("^[\"']|[\"']$", "") : "";
            all.add(matcher.group(1) + "=" + text);
        }
        return all;
    }
}
