/**
 * Runbooks: what people typed, or are about to type, read into a {@link org.maquete.runbook.Script}
 * with places. Runs nothing.
 *
 * <h2>In reality</h2>
 *
 * A runbook of such a lab is a report in Markdown (CommonMark 0.31, often with the admonitions of
 * MkDocs) whose fences hold bash 5.2, or a shell script. It was typed by hand and edited for
 * readers: option files stand in fences that say {@code bash}, stand-ins such as {@code
 * <machine-id>} and {@code XXX} take the place of values, backslashes at line ends are lost or have
 * blanks behind them, quotes came back curly from a web page.
 *
 * <h2>What is read</h2>
 *
 * <ul>
 *   <li>Fences of bash, sh, shell, zsh; of console, terminal, shell-session (with prompts: only
 *       what stands behind one is typed); without a language when every line begins like a command.
 *       YAML in a fence of any of these languages is a {@link
 *       org.maquete.runbook.Statement.ShownFile}; {@code FileNames} says how it gets its name. All
 *       else is skipped with a note.
 *   <li>Simple commands, assignments, pipelines, {@code && || ! time}, groups, {@code for} over
 *       words, quotes, here-documents and here-strings, redirections, variables with a fallback,
 *       nested command substitutions. {@code ~}, globs and {@code sudo} are left to who runs it.
 * </ul>
 *
 * <p>{@link org.maquete.runbook.PlainYaml} is the reader of plain YAML for option files here and
 * for charms, labs and clouds above; what it does not read, snakeyaml-engine does.
 *
 * <h2>What is simplified</h2>
 *
 * <ul>
 *   <li>{@code \} with blanks behind it continues the line, with a note: bash would end the
 *       command. Curly quotes and blanks of other kinds are read as plain ones, with a note.
 *   <li>A quote that never closes gives up one line, not the rest of its block as bash would: one
 *       apostrophe must not hide a hundred commands.
 *   <li>{@code &} does not run in the background; {@code <id>} is a placeholder although bash would
 *       read from a file {@code id}.
 * </ul>
 *
 * <h2>What is not modelled</h2>
 *
 * {@code if}, {@code while}, {@code until}, {@code case}, {@code select}, functions, {@code [[},
 * {@code ((}: their end is found and they become {@link org.maquete.runbook.Statement.Unsupported}.
 * Arithmetic, {@code ${x%y}}, arrays, brace expansion, process substitution, redirections of groups
 * and of other descriptors are kept as text or left out. Each has a note. Indented code without a
 * fence and HTML are prose.
 *
 * <h2>Limits</h2>
 *
 * 100,000 lines, 10,000 statements, 50 levels of nesting, words of 1,000,000 characters: the reader
 * stops there with a note that has the number. The numbers are GUESS: far above any report, far
 * below what would be felt.
 *
 * <p>Sources: bash 5.2 manual, chapters 3.1 to 3.6; CommonMark 0.31 specification, section 4.5.
 */
@NullMarked
package org.maquete.runbook;

import org.jspecify.annotations.NullMarked;
