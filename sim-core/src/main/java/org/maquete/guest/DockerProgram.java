package org.maquete.guest;

import java.util.List;
import java.util.Optional;
import org.maquete.kernel.Answer;
import org.maquete.kernel.Refusal;
import org.maquete.tool.Deed;
import org.maquete.tool.Invocation;
import org.maquete.tool.Parsed;
import org.maquete.tool.Program;
import org.maquete.tool.Reading;
import org.maquete.tool.Session;
import org.maquete.tool.Verbs;
import org.maquete.world.World;

/** {@code docker build} and {@code docker push} where the operator sits. */
final class DockerProgram implements Program {

    @Override
    public String name() {
        return "docker";
    }

    @Override
    public boolean takes(List<String> words) {
        return words.size() > 2 && (words.get(1).equals("build") || words.get(1).equals("push"));
    }

    @Override
    public Reading read(List<String> words, Verbs verbs) {
        return Reading.of(new Parsed.Right(new Asked(List.copyOf(words))));
    }

    /** A line that was understood. */
    private record Asked(List<String> words) implements Invocation {

        @Override
        public Deed invoke(Session session, World world) {
            if (words.get(1).equals("push")) {
                return new Deed.Ask(new PushImage(words.getLast()));
            }
            int at = Math.max(words.indexOf("-t"), words.indexOf("--tag"));
            if (at < 0) {
                return new Deed.NotModelled("docker build without -t");
            }
            int file = Math.max(words.indexOf("-f"), words.indexOf("--file"));
            String path = file < 0 ? words.getLast() + "/Dockerfile" : words.get(file + 1);
            Optional<String> text =
                    words.getLast().equals("-")
                            ? Optional.of(session.stdin())
                            : session.file(path.startsWith("./") ? path.substring(2) : path);
            return text.isEmpty()
                    ? new Deed.NotModelled("docker build without its Dockerfile")
                    : new Deed.Ask(new BuildImage(words.get(at + 1), text.get()));
        }

        @Override
        public Answer refused(Refusal refusal, World world) {
            return Answer.failed(1, refusal.message());
        }
    }
}
