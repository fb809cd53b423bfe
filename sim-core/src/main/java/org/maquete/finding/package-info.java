/**
 * What a check finds: rules, findings, cures. Subsystems contribute {@link
 * org.maquete.finding.Rule}s (a look at a whole run) and {@link org.maquete.finding.Remedy}s (what
 * a refusal means and what to type instead); {@code preflight} collects, connects and prints them.
 *
 * <p>Severity is a field and so is the kind of trouble: refused now, blocked at the end, silently
 * broken.
 */
@NullMarked
package org.maquete.finding;

import org.jspecify.annotations.NullMarked;
