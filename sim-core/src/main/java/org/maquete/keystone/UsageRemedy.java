package org.maquete.keystone;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maquete.finding.Cure;
import org.maquete.finding.Remedy;
import org.maquete.finding.Severity;
import org.maquete.finding.TypedLine;
import org.maquete.finding.Words;
import org.maquete.kernel.Refusal;
import org.maquete.tool.argparse.Spelling;
import org.maquete.tool.cliff.ClientLine;
import org.maquete.tool.cliff.OpenstackClient;
import org.maquete.tool.cliff.OpenstackGrammar;
import org.maquete.world.World;

/** Explains words that the client's own grammar refuses, and proposes how they were meant. */
final class UsageRemedy implements Remedy {

    private final OpenstackClient client;

    UsageRemedy(OpenstackGrammar grammar) {
        this.client = new OpenstackClient(grammar);
    }

    @Override
    public Optional<Diagnosis> diagnose(TypedLine line, Refusal refusal, World world) {
        if (!line.startsWith("openstack") || !refusal.code().equals("usage")) {
            return Optional.empty();
        }
        List<Cure> cures = new ArrayList<>();
        List<String> words = line.words();
        if (client.read(words.subList(1, words.size())) instanceof ClientLine.Found found) {
            Spelling.correct(found.grammar(), found.rest())
                    .ifPresent(rest -> cures.add(meant(words, found.rest().size(), rest)));
        }
        if (cures.isEmpty()) {
            cures.add(
                    Cure.advice(
                            new Words(
                                    "Compare the options with the usage that the client prints.",
                                    "Compare as opções com a forma de uso que o cliente mostra.")));
        }
        Words cause =
                new Words(
                        "The client does not understand these words and asks no server:"
                                + " nothing was made.",
                        "O cliente não entende estas palavras e não pergunta a nenhum servidor:"
                                + " nada foi criado.");
        return Optional.of(new Diagnosis("cli.unknown-option", Severity.ERROR, cause, cures));
    }

    private static Cure meant(List<String> words, int restCount, List<String> rest) {
        List<String> whole = new ArrayList<>(words.subList(0, words.size() - restCount));
        whole.addAll(rest);
        return Cure.instead(
                new Words("This is how it was probably meant.", "Provavelmente era isto."),
                String.join(" ", whole.stream().map(UsageRemedy::quoted).toList()));
    }

    private static String quoted(String word) {
        boolean bare = word.matches("[A-Za-z0-9_./:=,@%+~-]+");
        return bare ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
