package org.maquete.juju.client;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The structs of a status with their keys in order: cmd/juju/status/formatted.go of juju 3.6. 2.9
 * has {@code series} and {@code os} where 3.x has {@code base}; they are here too.
 *
 * <p>The same list serves for reading, for the order of printing, and for telling what a document
 * has that Juju does not print.
 */
enum StatusShape {
    STATUS,
    MODEL,
    CONTROLLER,
    MACHINE,
    BASE,
    INTERFACE,
    PROFILE,
    APPLICATION,
    RELATION,
    UNIT,
    CONTENTS,
    METER,
    REMOTE,
    OFFER,
    ENDPOINT,
    BRANCH;

    /** What stands behind a key. */
    enum Kind {
        TEXT,
        WHOLE,
        TRUTH,
        /** A list of texts. */
        TEXTS,
        /** A map of texts. */
        TEXT_MAP,
        /** A part. */
        PART,
        /** A map of parts. */
        PARTS,
        /** A map of lists of parts; 2.9 has lists of texts there. */
        LISTS,
        /** Anything: read and printed as it is. */
        TREE
    }

    /**
     * A key.
     *
     * @param isAlways whether it is printed when it is empty too
     * @param shape of the part or parts, or null
     */
    record Key(String name, Kind kind, boolean isAlways, @Nullable StatusShape shape) {}

    /** The keys in the order of printing. */
    List<Key> keys() {
        return switch (this) {
            case STATUS -> status();
            case MODEL -> model();
            case CONTROLLER -> List.of(text("timestamp"));
            case MACHINE -> machine();
            case BASE -> List.of(always("name"), always("channel"));
            case INTERFACE -> networkInterface();
            case PROFILE ->
                    List.of(
                            new Key("config", Kind.TEXT_MAP, true, null),
                            always("description"),
                            new Key("devices", Kind.TREE, true, null));
            case APPLICATION -> application();
            case RELATION -> List.of(text("related-application"), text("interface"), text("scope"));
            case UNIT -> unit();
            case CONTENTS ->
                    List.of(
                            text("current"),
                            text("message"),
                            text("reason"),
                            text("since"),
                            text("version"),
                            text("life"));
            case METER -> List.of(text("color"), text("message"));
            case REMOTE -> remote();
            case OFFER -> offer();
            case ENDPOINT -> List.of(always("interface"), always("role"));
            case BRANCH ->
                    List.of(
                            text("ref"),
                            text("created"),
                            text("created-by"),
                            new Key("active", Kind.TRUTH, false, null));
        };
    }

    private static List<Key> status() {
        return List.of(
                new Key("model", Kind.PART, true, MODEL),
                new Key("machines", Kind.PARTS, true, MACHINE),
                new Key("applications", Kind.PARTS, true, APPLICATION),
                parts("application-endpoints", REMOTE),
                parts("offers", OFFER),
                new Key("storage", Kind.TREE, false, null),
                part("controller", CONTROLLER),
                parts("branches", BRANCH));
    }

    private static List<Key> model() {
        return List.of(
                always("name"),
                always("type"),
                always("controller"),
                always("cloud"),
                text("region"),
                always("version"),
                text("upgrade-available"),
                part("model-status", CONTENTS),
                part("meter-status", METER),
                text("sla"));
    }

    private static List<Key> machine() {
        return List.of(
                part("juju-status", CONTENTS),
                text("hostname"),
                text("dns-name"),
                texts("ip-addresses"),
                text("instance-id"),
                text("display-name"),
                part("machine-status", CONTENTS),
                part("modification-status", CONTENTS),
                part("base", BASE),
                text("series"),
                parts("network-interfaces", INTERFACE),
                parts("containers", MACHINE),
                text("constraints"),
                text("hardware"),
                text("controller-member-status"),
                new Key("ha-primary", Kind.TRUTH, false, null),
                parts("lxd-profiles", PROFILE));
    }

    private static List<Key> networkInterface() {
        return List.of(
                new Key("ip-addresses", Kind.TEXTS, true, null),
                always("mac-address"),
                text("gateway"),
                texts("dns-nameservers"),
                text("space"),
                new Key("is-up", Kind.TRUTH, true, null));
    }

    private static List<Key> application() {
        return List.of(
                always("charm"),
                part("base", BASE),
                text("series"),
                text("os"),
                always("charm-origin"),
                always("charm-name"),
                new Key("charm-rev", Kind.WHOLE, true, null),
                text("charm-channel"),
                text("charm-version"),
                text("charm-profile"),
                text("can-upgrade-to"),
                new Key("scale", Kind.WHOLE, false, null),
                text("provider-id"),
                text("address"),
                new Key("exposed", Kind.TRUTH, true, null),
                text("life"),
                part("application-status", CONTENTS),
                new Key("relations", Kind.LISTS, false, RELATION),
                texts("subordinate-to"),
                parts("units", UNIT),
                text("version"),
                new Key("endpoint-bindings", Kind.TEXT_MAP, false, null));
    }

    private static List<Key> unit() {
        return List.of(
                part("workload-status", CONTENTS),
                part("juju-status", CONTENTS),
                part("meter-status", METER),
                new Key("leader", Kind.TRUTH, false, null),
                text("upgrading-from"),
                text("machine"),
                texts("open-ports"),
                text("public-address"),
                text("address"),
                text("provider-id"),
                parts("subordinates", UNIT),
                text("branch"));
    }

    private static List<Key> remote() {
        return List.of(
                always("url"),
                parts("endpoints", ENDPOINT),
                text("life"),
                part("application-status", CONTENTS),
                new Key("relations", Kind.TREE, false, null));
    }

    private static List<Key> offer() {
        return List.of(
                always("application"),
                text("charm"),
                new Key("total-connected-count", Kind.WHOLE, false, null),
                new Key("active-connected-count", Kind.WHOLE, false, null),
                new Key("endpoints", Kind.PARTS, true, ENDPOINT));
    }

    private static Key text(String name) {
        return new Key(name, Kind.TEXT, false, null);
    }

    private static Key always(String name) {
        return new Key(name, Kind.TEXT, true, null);
    }

    private static Key texts(String name) {
        return new Key(name, Kind.TEXTS, false, null);
    }

    private static Key part(String name, StatusShape shape) {
        return new Key(name, Kind.PART, false, shape);
    }

    private static Key parts(String name, StatusShape shape) {
        return new Key(name, Kind.PARTS, false, shape);
    }
}
