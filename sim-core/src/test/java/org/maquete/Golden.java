package org.maquete;

import com.sun.source.tree.MemberSelectTree;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A case of recorded answers, {@code golden/<subsystem>/<case>/}, with the texts of its files.
 *
 * <p>A test reads a file of it if the test has a text that names the file from {@code golden/} on;
 * or names its folder, or the one above, and calls {@code Files.list} or {@code Files.walk} and
 * names the file; or names the rest of the path while a test of its package names the folder. A
 * text that nobody uses does not compile, and no test is disabled, so what is named is read.
 */
record Golden(String name, Map<String, String> texts) {

    private static final String SOURCE = "SOURCE";
    private static final int LINES_MAX = 300;
    private static final Pattern DATE = Pattern.compile("\\b20\\d\\d-\\d\\d\\b");

    /** The constant texts of a test source, and whether it lists folders. */
    record Texts(String folder, TreeSet<String> strings, boolean listsFolders) {

        static Texts of(SourceFile test) {
            List<String> calls = new ArrayList<>();
            new TreeScanner<Void, Void>() {
                @Override
                public Void visitMemberSelect(MemberSelectTree select, Void none) {
                    calls.add(select.toString());
                    return super.visitMemberSelect(select, null);
                }
            }.scan(test.unit(), null);
            boolean lists = calls.contains("Files.list") || calls.contains("Files.walk");
            return new Texts(test.folder(), new TreeSet<>(test.strings()), lists);
        }

        private boolean endsOne(String path) {
            return strings.stream().anyMatch(s -> s.endsWith(path) || s.endsWith(path + "/"));
        }

        /** Whether it lists folders and names the file or, with its dot, how the name starts. */
        private boolean lists(String file) {
            String start = file.substring(0, file.indexOf('.') + 1);
            return listsFolders && (strings.contains(file) || strings.contains(start));
        }
    }

    /** All cases below {@code folder}, which is named {@code golden}. */
    static List<Golden> read(Path folder) throws IOException {
        Map<String, Map<String, String>> cases = new LinkedHashMap<>();
        try (Stream<Path> found = Files.walk(folder)) {
            for (Path path : found.sorted().toList()) {
                Path inside = folder.relativize(path);
                boolean isFile = Files.isRegularFile(path);
                int depth = Math.min(2, inside.getNameCount() - (isFile ? 1 : 0));
                if (isFile || depth == 2) {
                    String in = depth == 0 ? "" : slashed(inside.subpath(0, depth));
                    Map<String, String> texts =
                            cases.computeIfAbsent(in, _ -> new LinkedHashMap<>());
                    if (isFile) {
                        Path file = inside.subpath(depth, inside.getNameCount());
                        texts.put(slashed(file), Files.readString(path));
                    }
                }
            }
        }
        return cases.entrySet().stream().map(e -> new Golden(e.getKey(), e.getValue())).toList();
    }

    private static String slashed(Path path) {
        return path.toString().replace('\\', '/');
    }

    /** What is wrong with this case. */
    List<String> problems(List<Texts> tests) {
        List<String> found = new ArrayList<>();
        if (!name.contains("/")) {
            return List.of("golden/" + name + ":1: has files that belong to no case");
        }
        String source = texts.getOrDefault(SOURCE, "");
        if (source.isBlank()) {
            found.add(at(SOURCE) + "is missing: tool, version, command, date");
        } else if (!DATE.matcher(source).find()) {
            found.add(at(SOURCE) + "says no date");
        }
        if (texts.keySet().stream().allMatch(SOURCE::equals)) {
            found.add("golden/" + name + ":1: records nothing");
        }
        texts.forEach((file, text) -> {
            if (text.lines().count() > LINES_MAX) {
                found.add(at(file) + "has more than " + LINES_MAX + " lines");
            }
            boolean isFed = file.startsWith("input") && source.contains(file);
            if (!file.equals(SOURCE) && !isFed && !isRead(file, tests)) {
                found.add(at(file) + "no test reads it");
            }
        });
        return found;
    }

    private String at(String file) {
        return "golden/" + name + "/" + file + ":1: ";
    }

    private boolean isRead(String file, List<Texts> tests) {
        String path = "golden/" + name + "/" + file;
        if (tests.stream().anyMatch(test -> test.endsOne(path))) {
            return true;
        }
        for (String folder : List.of(name, name.substring(0, name.indexOf('/')))) {
            String rest = path.substring("golden/".length() + folder.length() + 1);
            for (Texts test : tests) {
                if (test.endsOne("golden/" + folder)
                        && (test.lists(file) || isNamed(rest, test, tests))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isNamed(String rest, Texts beside, List<Texts> tests) {
        return tests.stream()
                .anyMatch(t -> t.folder.equals(beside.folder) && t.strings.contains(rest));
    }
}
