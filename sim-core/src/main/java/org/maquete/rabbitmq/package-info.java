/**
 * RabbitMQ 3.9 as charm {@code rabbitmq-server} runs it.
 *
 * <p><b>In reality</b> the processes of an OpenStack service talk to each other through this
 * broker; each application gets a user and a virtual host on relation {@code amqp}. Several units
 * form a cluster. Nodes that lose sight of each other for a minute go on alone, and find out that
 * they have parted when the link is back.
 *
 * <p><b>Modelled</b>: the charm's status alone and clustered, {@code min-cluster-size}, and when it
 * gives access; the service {@code rabbitmq-server} of each host; nodes that stay in the cluster
 * when their unit has gone without leaving; partitions by a pulled cable, with {@code
 * cluster-partition-handling}, and their end by a restart; the actions {@code cluster-status},
 * {@code forget-cluster-node} and {@code force-boot}.
 *
 * <p><b>Simplified</b>: a node that stops and starts is a member again at once. {@code autoheal}
 * and {@code pause_minority} mend a partition at once, {@code ignore} never. The status of a
 * cluster tells only its nodes.
 *
 * <p><b>Not modelled</b>: queues, messages, memory alarms, the order in which nodes of a cluster
 * that was stopped as a whole have to start, so that {@code force-boot} only starts a node anew;
 * the charm's other actions.
 *
 * <p><b>Durations</b>: RabbitMQ's net_ticktime.
 *
 * <p><b>Sources</b>: charm-rabbitmq-server {@code hooks/rabbit_utils.py} and {@code
 * actions/actions.py}, stable/jammy; the final status of the charm deployment guide; RabbitMQ 3.9,
 * "Clustering and Network Partitions".
 */
@NullMarked
package org.maquete.rabbitmq;

import org.jspecify.annotations.NullMarked;
