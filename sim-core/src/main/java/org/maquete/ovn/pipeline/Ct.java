package org.maquete.ovn.pipeline;

/** What conntrack says of a packet, as bits. */
final class Ct {

    static final int NEW = 1;
    static final int EST = 2;
    static final int REL = 4;
    static final int RPL = 8;
    static final int INV = 16;
    static final int TRK = 32;

    private Ct() {}

    /**
     * {@code new}, {@code est,rpl} and so on; what is looked up is tracked.
     *
     * @throws IllegalArgumentException for another word
     */
    static int parse(String words) {
        int bits = TRK;
        for (String word : words.split(",", -1)) {
            bits |=
                    switch (word.strip()) {
                        case "new" -> NEW;
                        case "est" -> EST;
                        case "rel" -> REL;
                        case "rpl" -> RPL;
                        case "inv" -> INV;
                        case "trk" -> TRK;
                        default ->
                                throw new IllegalArgumentException(
                                        "expected one of new, est, rel, rpl, inv, trk, found \""
                                                + word
                                                + "\"\nMaybe it is a mistyped state.");
                    };
        }
        return bits;
    }
}
