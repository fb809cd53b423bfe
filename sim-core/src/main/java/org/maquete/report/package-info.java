/**
 * What no single program prints: the report of a check, and what differs between two branches. It
 * models no real program, has no tables, and only reads; text in, text out.
 *
 * <p>{@link org.maquete.report.CheckText} is written for a student at 11 pm: one block for each
 * root cause, with the line as typed, the real program's words unchanged, why, and what to type
 * instead; what follows from it is one line. {@link org.maquete.report.DifferenceText} prints two
 * branches of a what-if. Both are in English or Brazilian Portuguese; the words of programs are
 * never translated. The same input gives the same bytes: no time of the machine, no colour.
 *
 * <p>What a run says about time is read here too: {@link org.maquete.report.ActiveTime} when all
 * units became active, {@link org.maquete.report.CriticalPath} what that time was spent on, {@link
 * org.maquete.report.SpanTrace} after which commands a duration is drawn. All three follow the full
 * journal; none keeps a second account of a run.
 *
 * <p><b>Not here yet</b>: HTML, SARIF, JUnit XML, a timeline.
 */
@NullMarked
package org.maquete.report;

import org.jspecify.annotations.NullMarked;
