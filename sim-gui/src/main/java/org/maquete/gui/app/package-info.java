/**
 * The way into the window: {@code ./maquete gui [FILE] [--lab LAB]}. It reads the arguments and
 * files as the command line does ({@link org.maquete.cli.WindowPlan}), so a wrong file says the
 * same words in both, and opens one window on the run that follows from them.
 *
 * <p>{@link org.maquete.gui.app.Launcher} is not the application itself because JavaFX refuses to
 * start from the class path when the main class extends {@code Application}.
 *
 * <p>Simplified: a window shows one run, from its first line to its last, and cannot open a second
 * file. Not here: typing commands, editing a runbook, connecting to a running cloud.
 */
@NullMarked
package org.maquete.gui.app;

import org.jspecify.annotations.NullMarked;
