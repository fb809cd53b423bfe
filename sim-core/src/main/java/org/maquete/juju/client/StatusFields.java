package org.maquete.juju.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.maquete.juju.StatusInfo;
import org.maquete.juju.catalog.Bases;
import org.maquete.juju.catalog.OsRelease;
import org.maquete.juju.catalog.Parsed;
import org.maquete.observe.Reading;
import tools.jackson.databind.JsonNode;

/** The values that parts of a status have in common, and the problems met on the way. */
final class StatusFields {

    private static final List<String> STATUS_KEYS =
            List.of("current", "message", "reason", "since", "version", "life");

    private final List<Reading.Problem> problems = new ArrayList<>();

    List<Reading.Problem> problems() {
        return problems;
    }

    void wrong(String path, String message) {
        problems.add(new Reading.Problem(path, true, message));
    }

    /** Notes keys that are not among these. */
    void check(String path, JsonNode node, List<String> known) {
        for (Map.Entry<String, JsonNode> each : node.properties()) {
            if (!known.contains(each.getKey())) {
                String at = path.isEmpty() ? each.getKey() : path + "/" + each.getKey();
                problems.add(new Reading.Problem(at, false, "not known, not used"));
            }
        }
    }

    StatusInfo status(String path, JsonNode node) {
        check(path, node, STATUS_KEYS);
        String since = node.path("since").asString("");
        OptionalLong time = since.isEmpty() ? OptionalLong.of(0) : JujuTime.read(since);
        if (time.isEmpty()) {
            wrong(path + "/since", "expected a time as 05 Jan 2026 08:00:00Z, found " + since);
        }
        return new StatusInfo(
                node.path("current").asString(""),
                node.path("message").asString(""),
                time.orElse(0));
    }

    /** The base of 3.x, or the series of 2.9. */
    String base(String path, JsonNode node) {
        JsonNode base = node.path("base");
        String text = base.path("name").asString("") + "@" + base.path("channel").asString("");
        String series = node.path("series").asString("");
        Parsed<OsRelease> read = base.isObject() ? Bases.parse(text) : Bases.ofSeries(series);
        return switch (read) {
            case Parsed.Good<OsRelease>(OsRelease release) -> release.display();
            case Parsed.Refused<OsRelease>(String message) -> {
                wrong(path + (base.isObject() ? "/base" : "/series"), message);
                yield "";
            }
        };
    }

    static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(each -> texts.add(each.asString("")));
        return texts;
    }
}
