package org.maquete.guest;

/**
 * A program that serves, as it was started.
 *
 * @param address where it listens: {@code 0.0.0.0}, or {@code 127.0.0.1}
 * @param port where it listens, from 1
 */
record ServerProcess(Kind kind, String address, int port) {

    /** Which program. */
    enum Kind {
        /** The daemon of OpenSSH. */
        SSHD,
        /** NGINX. */
        NGINX,
        /** PostgreSQL. */
        POSTGRES,
        /** An ASGI program, such as FastAPI, under uvicorn. */
        UVICORN,
        /** Django, under runserver or gunicorn. */
        DJANGO,
        /** A program that is not modelled. */
        UNKNOWN;

        /** As people call it. */
        String word() {
            return switch (this) {
                case SSHD -> "sshd";
                case NGINX -> "NGINX";
                case POSTGRES -> "PostgreSQL";
                case UVICORN -> "uvicorn";
                case DJANGO -> "Django";
                case UNKNOWN -> "a program";
            };
        }
    }

    boolean isOnLoopback() {
        return address.startsWith("127.") || address.equals("localhost");
    }
}
