package org.maquete.maas.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The words of an API action.
 *
 * @param params the parts of the address: a system id
 * @param pairs {@code name=value}, in order of typing
 */
record ApiRequest(List<String> params, List<String> pairs) {

    ApiRequest {
        params = List.copyOf(params);
        pairs = List.copyOf(pairs);
    }

    /** The first part of the address. */
    String first() {
        return params.getFirst();
    }

    /** The last value of a name, as Django gives it; the empty text without one. */
    String value(String name) {
        List<String> all = values(name);
        return all.isEmpty() ? "" : all.getLast();
    }

    /** All values of a name. */
    List<String> values(String name) {
        List<String> found = new ArrayList<>();
        for (String pair : pairs) {
            if (pair.startsWith(name + "=")) {
                found.add(pair.substring(name.length() + 1));
            }
        }
        return found;
    }

    /** Whether a name has a value that Django takes for true. */
    boolean isTrue(String name) {
        return switch (value(name).toLowerCase(Locale.ROOT)) {
            case "", "0", "false" -> false;
            default -> true;
        };
    }

    /** The first name that is not in {@code known}; empty when all are. */
    String stranger(List<String> known) {
        for (String pair : pairs) {
            String name = pair.substring(0, pair.indexOf('='));
            if (!known.contains(name)) {
                return name;
            }
        }
        return "";
    }
}
