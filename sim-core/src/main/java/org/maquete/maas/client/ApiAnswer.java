package org.maquete.maas.client;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.maquete.kernel.Answer;
import org.maquete.kernel.Refusal;
import org.maquete.tool.Deed;
import org.maquete.tool.Rejected;
import org.maquete.tool.argparse.PythonJson;
import org.maquete.tool.argparse.Value;

/**
 * What the client prints for a response (MAAS 3.5, maascli/utils.py, print_response_content): the
 * body on standard output, whatever it is; at a terminal with two lines before it. The exit status
 * is 2 when the HTTP status is not 2xx.
 */
final class ApiAnswer {

    private static final int INDENT = 4; // <blanks>: piston3, JSONEmitter
    private static final int REFUSED = 2; // <exit status>: MAAS 3.5, maascli/api.py

    private ApiAnswer() {}

    /** Success with a text as body. */
    static Answer text(String content) {
        return Answer.of("Success.\nMachine-readable output follows:\n" + content + "\n");
    }

    /** Success with JSON as body. */
    static Answer json(Value value) {
        return text(PythonJson.dumps(value, INDENT));
    }

    /** The server refuses. */
    static Answer refused(Refusal refusal) {
        String content = body(refusal);
        String text =
                content.isEmpty()
                        ? "Request failed with code "
                                + refusal.code()
                                + ": "
                                + reason(refusal.code())
                        : content;
        return new Answer(text + "\n", "", REFUSED);
    }

    static Deed reject(Refusal refusal) {
        return new Deed.Reject(new Rejected(refusal, refused(refusal)));
    }

    /** An error of a form names its fields; everything else is the message alone. */
    private static String body(Refusal refusal) {
        if (!refusal.code().equals("400") || refusal.type().isEmpty()) {
            return refusal.message();
        }
        SequencedMap<String, Value> fields = new LinkedHashMap<>();
        for (String field : refusal.type().split(" ", -1)) {
            fields.put(field, new Value.Many(List.of(Value.text(refusal.message()))));
        }
        return PythonJson.dumps(new Value.Fields(fields), 0);
    }

    private static String reason(String code) {
        return switch (code) {
            case "403" -> "Forbidden";
            case "404" -> "Not Found";
            case "409" -> "Conflict";
            case "503" -> "Service Unavailable";
            case "400" -> "Bad Request";
            default -> "Internal Server Error";
        };
    }
}
