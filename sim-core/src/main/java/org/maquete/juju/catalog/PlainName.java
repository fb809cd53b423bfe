package org.maquete.juju.catalog;

/**
 * Names of letters with single hyphens between them, {@code mysql-innodb-cluster}: nearly all are
 * so, and all such are good names of charms, applications and endpoints, without a look at the
 * expressions of Juju.
 */
final class PlainName {

    private PlainName() {}

    static boolean is(String name) {
        boolean isLetter = false;
        for (int i = 0; i < name.length(); i++) {
            boolean wasLetter = isLetter;
            char c = name.charAt(i);
            isLetter = c >= 'a' && c <= 'z';
            if (!isLetter && !(wasLetter && c == '-')) {
                return false;
            }
        }
        return isLetter;
    }
}
