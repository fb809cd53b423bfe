package org.maquete.keystone.client;

/**
 * Where a service of the catalogue is to be found, and whether it answers.
 *
 * @param name {@code neutron}
 * @param type {@code network}
 * @param region {@code RegionOne}
 * @param url the public one: {@code https://172.16.0.31:9696}
 * @param state what a connection to it meets
 */
public record Endpoint(String name, String type, String region, String url, State state) {

    /** What a connection to a service meets. */
    public enum State {
        /** It answers. */
        UP,
        /** The host is there, nobody listens. */
        REFUSED,
        /** The host is not there. */
        NO_ROUTE
    }

    /** Whether it is reached by https. */
    boolean tls() {
        return url.startsWith("https");
    }

    /** Host and port of an address: {@code 172.16.0.31:9696}. */
    public String authority() {
        String rest = url.substring(url.indexOf("//") + 2);
        int slash = rest.indexOf('/');
        return slash < 0 ? rest : rest.substring(0, slash);
    }
}
