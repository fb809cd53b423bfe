/**
 * The person at the keyboard, and the shell in which the person types.
 *
 * <p>A {@link org.maquete.runbook.Script} is compiled to {@link org.maquete.operator.Code}, a flat
 * list of operations; where the person stands in it, the variables, the files and what each command
 * answered are rows like any other. So a fork in the middle of a {@code for}, undo and "type this
 * instead" need nothing of their own.
 *
 * <p>One operation is one outcome; the fact {@link org.maquete.operator.Acts.Moved} leads to the
 * next one at the same instant, until something takes time: the pause before a line, a command that
 * answers later, {@code sleep}, or waiting for the world to be settled.
 *
 * <p>Pace. <i>patient</i> (the default for Markdown): {@code operator.pause}, 10 s (GUESS), before
 * each line; before a tool that talks to a deployed workload it waits until the world is settled; a
 * command that fails while work is pending is typed once more when the world is settled, and if it
 * works then, the wait is reported. Never longer than 24 simulated hours. <i>hasty</i> (the default
 * for shell scripts): no waits but those written.
 *
 * <p>Modelled of the shell: words, variables, substitution, pipes, redirections, here-documents,
 * {@code && || ; for { } ( )}, {@code source}, and the small programs of {@link
 * org.maquete.operator.Builtins}. Simplified: pipelines run one command after the other; {@code &}
 * waits; there is one exit status. Not modelled: {@code if}, {@code while}, {@code case},
 * functions, arrays, arithmetic, globbing, jobs. A command that no subsystem models is named in the
 * report, succeeds, and prints a marked placeholder.
 */
@NullMarked
package org.maquete.operator;

import org.jspecify.annotations.NullMarked;
