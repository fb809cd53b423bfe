package org.maquete.kernel;

/** A handle by which a pending event can be cancelled; kept in rows, never encoded. */
public record EventId(long value) {

    /** No event. */
    public static final EventId NONE = new EventId(-1);

    @Override
    public boolean equals(Object other) {
        return other instanceof EventId id && id.value == value;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(value);
    }
}
