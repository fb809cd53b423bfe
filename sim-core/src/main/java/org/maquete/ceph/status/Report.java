package org.maquete.ceph.status;

/** How a query is answered: for people, or for programs. */
public enum Report {
    /** As without an option. */
    PLAIN,
    /** {@code --format json}. */
    JSON,
    /** {@code --format json-pretty}. */
    JSON_PRETTY;

    /** Whether it is for programs. */
    public boolean isJson() {
        return this != PLAIN;
    }

    JsonText document() {
        return new JsonText(this == JSON_PRETTY);
    }
}
