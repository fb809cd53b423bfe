/**
 * The {@code juju} command of Juju 3.6: what a person types and reads.
 *
 * <p>In reality {@code juju} is one Go program. Each command has its flags (gnuflag), its {@code
 * Init}, which looks at the words alone (wrong words: {@code ERROR} and exit code 2), and its
 * {@code Run}, which reads the client's own files (clouds, credentials, controllers, models, option
 * files) and asks the controller (an error: {@code ERROR} and exit code 1). An error of a whole API
 * call has the code of the API behind it in parentheses, {@code application "x" not found (not
 * found)}; errors of single results, as of deploy, have none.
 *
 * <p>Modelled: the commands of runbooks (bootstrap, clouds and credentials from files, models,
 * switch, deploy of charms and bundles, integrate, config, expose, units, machines, their removal,
 * refresh, enable-ha, run, wait-for, resolved, retry-provisioning, status, machines, show-unit,
 * show-application, show-machine, export-bundle, spaces, add-space, reload-spaces, bind, ssh,
 * debug-log), with all their flags; flags that would change the result and that the model lacks say
 * so. {@code add-relation} of 2.9 is accepted beside {@code integrate} and {@code relate}, because
 * runbooks mix versions; {@code run-action} and {@code upgrade-charm} are refused as 3.6 does, and
 * {@code run} means something else in 2.9.
 *
 * <p><b>Status.</b> As in the real program, a status is a document first ({@code StatusDocument}),
 * made of rows or read from JSON, and every format is printed from it: the tables of 3.6 and of
 * 2.9, JSON and YAML, summary and oneline. {@code StatusShape} is the one list of its keys, their
 * order and what is printed though empty. What the model has not: network interfaces, the versions
 * of charms, {@code arch=amd64} among constraints, storage. A document keeps seconds, so that its
 * times lose the rest. {@code --color} is not modelled, and no colours come without it either.
 * {@code show-status-log} and {@code debug-log} ask the journal and so are answered beside a run
 * ({@link org.maquete.tool.Recall}), not inside it.
 *
 * <p><b>Not modelled</b>: local charms, offers of other models, storage, resources, {@code
 * show-space} and {@code subnets}, {@code scp}, {@code exec}, {@code ssh} with other than the
 * programs that the model has on hosts, help texts, prompts for confirmation (they count as
 * answered with yes), bootstrap options in files. Model options other than the default base are
 * taken and have no effect.
 *
 * <p><b>Debug-log</b> has the lines of agents that follow from what happened, in the words of
 * Juju's source; what charms write is not known. It shows what is there and ends, also with {@code
 * --tail}.
 *
 * <p>Time: simulated time 0 is 2026-01-05 08:00:00Z, and all times are printed in UTC, so that
 * outputs are the same everywhere; the real program prints local time unless {@code --utc} is
 * given.
 *
 * <p>The package contributes to {@code tool} (program, verbs, what to type for placeholders), to
 * {@code finding} (remedies, rules) and to {@code observe} (a reader of {@code juju status --format
 * json}). It owns no table: {@link org.maquete.juju} does. Sources: juju 3.6, cmd/juju,
 * cmd/modelcmd, cmd/output; github.com/juju/cmd v3; texts marked GUESS are from memory.
 */
@NullMarked
package org.maquete.juju.client;

import org.jspecify.annotations.NullMarked;
