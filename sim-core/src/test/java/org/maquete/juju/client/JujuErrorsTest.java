package org.maquete.juju.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.maquete.hardware.CutPower;
import org.maquete.juju.Charm;
import org.maquete.juju.Hook;
import org.maquete.juju.HookContext;
import org.maquete.juju.HookOutcome;
import org.maquete.juju.Integrate;
import org.maquete.juju.JujuView;
import org.maquete.juju.Machine;
import org.maquete.juju.StatusInfo;
import org.maquete.juju.Unit;
import org.maquete.juju.catalog.BoundEndpoint;
import org.maquete.juju.catalog.CharmMetadata;
import org.maquete.juju.catalog.ModelApplications;
import org.maquete.juju.catalog.RelatableApplication;
import org.maquete.juju.catalog.RelationInference;
import org.maquete.juju.catalog.RelationPresence;
import org.maquete.juju.catalog.RelationRefusal;
import org.maquete.juju.catalog.Resources;
import org.maquete.kernel.Command;
import org.maquete.kernel.Registry;
import org.maquete.kernel.Reply;
import org.maquete.kernel.Subsystem;
import org.maquete.maas.CreateResource;
import org.maquete.maas.ResourceKind;
import org.maquete.operator.Pace;
import org.maquete.operator.TypeScript;
import org.maquete.runbook.SourceText;
import org.maquete.world.World;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Every message template of juju-errors.yaml comes from the right command in the right state. */
class JujuErrorsTest {

    private static final String GOLDEN = "/golden/juju/errors/";
    private static final String MODEL = "maas-controller:openstack";

    /** Those that need more than lines to type; they have a test of their own below. */
    private static final List<String> IN_JAVA =
            List.of(
                    "integrate / name starts or ends with a colon",
                    "integrate / container scope without subordinate");

    /** Where the words differ from the template, and why. */
    private static final Map<String, String> OTHER_WORDS =
            Map.of(
                    "integrate / exists",
                    "the code of the error, which the client puts in parentheses, says that it"
                            + " exists: state.go has no such words, and the feature test prints"
                            + " them so",
                    "integrate / exists but dying",
                    "the template is the server's; the client breaks it at \": \" and adds a hint",
                    "deploy / --to lxd:ID with unknown machine",
                    "the template says that there is no message",
                    "deploy / application exists",
                    "the hint belongs to local charms; a charm of Charmhub has the first line",
                    "deploy / subordinate with -n or --to",
                    "the template is that of local charms; its detail is what 3.6 says",
                    "remove / preview line",
                    "the template lists three alternatives",
                    "model_and_controller / switch ok",
                    "the template lists two alternatives",
                    "status_text / hook error",
                    "the template has prose around the words");

    record Entry(String name, List<String> templates) {

        @Override
        public String toString() {
            return name;
        }
    }

    private record Case(List<String> lines, List<String> printed, List<String> seen) {}

    static Stream<Entry> entries() {
        Map<?, ?> root =
                (Map<?, ?>)
                        new Load(LoadSettings.builder().build())
                                .loadFromString(Resources.read(GOLDEN + "juju-errors.yaml"));
        List<Entry> entries = new ArrayList<>();
        root.forEach((section, list) -> {
            if (list instanceof List<?> items) {
                items.forEach(item -> entries.add(entry(section, (Map<?, ?>) item)));
            }
        });
        return entries.stream();
    }

    private static Entry entry(Object section, Map<?, ?> item) {
        if (item.containsKey("when")) {
            String template = Objects.toString(item.get("message"));
            return new Entry(section + " / " + item.get("when"), List.of(template));
        }
        Map.Entry<?, ?> only = item.entrySet().iterator().next();
        String text = Objects.toString(only.getValue());
        return new Entry(section + " / " + only.getKey(), List.of(text.split("; ", -1)));
    }

