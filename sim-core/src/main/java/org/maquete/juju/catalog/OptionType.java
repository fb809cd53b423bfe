package org.maquete.juju.catalog;

import java.util.Locale;
import java.util.Optional;

/** The type a charm declares for an option; juju/charm config.go. */
public enum OptionType {
    STRING,
    INT,
    FLOAT,
    BOOLEAN,
    SECRET;

    /** The word of config.yaml and of Juju's messages. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<OptionType> of(String word) {
        for (OptionType type : values()) {
            if (type.word().equals(word)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }
}
