package org.maquete.juju.bundle;

import java.util.List;
import java.util.OptionalInt;

/**
 * A reference to a charm, {@code ch:amd64/jammy/mysql-30} at its longest: juju/charm url.go. It
 * knows only Charmhub ({@code ch:} or nothing) and {@code local:}; {@code cs:} went with Juju 3.
 */
record CharmUrl(String schema, String name, OptionalInt revision, String series, String arch) {

    static final String CHARMHUB = "ch";

    // juju/utils arch.go, AllSupportedArches
    private static final List<String> ARCHES =
            List.of("amd64", "arm64", "ppc64el", "s390x", "riscv64");

    /** What a text turned out to be. */
    sealed interface Reading {}

    /** A reference. */
    record Read(CharmUrl url) implements Reading {}

    /** Not a reference, in Juju's words. */
    record Wrong(String message) implements Reading {}

    static Reading parse(String text) {
        int colon = text.indexOf(':');
        boolean noSchema = colon == 0 || hasControl(text) || badEscape(text);
        if (noSchema || (colon > 0 && isBeforeSlash(text, colon) && !isSchema(text, colon))) {
            return new Wrong("cannot parse charm or bundle URL: " + BundleText.quote(text));
        }
        if (text.indexOf('?') >= 0 || text.indexOf('#') >= 0 || hasUser(text)) {
            return new Wrong(
                    "charm or bundle URL " + BundleText.quote(text) + " has unrecognized parts");
        }
        boolean hasSchema = colon > 0 && isBeforeSlash(text, colon);
        String schema = hasSchema ? text.substring(0, colon) : CHARMHUB;
        String path = hasSchema ? text.substring(colon + 1) : text;
        boolean opaque = hasSchema && !path.startsWith("/");
        return opaque && !schema.equals(CHARMHUB)
                ? local(schema, path, text)
                : charmhub(path, text);
    }

    private static boolean hasControl(String text) {
        return text.chars().anyMatch(c -> c < ' ' || c == 0x7f);
    }

    private static boolean badEscape(String text) {
        int percent = text.indexOf('%');
        return percent >= 0 && !text.substring(percent).matches("(?s)%[0-9a-fA-F]{2}.*");
    }

    private static boolean isBeforeSlash(String text, int colon) {
        int slash = text.indexOf('/');
        return slash < 0 || colon < slash;
    }

    private static boolean isSchema(String text, int colon) {
        return text.substring(0, colon).matches("[a-zA-Z][a-zA-Z0-9+.-]*");
    }

    private static boolean hasUser(String text) {
        int start = text.indexOf("://");
        return start >= 0 && text.indexOf('@', start) >= 0;
    }

    private static Reading local(String schema, String path, String text) {
        String url = BundleText.quote(text);
        if (!schema.equals("local")) {
            return new Wrong(
                    "cannot parse URL "
                            + url
                            + ": schema "
                            + BundleText.quote(schema)
                            + " not valid");
        }
        String[] parts = path.split("/", -1);
        if (parts.length > 4) {
            return new Wrong("charm or bundle URL has invalid form: " + url);
        }
        if (parts[0].startsWith("~")) {
            return new Wrong("local charm or bundle URL with user name: " + url);
        }
        if (parts.length > 2) {
            return new Wrong("charm or bundle URL has invalid form: " + url);
        }
        String series = parts.length == 2 ? parts[0] : "";
        if (parts.length == 2 && !BundleNames.isSeries(series)) {
            return new Wrong("cannot parse URL " + url + ": " + badSeries(series));
        }
        return named(schema, "", series, parts[parts.length - 1], "cannot parse URL " + url);
    }

    private static Reading charmhub(String path, String text) {
        String url = BundleText.quote(escaped(text));
        String trimmed = path.replaceAll("^/+|/+$", "");
        String[] parts = trimmed.split("/", -1);
        if (parts.length > 3) {
            return new Wrong("charm or bundle URL " + url + " malformed");
        }
        if (parts[0].startsWith("~")) {
            return new Wrong("charmhub charm or bundle URL with user name: " + url + " not valid");
        }
        boolean first = parts.length > 1 && ARCHES.contains(parts[0]);
        if (parts.length == 3 && !first) {
            return new Wrong(
                    "in URL "
                            + url
                            + ": architecture name "
                            + BundleText.quote(parts[0])
                            + " not valid");
        }
        String arch = first ? parts[0] : "";
        String series = parts.length == 3 ? parts[1] : parts.length == 2 && !first ? parts[0] : "";
        Reading read =
                named(
                        CHARMHUB,
                        arch,
                        series,
                        parts[parts.length - 1],
                        "cannot parse name and/or revision in URL " + url);
        return read instanceof Read && !series.isEmpty() && !BundleNames.isSeries(series)
                ? new Wrong("in URL " + url + ": " + badSeries(series))
                : read;
    }

    private static Reading named(
            String schema, String arch, String series, String last, String context) {
        int dash = last.lastIndexOf('-');
        String digits = dash > 0 ? last.substring(dash + 1) : "";
        boolean hasRevision = digits.matches("[0-9]{1,9}");
        String name = hasRevision ? last.substring(0, dash) : last;
        if (!BundleNames.isApplication(name)) {
            return new Wrong(context + ": name " + BundleText.quote(name) + " not valid");
        }
        OptionalInt revision =
                hasRevision ? OptionalInt.of(Integer.parseInt(digits)) : OptionalInt.empty();
        return new Read(new CharmUrl(schema, name, revision, series, arch));
    }

    private static String badSeries(String series) {
        return "series name " + BundleText.quote(series) + " not valid";
    }

    /** As Go's URL prints itself. */
    private static String escaped(String text) {
        return text.replace(" ", "%20").replace("\"", "%22");
    }

    boolean isCharmhub() {
        return schema.equals(CHARMHUB);
    }

    @Override
    public String toString() {
        return schema
                + ":"
                + (arch.isEmpty() ? "" : arch + "/")
                + (series.isEmpty() ? "" : series + "/")
                + name
                + (revision.isPresent() ? "-" + revision.getAsInt() : "");
    }
}
