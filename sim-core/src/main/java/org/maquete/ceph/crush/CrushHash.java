package org.maquete.ceph.crush;

/**
 * The hash {@code rjenkins1} of CRUSH: Robert Jenkins's 96-bit mix over two, three or four words,
 * 32 bits out. Words are unsigned; an id below 0 goes in as its two's complement.
 *
 * <p>A mix is nine lines of two subtractions and one exclusive or on three words; Java has no way
 * to give three words back without memory, so it stands here once for each of its calls. The hash
 * of two words takes three mixes, that of three words five, that of four words six. Each line needs
 * the one before: the time is latency, and {@link HashLanes} hides it by doing many hashes at once.
 *
 * <p>Reference: R. Jenkins, "Hash Functions", Dr. Dobb's Journal, September 1997.
 */
public final class CrushHash {

    static final int SEED = 1315423911; // <number>: Ceph 16.2, the start value of rjenkins1
    static final int PAD_X = 231232; // <number>: Ceph 16.2, the first word that is mixed in
    static final int PAD_Y = 1232; // <number>: Ceph 16.2, the second

    private CrushHash() {}

    /** The hash of two words. */
    public static int of(int first, int second) {
        int a = first;
        int b = second;
        int x = PAD_X;
        int y = PAD_Y;
        int h = SEED ^ a ^ b;
        a = (a - b - h) ^ (h >>> 13);
        b = (b - h - a) ^ (a << 8);
        h = (h - a - b) ^ (b >>> 13);
        a = (a - b - h) ^ (h >>> 12);
        b = (b - h - a) ^ (a << 16);
        h = (h - a - b) ^ (b >>> 5);
        a = (a - b - h) ^ (h >>> 3);
        b = (b - h - a) ^ (a << 10);
        h = (h - a - b) ^ (b >>> 15);
        x = (x - a - h) ^ (h >>> 13);
        a = (a - h - x) ^ (x << 8);
        h = (h - x - a) ^ (a >>> 13);
        x = (x - a - h) ^ (h >>> 12);
        a = (a - h - x) ^ (x << 16);
        h = (h - x - a) ^ (a >>> 5);
        x = (x - a - h) ^ (h >>> 3);
        a = (a - h - x) ^ (x << 10);
        h = (h - x - a) ^ (a >>> 15);
        b = (b - y - h) ^ (h >>> 13);
        y = (y - h - b) ^ (b << 8);
        h = (h - b - y) ^ (y >>> 13);
        b = (b - y - h) ^ (h >>> 12);
        y = (y - h - b) ^ (b << 16);
        h = (h - b - y) ^ (y >>> 5);
        b = (b - y - h) ^ (h >>> 3);
        y = (y - h - b) ^ (b << 10);
        h = (h - b - y) ^ (y >>> 15);
        return h;
    }

    /** The hash of three words. */
    public static int of(int first, int second, int third) {
        int a = first;
        int b = second;
        int c = third;
        int x = PAD_X;
        int y = PAD_Y;
        int h = SEED ^ a ^ b ^ c;
        a = (a - b - h) ^ (h >>> 13);
        b = (b - h - a) ^ (a << 8);
        h = (h - a - b) ^ (b >>> 13);
        a = (a - b - h) ^ (h >>> 12);
        b = (b - h - a) ^ (a << 16);
        h = (h - a - b) ^ (b >>> 5);
        a = (a - b - h) ^ (h >>> 3);
        b = (b - h - a) ^ (a << 10);
        h = (h - a - b) ^ (b >>> 15);
        c = (c - x - h) ^ (h >>> 13);
        x = (x - h - c) ^ (c << 8);
        h = (h - c - x) ^ (x >>> 13);
        c = (c - x - h) ^ (h >>> 12);
        x = (x - h - c) ^ (c << 16);
        h = (h - c - x) ^ (x >>> 5);
        c = (c - x - h) ^ (h >>> 3);
        x = (x - h - c) ^ (c << 10);
        h = (h - c - x) ^ (x >>> 15);
        y = (y - a - h) ^ (h >>> 13);
        a = (a - h - y) ^ (y << 8);
        h = (h - y - a) ^ (a >>> 13);
        y = (y - a - h) ^ (h >>> 12);
        a = (a - h - y) ^ (y << 16);
        h = (h - y - a) ^ (a >>> 5);
        y = (y - a - h) ^ (h >>> 3);
        a = (a - h - y) ^ (y << 10);
        h = (h - y - a) ^ (a >>> 15);
        b = (b - x - h) ^ (h >>> 13);
        x = (x - h - b) ^ (b << 8);
        h = (h - b - x) ^ (x >>> 13);
        b = (b - x - h) ^ (h >>> 12);
        x = (x - h - b) ^ (b << 16);
        h = (h - b - x) ^ (x >>> 5);
        b = (b - x - h) ^ (h >>> 3);
        x = (x - h - b) ^ (b << 10);
        h = (h - b - x) ^ (x >>> 15);
        y = (y - c - h) ^ (h >>> 13);
        c = (c - h - y) ^ (y << 8);
        h = (h - y - c) ^ (c >>> 13);
        y = (y - c - h) ^ (h >>> 12);
        c = (c - h - y) ^ (y << 16);
        h = (h - y - c) ^ (c >>> 5);
        y = (y - c - h) ^ (h >>> 3);
        c = (c - h - y) ^ (y << 10);
        h = (h - y - c) ^ (c >>> 15);
        return h;
    }

