package org.maquete.operator;

import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** The person already has this file. */
public record PutFile(String path, String content) implements Command {

    @Override
    public Ref subject() {
        return new Ref("file", path);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("path", path).text("content", content);
    }
}
