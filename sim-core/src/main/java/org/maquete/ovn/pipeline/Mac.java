package org.maquete.ovn.pipeline;

/** Ethernet addresses as the lower 48 bits of a long. */
final class Mac {

    static final long GROUP = 1L << 40; // <bit>: IEEE 802, the lowest of the first octet
    static final long BROADCAST = 0xffff_ffff_ffffL; // <address>: IEEE 802

    private Mac() {}

    /**
     * @throws IllegalArgumentException when the text is no {@code aa:bb:cc:dd:ee:ff}
     */
    static long parse(String text) {
        String[] parts = text.split(":", -1);
        long mac = 0;
        for (String part : parts) {
            if (parts.length != 6 || part.isEmpty() || part.length() > 2) {
                throw new IllegalArgumentException(
                        "expected a MAC as aa:bb:cc:dd:ee:ff, found \""
                                + text
                                + "\"\nMaybe an address was written instead.");
            }
            mac = mac << 8 | Integer.parseInt(part, 16);
        }
        return mac;
    }

    static String text(long mac) {
        StringBuilder text = new StringBuilder(17);
        for (int shift = 40; shift >= 0; shift -= 8) {
            int octet = (int) (mac >> shift) & 0xff;
            text.append(Character.forDigit(octet >> 4, 16));
            text.append(Character.forDigit(octet & 15, 16));
            if (shift > 0) {
                text.append(':');
            }
        }
        return text.toString();
    }

    /** {@code fe80::} and the modified EUI-64. */
    static Ip linkLocal(long mac) {
        long high = (mac >> 24 ^ 0x020000) << 40;
        return new Ip(0xfe80_0000_0000_0000L, high | 0xff_fe00_0000L | mac & 0xff_ffff);
    }

    /** Where a group of IPv6 is sent: {@code 33:33} and its last 32 bits. */
    static long ofGroup(long lo) {
        return 0x3333_0000_0000L | lo & 0xffff_ffffL;
    }
}
