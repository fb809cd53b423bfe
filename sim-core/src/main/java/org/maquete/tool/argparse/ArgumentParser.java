package org.maquete.tool.argparse;

import java.util.List;

/** CPython 3.11's ArgumentParser over a {@link Grammar}. */
public final class ArgumentParser {

    private ArgumentParser() {}

    /** {@code parse_args}: what cannot be placed is refused. */
    public static ParseResult parse(Grammar grammar, List<String> words) {
        ParseResult result = parseKnown(grammar, words);
        return result instanceof ParseResult.Parsed(Namespace _, List<String> extras)
                        && !extras.isEmpty()
                ? Stop.line("unrecognized arguments: " + String.join(" ", extras)).result(grammar)
                : result;
    }

    /** {@code parse_known_args}: what cannot be placed is handed back. */
    public static ParseResult parseKnown(Grammar grammar, List<String> words) {
        try {
            return new Parse(grammar, words).run();
        } catch (Stop stop) {
            return stop.result(grammar);
        }
    }
}
