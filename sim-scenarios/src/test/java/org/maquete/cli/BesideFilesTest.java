package org.maquete.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maquete.operator.PutFile;
import org.maquete.runbook.SourceText;

final class BesideFilesTest {

    @TempDir Path folder = Path.of("");

    @Test
    void givesTheFilesThatARunbookNames() throws IOException {
        Files.writeString(folder.resolve("neutron.yaml"), "a: 1\n");
        Files.writeString(folder.resolve("settings"), "b: 2\n");
        Files.createDirectory(folder.resolve("keys"));
        Files.writeString(folder.resolve("keys/id.pub"), "ssh-rsa\n");
        Files.writeString(folder.resolve("unnamed.yaml"), "c: 3\n");

        List<PutFile> files =
                beside(
                        """
                        juju deploy --config neutron.yaml neutron-api
                        juju deploy --config=settings ceph-osd && cat ./keys/id.pub | head
                        """);

        assertThat(files)
                .containsExactly(
                        new PutFile("~/keys/id.pub", "ssh-rsa\n"),
                        new PutFile("~/neutron.yaml", "a: 1\n"),
                        new PutFile("~/settings", "b: 2\n"));
    }

    @Test
    void neverLeavesTheFolderOfTheRunbook() throws IOException {
        Path inner = Files.createDirectory(folder.resolve("inner"));
        Files.writeString(folder.resolve("secret.yaml"), "a: 1\n");
        Files.createSymbolicLink(inner.resolve("link.yaml"), folder.resolve("secret.yaml"));
        String text = "juju deploy --config ../secret.yaml x\njuju deploy --config link.yaml x\n";

        List<PutFile> files =
                BesideFiles.of(new SourceText(inner.resolve("a.sh").toString(), text));

        assertThat(files).isEmpty();
    }

    @Test
    void leavesOutWhatIsNotThereOrNoText() throws IOException {
        Files.write(folder.resolve("binary.yaml"), new byte[] {(byte) 0xff, 0, 1});

        assertThat(beside("cat missing.yaml binary.yaml\n")).isEmpty();
    }

    private List<PutFile> beside(String text) {
        return BesideFiles.of(new SourceText(folder.resolve("runbook.sh").toString(), text));
    }
}
