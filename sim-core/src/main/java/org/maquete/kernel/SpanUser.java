package org.maquete.kernel;

import java.util.List;

/** Tells which things of a kind take as long as a span says: those who measure want to know. */
public interface SpanUser extends Contribution {

    /** The kind, in the plural: {@code charms}. */
    String kind();

    /** All things of the kind, sorted. */
    List<String> all();

    /** Those of them that take as long as this span says, sorted. */
    List<String> of(Span span);
}
