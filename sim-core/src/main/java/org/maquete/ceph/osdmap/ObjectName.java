package org.maquete.ceph.osdmap;

import java.nio.charset.StandardCharsets;

/**
 * An object of a pool.
 *
 * @param namespace may be empty
 * @param name its name
 * @param key hashed instead of the name; empty for none
 */
public record ObjectName(String namespace, String name, String key) {

    private static final int GOLDEN = 0x9e3779b9; // <number>: R. Jenkins, the golden ratio
    private static final char SEPARATOR = 0x1f; // <character>: Ceph 16.2, after a namespace

    /** An object without a key. */
    public ObjectName(String namespace, String name) {
        this(namespace, name, "");
    }

    /** Its hash in a pool: the group's number before it is cut to the number of groups. */
    public int hash(Pool pool) {
        String hashed = key.isEmpty() ? name : key;
        String whole = namespace.isEmpty() ? hashed : namespace + SEPARATOR + hashed;
        byte[] bytes = whole.getBytes(StandardCharsets.UTF_8);
        return pool.objectHash() == Pool.HASH_LINUX ? linux(bytes) : rjenkins(bytes);
    }

    private static int linux(byte[] bytes) {
        int hash = 0;
        for (byte each : bytes) {
            int c = each & 0xff;
            hash = (hash + (c << 4) + (c >> 4)) * 11;
        }
        return hash;
    }

    /**
     * Robert Jenkins's hash of texts (lookup2): blocks of 12 bytes are added to three words and
     * mixed; the last block also has the length, below the bytes 9 to 11.
     */
    private static int rjenkins(byte[] bytes) {
        int a = GOLDEN;
        int b = GOLDEN;
        int c = 0;
        int at = 0;
        boolean isLast = false;
        while (!isLast) {
            isLast = bytes.length - at < 12;
            a += word(bytes, at);
            b += word(bytes, at + 4);
            c += isLast ? bytes.length + (word(bytes, at + 8) << 8) : word(bytes, at + 8);
            at += 12;
            a = (a - b - c) ^ (c >>> 13);
            b = (b - c - a) ^ (a << 8);
            c = (c - a - b) ^ (b >>> 13);
            a = (a - b - c) ^ (c >>> 12);
            b = (b - c - a) ^ (a << 16);
            c = (c - a - b) ^ (b >>> 5);
            a = (a - b - c) ^ (c >>> 3);
            b = (b - c - a) ^ (a << 10);
            c = (c - a - b) ^ (b >>> 15);
        }
        return c;
    }

    /** Four bytes, the lowest first; those past the end are 0. */
    private static int word(byte[] bytes, int at) {
        int word = 0;
        for (int i = 3; i >= 0; i--) {
            word = word << 8 | (at + i < bytes.length ? bytes[at + i] & 0xff : 0);
        }
        return word;
    }
}
