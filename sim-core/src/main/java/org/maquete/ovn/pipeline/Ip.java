package org.maquete.ovn.pipeline;

/** An address; IPv4 lies in IPv6 as {@code ::ffff:a.b.c.d}. */
public record Ip(long hi, long lo) {

    private static final long MAPPED = 0xffffL << 32;

    static final Ip ANY4 = ofIp4(0);
    static final Ip BROADCAST4 = ofIp4(0xffff_ffffL);

    static Ip ofIp4(long bits) {
        return new Ip(0, MAPPED | bits & 0xffff_ffffL);
    }

    boolean isIp4() {
        return hi == 0 && lo >>> 32 == 0xffff;
    }

    /** The address of a group that asks for this one's MAC: {@code ff02::1:ff} and 24 bits. */
    Ip solicitedNode() {
        return new Ip(0xff02_0000_0000_0000L, 0x1_ff00_0000L | lo & 0xff_ffff);
    }

    /**
     * Reads either form.
     *
     * @throws IllegalArgumentException when the text is no address
     */
    public static Ip parse(String text) {
        try {
            return text.indexOf(':') < 0 ? parse4(text) : parse6(text);
        } catch (NumberFormatException _) {
            throw bad(text);
        }
    }

    private static IllegalArgumentException bad(String text) {
        return new IllegalArgumentException(
                "expected an IPv4 or IPv6 address, found \""
                        + text
                        + "\"\nMaybe a name was written instead.");
    }

    private static Ip parse4(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 4) {
            throw bad(text);
        }
        long bits = 0;
        for (String part : parts) {
            int octet = Integer.parseInt(part);
            if (octet < 0 || octet > 255) {
                throw bad(text);
            }
            bits = bits << 8 | octet;
        }
        return ofIp4(bits);
    }

    private static Ip parse6(String text) {
        int gap = text.indexOf("::");
        String[] head = words(gap < 0 ? text : text.substring(0, gap));
        String[] tail = words(gap < 0 ? "" : text.substring(gap + 2));
        if (head.length + tail.length > 8 || gap < 0 && head.length != 8) {
            throw bad(text);
        }
        long[] halves = new long[2];
        for (int i = 0; i < 8; i++) {
            int fromEnd = i - (8 - tail.length);
            String word = i < head.length ? head[i] : fromEnd >= 0 ? tail[fromEnd] : "0";
            halves[i / 4] = halves[i / 4] << 16 | Integer.parseInt(word, 16);
        }
        return new Ip(halves[0], halves[1]);
    }

    private static String[] words(String text) {
        return text.isEmpty() ? new String[0] : text.split(":", -1);
    }

    @Override
    public String toString() {
        if (isIp4()) {
            return (lo >> 24 & 255)
                    + "."
                    + (lo >> 16 & 255)
                    + "."
                    + (lo >> 8 & 255)
                    + "."
                    + (lo & 255);
        }
        return text6();
    }

    private int word(int index) {
        long half = index < 4 ? hi : lo;
        return (int) (half >>> 48 - index % 4 * 16) & 0xffff;
    }

    /** As RFC 5952 writes it: the longest run of zeros, of two or more, is left out. */
    private String text6() {
        int bestAt = -1;
        int bestCount = 1;
        for (int i = 0; i < 8; i++) {
            int count = 0;
            while (i + count < 8 && word(i + count) == 0) {
                count++;
            }
            if (count > bestCount) {
                bestAt = i;
                bestCount = count;
            }
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            if (i == bestAt) {
                text.append("::");
                i += bestCount - 1;
                continue;
            }
            if (i > 0 && i != bestAt + bestCount || bestAt < 0 && i > 0) {
                text.append(':');
            }
            text.append(Integer.toHexString(word(i)));
        }
        return text.toString();
    }
}
