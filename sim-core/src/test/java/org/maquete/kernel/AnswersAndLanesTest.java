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
import org.maquete.world.TableKey;

/** Who is answered when, and what rings when. */
class AnswersAndLanesTest {

    private static final Origin ME = new Origin.Person("test");
    private static final TableKey<Mark> MARKS = TableKey.keyed("low.mark");

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
        Simulation simulation = run(AnswersAndLanesTest::later);
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
                        AnswersAndLanesTest::later,
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
                        AnswersAndLanesTest::later,
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
}
