package org.maquete.juju.client;

import org.maquete.juju.catalog.Bases;
import org.maquete.juju.catalog.OsRelease;
import org.maquete.juju.catalog.Parsed;
import org.maquete.tool.gnuflag.FlagResult;

/** The base of a pair of flags: {@code --base ubuntu@22.04} or the older {@code --series jammy}. */
final class BaseWords {

    private BaseWords() {}

    /** The base as Juju prints it, the empty text when neither flag was given, or a refusal. */
    static Parsed<String> read(FlagResult.Parsed line, String baseFlag, String seriesFlag) {
        if (line.text(baseFlag).isPresent()) {
            return display(Bases.parse(line.text(baseFlag).get()));
        }
        return line.text(seriesFlag).isPresent()
                ? display(Bases.ofSeries(line.text(seriesFlag).get()))
                : new Parsed.Good<>("");
    }

    /** The default base of {@code --config default-series=jammy} or {@code default-base=...}. */
    static Parsed<String> ofModelConfig(String series, String base) {
        if (!base.isEmpty()) {
            return display(Bases.parse(base));
        }
        return series.isEmpty() ? new Parsed.Good<>("") : display(Bases.ofSeries(series));
    }

    private static Parsed<String> display(Parsed<OsRelease> base) {
        return base.map(OsRelease::display);
    }
}
