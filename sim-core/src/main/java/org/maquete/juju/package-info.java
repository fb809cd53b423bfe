/**
 * Juju 3.6.26: controllers, models, machines, applications, units, relations, hooks, actions.
 *
 * <p><b>In reality.</b> A controller keeps what operators asked for in a database. Workers turn it
 * into machines (the provisioner asks MAAS for machines and LXD for containers), put units on them
 * (the unit assigner), and agents on each machine run the hooks of charms. Nothing is ever
 * finished: each agent compares what it has run with what the controller says and runs the next
 * hook. What a hook sets (status, relation data, ports) is committed when it has exited well.
 *
 * <p><b>Modelled.</b> Bootstrap; models; deploy with placement, constraints, options and the errors
 * of DeployFromRepository; the placement policy clean-and-empty; ids of machines, containers,
 * units, relations and tasks that are never reused; provisioning with its ten retries; the life of
 * a unit from {@code allocating} to {@code idle}; the order of hooks ({@code HookOrder}); one hook
 * at a time on each machine; leadership by lease; relation scopes, who sees whom, relation data and
 * the hooks that follow; subordinates; config; actions; {@code wait-for}; missed agents and their
 * return, with the status that they had; a controller that is down, cut off or stopped, to which
 * clients cannot connect and of which all agents wait; the services that charms install; hooks that
 * fail, their retries and {@code resolved}; refresh; machines for a controller in HA; removal,
 * where a unit parts from those it has met, stops and is gone, and a relation lives until the last
 * unit has left it; spaces as MAAS had them when the model asked, bindings, and what they ask of
 * machines and containers. The rows are Juju's beliefs; whether a machine runs is asked of {@code
 * host} only where an agent would stop with it.
 *
 * <p><b>Simplified.</b> A unit's agent has a queue sorted as Juju's resolvers are ordered; equal
 * hooks in it are one. update-status runs only when a payload said that it would change something
 * ({@link org.maquete.juju.StatusStale}), or a peer or related unit went or came back. Machines of
 * one deployment reach MAAS in an arbitrary order. A machine is clean when it has no unit and no
 * container. Resetting and exposing print nothing of their previews. A hook whose machine dies runs
 * again, where Juju may call it an error first. A machine that is removed is gone at once. The
 * catalogue knows one revision of a charm, so a refresh finds something new only in another track.
 * Retries of a failed hook have no jitter, and which hooks fail is up to the charms. What the
 * controller itself does for others (provisioning) does not stop with it, and its client says at
 * once that it cannot connect, where the real one tries for minutes. The machines of a controller
 * in HA answer while a majority of the votes is there, all of them alike; a machine that is gone
 * keeps its vote.
 *
 * <p><b>Not modelled.</b> Resources, storage, secrets, negative spaces, addresses in several
 * subnets (a machine has that of the lab's, a container that of its first space), offers, KVM
 * containers (placed as LXD), the queries of {@code wait-for}, nested results of actions,
 * permissions of users.
 *
 * <p><b>Durations.</b> {@code JujuSpans}: read in the source are the lease (60 s), the silence
 * after which an agent is missed (3 min), update-status (5 min), provisioning retries (10 times, 10
 * s apart), retries of hooks (5 s, doubled up to 5 min); all others are marked GUESS. The orders of
 * magnitude are those of a whole OpenStack on MAAS in 30-90 min (charm-guide).
 *
 * <p><b>Limits.</b> 10,000 units, 100,000 hooks of one unit.
 *
 * <p><b>Sources.</b> juju 3.6 {@code state/} (addmachine.go, unit.go, application.go, state.go),
 * {@code apiserver/facades/client/application/deployrepository.go}, {@code
 * worker/uniter/resolver.go}, {@code worker/unitassigner}, {@code worker/provisioner}, {@code
 * worker/leadership/tracker.go}, {@code cmd/juju}.
 */
@NullMarked
package org.maquete.juju;

import org.jspecify.annotations.NullMarked;
