package org.maquete.juju.catalog;

import java.util.Optional;

/** An option of a charm; without a default the option is unset until somebody sets it. */
public record ConfigOption(String name, OptionType type, Optional<OptionValue> defaultValue) {}
