package org.maquete.ceph.crush;

/**
 * Why an input cannot be used.
 *
 * @param place a path in a JSON document, or line and column of a text
 * @param expected what should be there
 * @param found what is there
 * @param advice a sentence that begins with "Maybe"
 */
public record Flaw(String place, String expected, String found, String advice) {

    /** Two lines for people. */
    public String text() {
        return place + ": expected " + expected + ", found " + found + "\n" + advice;
    }
}
