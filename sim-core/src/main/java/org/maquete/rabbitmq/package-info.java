/**
 * RabbitMQ 3.9 as charm {@code rabbitmq-server} runs it.
 *
 * <p><b>In reality</b> the processes of an OpenStack service talk to each other through this
 * broker; each application gets a user and a virtual host on relation {@code amqp}. Several units
 * form a cluster.
 *
 * <p><b>Modelled</b>: the charm's status alone and clustered, {@code min-cluster-size}, and when it
 * gives access.
 *
 * <p><b>Not modelled</b>: queues, messages, partitions, nodes that left, the charm's actions.
 *
 * <p><b>Durations</b>: none of its own.
 *
 * <p><b>Sources</b>: charm-rabbitmq-server {@code hooks/rabbit_utils.py}, stable/jammy; the final
 * status of the charm deployment guide.
 */
@NullMarked
package org.maquete.rabbitmq;

import org.jspecify.annotations.NullMarked;
