/**
 * How a person's words reach a model of a program, and how its answers look.
 *
 * <p>{@link org.maquete.tool.Program} and {@link org.maquete.tool.Verb} are contributions of the
 * subsystems; the operator finds them by the words of a line. {@link org.maquete.tool.Verb#parse}
 * is the client's own grammar and knows no server; {@link org.maquete.tool.Invocation#invoke} is
 * what the client does with the environment and the server's state. A {@link
 * org.maquete.kernel.Refusal} is the server's; the tool gives it its form. A {@link
 * org.maquete.tool.Recall} answers what only the journal of a run knows.
 */
@NullMarked
package org.maquete.tool;

import org.jspecify.annotations.NullMarked;
