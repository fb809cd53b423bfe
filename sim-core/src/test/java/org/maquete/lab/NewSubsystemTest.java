package org.maquete.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.maquete.finding.TypedLine;
import org.maquete.juju.UnitAdded;
import org.maquete.juju.catalog.CharmTexts;
import org.maquete.kernel.Answer;
import org.maquete.kernel.Fact;
import org.maquete.kernel.Model;
import org.maquete.kernel.Origin;
import org.maquete.kernel.Ref;
import org.maquete.kernel.Registry;
import org.maquete.kernel.Settings;
import org.maquete.kernel.Simulation;
import org.maquete.kernel.Subsystem;
import org.maquete.operator.OperatorView;
import org.maquete.operator.Pace;
import org.maquete.operator.TypeScript;
import org.maquete.runbook.SourceText;
import org.maquete.tool.Parsed;
import org.maquete.tool.Program;
import org.maquete.tool.Reading;
import org.maquete.tool.Verbs;
import org.maquete.world.Row;
import org.maquete.world.Sink;
import org.maquete.world.TableKey;

/**
 * A further subsystem is one class and one entry in the list of the lab: nothing else is told of
 * it, and yet its program can be typed and it hears what Juju does.
 */
class NewSubsystemTest {

    @Test
    void oneMoreEntryInTheListIsEnough() {
        Model model = Lab.model(Library.of(new Resources()), List.of(new Manila()));
        Simulation run = new Simulation(model, Settings.DEFAULT);
        SourceText script = new SourceText("t.sh", "manila version\n");

        run.submit(new TypeScript(List.of(script), Pace.HASTY), new Origin.Person("test"));
        run.runToEnd();

        TypedLine line = OperatorView.line(run.world(), 0);
        assertThat(line.answer().stdout()).isEqualTo("0 shares\n");
        assertThat(model.names()).endsWith("manila", "operator");
        assertThat(model.schema().tables()).contains(Manila.SHARES);
    }

    /** The toy: a table, a fact, a reaction to Juju, a program. */
    private static final class Manila implements Subsystem {

        static final TableKey<Share> SHARES = TableKey.keyed("manila.share");

        record Share(int id, String key) implements Row {
            @Override
            public void encode(Sink sink) {
                sink.text("key", key);
            }
        }

        record ShareAdded(String unit) implements Fact {
            @Override
            public Ref subject() {
                return new Ref("share", unit);
            }

            @Override
            public void encode(Sink sink) {
                sink.text("unit", unit);
            }
        }

        @Override
        public String name() {
            return "manila";
        }

        @Override
        public void declare(Registry registry) {
            registry.tables(SHARES);
            registry.fact(
                    ShareAdded.class,
                    (fact, time, edits) ->
                            edits.insert(
                                    SHARES,
                                    new Share(edits.world().table(SHARES).nextId(), fact.unit())));
            registry.react(
                    UnitAdded.class,
                    (added, world, out) -> out.fact(new ShareAdded(added.subject().name())));
            registry.contribute(new Client());
        }
    }

    private static final class Client implements Program {
        @Override
        public String name() {
            return "manila";
        }

        @Override
        public Reading read(List<String> words, Verbs verbs) {
            return (_, world) ->
                    new Parsed.Printed(Answer.of(world.table(Manila.SHARES).count() + " shares"));
        }
    }

    private static final class Resources implements CharmTexts {

        @Override
        public List<String> names() {
            return read("index.txt").lines().toList();
        }

        @Override
        public String text(String charm) {
            return read(charm + ".yaml");
        }

        private static String read(String name) {
            String path = "/org/maquete/juju/charms/" + name;
            try (InputStream in = NewSubsystemTest.class.getResourceAsStream(path)) {
                return new String(
                        Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new IllegalStateException(path, e);
            }
        }
    }
}
