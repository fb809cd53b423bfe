package org.maquete.ceph.status;

import java.util.Locale;

/** Numbers as Ceph prints them for people. */
final class Units {

    private static final String[] BINARY = {" B", " KiB", " MiB", " GiB", " TiB", " PiB", " EiB"};
    private static final String[] DECIMAL = {"", "k", "M", "G", "T", "P", "E"};
    private static final int WIDTH_MAX = 7; // <characters>: seen; fewer digits until it fits

    private Units() {}

    /** {@code 1.0 GiB}, {@code 351 MiB}, {@code 0 B}. */
    static String bytes(long value) {
        return text(value, 1024, BINARY);
    }

    /** {@code 12}, {@code 24.54k}. */
    static String count(long value) {
        return text(value, 1000, DECIMAL);
    }

    private static String text(long value, long base, String[] units) {
        int index = 0;
        long unit = 1;
        for (long n = value; n >= base && index < units.length - 1; n /= base) {
            index++;
            unit *= base;
        }
        if (value % unit == 0) {
            return value / unit + units[index];
        }
        String text = "";
        for (int digits = 2; digits >= 0; digits--) {
            double number = (double) value / unit;
            text = String.format(Locale.ROOT, "%." + digits + "f", number) + units[index];
            if (text.length() <= WIDTH_MAX) {
                return text;
            }
        }
        return text;
    }

    /** {@code 3.43}, {@code 0} for next to nothing. */
    static String percent(float value) {
        return value < 0.01f ? "0" : String.format(Locale.ROOT, "%.2f", value);
    }

    /** {@code (33.333%)}. */
    static String share(long some, long all) {
        return String.format(Locale.ROOT, " (%.3f%%)", (double) some / all * 100.0);
    }
}
