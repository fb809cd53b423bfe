package org.maquete.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.maquete.kernel.Words.Ask;
import org.maquete.kernel.Words.AskHigh;
import org.maquete.kernel.Words.Mark;
import org.maquete.kernel.Words.Ring;
import org.maquete.kernel.Words.Told;
import org.maquete.kernel.Words.ToldHigh;
import org.maquete.world.TableKey;
import org.maquete.world.World;

/** One step, item by item. */
class SimulationTest {

    private static final Origin ME = new Origin.Person("test");
    private static final TableKey<Mark> MARKS = TableKey.keyed("low.mark");
    private static final TableKey<Mark> OTHERS = TableKey.keyed("high.mark");

    private final List<String> seen = new ArrayList<>();

    private static void tables(Registry registry) {
        registry.tables(MARKS);
        registry.fact(
                Told.class,
                (fact, _, edits) ->
                        edits.insert(
                                MARKS, new Mark(edits.world().table(MARKS).nextId(), fact.word())));
    }

    private void ringing(Registry registry) {
        registry.event(Ring.class, (event, _, out) -> seen.add(out.now() + " " + event.word()));
    }

    private static Simulation run(Toy.Declare low) {
        return run(low, _ -> {});
    }

    private static Simulation run(Toy.Declare low, Toy.Declare high) {
        Model model = new Model(List.of(new Toy.Ad("low", low), new Toy.Ad("high", high)));
        return new Simulation(model, Settings.DEFAULT);
    }

    private static List<String> marks(World world) {
        return world.table(MARKS).stream().map(Mark::key).toList();
    }

    @Test
    void foldsAllFactsOfAnOutcomeBeforeAnyReaction() {
        Simulation simulation =
                run(
                        r -> {
                            tables(r);
                            r.command(
                                    Ask.class,
                                    (_, world, out) -> {
                                        out.fact(new Told("a"));
                                        out.fact(new Told("b"));
                                        seen.add("decided " + marks(world));
                                    });
                            r.react(
                                    Told.class,
                                    (fact, world, _) ->
                                            seen.add("low " + fact.word() + marks(world)));
                        },
                        r ->
                                r.react(
                                        Told.class,
                                        (fact, world, _) ->
                                                seen.add("high " + fact.word() + marks(world))));

        simulation.submit(new Ask("x"), ME);

        assertThat(seen)
                .containsExactly(
                        "decided []", "low a[a, b]", "high a[a, b]", "low b[a, b]", "high b[a, b]");
    }

    @Test
    void drainsReactionsThenCommandsFirstInFirstOut() {
        Simulation simulation =
                run(r -> {
                    tables(r);
                    r.command(
                            Ask.class,
                            (ask, _, out) -> {
                                seen.add("ask " + ask.word());
                                if (ask.word().length() < 3) {
                                    out.command(new Ask(ask.word() + "1"));
                                    out.command(new Ask(ask.word() + "2"));
                                }
                                out.fact(new Told(ask.word()));
                            });
                    r.react(Told.class, (fact, _, _) -> seen.add("heard " + fact.word()));
                });

        simulation.submit(new Ask("x"), ME);

        assertThat(seen)
                .containsExactly(
                        "ask x",
                        "heard x",
                        "ask x1",
                        "ask x2",
                        "heard x1",
                        "ask x11",
                        "ask x12",
                        "heard x2",
                        "ask x21",
                        "ask x22",
                        "heard x11",
                        "heard x12",
                        "heard x21",
                        "heard x22");
    }

    @Test
    void keepsNothingOfAnOutcomeThatRefuses() {
        Simulation simulation =
                run(r -> {
                    tables(r);
                    ringing(r);
                    r.command(
                            Ask.class,
                            (_, _, out) -> {
                                out.fact(new Told("a"));
                                out.schedule(5, new Ring("a", Lane.WORK));
                                out.whenSettled(new Ring("b", Lane.WORK));
                                out.command(new Ask("again"));
                                out.answer(Answer.of("done"));
                                out.refuse(Refusal.of("1", "no"));
                            });
                });

        Reply reply = simulation.submit(new Ask("x"), ME);

        assertThat(reply).isEqualTo(new Reply.No(Refusal.of("1", "no")));
        assertThat(simulation.world().table(MARKS).count()).isZero();
        assertThat(simulation.pending()).isEmpty();
        assertThat(simulation.isFinished()).isTrue();
        assertThat(simulation.journal().entries())
                .extracting(JournalEntry::text)
                .containsExactly(
                        "1 <0 0 command Ask word=x",
                        "3 <1 0 refusal code=1 type=\"\" message=no missedKind=\"\""
                                + " missedName=\"\"");
    }

