package org.maquete.guest;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a program finds its database: {@code postgresql://user:password@host:port/name}. */
record DatabaseUrl(String user, String password, String host, int port, String name) {

    private static final Pattern FORM =
            Pattern.compile(
                    "postgres(?:ql)?(?:\\+\\w+)?://([^:@/]+)(?::([^@]*))?@([^:/]+)(?::(\\d{1,5}))?"
                            + "(?:/([^?]*))?.*");

    /** The first variable that holds such a text, or the variables of its parts. */
    static Optional<DatabaseUrl> of(Container container) {
        for (String each : container.environment()) {
            Matcher matcher = FORM.matcher(each.substring(each.indexOf('=') + 1));
            if (matcher.matches()) {
                return Optional.of(
                        of(
                                List.of(
                                        matcher.group(1),
                                        text(matcher.group(2)),
                                        matcher.group(3),
                                        text(matcher.group(4)),
                                        text(matcher.group(5)))));
            }
        }
        for (String family : List.of("DB_", "DATABASE_", "POSTGRES_")) {
            if (!container.variable(family + "HOST").isEmpty()) {
                String name = container.variable(family + "NAME");
                return Optional.of(
                        of(
                                List.of(
                                        container.variable(family + "USER"),
                                        container.variable(family + "PASSWORD"),
                                        container.variable(family + "HOST"),
                                        container.variable(family + "PORT"),
                                        name.isEmpty()
                                                ? container.variable(family + "DB")
                                                : name)));
            }
        }
        return Optional.empty();
    }

    private static String text(@org.jspecify.annotations.Nullable String group) {
        return group == null ? "" : group;
    }

    private static DatabaseUrl of(List<String> parts) {
        return new DatabaseUrl(
                parts.getFirst(),
                parts.get(1),
                parts.get(2),
                parts.get(3).isEmpty() ? Commands.POSTGRES_PORT : Commands.number(parts.get(3)),
                parts.get(4).isEmpty() ? parts.getFirst() : parts.get(4));
    }
}
