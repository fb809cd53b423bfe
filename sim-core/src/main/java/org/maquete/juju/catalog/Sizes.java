package org.maquete.juju.catalog;

/** Sizes as constraints have them: juju 3.6, core/constraints/constraints.go, parseSize. */
public final class Sizes {

    private static final String LETTERS = "MGTPEZY";

    private Sizes() {}

    /** {@code 1.5G} or {@code 1536} in MiB, rounded up. */
    public static long mebibytes(String size) {
        int power = LETTERS.indexOf(size.charAt(size.length() - 1));
        String digits = power < 0 ? size : size.substring(0, size.length() - 1);
        return (long) Math.ceil(Double.parseDouble(digits) * Math.pow(1024, Math.max(0, power)));
    }
}
