package org.maquete.ceph.status;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.maquete.ceph.crush.JsonPart;
import org.maquete.kernel.SimTime;

/** Reads moments as Ceph writes them. */
final class Moments {

    private Moments() {}

    /** Nanoseconds since 1970 (UTC); 0 with a flaw when it is no moment. */
    static long read(JsonPart part) {
        String text = part.text();
        if (text.matches("[0-9]{1,18}\\.[0-9]+")) {
            return Math.round(Double.parseDouble(text) * SimTime.SECOND);
        }
        try {
            Instant at = OffsetDateTime.parse(withColon(text)).toInstant();
            return at.getEpochSecond() * SimTime.SECOND + at.getNano();
        } catch (DateTimeException broken) {
            part.flaw("a moment", text, "Maybe the document was edited or cut.");
            return 0;
        }
    }

    /** {@code +0000} is {@code +00:00} elsewhere. */
    private static String withColon(String text) {
        return text.matches(".*[+-][0-9]{4}")
                ? text.substring(0, text.length() - 2) + ":" + text.substring(text.length() - 2)
                : text;
    }
}
