package org.maquete.cli;

/**
 * Something about the input that makes it unreadable.
 *
 * @param place an option, a file, or a file with line and column
 * @param expected what should be there
 * @param found what is there
 * @param advice a sentence that begins with "Maybe"
 */
record Problem(String place, String expected, String found, String advice) {

    /** Two lines for people. */
    String text() {
        return place + ": expected " + expected + ", found " + found + "\n" + advice;
    }
}
