package org.maquete.ceph.crush;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a rule may set for itself. */
public enum Setting {
    /** Attempts of a choice. */
    CHOOSE_TRIES("set_choose_tries", 8, 1),
    /** Attempts below the item chosen. */
    CHOOSELEAF_TRIES("set_chooseleaf_tries", 9, 1),
    /** Attempts in the same bucket. */
    CHOOSE_LOCAL_TRIES("set_choose_local_tries", 10, 0),
    /** Attempts in the same bucket by permutation. */
    CHOOSE_LOCAL_FALLBACK_TRIES("set_choose_local_fallback_tries", 11, 0),
    /** How the attempt's number goes down to the leaf. */
    CHOOSELEAF_VARY_R("set_chooseleaf_vary_r", 12, 0),
    /** Whether the leaf's attempt starts from 0. */
    CHOOSELEAF_STABLE("set_chooseleaf_stable", 13, 0);

    private final String word;
    private final int opcode;
    private final int least;

    Setting(String word, int opcode, int least) {
        this.word = word;
        this.opcode = opcode;
        this.least = least;
    }

    /** As the tools write it in a rule. */
    public String word() {
        return word;
    }

    /** As the binary map has it. */
    public int opcode() {
        return opcode;
    }

    /** A value below this one has no effect. */
    int least() {
        return least;
    }

    /** Whether the JSON dump writes its number instead of its word: Ceph 16.2, seen. */
    boolean isBareInJson() {
        return opcode >= CHOOSE_LOCAL_TRIES.opcode;
    }

    static Optional<Setting> named(String word) {
        return Arrays.stream(values()).filter(s -> s.word.equals(word)).findFirst();
    }

    static Optional<Setting> numbered(int opcode) {
        return Arrays.stream(values()).filter(s -> s.opcode == opcode).findFirst();
    }

    static List<String> words() {
        return Arrays.stream(values()).map(Setting::word).toList();
    }
}
