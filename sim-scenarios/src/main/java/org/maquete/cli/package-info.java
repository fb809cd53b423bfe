/**
 * The command line: reads arguments and files, asks sim-core, prints.
 *
 * <p>{@link org.maquete.cli.Main} finds the command; each command is a class that names its
 * options, reads its inputs through {@link org.maquete.cli.Problems}, which collects all that is
 * wrong with all of them, and then prints to {@link org.maquete.cli.Screen}. Exit codes: 0 clean, 1
 * findings of severity error (or a refused line in {@code run}), 2 the input cannot be read, 3 a
 * bug of ours.
 *
 * <p>A plan is a runbook, a script, or a bundle: for a bundle {@code BundleScript} writes the lines
 * that bootstrap a controller and deploy it, further bundles are its overlays. Beside a runbook,
 * bundles are files that it may name.
 *
 * <p>{@code run --replications} hands the plan to {@link org.maquete.sweep}; {@code explain} asks
 * the model and runs the bundled plans, so neither keeps a list of its own.
 *
 * <p>Arguments are read by hand: a library for it costs about 75 ms of a start of 200 ms.
 *
 * <p>Standard output is UTF-8 with {@code \n} everywhere and carries results only; progress and
 * problems go to standard error, progress only when that is a terminal.
 */
@NullMarked
package org.maquete.cli;

import org.jspecify.annotations.NullMarked;
