package org.maquete.juju.catalog;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the first word of {@code juju deploy} names. Only {@link Kind#CHARMHUB} is modelled; the
 * caller refuses the others, which are recognised so that it can say what they are.
 *
 * @param name the charm, or the path for a local one
 */
public record CharmReference(Kind kind, String name, OptionalInt revision) {

    /** Where the charm is. */
    public enum Kind {
        CHARMHUB,
        CHARM_STORE,
        LOCAL
    }

    // charm names: juju/charm url.go
    private static final Pattern NAME =
            Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]*[a-z][a-z0-9]*)*");
    private static final Pattern REVISION = Pattern.compile("(.+)-([0-9]{1,9})");
    private static final Pattern SCHEMA = Pattern.compile("([a-z][a-z0-9+.-]*):(.*)");

    /** Reads {@code name}, {@code ch:name}, {@code cs:name}, {@code local:name} or a path. */
    public static Parsed<CharmReference> parse(String word) {
        if (PlainName.is(word)) {
            return good(Kind.CHARMHUB, word);
        }
        if (isPath(word)) {
            return good(Kind.LOCAL, word);
        }
        Matcher schema = SCHEMA.matcher(word);
        if (!schema.matches()) {
            return named(word, Kind.CHARMHUB, word);
        }
        return switch (schema.group(1)) {
            case "ch" -> named(word, Kind.CHARMHUB, schema.group(2));
            case "cs" -> named(word, Kind.CHARM_STORE, schema.group(2));
            case "local" -> good(Kind.LOCAL, word);
            default ->
                    // GUESS, text: juju/charm url.go from memory
                    new Parsed.Refused<>(
                            "cannot parse URL "
                                    + GoSyntax.quote(word)
                                    + ": schema "
                                    + GoSyntax.quote(schema.group(1))
                                    + " not valid");
        };
    }

    private static boolean isPath(String word) {
        return word.startsWith("./")
                || word.startsWith("../")
                || word.startsWith("/")
                || word.startsWith("~/")
                || word.endsWith(".charm");
    }

    private static Parsed<CharmReference> named(String word, Kind kind, String path) {
        String last = path.substring(path.lastIndexOf('/') + 1);
        Matcher revision = REVISION.matcher(last);
        boolean hasRevision = revision.matches();
        String name = hasRevision ? revision.group(1) : last;
        if (!NAME.matcher(name).matches()) {
            // GUESS, text: juju/charm url.go from memory
            return new Parsed.Refused<>(
                    "cannot parse name and/or revision in URL "
                            + GoSyntax.quote(word)
                            + ": name "
                            + GoSyntax.quote(name)
                            + " not valid");
        }
        OptionalInt number =
                hasRevision
                        ? OptionalInt.of(Integer.parseInt(revision.group(2)))
                        : OptionalInt.empty();
        return new Parsed.Good<>(new CharmReference(kind, name, number));
    }

    private static Parsed<CharmReference> good(Kind kind, String name) {
        return new Parsed.Good<>(new CharmReference(kind, name, OptionalInt.empty()));
    }
}
