package org.maquete.juju.client;

import java.util.List;
import java.util.OptionalLong;
import org.maquete.juju.StatusInfo;
import org.maquete.juju.catalog.Bases;
import org.maquete.juju.catalog.OsRelease;
import org.maquete.juju.catalog.Parsed;
import org.maquete.observe.Reading;

/** The values that parts of a status have in common, and the problems met on the way. */
final class StatusFields {

    private final List<Reading.Problem> problems;

    StatusFields(List<Reading.Problem> problems) {
        this.problems = problems;
    }

    void wrong(String path, String message) {
        StatusJson.wrong(problems, path, message);
    }

    StatusInfo status(String path, StatusPart part) {
        String since = part.text("since");
        OptionalLong time = since.isEmpty() ? OptionalLong.of(0) : JujuTime.read(since);
        if (time.isEmpty()) {
            wrong(path + "/since", "expected a time as 05 Jan 2026 08:00:00Z, found " + since);
        }
        return new StatusInfo(part.text("current"), part.text("message"), time.orElse(0));
    }

    /** The base of 3.x, or the series of 2.9. */
    String base(String path, StatusPart part) {
        StatusPart base = part.part("base");
        boolean isNew = base != StatusPart.NONE;
        Parsed<OsRelease> read =
                isNew
                        ? Bases.parse(base.text("name") + "@" + base.text("channel"))
                        : Bases.ofSeries(part.text("series"));
        return switch (read) {
            case Parsed.Good<OsRelease>(OsRelease release) -> release.display();
            case Parsed.Refused<OsRelease>(String message) -> {
                wrong(path + (isNew ? "/base" : "/series"), message);
                yield "";
            }
        };
    }
}