    @ParameterizedTest
    @MethodSource("entries")
    void bringsJujuToTheMessage(Entry entry) {
        if (IN_JAVA.contains(entry.name())) {
            return;
        }
        Case it = Objects.requireNonNull(cases().get(entry.name()), entry.name());
        String expected = String.join("\n", it.printed()) + "\n" + String.join("\n", it.seen());
        if (!OTHER_WORDS.containsKey(entry.name())) {
            assertThat(entry.templates())
                    .allSatisfy(t -> assertThat(expected).containsPattern(pattern(t)));
        }

        Play play = new Play();
        play.all(it.lines());

        if (!it.printed().isEmpty()) {
            assertThat(play.printed().strip())
                    .matches(wild(String.join("\n", it.printed()).strip()));
        }
        for (String status : it.seen()) {
            assertThat(play.seen()).anyMatch(s -> wild(status).matcher(s).matches());
        }
    }

    @Test
    void namesEveryEntryOnceAndNothingElse() {
        Set<String> names = new LinkedHashSet<>();
        names.addAll(cases().keySet());
        names.addAll(IN_JAVA);

        assertThat(names)
                .hasSize(cases().size() + IN_JAVA.size())
                .containsExactlyInAnyOrderElementsOf(entries().map(Entry::name).toList());
        assertThat(names).containsAll(OTHER_WORDS.keySet());
    }

    @Test
    void theServerRefusesANameThatStartsOrEndsWithAColon() {
        Play play = new Play();

        assertThat(play.refused(new Integrate(MODEL, "keystone:", "glance")))
                .isEqualTo("invalid endpoint \"keystone:\"");
        assertThat(play.refused(new Integrate(MODEL, ":db", "glance")))
                .isEqualTo("invalid endpoint \":db\"");
    }

    @Test
    void theServerRefusesContainerScopeBetweenPrincipals() {
        RelatableApplication cinder = TestApplications.of("cinder");
        BoundEndpoint wants =
                new BoundEndpoint(
                        "cinder", cinder.charm().endpoint("storage-backend").orElseThrow());
        BoundEndpoint offers =
                new BoundEndpoint(
                        "other", charm("cinder-ceph").endpoint("storage-backend").orElseThrow());

        assertThat(RelationInference.add(wants, offers, new TestApplications()))
                .isInstanceOfSatisfying(
                        RelationRefusal.class,
                        refusal ->
                                assertThat(refusal.message())
                                        .isEqualTo(
                                                "cannot add relation \"cinder:storage-backend"
                                                        + " other:storage-backend\": container"
                                                        + " scoped relation requires at least one"
                                                        + " subordinate application"));
    }

    private static CharmMetadata charm(String name) {
        return Resources.CATALOG.find(name).orElseThrow();
    }

    private static Map<String, Case> cases() {
        Map<String, Case> cases = new LinkedHashMap<>();
        for (String block : Resources.read(GOLDEN + "cases.txt").split("(?m)^# ", -1)) {
            List<String> lines = new ArrayList<>();
            List<String> printed = new ArrayList<>();
            List<String> seen = new ArrayList<>();
            for (String line : block.lines().skip(1).toList()) {
                if (line.startsWith("=>")) {
                    printed.add(line.length() > 3 ? line.substring(3) : "");
                } else if (line.startsWith("=. ")) {
                    seen.add(line.substring(3));
                } else {
                    lines.add(line);
                }
            }
            if (!block.isBlank()) {
                String name = block.lines().findFirst().orElseThrow();
                assertThat(cases.put(name, new Case(lines, printed, seen))).as(name).isNull();
            }
        }
        return cases;
    }

    /** {@code <*>} is any text. */
    private static Pattern wild(String text) {
        StringBuilder regex = new StringBuilder();
        for (String part : text.split("<\\*>", -1)) {
            regex.append(regex.isEmpty() ? "" : ".*").append(Pattern.quote(part));
        }
        return Pattern.compile(regex.toString(), Pattern.DOTALL);
    }

    /** A template of Go: {@code %q} is a quoted text, {@code %s} and {@code {...}} are any text. */
    private static Pattern pattern(String template) {
        Matcher verb = Pattern.compile("%[qsvd]|\\{[^}]*}").matcher(template);
        StringBuilder regex = new StringBuilder();
        int end = 0;
        while (verb.find()) {
            regex.append(Pattern.quote(template.substring(end, verb.start())));
            regex.append(
                    switch (verb.group()) {
                        case "%q" -> "\"[^\"]*\"";
                        case "%d" -> "(-?[0-9]+|<\\*>)";
                        default -> "(?s:.*)";
                    });
            end = verb.end();
        }
        return Pattern.compile(regex + Pattern.quote(template.substring(end)));
    }

