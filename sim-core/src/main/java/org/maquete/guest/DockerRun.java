package org.maquete.guest;

import java.util.ArrayList;
import java.util.List;

/** The words of {@code docker run}: its flags, as docker/cli has them, and the image's command. */
final class DockerRun {

    private static final List<String> VALUED =
            List.of(
                    "-p",
                    "--publish",
                    "-e",
                    "--env",
                    "--env-file",
                    "--name",
                    "-v",
                    "--volume",
                    "--restart",
                    "--network",
                    "--net",
                    "-m",
                    "--memory",
                    "--cpus",
                    "-h",
                    "--hostname",
                    "-w",
                    "--workdir",
                    "-u",
                    "--user",
                    "-l",
                    "--label",
                    "--add-host",
                    "--mount",
                    "--log-opt",
                    "--entrypoint");

    private final List<String> published = new ArrayList<>();
    private final List<String> environment = new ArrayList<>();
    private final List<String> environmentFiles = new ArrayList<>();
    private final List<String> mounts = new ArrayList<>();
    private List<String> words = List.of();
    private String name = "";
    private String restart = "no";
    private String network = "";
    private String notModelled = "";
    private boolean isDetached;
    private boolean isRemoved;

    static DockerRun read(List<String> rest) {
        DockerRun run = new DockerRun();
        int at = 0;
        while (at < rest.size() && rest.get(at).startsWith("-")) {
            String word = rest.get(at);
            int equals = word.indexOf('=');
            if (word.startsWith("--") && equals > 0) {
                run.valued(word.substring(0, equals), word.substring(equals + 1));
            } else if (VALUED.contains(word) && at + 1 < rest.size()) {
                run.valued(word, rest.get(++at));
            } else {
                run.flag(word);
            }
            at++;
        }
        run.words = List.copyOf(rest.subList(at, rest.size()));
        return run;
    }

    private void valued(String flag, String value) {
        switch (flag) {
            case "-p", "--publish" -> publish(value);
            case "-e", "--env" -> environment.add(value);
            case "--env-file" -> environmentFiles.add(value);
            case "--name" -> name = value;
            case "-v", "--volume" -> mounts.add(value.replaceFirst(":r[ow]$", ""));
            case "--restart" -> restart = value.replaceFirst(":.*", "");
            case "--network", "--net" -> network = value;
            case "-m",
                    "--memory",
                    "--cpus",
                    "-h",
                    "--hostname",
                    "-w",
                    "--workdir",
                    "-u",
                    "--user",
                    "-l",
                    "--label",
                    "--log-opt" -> {}
            default -> notModelled = "docker run " + flag + " in a guest";
        }
    }

    private void publish(String value) {
        String[] parts = value.replace("/tcp", "").split(":", -1);
        if (parts.length == 2) {
            published.add("0.0.0.0:" + parts[0] + ":" + parts[1]);
        } else if (parts.length == 3) {
            published.add(String.join(":", parts));
        } else {
            notModelled = "docker run -p " + value + " in a guest";
        }
    }

    private void flag(String word) {
        switch (word) {
            case "-d", "--detach" -> isDetached = true;
            case "--rm" -> isRemoved = true;
            case "-i", "-t", "-it", "-ti", "--init" -> {}
            case "-dit", "-itd", "-di", "-td", "-dt" -> isDetached = true;
            default -> notModelled = "docker run " + word + " in a guest";
        }
    }

    List<String> published() {
        return published;
    }

    List<String> environment() {
        return environment;
    }

    List<String> environmentFiles() {
        return environmentFiles;
    }

    List<String> mounts() {
        return mounts;
    }

    /** The image and what is to run in it instead of its own command. */
    List<String> words() {
        return words;
    }

    String name() {
        return name;
    }

    String restart() {
        return restart;
    }

    boolean hasHostNetwork() {
        return network.equals("host");
    }

    /** What of it is not modelled, or the empty text. */
    String notModelled() {
        boolean isOwn = !network.isEmpty() && !network.equals("host") && !network.equals("bridge");
        return isOwn ? "docker run --network " + network + " in a guest" : notModelled;
    }

    boolean isDetached() {
        return isDetached;
    }

    boolean isRemoved() {
        return isRemoved;
    }
}
