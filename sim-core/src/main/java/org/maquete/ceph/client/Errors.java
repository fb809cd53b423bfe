package org.maquete.ceph.client;

/** Errors by their names, as the client prints them and ends with them. */
final class Errors {

    private Errors() {}

    /** {@code Error ENOENT: ...}. */
    static String text(String code, String message) {
        return "Error " + code + ": " + message;
    }

    /** The exit status: the error's number on Linux. */
    static int number(String code) {
        return switch (code) {
            case "EPERM" -> 1;
            case "ENOENT" -> 2;
            case "EAGAIN" -> 11;
            case "EBUSY" -> 16;
            case "EEXIST" -> 17;
            case "ERANGE" -> 34;
            case "ENOTEMPTY" -> 39;
            default -> 22;
        };
    }
}
