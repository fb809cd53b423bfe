package org.maquete.guest;

/**
 * A request by HTTP.
 *
 * @param address an IPv4 address or a name
 * @param host the header Host without its port
 */
record Request(String address, int port, String path, String host, boolean isIdempotent) {

    Request to(String otherAddress, int otherPort, String otherHost) {
        return new Request(otherAddress, otherPort, path, otherHost, isIdempotent);
    }
}
