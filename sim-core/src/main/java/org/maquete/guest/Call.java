package org.maquete.guest;

import java.util.List;

/**
 * A command that is run in a guest.
 *
 * @param words the program first
 * @param user who runs it: {@code ubuntu}, {@code root}, {@code postgres}
 */
record Call(Inside inside, List<String> words, String stdin, String user) {

    boolean isRoot() {
        return user.equals("root");
    }

    Site site() {
        return inside.site();
    }

    String server() {
        return inside.server();
    }

    List<String> rest() {
        return words.subList(1, words.size());
    }
}
