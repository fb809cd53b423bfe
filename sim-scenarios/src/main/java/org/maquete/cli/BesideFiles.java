package org.maquete.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.maquete.operator.PutFile;
import org.maquete.runbook.RunbookReader;
import org.maquete.runbook.SourceText;
import org.maquete.runbook.Statement;
import org.maquete.runbook.Word;

/**
 * The files that a runbook names and that really lie beside it: the operator has them. A name that
 * leads out of the runbook's folder is never followed.
 */
final class BesideFiles {

    /** Larger files are no option files, bytes: GUESS. */
    static final int BYTE_COUNT_MAX = 1 << 20;

    private static final List<String> BEFORE = List.of("--config", "--file", "-f", "source", ".");
    private static final List<String> ENDINGS =
            List.of(".yaml", ".yml", ".json", ".img", ".pub", ".sh", "openrc");

    private final Path folder;
    private final TreeMap<String, String> found = new TreeMap<>();

    private BesideFiles(Path folder) {
        this.folder = folder;
    }

    /** The files beside {@code runbook}, sorted by name; {@code runbook.name()} is its path. */
    static List<PutFile> of(SourceText runbook) {
        Path parent = Path.of(runbook.name()).toAbsolutePath().getParent();
        if (parent == null) {
            return List.of();
        }
        BesideFiles files = new BesideFiles(parent);
        RunbookReader.read(List.of(runbook)).statements().forEach(files::statement);
        List<PutFile> list = new ArrayList<>();
        files.found.forEach((path, content) -> list.add(new PutFile("~/" + path, content)));
        return list;
    }

    private void statement(Statement statement) {
        switch (statement) {
            case Statement.SimpleCommand command -> words(command.words());
            case Statement.Pipeline pipeline -> pipeline.commands().forEach(this::statement);
            case Statement.AndOr both -> {
                statement(both.left());
                statement(both.right());
            }
            case Statement.ForLoop loop -> {
                words(loop.words());
                loop.body().forEach(this::statement);
            }
            case Statement.Group group -> group.body().forEach(this::statement);
            case Statement.ShownFile _, Statement.Unsupported _ -> {
                // names no file that has to be beside the runbook
            }
        }
    }

    private void words(List<Word> words) {
        String before = "";
        for (Word word : words) {
            String text = word.isLiteral() ? word.literal() : "";
            if (text.startsWith("-")) {
                int equals = text.indexOf('=');
                if (equals > 0) {
                    candidate(text.substring(0, equals), text.substring(equals + 1));
                }
            } else {
                candidate(before, text);
            }
            before = text;
        }
    }

    private void candidate(String before, String name) {
        String path = name.startsWith("./") ? name.substring(2) : name;
        boolean asked = BEFORE.contains(before) || ENDINGS.stream().anyMatch(path::endsWith);
        if (asked && !path.isEmpty() && !path.startsWith("/") && !path.startsWith("~")) {
            content(path).ifPresent(text -> found.put(path, text));
        }
    }

    private Optional<String> content(String name) {
        try {
            Path path = folder.resolve(name);
            if (!Files.isRegularFile(path) || Files.size(path) > BYTE_COUNT_MAX) {
                return Optional.empty();
            }
            if (!path.toRealPath().startsWith(folder.toRealPath())) {
                return Optional.empty();
            }
            ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(path));
            return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
        } catch (CharacterCodingException | InvalidPathException e) {
            return Optional
                    .empty(); // not a text, or not a file: the real tool would not have it either
        } catch (IOException e) {
            return Optional.empty(); // unreadable for us, so unknown to the run
        }
    }
}
