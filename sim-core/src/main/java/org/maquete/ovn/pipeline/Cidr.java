package org.maquete.ovn.pipeline;

/**
 * An address and the length of its prefix.
 *
 * @param bits 0 to 128, counted in the 128 bits: an IPv4 {@code /24} is 120
 */
record Cidr(Ip ip, int bits) {

    private static final int IP4_OFFSET = 96; // <bits>: where IPv4 begins in its mapped form

    /**
     * {@code a.b.c.d}, {@code a.b.c.d/24}, {@code a.b.c.d/255.255.255.0}, or the same of IPv6.
     *
     * @throws IllegalArgumentException when the text is no such thing
     */
    static Cidr parse(String text) {
        int slash = text.indexOf('/');
        Ip ip = Ip.parse(slash < 0 ? text : text.substring(0, slash));
        int offset = ip.isIp4() ? IP4_OFFSET : 0;
        if (slash < 0) {
            return new Cidr(ip, 128);
        }
        String length = text.substring(slash + 1);
        if (length.indexOf('.') >= 0) {
            long mask = Ip.parse(length).lo() & 0xffff_ffffL;
            return new Cidr(ip, offset + Long.bitCount(mask));
        }
        int bits = Integer.parseInt(length);
        return new Cidr(ip, offset + bits);
    }

    /** The length of the prefix as it is written. */
    int length() {
        return ip.isIp4() ? bits - IP4_OFFSET : bits;
    }

    boolean contains(Ip other) {
        return contains(other.hi(), other.lo());
    }

    boolean contains(long hi, long lo) {
        return bits <= 64
                ? ((hi ^ ip.hi()) & maskOf(bits)) == 0
                : hi == ip.hi() && ((lo ^ ip.lo()) & maskOf(bits - 64)) == 0;
    }

    private static long maskOf(int bits) {
        return bits == 0 ? 0 : -1L << 64 - bits;
    }

    /** Whether nothing is set behind the prefix, so that it names a network. */
    boolean isNetwork() {
        return bits > 64
                ? (ip.lo() & ~maskOf(bits - 64)) == 0
                : ip.lo() == 0 && (ip.hi() & ~maskOf(bits)) == 0;
    }

    /** The highest address, which is IPv4's broadcast. */
    Ip last() {
        return new Ip(
                bits >= 64 ? ip.hi() : ip.hi() | ~maskOf(bits),
                bits >= 64 ? ip.lo() | ~maskOf(bits - 64) : -1L);
    }
}
