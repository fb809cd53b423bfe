package org.maquete.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** The lines of a recording that are not blank; the file may be packed by gzip. */
final class RecordedLines {

    private static final int BYTE_COUNT_MAX = 1 << 29; // <bytes>: GUESS, a hundred such recordings

    private RecordedLines() {}

    static List<String> read(String name, String what, Problems problems) {
        Path path = Path.of(name);
        if (!Files.isRegularFile(path)) {
            problems.add(name, what, "no such file", "Maybe its name is misspelt.");
            return List.of();
        }
        try (InputStream file = new BufferedInputStream(Files.newInputStream(path))) {
            file.mark(2);
            boolean packed = file.read() == 0x1f && file.read() == 0x8b;
            file.reset();
            try (InputStream in = packed ? new GZIPInputStream(file) : file) {
                byte[] bytes = in.readNBytes(BYTE_COUNT_MAX);
                String text = new String(bytes, StandardCharsets.UTF_8);
                return text.lines().filter(line -> !line.isBlank()).toList();
            }
        } catch (IOException e) {
            String found = "a file that cannot be read: " + e.getMessage();
            problems.add(name, what, found, "Maybe it was cut off.");
            return List.of();
        }
    }
}
