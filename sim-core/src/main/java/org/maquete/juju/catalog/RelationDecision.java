package org.maquete.juju.catalog;

/** What becomes of {@code juju integrate}. */
public sealed interface RelationDecision permits InferredRelation, RelationRefusal {}
