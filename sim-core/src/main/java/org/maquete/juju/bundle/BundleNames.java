package org.maquete.juju.bundle;

import java.util.regex.Pattern;

/** The forms of names: juju/names and juju/charm. */
final class BundleNames {

    static final String APPLICATION = "[a-z][a-z0-9]*(?:-[a-z0-9]*[a-z][a-z0-9]*)*";
    static final String RELATION = "[a-z][a-z0-9]*(?:[_-][a-z0-9]+)*";
    static final String NUMBER = "(?:0|[1-9][0-9]*)";

    private static final Pattern APPLICATIONS = Pattern.compile(APPLICATION);
    private static final Pattern RELATIONS = Pattern.compile(RELATION);
    private static final Pattern NUMBERS = Pattern.compile(NUMBER);
    private static final Pattern SERIES = Pattern.compile("[a-z]+(?:[a-z0-9]+)?");

    private BundleNames() {}

    /** Also the form of charms, offers, storage and devices. */
    static boolean isApplication(String text) {
        return APPLICATIONS.matcher(text).matches();
    }

    static boolean isRelation(String text) {
        return RELATIONS.matcher(text).matches();
    }

    static boolean isNumber(String text) {
        return NUMBERS.matcher(text).matches();
    }

    static boolean isSeries(String text) {
        return SERIES.matcher(text).matches();
    }
}
