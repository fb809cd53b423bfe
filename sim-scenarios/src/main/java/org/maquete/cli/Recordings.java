package org.maquete.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds files with recorded answers below folders. They are {@code NAME.ending} beside {@code
 * NAME.dump.json} and the like, or one with a name of its own beside {@code dump.json} in a folder
 * of their own.
 *
 * @param ending of the names of such files, with its dot
 * @param ownName of such a file in a folder of its own
 */
record Recordings(String ending, String ownName) {

    private static final int DEPTH_MAX = 2; // <folders>: a folder for each map, in one for all

    /** What is in the files and folders named; a name in which nothing is becomes a problem. */
    List<Path> find(List<String> names, String what, Problems problems) {
        List<Path> all = new ArrayList<>();
        for (String name : names) {
            List<Path> found = below(name, what, problems);
            all.addAll(found);
        }
        return all;
    }

    private List<Path> below(String name, String what, Problems problems) {
        try (Stream<Path> files = Files.walk(Path.of(name), DEPTH_MAX)) {
            List<Path> found = files.filter(this::isRecording).sorted().toList();
            if (found.isEmpty()) {
                String advice = "Maybe a folder in it is meant.";
                problems.add(name, what, "no NAME" + ending + " and no " + ownName, advice);
            }
            return found;
        } catch (InvalidPathException | IOException e) {
            problems.add(name, what, "nothing that can be read", "Maybe its name is misspelt.");
            return List.of();
        }
    }

    private boolean isRecording(Path path) {
        String name = String.valueOf(path.getFileName());
        return (name.endsWith(ending) || name.equals(ownName)) && Files.isRegularFile(path);
    }

    /** What was recorded together with a file: {@code dump.json} or {@code NAME.dump.json}. */
    Path beside(Path path, String part) {
        String name = String.valueOf(path.getFileName());
        boolean isOwn = name.equals(ownName);
        String begin = isOwn ? "" : name.substring(0, name.length() - ending.length()) + ".";
        return path.resolveSibling(begin + part);
    }

    /** The text of a file. */
    static Optional<String> text(Path path, String what, Problems problems) {
        return TextFiles.read(path.toString(), what, problems);
    }
}
