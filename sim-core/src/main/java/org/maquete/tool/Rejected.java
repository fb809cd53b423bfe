package org.maquete.tool;

import org.maquete.kernel.Answer;
import org.maquete.kernel.Refusal;

/**
 * A refusal and what the tool prints for it.
 *
 * @param refusal what was refused and what it missed, for whoever looks for the cause
 * @param answer what the person reads
 */
public record Rejected(Refusal refusal, Answer answer) {}
