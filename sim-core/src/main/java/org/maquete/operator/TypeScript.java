package org.maquete.operator;

import java.util.List;
import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.runbook.SourceText;
import org.maquete.world.Sink;

/** Type these documents, in order, at this pace. */
public record TypeScript(List<SourceText> sources, Pace pace) implements Command {

    public TypeScript {
        sources = List.copyOf(sources);
    }

    @Override
    public Ref subject() {
        return new Ref("script", sources.isEmpty() ? "" : sources.getFirst().name());
    }

    @Override
    public void encode(Sink sink) {
        encode(sources, sink);
        sink.text("pace", pace.name());
    }

    static void encode(List<SourceText> sources, Sink sink) {
        sink.texts("sources", sources.stream().map(s -> s.name() + "\n" + s.text()).toList());
    }
}
