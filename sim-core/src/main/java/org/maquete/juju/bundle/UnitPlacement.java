package org.maquete.juju.bundle;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One item of an application's {@code to}: {@code (container:)?(new|machine|app|app/unit)}.
 *
 * @param container {@code lxd} or empty
 * @param machine the key of a machine, {@code new}, or empty
 * @param application the application to be beside of, or empty
 * @param unit its unit's number, or -1
 */
record UnitPlacement(String container, String machine, String application, int unit) {

    static final String NEW = "new";

    private static final Pattern FORM =
            Pattern.compile(
                    "(?:([a-z]+):)?(?:("
                            + BundleNames.APPLICATION
                            + ")(?:/("
                            + BundleNames.NUMBER
                            + "))?|("
                            + BundleNames.NUMBER
                            + "))");

    /** Reads an item; empty for {@code invalid placement syntax}. */
    static Optional<UnitPlacement> parse(String item) {
        Matcher form = FORM.matcher(item);
        if (!form.matches()) {
            return Optional.empty();
        }
        String container = text(form.group(1));
        String application = text(form.group(2));
        String number = text(form.group(3));
        int unit = number.isEmpty() || number.length() > 9 ? -1 : Integer.parseInt(number);
        if (application.equals(NEW)) {
            return number.isEmpty()
                    ? Optional.of(new UnitPlacement(container, NEW, "", -1))
                    : Optional.empty();
        }
        return Optional.of(new UnitPlacement(container, text(form.group(4)), application, unit));
    }

    private static String text(@org.jspecify.annotations.Nullable String group) {
        return group == null ? "" : group;
    }

    boolean isNew() {
        return machine.equals(NEW);
    }
}
