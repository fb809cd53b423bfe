package org.maquete.reach;

import java.util.SortedMap;
import java.util.TreeMap;
import org.maquete.ovn.pipeline.Packet;

/**
 * One direction of a conversation.
 *
 * @param sourcePort 0 for ICMP
 */
record Flow(
        String source,
        String destination,
        Protocol protocol,
        int sourcePort,
        int destinationPort,
        boolean isAnswer) {

    private static final int CLIENT_PORT = 40000; // <port>: of Linux's ephemeral range

    static Flow of(Question question, String source, String destination) {
        boolean isIcmp = question.protocol() == Protocol.ICMP;
        return new Flow(
                source,
                destination,
                question.protocol(),
                isIcmp ? 0 : CLIENT_PORT,
                question.port(),
                false);
    }

    /** What the receiver sends back: from the address it was reached at to the one it saw. */
    Flow answered(String reachedAt, String seen) {
        return new Flow(reachedAt, seen, protocol, destinationPort, sourcePort, true);
    }

    Packet packet(String sourceMac, String destinationMac) {
        SortedMap<String, String> fields = new TreeMap<>();
        fields.put("type", "ip4");
        fields.put("eth_src", sourceMac);
        fields.put("eth_dst", destinationMac);
        fields.put("ip_src", source);
        fields.put("ip_dst", destination);
        if (protocol == Protocol.ICMP) {
            fields.put("proto", "icmp4");
            fields.put("icmp_type", isAnswer ? "0" : "8");
            fields.put("icmp_code", "0");
        } else {
            fields.put("proto", protocol.word());
            fields.put("sport", Integer.toString(sourcePort));
            fields.put("dport", Integer.toString(destinationPort));
        }
        return new Packet(fields);
    }

    /** The question for the MAC of an address. */
    static Packet arp(String mac, String own, String asked) {
        SortedMap<String, String> fields = new TreeMap<>();
        fields.put("type", "arp");
        fields.put("eth_src", mac);
        fields.put("eth_dst", "ff:ff:ff:ff:ff:ff");
        fields.put("arp_op", "1");
        fields.put("arp_sha", mac);
        fields.put("arp_spa", own);
        fields.put("arp_tha", "00:00:00:00:00:00");
        fields.put("arp_tpa", asked);
        return new Packet(fields);
    }
}
