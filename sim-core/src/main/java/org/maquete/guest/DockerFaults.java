package org.maquete.guest;

import org.maquete.finding.Cure;
import org.maquete.finding.Words;

/** What goes wrong with Docker, and what to type. */
final class DockerFaults {

    private DockerFaults() {}

    /** A port that somebody else has. */
    static Fault portTaken(int port, String server, String en, String pt) {
        return Fault.of(
                Cause.PORT_TAKEN,
                new Words(
                        "port " + port + " of " + server + " belongs to " + en + " already",
                        "a porta " + port + " de " + server + " já é de " + pt),
                Cure.advice(
                        new Words(
                                "Stop that one, or publish another port.",
                                "Pare esse, ou publique outra porta.")));
    }

    /** A server that was run without -d. */
    static Fault foreground(String where, String line) {
        return Fault.of(
                Cause.FOREGROUND,
                new Words(
                        "the container "
                                + where
                                + " runs in the foreground, and"
                                + " ends with the line",
                        "o contêiner " + where + " roda em primeiro plano e termina com a linha"),
                Cure.instead(new Words("Run it with -d:", "Execute-o com -d:"), line));
    }

    /** A file of variables that is not in the server. */
    static Fault noFile(String name, String server) {
        return Fault.of(
                Cause.NO_FILE,
                new Words(
                        server + " has no file " + name + " when the container is run",
                        server + " não tem o arquivo " + name + " ao executar o contêiner"),
                Cure.advice(new Words("Write it before that line.", "Escreva-o antes da linha.")));
    }
}
