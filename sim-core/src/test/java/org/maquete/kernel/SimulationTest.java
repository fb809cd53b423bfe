package org.maquete.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.maquete.world.Row;
import org.maquete.world.Sink;
import org.maquete.world.TableKey;
import org.maquete.world.World;

/** One step, item by item. */
class SimulationTest {

    private static final Origin ME = new Origin.Person("test");
    private static final TableKey<Mark> MARKS = TableKey.keyed("low.mark");
    private static final TableKey<Mark> OTHERS = TableKey.keyed("high.mark");

    private interface WordCommand extends Command {
        String word();

        @Override
        default Ref subject() {
            return new Ref("word", word());
        }

        @Override
        default void encode(Sink sink) {
            sink.text("word", word());
        }
    }

    private interface WordFact extends Fact {
        String word();

        @Override
        default Ref subject() {
            return new Ref("word", word());
        }

        @Override
        default void encode(Sink sink) {
            sink.text("word", word());
        }
    }

    private record Ask(String word) implements WordCommand {}

    private record AskHigh(String word) implements WordCommand {}

    private record Told(String word) implements WordFact {}

    private record ToldHigh(String word) implements WordFact {}

    private record Ring(String word, Lane lane) implements Event {
        @Override
        public Ref target() {
            return new Ref("word", word);
        }

        @Override
        public void encode(Sink sink) {
            sink.text("word", word).text("lane", lane.name());
        }
    }

