package org.maquete;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** The lines of a recording of a real program: a packed file, or one that this run has made. */
public final class Recording {

    private static final Path VECTORS = Path.of("src/test/resources/vectors");

    private Recording() {}

    /** The lines of a packed file in the folder of vectors. */
    public static List<String> lines(String name) {
        return lines(VECTORS.resolve(name), true);
    }

    /** The lines of the file that a system property names; of the packed file without it. */
    public static List<String> live(String property, String otherwise) {
        String live = System.getProperty(property);
        return live == null ? lines(otherwise) : lines(Path.of(live), false);
    }

    private static List<String> lines(Path path, boolean packed) {
        try (InputStream file = new BufferedInputStream(Files.newInputStream(path));
                InputStream in = packed ? new GZIPInputStream(file) : file) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().filter(line -> !line.isBlank()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("expected the recording " + path, e);
        }
    }
}
