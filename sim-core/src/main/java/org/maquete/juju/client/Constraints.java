package org.maquete.juju.client;

import java.util.List;
import java.util.Optional;
import org.maquete.juju.catalog.ConstraintSyntax;

/** The words of {@code --constraints}: juju 3.6, core/constraints/constraints.go. */
final class Constraints {

    /** What can be constrained. */
    static final List<String> KEYS = ConstraintSyntax.KEYS;

    private Constraints() {}

    /** All values of the flag as one text. */
    static String joined(List<String> values) {
        return String.join(" ", values).strip();
    }

    /** Why Juju does not take them, or empty. */
    static Optional<String> refusal(String constraints) {
        return ConstraintSyntax.refusal(constraints);
    }
}
