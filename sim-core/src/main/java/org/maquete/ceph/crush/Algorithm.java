package org.maquete.ceph.crush;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How a bucket chooses one of its items. */
public enum Algorithm {
    /** By a permutation; all items weigh the same. */
    UNIFORM("uniform", 1),
    /** From the last added item to the first. */
    LIST("list", 2),
    /** Down a binary tree of weights. */
    TREE("tree", 3),
    /** The longest of straws whose lengths are computed once. */
    STRAW("straw", 4),
    /** The longest of straws with exponential lengths: what new clusters use. */
    STRAW2("straw2", 5);

    private final String word;
    private final int number;

    Algorithm(String word, int number) {
        this.word = word;
        this.number = number;
    }

    /** As the tools write it. */
    public String word() {
        return word;
    }

    /** As the binary map has it, and the bit of {@code allowed_bucket_algs}. */
    public int number() {
        return number;
    }

    /** The algorithm of that word. */
    public static Optional<Algorithm> named(String word) {
        return Arrays.stream(values()).filter(a -> a.word.equals(word)).findFirst();
    }

    static List<String> words() {
        return Arrays.stream(values()).map(Algorithm::word).toList();
    }
}
