package org.maquete.keystone.client;

import java.util.List;
import java.util.Optional;
import org.maquete.kernel.Answer;
import org.maquete.tool.argparse.Namespace;
import org.maquete.tool.cliff.Cell;
import org.maquete.tool.cliff.Lister;
import org.maquete.tool.cliff.OutputOptions;
import org.maquete.tool.cliff.Printed;
import org.maquete.tool.cliff.ShowOne;

/**
 * One line of the openstack client after login and parsing.
 *
 * @param command {@code network create}
 * @param words the words after it
 * @param args the parsed words
 * @param warning what standard error gets first; mostly empty
 * @param cloud the session
 */
public record Line(
        String command, List<String> words, Namespace args, String warning, Cloud cloud) {

    public Line {
        words = List.copyOf(words);
    }

    /** The value of an argument, or empty. */
    public String text(String dest) {
        return args.has(dest) ? args.text(dest).orElse("") : "";
    }

    /** The value of an argument, if it was given. */
    public Optional<String> given(String dest) {
        return args.has(dest) ? args.text(dest) : Optional.empty();
    }

    /** Whether an argument was given and is true. */
    public boolean flag(String dest) {
        return args.has(dest) && args.flag(dest);
    }

    /** The whole number of an argument, or {@code otherwise}. */
    public long number(String dest, long otherwise) {
        return args.has(dest)
                ? args.whole(dest).map(n -> n.min(LONG_MAX).longValue()).orElse(otherwise)
                : otherwise;
    }

    /** The texts of an argument that may be given several times. */
    public List<String> texts(String dest) {
        return args.has(dest) ? args.texts(dest) : List.of();
    }

    /** The {@code Request-ID} of this line. */
    public String requestId() {
        List<String> all = new java.util.ArrayList<>(List.of(command));
        all.addAll(words);
        return cloud.requestId(all);
    }

    /** One object as the output options ask. */
    public Answer show(Sheet sheet) {
        return answer(ShowOne.print(new OutputOptions(args), sheet.columns(), sheet.cells()));
    }

    /** A list as the output options ask. */
    public Answer list(List<String> columns, List<List<Cell>> rows) {
        return answer(Lister.print(new OutputOptions(args), columns, rows));
    }

    private Answer answer(Printed printed) {
        return new Answer(printed.stdout(), warning + printed.stderr(), printed.exit());
    }

    private static final java.math.BigInteger LONG_MAX =
            java.math.BigInteger.valueOf(Long.MAX_VALUE);
}
