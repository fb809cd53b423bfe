package org.maquete.lab;

import org.maquete.kernel.Place;

/**
 * Something in the description of a lab that cannot be used.
 *
 * @param place where it stands
 * @param expected what should be there
 * @param found what is there
 * @param advice what to try, a sentence that begins with "Maybe"
 */
public record LabProblem(Place place, String expected, String found, String advice) {

    /** Two lines for people: the place and the mistake, then the advice. */
    public String text() {
        return place.file()
                + ":"
                + place.line()
                + ":"
                + place.column()
                + ": expected "
                + expected
                + ", found "
                + found
                + "\n"
                + advice;
    }
}