    @Test
    void stopsAStepThatNeverEnds() {
        Model model =
                new Model(
                        List.of(
                                new Toy.Ad(
                                        "low",
                                        r ->
                                                r.command(
                                                        Ask.class,
                                                        (_, _, out) ->
                                                                out.command(new Ask("again"))))));
        Simulation simulation = new Simulation(model, Settings.DEFAULT.with(JournalMode.DIGEST));

        assertThatThrownBy(() -> simulation.submit(new Ask("x"), ME))
                .hasMessage(
                        "more than 1000000 items in one step at 0:00:00, then command"
                                + " Ask[word=again]\nMaybe two reactions call each other for"
                                + " ever.");
    }

    @Test
    void refusesAFactOfAnotherSubsystem() {
        Simulation simulation =
                run(
                        SimulationTest::tables,
                        r -> r.command(AskHigh.class, (_, _, out) -> out.fact(new Told("a"))));

        assertThatThrownBy(() -> simulation.submit(new AskHigh("x"), ME))
                .hasMessage("high gave a fact of low: Told[word=a]");
    }

    @Test
    void refusesAFoldThatWritesRowsOfAnotherSubsystem() {
        Simulation simulation =
                run(
                        SimulationTest::tables,
                        r -> {
                            r.tables(OTHERS);
                            r.fact(
                                    ToldHigh.class,
                                    (_, _, edits) -> edits.insert(MARKS, new Mark(0, "stolen")));
                            r.command(AskHigh.class, (_, _, out) -> out.fact(new ToldHigh("a")));
                        });

        assertThatThrownBy(() -> simulation.submit(new AskHigh("x"), ME))
                .hasMessageContaining("a fold writes only its own tables")
                .hasMessageContaining("low.mark");
    }

    @Test
    void refusesACommandThatNobodyOwns() {
        Simulation simulation = run(SimulationTest::tables);

        assertThatThrownBy(() -> simulation.submit(new Ask("x"), ME))
                .hasMessageContaining("expected a command that a subsystem owns, found Ask[word=x]")
                .hasMessageContaining("Maybe its subsystem is missing from the lab.");
    }

    @Test
    void refusesToRefuseAnythingButACommand() {
        Simulation simulation =
                run(r -> {
                    r.event(Ring.class, (_, _, out) -> out.refuse(Refusal.of("1", "never")));
                    r.command(Ask.class, (_, _, out) -> out.schedule(0, new Ring("x", Lane.WORK)));
                });
        simulation.submit(new Ask("x"), ME);

        assertThatThrownBy(simulation::step).hasMessageContaining("only a command can be refused");
    }

    @Test
    void refusesToBeForkedInTheMiddleOfAStep() {
        List<Simulation> self = new ArrayList<>();
        Simulation simulation =
                run(r -> {
                    r.command(
                            Ask.class,
                            (ask, _, out) -> {
                                if (ask.word().equals("x")) {
                                    out.command(new Ask("y"));
                                    out.command(new Ask("z"));
                                } else {
                                    self.getFirst().fork();
                                }
                            });
                });
        self.add(simulation);

        assertThatThrownBy(() -> simulation.submit(new Ask("x"), ME))
                .hasMessage("cannot fork in the middle of a step");
    }

    @Test
    void refusesTwoOwnersAndTwoSubsystemsOfOneName() {
        Toy.Declare owner = r -> r.command(Ask.class, (_, _, _) -> {});

        assertThatThrownBy(() -> run(owner, owner))
                .hasMessage("expected one owner, found high as a second one of Ask");
        assertThatThrownBy(() ->
                        new Model(List.of(new Toy.Ad("one", _ -> {}), new Toy.Ad("one", _ -> {}))))
                .hasMessage("expected each subsystem once, found one twice");
        assertThatThrownBy(() -> run(_ -> {}, r -> r.react(Told.class, (_, _, _) -> {})))
                .hasMessageContaining("high reacts to Told, expected one of its own");
    }
}
