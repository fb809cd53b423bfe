package org.maquete.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.maquete.world.Sink;

class JournalTest {

    private static final Origin ME = new Origin.Person("test");

    private static Simulation run(long seed, JournalMode mode) {
        Simulation run = new Simulation(Toy.model(), new Settings(seed, mode, List.of()));
        run.submit(new Toy.AddBox("a"), ME);
        run.submit(new Toy.AddBox("b"), ME);
        run.runToEnd();
        return run;
    }

    @Test
    void namesTheFirstEntryInWhichTwoRunsDiffer() {
        Simulation one = run(1, JournalMode.FULL);
        Simulation other = one.fork();
        one.submit(new Toy.AddBox("c"), ME);
        other.submit(new Toy.AddBox("d"), ME);

        Optional<Journal.Divergence> found =
                Journal.firstDivergence(one.journal(), other.journal());

        assertThat(found.flatMap(Journal.Divergence::a).map(JournalEntry::subject))
                .contains(new Ref("box", "c"));
        assertThat(found.flatMap(Journal.Divergence::b).map(JournalEntry::subject))
                .contains(new Ref("box", "d"));
    }

    @Test
    void namesTheFirstEntryThatOnlyOneRunHas() {
        Simulation one = run(1, JournalMode.FULL);
        Simulation other = one.fork();
        one.submit(new Toy.AddBox("c"), ME);

        Journal.Divergence found =
                Journal.firstDivergence(one.journal(), other.journal()).orElseThrow();

        assertThat(found.a()).isPresent();
        assertThat(found.b()).isEmpty();
        assertThat(Journal.firstDivergence(one.journal(), one.fork().journal())).isEmpty();
    }

    @Test
    void findsEveryEntryByItsNumberThoughCommandsAreTakenUpLate() {
        Model model =
                new Model(
                        List.of(
                                new Toy.Store(),
                                new Toy.Clerk(),
                                new Toy.Ad("boss", JournalTest::boss)));
        Simulation run = new Simulation(model, Settings.DEFAULT);
        run.submit(new Order("a"), ME);
        run.submit(new Order("b"), ME);
        run.runToEnd();

        for (JournalEntry entry : run.journal().entries()) {
            assertThat(run.journal().byNumber(entry.number())).contains(entry);
        }
        assertThat(run.journal().entries())
                .extracting(JournalEntry::number)
                .as("a command that is numbered before the facts of its issuer, recorded after")
                .isNotEqualTo(
                        run.journal().entries().stream()
                                .map(JournalEntry::number)
                                .sorted()
                                .toList());
    }

    private record Order(String word) implements Command {
        @Override
        public Ref subject() {
            return new Ref("order", word);
        }

        @Override
        public void encode(Sink sink) {
            sink.text("word", word);
        }
    }

    private record Ordered(String word) implements Fact {
        @Override
        public Ref subject() {
            return new Ref("order", word);
        }

        @Override
        public void encode(Sink sink) {
            sink.text("word", word);
        }
    }

    private static void boss(Registry registry) {
        registry.command(
                Order.class,
                (order, _, out) -> {
                    out.command(new Toy.AddBox(order.word() + 1));
                    out.command(new Toy.AddBox(order.word() + 2));
                    out.fact(new Ordered(order.word()));
                });
        registry.fact(Ordered.class, (_, _, _) -> {});
    }

    @Test
    void walksFromTheLastThingThatHappenedToItsRoot() {
        Simulation run = run(2, JournalMode.FULL);

        List<JournalEntry> why = run.journal().why(new Ref("note", "a"));

        assertThat(why.getFirst().what()).isInstanceOf(JournalEntry.Happened.class);
        assertThat(why.getLast().text()).isEqualTo("1 <0 0 command AddBox name=a");
        assertThat(why).hasSizeGreaterThan(4);
        assertThat(run.journal().why(new Ref("note", "nobody"))).isEmpty();
    }

    @Test
    void forgetsTheOldestEntriesWhenItKeepsTheLast() {
        Simulation run = run(3, JournalMode.LAST);
        for (int i = 0; i < Journal.LAST; i++) {
            run.submit(new Toy.RemoveBox("nobody"), ME);
        }

        assertThat(run.journal().count()).isEqualTo(Journal.LAST);
        assertThat(run.journal().byNumber(1)).isEmpty();
        assertThat(run.journal().from(Journal.LAST - 3)).hasSize(3);
    }

    @Test
    void handsOutWhatIsNewToAReaderThatFollows() {
        Simulation run = run(4, JournalMode.FULL);
        int seen = run.journal().count();

        run.submit(new Toy.RemoveBox("nobody"), ME);

        assertThat(run.journal().from(seen))
                .extracting(e -> e.what().getClass().getSimpleName())
                .containsExactly("Commanded", "Refused");
    }
}
