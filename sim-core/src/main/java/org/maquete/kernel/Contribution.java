package org.maquete.kernel;

/** Something a subsystem hands to whoever defines its kind: a charm, a verb, a rule, a reader. */
public interface Contribution {}
