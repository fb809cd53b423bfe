package org.maquete.preflight;

import org.maquete.finding.Finding;
import org.maquete.finding.TypedLine;

/**
 * A cure that is held back until a line misses what the wrong line makes.
 *
 * @param line the wrong line
 * @param finding what is wrong with it
 * @param makes the kind of thing that it would make
 */
record Deferred(TypedLine line, Finding finding, String makes) {}
