/**
 * MySQL 8.0 as charmed OpenStack runs it: {@code mysql-innodb-cluster}, three instances that agree
 * by Group Replication, and {@code mysql-router}, a proxy beside each application.
 *
 * <p><b>In reality</b> the leader's charm configures each instance, creates the cluster with MySQL
 * Shell and adds the others. One member takes writes (R/W), the others follow (R/O); with three
 * members one may be lost. A member that falls silent is suspected and, if a majority agrees,
 * expelled; one that comes back asks to be let in. When all have stopped nobody can let anybody in:
 * a person runs {@code reboot-cluster-from-complete-outage} on the unit that has executed most
 * transactions, and is told its address when it was another. A router asks the cluster for its
 * members ({@code db-router}), bootstraps itself, and offers a database on {@code shared-db}.
 *
 * <p><b>Modelled</b>: the steps of the formation and every waiting text in the charm's order; the
 * group's view (who counts, who takes part), majority, expulsion, election of the primary, return;
 * orderly goodbyes and sudden deaths, of machine, container and the service {@code mysql}, also for
 * want of disk; how many transactions each member has executed; the complete outage, its reboot and
 * the refusal of the wrong unit; members with transactions that the rebooted cluster has not;
 * instances that stay in the metadata when their unit has gone; routers that fail, and routers that
 * wait for their database; members that a pulled cable parts from the majority, and what heals when
 * it is back. Actions: {@code add-instance}, {@code cluster-rescan}, {@code cluster-status}, {@code
 * reboot-cluster-from-complete-outage}, {@code rejoin-instance}, {@code remove-instance}, {@code
 * set-cluster-option}.
 *
 * <p><b>Simplified</b>: a step of the formation takes no time of its own beside the hook. The
 * member that takes writes is drawn (in the deployment guide's final status it is not the
 * leader's). A cluster that takes writes executes one transaction a second (GUESS): only their
 * order counts. A survivor without a majority says what a complete outage says (facts of the
 * charm's {@code _assess_status}: no status can be read). Members that do not run are left out of
 * the comparison of a reboot. Options other than {@code expelTimeout} are taken and change nothing.
 *
 * <p>A member that lost its network and then its power is taken for one that kept its power, when
 * both come back before it is expelled. {@code add-instance} works on a server that runs; it takes
 * no time for cloning.
 *
 * <p><b>Not modelled</b>: databases, users, grants, backups, certificates between the members,
 * {@code update-unit-acls} and the actions about dumps and passwords.
 *
 * <p><b>Durations</b>: the return of a member is a GUESS; suspicion (5 s) and {@code expel-timeout}
 * (20 s) are MySQL's and the charm's.
 *
 * <p><b>Sources</b>: charm-mysql-innodb-cluster {@code src/lib/charm/openstack/
 * mysql_innodb_cluster.py} and {@code src/actions/}, charm-mysql-router {@code
 * src/lib/charm/openstack/mysql_router.py} (states_to_check), stable/jammy; MySQL Shell 8.0 {@code
 * cluster.status()} and "Rebooting a Cluster from a Major Outage"; charm-guide, managing power
 * events. Texts that are marked GUESS in the code are from memory.
 */
@NullMarked
package org.maquete.mysql;

import org.jspecify.annotations.NullMarked;
