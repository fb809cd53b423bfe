package org.maquete.juju.catalog;

import java.util.List;

/**
 * A channel of Charmhub, {@code track/risk/branch}; track and branch may be empty.
 *
 * <p>{@code stable} alone is a risk and {@code yoga} alone a track of risk stable. The track {@code
 * latest} is kept as typed, because {@code juju status} prints it.
 */
public record Channel(String track, String risk, String branch) {

    // the four risks: juju/charm channel.go
    private static final List<String> RISKS = List.of("stable", "candidate", "beta", "edge");

    /** Reads the word of {@code --channel}; the client prefixes {@code error in --channel: }. */
    public static Parsed<Channel> parse(String word) {
        if (word.isEmpty()) {
            return new Parsed.Refused<>("empty channel not valid");
        }
        String[] parts = word.split("/", -1);
        boolean startsWithRisk = RISKS.contains(parts[0]);
        return switch (parts.length) {
            case 1 -> startsWithRisk ? of(word, "-", parts[0], "-") : of(word, parts[0], "-", "-");
            case 2 ->
                    startsWithRisk
                            ? of(word, "-", parts[0], parts[1])
                            : of(word, parts[0], parts[1], "-");
            case 3 -> of(word, parts[0], parts[1], parts[2]);
            default ->
                    new Parsed.Refused<>(
                            "channel is malformed and has too many components "
                                    + GoSyntax.quote(word));
        };
    }

    /** Makes a channel of parts; {@code -} stands for one that was not given. */
    private static Parsed<Channel> of(String word, String track, String risk, String branch) {
        if (!risk.equals("-") && !RISKS.contains(risk)) {
            return notValid("risk", word);
        }
        if (track.isEmpty()) {
            return notValid("track", word);
        }
        if (branch.isEmpty()) {
            return notValid("branch", word);
        }
        return new Parsed.Good<>(
                new Channel(given(track, ""), given(risk, "stable"), given(branch, "")));
    }

    private static Parsed<Channel> notValid(String part, String word) {
        return new Parsed.Refused<>(part + " in channel " + GoSyntax.quote(word) + " not valid");
    }

    private static String given(String part, String otherwise) {
        return part.equals("-") ? otherwise : part;
    }

    @Override
    public String toString() {
        return (track.isEmpty() ? "" : track + "/") + risk + (branch.isEmpty() ? "" : "/" + branch);
    }
}
