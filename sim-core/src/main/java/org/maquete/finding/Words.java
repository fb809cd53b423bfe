package org.maquete.finding;

/**
 * A sentence in the two languages of the project. Commands and status texts in it stay as they are.
 */
public record Words(String en, String pt) {

    /** Nothing to say. */
    public static final Words NONE = new Words("", "");

    /** The sentence in a language: {@code pt} or anything else for English. */
    public String in(String language) {
        return language.equals("pt") ? pt : en;
    }
}
