package org.maquete.ceph.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maquete.ceph.cluster.CephClusterView;
import org.maquete.ceph.cluster.Monitor;
import org.maquete.ceph.status.CephVersion;
import org.maquete.ceph.status.ClusterSnapshot;
import org.maquete.ceph.status.Query;
import org.maquete.ceph.status.Report;
import org.maquete.kernel.Answer;
import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.kernel.Refusal;
import org.maquete.tool.Deed;
import org.maquete.tool.HostProgram;
import org.maquete.tool.Invocation;
import org.maquete.tool.Parsed;
import org.maquete.tool.Rejected;
import org.maquete.tool.Session;
import org.maquete.world.World;

/** {@code ceph}: reads its own options, then asks the monitors. */
final class CephProgram implements HostProgram {

    // Options that take a value and change nothing here: Ceph 16.2, ceph.in
    private static final List<String> WITH_VALUE =
            List.of(
                    "-c",
                    "--conf",
                    "-n",
                    "--name",
                    "--id",
                    "--user",
                    "--cluster",
                    "-k",
                    "--keyring",
                    "--connect-timeout");
    private static final List<String> FORMATS =
            List.of("json", "json-pretty", "xml", "xml-pretty", "plain", "yaml");
    private static final String NO_CONFIGURATION =
            "Error initializing cluster client: ObjectNotFound('RADOS object not found (error"
                    + " calling conf_read_file)')";
    // The real client says so after 300 s: Ceph 16.2, client_mount_timeout.
    private static final String TIMED_OUT =
            "[errno 110] RADOS timed out (error connecting to the cluster)";

    @Override
    public String name() {
        return "ceph";
    }

    /** A line without the client's own options. */
    record Line(List<String> words, String format) {}

    @Override
    public Parsed parse(List<String> words, String host) {
        List<String> rest = new ArrayList<>();
        String format = "";
        for (int i = 1; i < words.size(); i++) {
            String word = words.get(i);
            if (word.equals("-f") || word.equals("--format")) {
                i++;
                format = i < words.size() ? words.get(i) : "";
            } else if (word.startsWith("--format=")) {
                format = word.substring("--format=".length());
            } else if (WITH_VALUE.contains(word)) {
                i++;
            } else if (word.equals("-s") || word.equals("--status")) {
                rest.add("status");
            } else if (word.equals("-v") || word.equals("--version")) {
                return new Parsed.Printed(Answer.of(CephVersion.QUINCY.text()));
            } else {
                rest.add(word);
            }
        }
        if (!format.isEmpty() && !FORMATS.contains(format)) {
            return new Parsed.NotModelled("ceph --format " + format);
        }
        String first = rest.isEmpty() ? "" : rest.getFirst();
        return switch (first) {
            case "" -> new Parsed.NotModelled("ceph without a command");
            case "-w", "-W", "--watch", "-h", "--help", "tell", "daemon", "ping" ->
                    new Parsed.NotModelled("ceph " + first);
            default -> new Parsed.Right(new Asked(new Line(List.copyOf(rest), format), host));
        };
    }

    /** A line for the monitors. */
    record Asked(Line line, String host) implements Invocation {

        @Override
        public Deed invoke(Session session, World world) {
            return deed(world, session.nowNs());
        }

        /** What it comes to at a time. */
        Deed deed(World world, long nowNs) {
            if (!isOnMonitor(world)) {
                return failed(1, "conf_read_file", NO_CONFIGURATION);
            }
            if (!CephClusterView.isFounded(world) || !CephClusterView.hasQuorum(world)) {
                return failed(1, "ETIMEDOUT", TIMED_OUT);
            }
            Understood command = Grammar.bundled().understand(line.words());
            if (!command.isRight()) {
                return failed(
                        Errors.number("EINVAL"),
                        "EINVAL",
                        command.complaint() + Errors.text("EINVAL", "invalid command"));
            }
            ClusterSnapshot snapshot = CephClusterView.snapshot(world, nowNs);
            return query(command, snapshot)
                    .map(text -> (Deed) new Deed.Say(text))
                    .orElseGet(() -> change(command, snapshot));
        }

        private boolean isOnMonitor(World world) {
            for (Monitor monitor : world.table(CephClusterView.MONITORS)) {
                if (monitor.host().equals(host)) {
                    return true;
                }
            }
            return false;
        }

        private Optional<Answer> query(Understood command, ClusterSnapshot snapshot) {
            Optional<Report> report =
                    switch (line.format()) {
                        case "", "plain" -> Optional.of(Report.PLAIN);
                        case "json" -> Optional.of(Report.JSON);
                        case "json-pretty" -> Optional.of(Report.JSON_PRETTY);
                        default -> Optional.empty();
                    };
            Optional<Query> query = Query.named(command.prefix());
            if (query.isEmpty() || report.isEmpty()) {
                return Optional.empty();
            }
            return Options.of(query.get(), command)
                    .flatMap(options -> query.get().answer(snapshot, options, report.get()))
                    .map(text -> (report.get().isJson() ? "\n" : "") + text)
                    .map(text -> new Answer(text, Options.told(query.get(), snapshot), 0));
        }

        private Deed change(Understood command, ClusterSnapshot snapshot) {
            return switch (Changes.of(command, snapshot)) {
                case Change.Refused(String code, String message) ->
                        failed(Errors.number(code), code, Errors.text(code, message));
                case Change.Told(String said) -> new Deed.Say(Answer.told(said));
                case Change.Printed(String text) -> new Deed.Say(Answer.of(text));
                case Change.Ordered(Command one, String _) -> new Deed.Ask(one);
                case Change.AllOrdered(List<Command> all, String said) ->
                        new Deed.Ask(new OrderAll(all, said));
                case Change.NotModelled(String what) -> new Deed.NotModelled("ceph " + what);
            };
        }

        /** What is said of a change follows from the line and from what the change leaves as is. */
        @Override
        public Answer done(Answer server, Session session, World world) {
            if (!server.equals(Answer.SILENT)) {
                return server;
            }
            return Answer.told(Said.of(Grammar.bundled().understand(line.words()), world));
        }

        @Override
        public Answer refused(Refusal refusal, World world) {
            if (refusal.code().equals("no quorum")) {
                return Answer.failed(1, TIMED_OUT);
            }
            String message = refusal.message();
            boolean isCount = message.startsWith("pg_num ");
            Understood command = Grammar.bundled().understand(line.words());
            if (isCount && command.prefix().equals("osd pool create")) {
                message = " " + message; // the real text begins with a blank
            } else if (isCount) {
                String pool = command.value("pool");
                long id = CephClusterView.pool(world, pool).map(p -> p.pool()).orElse(0L);
                message = "pool id " + id + " " + message;
            }
            return Answer.failed(
                    Errors.number(refusal.code()), Errors.text(refusal.code(), message));
        }
    }

    private static Deed failed(int exit, String code, String text) {
        Refusal refusal = new Refusal(code, "", text, Ref.NONE);
        return new Deed.Reject(new Rejected(refusal, Answer.failed(exit, text)));
    }
}
