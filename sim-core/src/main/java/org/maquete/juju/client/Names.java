package org.maquete.juju.client;

/** What units, applications and machines may be called: github.com/juju/names v5. */
final class Names {

    static final String APPLICATION = "[a-z][a-z0-9]*(-[a-z0-9]*[a-z][a-z0-9]*)*";
    static final String UNIT = APPLICATION + "/(0|[1-9][0-9]*)";
    static final String MACHINE = "(0|[1-9][0-9]*)(/[a-z]+/(0|[1-9][0-9]*))*";

    private Names() {}
}