    /** A run of lines and of what happens to the rack, with all that status said on the way. */
    private static final class Play {

        private final ClientBench bench = ClientBench.withCloud(List.of(new Failing()));
        private final Set<String> seen = new LinkedHashSet<>();
        private int printedLines;

        Play() {
            type(ClientBench.BEGIN);
        }

        void all(List<String> lines) {
            StringBuilder script = new StringBuilder();
            for (String line : lines) {
                if (line.startsWith("! until ")) {
                    submit(script.toString());
                    script.setLength(0);
                    until(line.substring("! until ".length()));
                } else if (line.startsWith("! cut ")) {
                    Machine machine = machine(line.substring("! cut ".length()));
                    ask(new CutPower(machine.hostname()));
                } else if (line.startsWith("! zone ")) {
                    String zone = line.substring("! zone ".length());
                    ask(new CreateResource(ResourceKind.ZONE, zone, List.of()));
                } else {
                    script.append(line).append('\n');
                }
            }
            type(script.toString());
        }

        private Machine machine(String name) {
            return JujuView.machine(bench.world(), MODEL, name).orElseThrow();
        }

        private void type(String script) {
            submit(script);
            while (!bench.simulation.isFinished() && bench.simulation.step()) {
                look();
            }
        }

        private void submit(String script) {
            if (!script.isEmpty()) {
                SourceText text = new SourceText("plan" + printedLines++ + ".sh", script);
                ask(new TypeScript(List.of(text), Pace.HASTY));
                look();
            }
        }

        private void until(String status) {
            while (seen.stream().noneMatch(s -> s.startsWith(status))) {
                assertThat(bench.simulation.step()).as(status).isTrue();
                look();
            }
        }

        private void ask(Command command) {
            assertThat(bench.simulation.submit(command, ClientBench.ORIGIN))
                    .isNotInstanceOf(Reply.No.class);
        }

        String refused(Command command) {
            return ((Reply.No) bench.simulation.submit(command, ClientBench.ORIGIN))
                    .refusal()
                    .message();
        }

        private void look() {
            World world = bench.world();
            for (Machine machine : JujuView.machines(world, MODEL)) {
                String name = "machine " + machine.name() + " ";
                seen.add(name + text(machine.instance()));
                seen.add(name + "agent " + text(machine.agent()));
            }
            for (Unit unit : JujuView.units(world, MODEL)) {
                String name = "unit " + unit.name() + " ";
                seen.add(name + "agent " + text(unit.agent()));
                seen.add(name + "workload " + text(unit.workload()));
            }
        }

        private static String text(StatusInfo status) {
            return status.current() + " \"" + status.message() + "\"";
        }

        String printed() {
            return bench.lines().getLast().answer().stderr()
                    + bench.lines().getLast().answer().stdout();
        }

        Set<String> seen() {
            return seen;
        }
    }

    /** A charm whose config-changed hook fails always. */
    private static final class Failing implements Subsystem {

        @Override
        public String name() {
            return "failing";
        }

        @Override
        public void declare(Registry registry) {
            registry.contribute(
                    new Charm() {
                        @Override
                        public String name() {
                            return "memcached";
                        }

                        @Override
                        public void run(Hook hook, HookContext context, HookOutcome out) {
                            if (hook.kind() == Hook.Kind.CONFIG_CHANGED) {
                                out.failHook();
                            }
                        }
                    });
        }
    }

    /** Two principals. */
    private static final class TestApplications implements ModelApplications {

        static RelatableApplication of(String name) {
            return new RelatableApplication(
                    name,
                    JujuErrorsTest.charm("cinder"),
                    JujuErrorsTest.charm("cinder").bases().getLast(),
                    true);
        }

        @Override
        public Optional<RelatableApplication> application(String name) {
            return Optional.of(of(name));
        }

        @Override
        public RelationPresence relation(String key) {
            return RelationPresence.ABSENT;
        }

        @Override
        public int relationCount(String application, String endpoint) {
            return 0;
        }
    }
}
