package org.maquete.juju;

/**
 * An endpoint of an application and the space it is bound to.
 *
 * @param endpoint of a relation or an extra binding; empty for the default of the application
 */
public record Binding(String endpoint, String space) {

    @Override
    public String toString() {
        return endpoint + "=" + space;
    }
}
