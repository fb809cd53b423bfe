package org.maquete.world;

import java.util.List;
import java.util.function.Function;

/**
 * Names an immutable value that follows from tables. A world computes it when it is first asked for
 * and keeps the last value with the versions of its inputs; a fork shares the value, a write to an
 * input makes it stale.
 *
 * @param name {@code subsystem.noun}, unique in a schema
 * @param inputs every table that {@code compute} reads
 * @param compute a pure function of these tables
 * @param <T> the type of the value
 */
public record Projection<T>(String name, List<TableKey<?>> inputs, Function<World, T> compute) {}
