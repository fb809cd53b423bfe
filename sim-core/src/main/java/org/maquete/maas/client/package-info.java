/**
 * The command {@code maas} of MAAS 3.5, as its snap has it.
 *
 * <p><b>In reality</b> {@code maas login} stores a profile; from then on the profile is a command
 * of which the sub-commands are the resources and actions of the API. The client knows nothing of
 * them: it sends {@code name=value} pairs and prints the body of the response, on standard output
 * even when the server refuses; then the exit status is 2. Django's forms answer with JSON that
 * names the field, everything else with plain text.
 *
 * <p><b>Modelled</b>: login, logout, list, refresh, apikey; machine and machines; interfaces with
 * bonds, bridges, VLANs and links; tags, zones, resource pools, fabrics, VLANs, subnets, spaces, IP
 * ranges, domains; users and what only administrators may do; boot resources and selections. JSON
 * has the keys of 3.5, laid out as Python's json.dumps with indent 4.
 *
 * <p><b>Simplified</b>: the two lines before the body, which the client prints only at a terminal,
 * are always there. Keys come in the order of MAAS's source; the real order is arbitrary. Where the
 * real client prints the help of an action before a complaint, only its usage stands here. Results
 * of scripts are shown as unknown. Any well-formed key is accepted and is admin's if it is nobody
 * else's; keys are the same in every run. A person without the right to something is refused before
 * the request is looked at.
 *
 * <p><b>Not modelled</b> (and said so when typed): all other resources, {@code name@=file}, {@code
 * --debug}, prompts, deleting of named things but tags and users, renaming, changes of an interface
 * other than its links, constraints by fabric class, link speed, pods and devices.
 *
 * <p><b>Durations</b>: none; those are of {@link org.maquete.maas}.
 *
 * <p><b>Sources</b>: canonical/maas branch 3.5 at 051f4f00a1 (src/maascli, src/maasserver/api,
 * middleware.py, exceptions.py, urls_api.py).
 */
@NullMarked
package org.maquete.maas.client;

import org.jspecify.annotations.NullMarked;