    private record Mark(int id, String key) implements Row {
        @Override
        public void encode(Sink sink) {
            sink.text("key", key);
        }
    }

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
                        "3 <1 0 refusal code=1 type=\"\" message=no missedKind=\"\" missedName=\"\"");
    }

    @Test
    void tellsTheIssuerThatItsCommandWasRefused() {
        Simulation simulation =
                run(
                        r -> {
                            tables(r);
                            r.command(
                                    Ask.class,
                                    (_, _, out) -> out.refuse(Refusal.of("404", "not there")));
                        },
                        r -> {
                            r.command(
                                    AskHigh.class,
                                    (_, _, out) -> seen.add("asked " + out.command(new Ask("y"))));
                            r.refused((ticket, command, refusal, _, _) ->
                                    seen.add(ticket + " " + command + " " + refusal.message()));
                        });

        simulation.submit(new AskHigh("x"), ME);

        assertThat(seen).containsExactly("asked 2", "2 Ask[word=y] not there");
    }

    @Test
    void answersAtOnceOrSilently() {
        Simulation simulation =
                run(r ->
                        r.command(
                                Ask.class,
                                (ask, _, out) -> {
                                    if (ask.word().equals("loud")) {
                                        out.answer(Answer.of("hello"));
                                    }
                                }));

        assertThat(simulation.submit(new Ask("loud"), ME))
                .isEqualTo(new Reply.Done(Answer.of("hello")));
        assertThat(simulation.submit(new Ask("quiet"), ME))
                .isEqualTo(new Reply.Done(Answer.SILENT));
    }

    @Test
    void answersLaterUnderTheSameTicket() {
        Simulation simulation = run(SimulationTest::later);
        Reply.Later later = (Reply.Later) simulation.submit(new Ask("x"), ME);
        assertThat(simulation.replyTo(later.ticket())).isEmpty();

        simulation.runToEnd();

        assertThat(simulation.replyTo(later.ticket()).map(JournalEntry::what))
                .contains(new JournalEntry.Answered(Answer.of("at 7")));
    }

    /** Answers 7 ns later; the ticket travels as the word of the event. */
    private static void later(Registry registry) {
        registry.command(
                Ask.class,
                (_, _, out) -> {
                    String ticket = Long.toString(out.answerLater());
                    out.schedule(7, new Ring(ticket, Lane.WORK));
                });
        registry.event(
                Ring.class,
                (ring, _, out) ->
                        out.answer(Long.parseLong(ring.word()), Answer.of("at " + out.now())));
    }

    @Test
    void givesTheAnswerToTheSubsystemThatAsked() {
        Simulation simulation =
                run(
                        SimulationTest::later,
                        r -> {
                            r.command(AskHigh.class, (_, _, out) -> out.command(new Ask("y")));
                            r.answered((ticket, answer, _, _) ->
                                    seen.add(ticket + " " + answer.text()));
                        });

        Reply reply = simulation.submit(new AskHigh("x"), ME);
        simulation.runToEnd();

        assertThat(reply).isEqualTo(new Reply.Done(Answer.SILENT));
        assertThat(seen).containsExactly("2 at 7");
    }

    @Test
    void dropsAnAnswerForWhichNobodyListens() {
        Simulation simulation =
                run(
                        SimulationTest::later,
                        r -> r.command(AskHigh.class, (_, _, out) -> out.command(new Ask("y"))));
        simulation.submit(new AskHigh("x"), ME);

        simulation.runToEnd();

        assertThat(simulation.journal().entries())
                .extracting(JournalEntry::text)
                .filteredOn(t -> t.contains("answer"))
                .hasSize(1);
    }

    @Test
    void doesNotTakeALateAnswerForTheReplyToANewCommand() {
        Simulation simulation =
                run(r -> {
                    r.command(
                            Ask.class,
                            (ask, _, out) -> {
                                long ticket = out.answerLater();
                                if (ask.word().equals("second")) {
                                    out.answer(ticket - 1, Answer.of("for the first"));
                                }
                            });
                });
        simulation.submit(new Ask("first"), ME);

        Reply reply = simulation.submit(new Ask("second"), ME);

        assertThat(reply).isEqualTo(new Reply.Later(2));
    }

    @Test
    void refusesASecondAnswer() {
        Simulation simulation =
                run(r ->
                        r.command(
                                Ask.class,
                                (_, _, out) -> {
                                    out.answer(Answer.SILENT);
                                    out.answer(Answer.of("more"));
                                }));

        assertThatThrownBy(() -> simulation.submit(new Ask("x"), ME))
                .hasMessageContaining("expected one answer to 1, found Answer[stdout=more");
    }

    @Test
    void ringsByTimeThenLaneThenOrderOfScheduling() {
        Simulation simulation =
                run(r -> {
                    ringing(r);
                    r.command(
                            Ask.class,
                            (_, _, out) -> {
                                out.schedule(9, new Ring("operator", Lane.OPERATOR));
                                out.schedule(9, new Ring("timer", Lane.TIMER));
                                out.schedule(9, new Ring("work 1", Lane.WORK));
                                out.schedule(9, new Ring("physics", Lane.PHYSICS));
                                out.schedule(9, new Ring("work 2", Lane.WORK));
                                out.schedule(8, new Ring("early", Lane.OPERATOR));
                            });
                });
        simulation.submit(new Ask("x"), ME);

        simulation.runUntil(10);

        assertThat(seen)
                .containsExactly(
                        "8 early", "9 physics", "9 work 1", "9 work 2", "9 timer", "9 operator");
        assertThat(simulation.now()).isEqualTo(10);
    }

    @Test
    void ringsWhenSettledBeforeTheClockMovesOnToATimer() {
        Simulation simulation =
                run(r -> {
                    ringing(r);
                    r.command(
                            Ask.class,
                            (_, _, out) -> {
                                out.whenSettled(new Ring("settled", Lane.WORK));
                                out.schedule(3, new Ring("timer 1", Lane.TIMER));
                                out.schedule(5, new Ring("work", Lane.WORK));
                                out.schedule(6, new Ring("timer 2", Lane.TIMER));
                            });
                });
        simulation.submit(new Ask("x"), ME);
        assertThat(simulation.isSettled()).isFalse();

        simulation.runToEnd();

        assertThat(seen).containsExactly("3 timer 1", "5 work", "5 settled");
        assertThat(simulation.pending()).containsExactly("Ring word timer 2");
        assertThat(simulation.isFinished()).isTrue();
    }

    @Test
    void ringsAtOnceWhenTheWorldIsSettledAlready() {
        Simulation simulation =
                run(r -> {
                    ringing(r);
                    r.command(
                            Ask.class, (_, _, out) -> out.whenSettled(new Ring("now", Lane.WORK)));
                });
        simulation.runUntil(4);
        simulation.submit(new Ask("x"), ME);
        assertThat(simulation.isFinished()).isFalse();

        simulation.runUntil(8);

        assertThat(seen).containsExactly("4 now");
    }

    @Test
    void neverRingsWhatWasCancelled() {
        Simulation simulation =
                run(r -> {
                    ringing(r);
                    r.command(
                            Ask.class,
                            (_, _, out) -> {
                                EventId first = out.schedule(5, new Ring("1", Lane.WORK));
                                out.schedule(6, new Ring("2", Lane.TIMER));
                                out.cancel(first);
                            });
                });
        simulation.submit(new Ask("x"), ME);
        assertThat(simulation.isSettled()).isTrue();

        simulation.runUntil(100);

        assertThat(seen).containsExactly("6 2");
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
                                + " Ask[word=again]\nMaybe two reactions call each other for ever.");
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
                .hasMessageContaining("high reacts to Told, expected a fact declared by itself");
    }
}
