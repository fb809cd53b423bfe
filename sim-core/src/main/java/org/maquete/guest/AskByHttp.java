package org.maquete.guest;

import java.util.List;
import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** Run curl outside the cloud. */
record AskByHttp(List<String> words) implements Command {

    AskByHttp {
        words = List.copyOf(words);
    }

    @Override
    public Ref subject() {
        return new Ref("url", words.getLast());
    }

    @Override
    public void encode(Sink sink) {
        sink.texts("words", words);
    }
}