    /** The hash of four words. */
    public static int of(int a, int b, int c, int d) {
        int x = PAD_X;
        int y = PAD_Y;
        int h = SEED ^ a ^ b ^ c ^ d;
        a = (a - b - h) ^ (h >>> 13);
        b = (b - h - a) ^ (a << 8);
        h = (h - a - b) ^ (b >>> 13);
        a = (a - b - h) ^ (h >>> 12);
        b = (b - h - a) ^ (a << 16);
        h = (h - a - b) ^ (b >>> 5);
        a = (a - b - h) ^ (h >>> 3);
        b = (b - h - a) ^ (a << 10);
        h = (h - a - b) ^ (b >>> 15);
        c = (c - d - h) ^ (h >>> 13);
        d = (d - h - c) ^ (c << 8);
        h = (h - c - d) ^ (d >>> 13);
        c = (c - d - h) ^ (h >>> 12);
        d = (d - h - c) ^ (c << 16);
        h = (h - c - d) ^ (d >>> 5);
        c = (c - d - h) ^ (h >>> 3);
        d = (d - h - c) ^ (c << 10);
        h = (h - c - d) ^ (d >>> 15);
        a = (a - x - h) ^ (h >>> 13);
        x = (x - h - a) ^ (a << 8);
        h = (h - a - x) ^ (x >>> 13);
        a = (a - x - h) ^ (h >>> 12);
        x = (x - h - a) ^ (a << 16);
        h = (h - a - x) ^ (x >>> 5);
        a = (a - x - h) ^ (h >>> 3);
        x = (x - h - a) ^ (a << 10);
        h = (h - a - x) ^ (x >>> 15);
        y = (y - b - h) ^ (h >>> 13);
        b = (b - h - y) ^ (y << 8);
        h = (h - y - b) ^ (b >>> 13);
        y = (y - b - h) ^ (h >>> 12);
        b = (b - h - y) ^ (y << 16);
        h = (h - y - b) ^ (b >>> 5);
        y = (y - b - h) ^ (h >>> 3);
        b = (b - h - y) ^ (y << 10);
        h = (h - y - b) ^ (b >>> 15);
        c = (c - x - h) ^ (h >>> 13);
        x = (x - h - c) ^ (c << 8);
        h = (h - c - x) ^ (x >>> 13);
        c = (c - x - h) ^ (h >>> 12);
        x = (x - h - c) ^ (c << 16);
        h = (h - c - x) ^ (x >>> 5);
        c = (c - x - h) ^ (h >>> 3);
        x = (x - h - c) ^ (c << 10);
        h = (h - c - x) ^ (x >>> 15);
        y = (y - d - h) ^ (h >>> 13);
        d = (d - h - y) ^ (y << 8);
        h = (h - y - d) ^ (d >>> 13);
        y = (y - d - h) ^ (h >>> 12);
        d = (d - h - y) ^ (y << 16);
        h = (h - y - d) ^ (d >>> 5);
        y = (y - d - h) ^ (h >>> 3);
        d = (d - h - y) ^ (y << 10);
        h = (h - y - d) ^ (d >>> 15);
        return h;
    }
}
