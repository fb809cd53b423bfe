package org.maquete.juju.bundle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maquete.juju.catalog.Resources;

/** Blocks of a file of cases: a line {@code # words}, an input, and lines {@code => expected}. */
record BundleCases(String words, String input, List<String> expected) {

    static final String GOLDEN = "/golden/juju/bundle-verify/";
    static final String CHANGES = "/golden/juju/bundle-changes/";

    /** Files as they are for these tests. */
    static final BundleFiles FILES =
            new BundleFiles() {
                @Override
                public Optional<String> text(String path) {
                    return path.equals("motd") ? Optional.of("hello\n") : Optional.empty();
                }

                @Override
                public Optional<String> trouble(String path) {
                    if (path.startsWith("/locked/")) {
                        return Optional.of("stat " + path + ": permission denied");
                    }
                    return path.equals("./there") ? Optional.empty() : Optional.of(NONE);
                }

                @Override
                public String absolute(String path) {
                    return "/bundles/" + (path.startsWith("./") ? path.substring(2) : path);
                }
            };

    static List<BundleCases> read(String file) {
        return readFrom(GOLDEN + file);
    }

    static List<BundleCases> readFrom(String path) {
        List<BundleCases> cases = new ArrayList<>();
        String words = "";
        StringBuilder input = new StringBuilder();
        List<String> expected = new ArrayList<>();
        for (String line : (Resources.read(path) + "# end").lines().toList()) {
            if (line.startsWith("# ")) {
                if (!expected.isEmpty()) {
                    cases.add(new BundleCases(words, input.toString(), List.copyOf(expected)));
                }
                words = line.substring(2);
                input.setLength(0);
                expected.clear();
            } else if (line.startsWith("=> ")) {
                expected.add(line.substring(3));
            } else {
                input.append(line).append('\n');
            }
        }
        return cases;
    }

    @Override
    public String toString() {
        return words + ": " + String.join("; ", expected);
    }
}
