/**
 * MySQL 8.0 as charmed OpenStack runs it: {@code mysql-innodb-cluster}, three instances that agree
 * by Group Replication, and {@code mysql-router}, a proxy beside each application.
 *
 * <p><b>In reality</b> the leader's charm configures each instance, creates the cluster with MySQL
 * Shell and adds the others. One member takes writes (R/W), the others follow (R/O); with three
 * members one may be lost. A router asks the cluster for its members ({@code db-router}),
 * bootstraps itself, and offers a database on {@code shared-db}.
 *
 * <p><b>Modelled</b>: the steps of the formation and every waiting text in the charm's order; mode
 * and status text of the members, also when members are down; routers that fail when the majority
 * is gone; {@code -n 1} and {@code -n 2}, which never become a cluster.
 *
 * <p><b>Simplified</b>: a step of the formation takes no time of its own beside the hook. The
 * member that takes writes is drawn among all at formation (in the deployment guide's final status
 * it is not the leader's) and does not move. A member is off line when its host is down.
 *
 * <p><b>Not modelled</b>: databases, users, grants, GTIDs, recovery from a complete outage and the
 * charm's actions; the state {@code Waiting for proxied DB creation from cluster}, which here takes
 * no time; certificates between the members.
 *
 * <p><b>Durations</b>: none of its own.
 *
 * <p><b>Sources</b>: charm-mysql-innodb-cluster {@code src/lib/charm/openstack/
 * mysql_innodb_cluster.py} and charm-mysql-router {@code src/lib/charm/openstack/mysql_router.py}
 * (states_to_check), stable/jammy; MySQL Shell 8.0 {@code cluster.status()}.
 */
@NullMarked
package org.maquete.mysql;

import org.jspecify.annotations.NullMarked;
