/**
 * Looks at a runbook before anybody types it.
 *
 * <p>{@link org.maquete.preflight.Check} runs the plan twice. <i>As typed</i> it meets each line as
 * it stands. <i>Healed</i>, at each root cause the run goes back to the moment before the line,
 * types the cure, and goes on; so defects that an earlier one hides are found too, and are marked
 * "once F3 is cured".
 *
 * <p>One mistake, one finding. A line that is refused because something is missing follows from the
 * line that should have made it. To let such a line speak for itself, the cure of a line that makes
 * something is typed only when the first line that needs it has been refused: its real words are
 * then known, and it is reported with {@code causedBy}.
 *
 * <p>Statuses that stay blocked, and trouble that no program ever mentions, are found by the {@link
 * org.maquete.finding.Rule}s at the end of the healed run; the cures of the roots among them are
 * typed at their line and the run is repeated from there, until nothing new is found.
 *
 * <p>What a rule is certain of before the end, because nothing still to be typed takes it back, is
 * not left until then. A wrong line is cured when the person has waited for five minutes: by then
 * its neighbours have been typed and have told what they have to tell. A step that was left out is
 * made up for where its lack first shows, before the refused line or before the one that wrote the
 * file it reads, as a person at the keyboard would; its finding still names the line after which it
 * belongs. The healed run of such a plan takes a little longer than the corrected plan will.
 *
 * <p>It models no real program and has no tables of its own.
 */
@NullMarked
package org.maquete.preflight;

import org.jspecify.annotations.NullMarked;
