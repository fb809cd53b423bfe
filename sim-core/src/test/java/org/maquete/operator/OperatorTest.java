package org.maquete.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.maquete.finding.TypedLine;
import org.maquete.kernel.Answer;
import org.maquete.kernel.Command;
import org.maquete.kernel.Event;
import org.maquete.kernel.Journal;
import org.maquete.kernel.Lane;
import org.maquete.kernel.Model;
import org.maquete.kernel.Origin;
import org.maquete.kernel.Ref;
import org.maquete.kernel.Refusal;
import org.maquete.kernel.Registry;
import org.maquete.kernel.Settings;
import org.maquete.kernel.SimTime;
import org.maquete.kernel.Simulation;
import org.maquete.kernel.Subsystem;
import org.maquete.runbook.SourceText;
import org.maquete.tool.Deed;
import org.maquete.tool.Invocation;
import org.maquete.tool.Parsed;
import org.maquete.tool.Program;
import org.maquete.tool.Reading;
import org.maquete.tool.Session;
import org.maquete.tool.Supplier;
import org.maquete.tool.Verbs;
import org.maquete.world.Row;
import org.maquete.world.Sink;
import org.maquete.world.TableKey;
import org.maquete.world.World;

class OperatorTest {

    private static final Origin ORIGIN = new Origin.Person("test");

    @Test
    void runsLinesInOrderWithTenSecondsBetweenThem() {
        List<TypedLine> lines = type("echo a\necho b\n", Pace.PATIENT);

        assertThat(lines).extracting(l -> l.answer().stdout()).containsExactly("a\n", "b\n");
        assertThat(lines)
                .extracting(TypedLine::typedNs)
                .containsExactly(SimTime.seconds(10), SimTime.seconds(20));
    }

    @Test
    void expandsVariablesSubstitutionsAndLoops() {
        List<TypedLine> lines =
                type(
                        """
                        A=x
                        B=$(echo "$A y" | grep x)
                        for i in 1 2; do echo $i$B; done
                        false || echo no
                        true && echo yes
                        false && echo never
                        """,
                        Pace.HASTY);

        assertThat(lines)
                .filteredOn(l -> l.source().startsWith("echo") && l.words().size() > 1)
                .extracting(l -> l.answer().stdout())
                .containsExactly("x y\n", "1x y\n", "2x y\n", "no\n", "yes\n");
    }

    @Test
    void keepsFilesOfRedirectionsAndHereDocuments() {
        List<TypedLine> lines =
                type(
                        "V=7\ncat > ~/a.txt <<END\nv=$V\nEND\ncat a.txt\nsource a.txt\necho $v\n",
                        Pace.HASTY);

        assertThat(lines.get(1).answer().stdout()).isEqualTo("v=7\n");
        assertThat(lines.getLast().answer().stdout()).isEqualTo("7\n");
    }

    @Test
    void namesCommandsThatNobodyModels() {
        List<TypedLine> lines = type("docker run x\nX=$(hostnamectl)\necho $X\n", Pace.HASTY);

        assertThat(lines.getFirst().notModelled()).isEqualTo("docker");
        assertThat(lines.getLast().answer().stdout()).contains("output of hostnamectl");
    }

    @Test
    void typesAFailedCommandAgainWhenTheWorldIsSettled() {
        List<TypedLine> lines = type("toy start\ntoy use\n", Pace.PATIENT);

        assertThat(lines).extracting(l -> l.answer().exit()).containsExactly(0, 0);
        assertThat(lines.getLast().waitedNs()).isEqualTo(SimTime.seconds(590));
        assertThat(type("toy start\ntoy use\n", Pace.HASTY).getLast().answer().text())
                .isEqualTo("toy: not yet");
    }

    @Test
    void waitsForTheEndOfASleepAndOfALateAnswer() {
        List<TypedLine> lines = type("sleep 90\ntoy wait\necho done\n", Pace.HASTY);

        assertThat(lines.get(1).typedNs()).isEqualTo(SimTime.seconds(90));
        assertThat(lines.get(2).typedNs()).isEqualTo(SimTime.seconds(95));
        assertThat(lines.get(1).answer().stdout()).isEqualTo("waited\n");
    }

    @Test
    void typesOtherLinesInPlaceOfOne() {
        Simulation simulation = start("echo a\necho b\necho c\n", Pace.PATIENT);
        simulation.runUntil(SimTime.seconds(15));
        assertThat(OperatorView.aboutToType(simulation.world()).orElseThrow().line()).isEqualTo(2);

        simulation.submit(
                new TypeLines("cure", List.of("echo x", "echo y"), true, true, Optional.empty()),
                ORIGIN);
        simulation.runToEnd();

        assertThat(OperatorView.lines(simulation.world()))
                .extracting(l -> l.answer().stdout().trim())
                .containsExactly("a", "x", "y", "c");
        assertThat(OperatorView.lines(simulation.world()).get(1).cured()).isTrue();
    }

