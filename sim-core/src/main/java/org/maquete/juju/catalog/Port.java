package org.maquete.juju.catalog;

/** A port that a ready unit has opened; printed as in {@code juju status}. */
public record Port(int number, String protocol) {

    public Port {
        if (number < 1 || number > 65535) {
            throw new IllegalArgumentException("port 1..65535 expected, found " + number);
        }
    }

    @Override
    public String toString() {
        return number + "/" + protocol;
    }
}
