package org.maquete.tool.cliff;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.maquete.tool.argparse.PythonJson;
import org.maquete.tool.argparse.Value;

/** Recorded cases, one JSON object a line. */
final class GoldenCases {

    static final Path GOLDEN = Path.of("src/test/resources/golden/tool");

    private GoldenCases() {}

    static List<SequencedMap<String, Value>> read(Path path) {
        try {
            List<String> lines = Files.readAllLines(path, StandardCharsets.UTF_8);
            if (lines.isEmpty()) {
                throw new AssertionError("expected cases in " + path + ", found none");
            }
            return lines.stream().map(GoldenCases::fields).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The committed cases, or those of the file that this system property names. */
    static List<SequencedMap<String, Value>> readLive(String property, Path otherwise) {
        String live = System.getProperty(property);
        return read(live == null ? otherwise : Path.of(live));
    }

    static List<Value> values(SequencedMap<String, Value> of, String key) {
        return ((Value.Many) of.getOrDefault(key, Value.none())).values();
    }

    static List<String> texts(SequencedMap<String, Value> of, String key) {
        return values(of, key).stream().map(Value::str).toList();
    }

    private static SequencedMap<String, Value> fields(String line) {
        return switch (PythonJson.loads(line)) {
            case PythonJson.Loaded.Document(Value.Fields document) ->
                    new LinkedHashMap<>(document.fields());
            case PythonJson.Loaded other -> throw new AssertionError(other + " in " + line);
        };
    }
}
