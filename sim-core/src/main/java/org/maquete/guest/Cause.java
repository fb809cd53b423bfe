package org.maquete.guest;

import java.util.Locale;

/** Why something inside a server, or a request to it, does not work. Each has a cure of its own. */
public enum Cause {
    /** The network loses the packet. */
    NETWORK,
    /** Nobody may log in with this user or key. */
    LOGIN,
    /** No program listens on the port. */
    NOTHING_LISTENS,
    /** The program listens, but on another port. */
    OTHER_PORT,
    /** The program listens on 127.0.0.1 alone. */
    LOOPBACK_ONLY,
    /** The container publishes no port. */
    NOT_PUBLISHED,
    /** The port is published to one on which nothing in the container listens. */
    PUBLISHED_WRONG,
    /** The container has ended. */
    CONTAINER_ENDED,
    /** The service is stopped. */
    SERVICE_STOPPED,
    /** Another program answers than the asker expects. */
    WRONG_PROGRAM,
    /** NGINX has an upstream server that does not answer. */
    UPSTREAM,
    /** NGINX shows its own page, as no block of the runbook's is asked. */
    DEFAULT_PAGE,
    /** NGINX does not understand its configuration. */
    CONFIGURATION,
    /** PostgreSQL has no line for the client in pg_hba.conf. */
    CLIENT_NOT_ALLOWED,
    /** PostgreSQL does not take the password. */
    PASSWORD,
    /** PostgreSQL has no such database. */
    NO_DATABASE,
    /** The program does not know where its database is. */
    NO_DATABASE_ADDRESS,
    /** Django answers to other names. */
    DISALLOWED_HOST,
    /** A name that nobody knows. */
    NAME,
    /** Only root and the group docker may speak to Docker. */
    DOCKER_SOCKET,
    /** The port is taken already. */
    PORT_TAKEN,
    /** The name of the container is taken already. */
    NAME_TAKEN,
    /** A server in the foreground keeps the line. */
    FOREGROUND,
    /** A file that is not there. */
    NO_FILE,
    /** A program that is not installed. */
    NOT_INSTALLED,
    /** apt has no lists of packages yet. */
    NO_PACKAGE_LISTS,
    /** The Internet does not answer. */
    NO_INTERNET;

    /** As rules and JSON have it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
