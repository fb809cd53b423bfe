package org.maquete.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.maquete.finding.Nearest;

/** Reads files as text; what cannot be read becomes a problem. */
final class TextFiles {

    /** Larger files are refused, bytes: GUESS, far beyond what a person writes. */
    static final int BYTE_COUNT_MAX = 8 << 20;

    /** The same for dumps of a cluster, bytes: GUESS, those of 100,000 placement groups. */
    private static final int DUMP_BYTE_COUNT_MAX = 256 << 20;

    private TextFiles() {}

    /** The text of a dump that a program wrote: it may be large. */
    static Optional<String> dump(String name, String what, Problems problems) {
        return read(name, what, DUMP_BYTE_COUNT_MAX, problems);
    }

    /**
     * The text of a file.
     *
     * @param what for the message: {@code a runbook}
     */
    static Optional<String> read(String name, String what, Problems problems) {
        return read(name, what, BYTE_COUNT_MAX, problems);
    }

    /** The same for files that may be larger or have to be smaller. */
    static Optional<String> read(String name, String what, int byteCountMax, Problems problems) {
        Path path;
        try {
            path = Path.of(name);
        } catch (InvalidPathException e) {
            problems.add(
                    name,
                    what,
                    "no name of a file",
                    "Maybe a character of it is not allowed here.");
            return Optional.empty();
        }
        if (Files.isDirectory(path)) {
            problems.add(name, what, "a folder", "Maybe name a file in it: " + inside(path) + ".");
            return Optional.empty();
        }
        if (!Files.exists(path)) {
            problems.add(name, what, "no such file", near(path));
            return Optional.empty();
        }
        return decoded(name, path, what, byteCountMax, problems);
    }

    private static Optional<String> decoded(
            String name, Path path, String what, int byteCountMax, Problems problems) {
        byte[] bytes;
        try (InputStream stream = Files.newInputStream(path)) {
            bytes = stream.readNBytes(byteCountMax + 1);
        } catch (IOException e) {
            String found = "a file that cannot be read";
            problems.add(name, what, found, "Maybe its permissions: ls -l shows them.");
            return Optional.empty();
        }
        if (bytes.length > byteCountMax) {
            String found = "more than " + byteCountMax + " bytes";
            problems.add(name, what, found, "Maybe it is another file that is meant.");
            return Optional.empty();
        }
        try {
            return Optional.of(
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            String advice = "Maybe convert it: iconv -f latin1 -t utf-8 " + name;
            problems.add(name, what + " in UTF-8", "other bytes", advice);
            return Optional.empty();
        }
    }

    private static String near(Path path) {
        Path folder = path.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            return "Maybe a folder of its path has another name.";
        }
        Path file = path.getFileName();
        return Nearest.advice(file == null ? "" : file.toString(), names(folder));
    }

    private static String inside(Path folder) {
        List<String> names = names(folder);
        return names.isEmpty() ? "it is empty" : String.join(", ", names);
    }

    /** At most ten names of files in a folder, sorted. */
    private static List<String> names(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(Files::isRegularFile)
                    .map(p -> String.valueOf(p.getFileName()))
                    .filter(n -> !n.startsWith("."))
                    .sorted()
                    .limit(10)
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
