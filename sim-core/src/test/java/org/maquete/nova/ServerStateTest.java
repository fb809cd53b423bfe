package org.maquete.nova;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The states and what they allow, against the checks of the real nova-api. */
class ServerStateTest {

    private static final List<String> LINES = lines();

    private static List<String> lines() {
        try (var in = ServerStateTest.class.getResourceAsStream("/golden/nova/states/states.txt")) {
            return new String(
                            java.util.Objects.requireNonNull(in).readAllBytes(),
                            StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void allowsEachActionInTheStatesInWhichTheRealOneDoes() {
        List<String> tasks =
                List.of(LINES.getFirst().substring("# tasks: ".length()).split(" ", -1));
        List<String> wrong = new ArrayList<>();
        int checked = 0;
        for (String line : LINES) {
            String[] words = line.split(" ", -1);
            if (words.length != 3 || words[0].equals("status")) {
                continue;
            }
            ServerAction action = ServerAction.valueOf(words[0]);
            for (int i = 0; i < tasks.size(); i++) {
                String task = tasks.get(i).equals("-") ? "" : tasks.get(i);
                char model =
                        !action.isAllowedIn(words[1])
                                ? 'v'
                                : action.isAllowedDuring(task) ? 'o' : 't';
                if (model != words[2].charAt(i)) {
                    wrong.add(line + " at " + task + ": " + model);
                }
                checked++;
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(checked).isEqualTo(22 * 10 * 11);
    }

    @Test
    void showsTheStatusOfEachPairOfStates() {
        List<String> wrong = new ArrayList<>();
        int checked = 0;
        for (String line : LINES) {
            String[] words = line.split(" ", -1);
            if (!words[0].equals("status")) {
                continue;
            }
            compare(words[1], "", words[2], wrong);
            for (int i = 3; i < words.length; i++) {
                String[] pair = words[i].split("=", -1);
                compare(words[1], pair[0], pair[1], wrong);
            }
            compare(words[1], "powering-off", words[2], wrong);
            checked += words.length - 1;
        }

        assertThat(wrong).isEmpty();
        assertThat(checked).isGreaterThan(50);
    }

    private static void compare(String vm, String task, String status, List<String> wrong) {
        String model = new ServerState(vm, task, 0).status();
        if (!model.equals(status)) {
            wrong.add(vm + " " + task + ": " + status + " expected, found " + model);
        }
    }

    @Test
    void refusesInTheWordsOfTheRealOne() {
        String uuid = "UUID";
        List<String> wrong = new ArrayList<>();
        int checked = 0;
        for (String line : LINES) {
            if (!line.startsWith("text ")) {
                continue;
            }
            String[] words = line.split(" ", 4);
            String state = line.substring(line.lastIndexOf(' ') + 1);
            boolean vm = words[2].equals("v");
            ServerAction action = ServerAction.valueOf(words[1]);
            String model =
                    LifeHandler.refusedState(action, uuid, vm ? "vm_state" : "task_state", state);
            if (!model.equals(words[3])) {
                wrong.add(words[3] + " expected, found " + model);
            }
            checked++;
        }

        assertThat(wrong).isEmpty();
        assertThat(checked).isEqualTo(39);
    }
}
