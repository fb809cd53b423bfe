package org.maquete.juju.catalog;

import java.util.Locale;
import java.util.Optional;

/** How a charm composes its status message. */
public enum ReadinessStyle {
    /** charmhelpers: {@code Missing relations: a, b}. */
    OS_CLASSIC,
    /** charms.openstack: {@code 'a' missing, 'b' incomplete}. */
    OS_REACTIVE,
    /** Operator framework, own texts. */
    OPS,
    /** Own texts. */
    CUSTOM,
    /** The charm sets no status. */
    NONE,
    /** The charm's status code was not read. */
    UNKNOWN;

    static Optional<ReadinessStyle> of(String word) {
        for (ReadinessStyle style : values()) {
            if (style.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(word)) {
                return Optional.of(style);
            }
        }
        return Optional.empty();
    }
}
