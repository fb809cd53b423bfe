package org.maquete.guest;

import java.util.List;
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

/** {@code curl http://ADDRESS/} on the operator's own machine, outside the cloud. */
final class CurlProgram implements Program {

    private final Wire wire;

    CurlProgram(Wire wire) {
        this.wire = wire;
    }

    @Override
    public String name() {
        return "curl";
    }

    @Override
    public boolean takes(List<String> words) {
        Curl curl = Curl.read(words.subList(1, words.size()));
        return curl.isPlain() && Connections.isAddress(curl.address());
    }

    @Override
    public boolean needsWorkload(List<String> words) {
        return true;
    }

    @Override
    public Reading read(List<String> words, Verbs verbs) {
        List<String> rest = List.copyOf(words.subList(1, words.size()));
        return Reading.of(new Parsed.Right(new Asked(wire, rest)));
    }

    /** A line that was understood. */
    private record Asked(Wire wire, List<String> words) implements Invocation {

        @Override
        public Deed invoke(Session session, World world) {
            Site site = new Site(world, session.nowNs());
            Connections connections = new Connections(site, wire);
            Result result = Curl.read(words).send(site, connections, Wire.OUTSIDE).result();
            return result.notModelled().isEmpty()
                    ? new Deed.Ask(new AskByHttp(words))
                    : new Deed.NotModelled("curl: " + result.notModelled());
        }

        @Override
        public Answer refused(Refusal refusal, World world) {
            return Answer.failed(7, refusal.message());
        }
    }
}
