/**
 * What a whole lab costs: our corrected runbook run from an empty lab to all active, about eighty
 * simulated minutes and five thousand facts, and a fork of the finished lab. The JVM is warm and
 * the files are read before the clock starts.
 *
 * <p>The number to watch is the first: every question of what-if and every cure that the check
 * tries is such a run, or a part of one after a fork. Not measured here: the start of the JVM
 * ({@code benchmarks/cold-start}), reading a runbook, the report.
 */
@NullMarked
package org.maquete.lab;

import org.jspecify.annotations.NullMarked;
