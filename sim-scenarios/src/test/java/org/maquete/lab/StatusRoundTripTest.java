package org.maquete.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.maquete.cli.Bundled;
import org.maquete.finding.TypedLine;
import org.maquete.hardware.CutPower;
import org.maquete.kernel.Model;
import org.maquete.kernel.Origin;
import org.maquete.kernel.Settings;
import org.maquete.kernel.SimTime;
import org.maquete.kernel.Simulation;
import org.maquete.observe.Drift;
import org.maquete.observe.Mirror;
import org.maquete.observe.Reader;
import org.maquete.observe.Reading;
import org.maquete.operator.OperatorView;
import org.maquete.operator.Pace;
import org.maquete.operator.TypeScript;
import org.maquete.runbook.SourceText;

/**
 * What {@code juju status --format json} prints at any time of our runbook is read into rows, and
 * these print the same bytes again.
 */
class StatusRoundTripTest {

    private static final String JSON = "juju status --format json";

    private static Model model;

    @BeforeAll
    static void model() {
        model = Lab.model(Library.of(Bundled.charms()));
    }

    private static Mirror mirror(String json) {
        Reader reader =
                model.contributions(Reader.class).stream()
                        .filter(each -> each.source().equals(JSON))
                        .findFirst()
                        .orElseThrow();
        Reading reading = reader.read(json);
        assertThat(reading.problems()).isEmpty();
        Mirror mirror = new Mirror(model);
        mirror.take(reading);
        return mirror;
    }

    /** What a line prints now, in the middle of a run, which is left as it is. */
    private static String now(Simulation run, String line) {
        Simulation branch = run.fork();
        SourceText text = new SourceText("question.sh", line + "\n");
        branch.submit(new TypeScript(List.of(text), Pace.HASTY), new Origin.Person("asks"));
        long limit = branch.now() + SimTime.SECOND;
        while (branch.now() < limit && branch.step()) {
            for (TypedLine typed : OperatorView.lines(branch.world())) {
                if (typed.place().file().equals("question.sh")) {
                    return typed.answer().stdout();
                }
            }
        }
        throw new AssertionError("nobody answered " + line + " at " + run.now());
    }

    private static void comesBack(Simulation run) {
        String json = now(run, JSON);
        Mirror mirror = mirror(json);
        Simulation seen =
                Simulation.resume(model, Settings.DEFAULT, mirror.world().fork(), run.now());

        assertThat(now(seen, JSON)).isEqualTo(json);
        assertThat(now(seen, "juju status --format yaml"))
                .isEqualTo(now(run, "juju status --format yaml"));
        assertThat(now(seen, "juju status")).isEqualTo(now(run, "juju status"));
        assertThat(Drift.between(run.world(), mirror, Drift.Look.USUAL).lines()).isEmpty();
    }

    @Test
    void comesBackAtEveryTimeOfTheCorrectedRunbook() {
        Simulation run = Labs.plan(model, Bundled.corrected("en")).start();
        int times = 0;
        while (!run.isFinished()) {
            long until = run.now() + 3 * SimTime.MINUTE;
            while (run.nextTime() <= until && run.step()) {
                // to the next stop
            }
            run.runUntil(until);
            if (now(run, "juju models").contains("openstack*")) {
                comesBack(run);
                times++;
            }
        }

        assertThat(times).isGreaterThan(15);
    }

    @Test
    void comesBackAfterTheLossOfAServer() {
        Simulation run = Labs.run(Labs.plan(model, Bundled.corrected("en")));
        Simulation dark = run.fork();
        dark.submit(new CutPower("server5"), new Origin.Person("test"));
        dark.runUntil(dark.now() + SimTime.HOUR);

        assertThat(now(dark, "juju status")).contains("down", "lost");
        comesBack(dark);
    }
}
