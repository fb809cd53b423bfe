package org.maquete.operator;

import java.util.List;
import java.util.Optional;
import org.maquete.kernel.Command;
import org.maquete.kernel.Place;
import org.maquete.kernel.Ref;
import org.maquete.runbook.SourceText;
import org.maquete.world.Sink;

/**
 * Type these shell lines before the line at which the person stands, or in its place.
 *
 * @param name the document name that findings about these lines carry
 * @param lines shell lines; none with {@code instead} leaves the line out
 * @param instead whether the line itself is then left out
 * @param cured whether a cure asks for it; such lines are marked in the report
 * @param at the line of the document at which their commands are reported; empty for their own
 */
public record TypeLines(
        String name, List<String> lines, boolean instead, boolean cured, Optional<Place> at)
        implements Command {

    public TypeLines {
        lines = List.copyOf(lines);
    }

    SourceText text() {
        return new SourceText(name, String.join("\n", lines) + "\n");
    }

    @Override
    public Ref subject() {
        return new Ref("script", name);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("name", name).texts("lines", lines).flag("instead", instead);
        sink.flag("cured", cured).text("at", at.map(Place::toString).orElse(""));
    }
}
