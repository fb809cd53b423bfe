package org.maquete.cli;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with all inputs, so that a person hears of it at once. */
final class Problems {

    private final List<String> texts = new ArrayList<>();

    void add(String place, String expected, String found, String advice) {
        add(new Problem(place, expected, found, advice).text());
    }

    /** A problem that has its words already. */
    void add(String text) {
        texts.add(text);
    }

    boolean isEmpty() {
        return texts.isEmpty();
    }

    /** All of them, an empty line between two. */
    String text() {
        return String.join("\n\n", texts);
    }
}
