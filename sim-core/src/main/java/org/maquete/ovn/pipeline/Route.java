package org.maquete.ovn.pipeline;

/**
 * A way out of a router.
 *
 * @param priority three times the prefix, and 2 if connected, 1 if written by somebody
 * @param nextHop the router to ask; none when the destination itself is on the network
 * @param isShared one of several of the same prefix, of which the real one takes by a hash
 */
record Route(
        Cidr prefix,
        int priority,
        int port,
        Ip source,
        Ip nextHop,
        boolean isConnected,
        boolean isShared) {}
