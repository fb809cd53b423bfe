package org.maquete.tool;

import java.util.Optional;
import org.maquete.kernel.Contribution;

/** Knows what stands behind an address on the Internet that runbooks fetch. */
public interface Download extends Contribution {

    /** The content behind {@code url}, or empty when somebody else may know. */
    Optional<String> content(String url);
}