    @Test
    void suppliesWhatAPersonWouldPutForAPlaceholder() {
        assertThat(type("echo <machine-id> XXX\n", Pace.HASTY).getFirst().answer().stdout())
                .isEqualTo("3 XXX\n");
    }

    @Test
    void replaysItselfFromTheInputLog() {
        Simulation first =
                start("toy start\ntoy use\nfor i in a b; do echo $i; done\n", Pace.PATIENT);
        first.runToEnd();

        Simulation second = Simulation.replay(first.model(), first.settings(), first.inputs());
        second.runToEnd();

        assertThat(Journal.firstDivergence(first.journal(), second.journal())).isEmpty();
        assertThat(second.world().digest()).isEqualTo(first.world().digest());
    }

    private static List<TypedLine> type(String text, Pace pace) {
        Simulation simulation = start(text, pace);
        simulation.runToEnd();
        assertThat(OperatorView.hasEnded(simulation.world())).isTrue();
        return OperatorView.lines(simulation.world());
    }

    private static Simulation start(String text, Pace pace) {
        Model model = new Model(List.of(new Toy(), new OperatorSubsystem(new Scripts())));
        Simulation simulation = new Simulation(model, Settings.DEFAULT);
        simulation.submit(new TypeScript(List.of(new SourceText("t.sh", text)), pace), ORIGIN);
        return simulation;
    }

    /** Takes 10 minutes to be ready; {@code toy use} works only then. */
    private static final class Toy implements Subsystem {

        static final TableKey<Mark> MARKS = TableKey.keyed("toy.mark");

        record Mark(int id, String key) implements Row {
            @Override
            public void encode(Sink sink) {
                sink.text("key", key);
            }
        }

        record Do(String what) implements Command {
            @Override
            public Ref subject() {
                return Ref.NONE;
            }

            @Override
            public void encode(Sink sink) {
                sink.text("what", what);
            }
        }

        record Over(String what, long ticket) implements Event {
            @Override
            public Lane lane() {
                return Lane.WORK;
            }

            @Override
            public Ref target() {
                return Ref.NONE;
            }

            @Override
            public void encode(Sink sink) {
                sink.text("what", what).number("ticket", ticket);
            }
        }

        record Ready() implements org.maquete.kernel.Fact {
            @Override
            public Ref subject() {
                return Ref.NONE;
            }

            @Override
            public void encode(Sink sink) {
                // nothing
            }
        }

        @Override
        public String name() {
            return "toy";
        }

        @Override
        public void declare(Registry registry) {
            registry.tables(MARKS);
            registry.fact(Ready.class, (f, t, edits) -> edits.insert(MARKS, new Mark(0, "ready")));
            registry.command(
                    Do.class,
                    (c, world, out) -> {
                        switch (c.what()) {
                            case "start" ->
                                    out.schedule(SimTime.seconds(600), new Over("start", 0));
                            case "wait" ->
                                    out.schedule(
                                            SimTime.seconds(5),
                                            new Over("wait", out.answerLater()));
                            default -> {
                                if (!world.table(MARKS).has("ready")) {
                                    out.refuse(Refusal.of("not yet", "not yet"));
                                }
                            }
                        }
                    });
            registry.event(
                    Over.class,
                    (e, world, out) -> {
                        if (e.what().equals("start")) {
                            out.fact(new Ready());
                        } else {
                            out.answer(e.ticket(), Answer.of("waited"));
                        }
                    });
            registry.contribute(new ToyProgram());
            registry.contribute(
                    (Supplier)
                            (placeholder, words, world) ->
                                    placeholder.equals("<machine-id>")
                                            ? Optional.of("3")
                                            : Optional.empty());
        }
    }

    private static final class ToyProgram implements Program {
        @Override
        public String name() {
            return "toy";
        }

        @Override
        public Reading read(List<String> words, Verbs verbs) {
            return Reading.of(
                    new Parsed.Right(
                            new Invocation() {
                                @Override
                                public Deed invoke(Session s, World w) {
                                    return new Deed.Ask(new Toy.Do(words.get(1)));
                                }

                                @Override
                                public Answer refused(Refusal refusal, World world) {
                                    return Answer.failed(1, "toy: " + refusal.message());
                                }
                            }));
        }
    }
}
