package org.maquete.maas.client;

import org.maquete.kernel.Draws;

/** The key of a user: consumer, token and secret, the same in every run. */
final class ApiKey {

    // MAAS 3.5, the lengths of the three parts (apiclient, piston3)
    private static final int[] LENGTHS = {18, 18, 32};
    private static final String LETTERS =
            "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    private ApiKey() {}

    /** That of admin. */
    static String text() {
        return text(Users.ADMIN);
    }

    static String text(String user) {
        Draws draws = Draws.of(0, "maas-client", user, "api key", 0);
        StringBuilder key = new StringBuilder();
        for (int length : LENGTHS) {
            key.append(key.isEmpty() ? "" : ":");
            for (int i = 0; i < length; i++) {
                key.append(LETTERS.charAt(draws.below(LETTERS.length())));
            }
        }
        return key.toString();
    }
}
