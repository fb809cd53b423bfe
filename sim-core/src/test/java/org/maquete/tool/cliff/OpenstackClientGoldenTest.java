package org.maquete.tool.cliff;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.maquete.tool.argparse.Grammar;
import org.maquete.tool.argparse.Namespace;
import org.maquete.tool.argparse.ParseResult;
import org.maquete.tool.argparse.PythonJson;
import org.maquete.tool.argparse.Value;

/**
 * Compares our openstack client with the recorded verdicts of the real one, word for word: values
 * that differ from the defaults, all of standard output and error, exit codes.
 *
 * <p>{@code -Dmaquete.live.argparse=cases.jsonl} compares freshly recorded cases too.
 */
final class OpenstackClientGoldenTest {

    private static final Path GOLDEN = GoldenCases.GOLDEN;
    private static final String LINES = "openstack-lines/cases.jsonl";
    private static final String RANDOM = "openstack-random/cases.jsonl";
    private static final OpenstackClient CLIENT = new OpenstackClient(OpenstackGrammar.bundled());

    @Test
    void agreesWithTheRealClientOnEveryRecordedLine() {
        assertThat(differences(GoldenCases.read(GOLDEN.resolve(LINES)))).isEmpty();
    }

    @Test
    void agreesWithTheRealClientOnRecordedRandomLines() {
        assertThat(differences(GoldenCases.read(GOLDEN.resolve(RANDOM)))).isEmpty();
    }

    @Test
    void agreesWithTheRealClientOnTheCasesOfThisRun() {
        List<SequencedMap<String, Value>> cases =
                GoldenCases.readLive("maquete.live.argparse", GOLDEN.resolve(LINES));

        assertThat(differences(cases)).isEmpty();
    }

    private static List<String> differences(List<SequencedMap<String, Value>> cases) {
        List<String> differences = new ArrayList<>();
        for (SequencedMap<String, Value> expected : cases) {
            List<String> words = GoldenCases.texts(expected, "argv");
            Value found = new Value.Fields(verdict(words));
            expected.remove("argv");
            String wanted = PythonJson.dumps(sorted(new Value.Fields(expected)), 0);
            String got = PythonJson.dumps(sorted(found), 0);
            if (!got.equals(wanted)) {
                differences.add(words + "\n  real " + wanted + "\n  ours " + got);
            }
        }
        return differences;
    }

    private static SequencedMap<String, Value> verdict(List<String> words) {
        return switch (CLIENT.read(words)) {
            case ClientLine.Ended(String stdout, String stderr, int exit) ->
                    ended(stdout, stderr, exit);
            case ClientLine.HelpAsked() -> ended("help", "", 0);
            case ClientLine.PromptAsked(Namespace _) -> ended("", "", 0);
            case ClientLine.Found found -> verdict(found);
        };
    }

    private static SequencedMap<String, Value> verdict(ClientLine.Found found) {
        return switch (found.parse()) {
            case ParseResult.Parsed(Namespace values, List<String> _) -> {
                SequencedMap<String, Value> all = new LinkedHashMap<>();
                all.put("exit", Value.whole(0));
                all.put("given", given(found.grammar(), values));
                all.put("global", given(OpenstackGrammar.bundled().global(), found.global()));
                all.put("prog", Value.text(found.grammar().prog()));
                yield all;
            }
            case ParseResult.Refused refused ->
                    ended("", found.warning() + refused.stderr(), refused.exit());
            case ParseResult.HelpAsked() -> ended("help", "", 0);
            case ParseResult.VersionAsked() -> ended("version", "", 0);
        };
    }

    private static SequencedMap<String, Value> ended(String stdout, String stderr, int exit) {
        SequencedMap<String, Value> all = new LinkedHashMap<>();
        all.put("exit", Value.whole(exit));
        all.put("stdout", Value.text(stdout));
        all.put("stderr", Value.text(stderr));
        return all;
    }

    private static Value given(Grammar grammar, Namespace values) {
        Map<String, Value> presets = grammar.presets();
        Value.Fields given = Value.fields();
        for (Map.Entry<String, Value> each : values.values().entrySet()) {
            if (!each.getValue().equals(presets.get(each.getKey()))) {
                given = given.with(each.getKey(), each.getValue());
            }
        }
        return given;
    }

    private static Value sorted(Value value) {
        return switch (value) {
            case Value.Fields(SequencedMap<String, Value> fields) -> {
                Value.Fields sorted = Value.fields();
                for (Map.Entry<String, Value> each : new TreeMap<>(fields).entrySet()) {
                    sorted = sorted.with(each.getKey(), sorted(each.getValue()));
                }
                yield sorted;
            }
            case Value.Many(List<Value> values) ->
                    new Value.Many(values.stream().map(OpenstackClientGoldenTest::sorted).toList());
            default -> value;
        };
    }
}
