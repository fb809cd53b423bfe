package org.maquete.ceph.status;

/** Addresses in JSON. */
final class Addresses {

    private Addresses() {}

    /** A list of one for each version of the protocol. */
    static void write(String name, Endpoint endpoint, JsonText json) {
        json.object(name).list("addrvec");
        if (!endpoint.equals(Endpoint.NONE)) {
            one("v2", endpoint.at(endpoint.portV2()), endpoint.nonce(), json);
            one("v1", endpoint.at(endpoint.portV1()), endpoint.nonce(), json);
        }
        json.end().end();
    }

    private static void one(String type, String address, long nonce, JsonText json) {
        json.object().put("type", type).put("addr", address).put("nonce", nonce).end();
    }
}
