package org.maquete.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.maquete.finding.Words;
import org.maquete.juju.JujuView;
import org.maquete.juju.Model;
import org.maquete.kernel.SimTime;
import org.maquete.whatif.Branches;
import org.maquete.whatif.Moment;
import org.maquete.whatif.OperatorTask;
import org.maquete.whatif.OperatorTasks;
import org.maquete.whatif.ServiceState;
import org.maquete.whatif.Services;
import org.maquete.world.World;

/**
 * Which services answer in the disturbed branch before, during and after: a table, then what came
 * back by itself, then what waits for a person and what that person does.
 */
public final class ServicesText {

    private static final String ABSENT = "-";

    private final List<Moment> moments;
    private final List<Map<String, ServiceState>> states = new ArrayList<>();
    private final String language;
    private final StringBuilder out = new StringBuilder();

    private ServicesText(List<Moment> moments, String language) {
        this.moments = moments;
        this.language = language;
        for (Moment moment : moments) {
            Map<String, ServiceState> byName = new LinkedHashMap<>();
            Services.of(moment.world())
                    .forEach(s -> byName.put(s.model() + " " + s.application(), s));
            states.add(byName);
        }
    }

    /**
     * The table and what follows it.
     *
     * @param language {@code en} or {@code pt}
     * @param all whether services are printed in which nothing changed
     */
    public static String of(Branches branches, String language, boolean all) {
        return new ServicesText(branches.moments(), language).print(all);
    }

    private String print(boolean all) {
        int unchanged = table(all);
        if (unchanged > 0 && !all) {
            line(
                    Prose.count(unchanged, "service", "services") + " not touched",
                    Prose.count(unchanged, "serviço", "serviços") + " sem mudança");
        }
        out.append('\n');
        returned();
        tasks();
        unheard();
        out.append('\n');
        return out.toString();
    }

    private void line(String en, String pt) {
        out.append(say(en, pt)).append('\n');
    }

    private String say(String en, String pt) {
        return new Words(en, pt).in(language);
    }

    /** Prints the rows; gives how many were left out. */
    private int table(boolean all) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(header());
        int unchanged = 0;
        for (String key : keys()) {
            List<String> row = new ArrayList<>();
            row.add(key.substring(key.indexOf(' ') + 1));
            for (Map<String, ServiceState> at : states) {
                row.add(at.containsKey(key) ? at.get(key).word() : ABSENT);
            }
            if (!all && row.stream().skip(1).distinct().count() == 1) {
                unchanged++;
                continue;
            }
            row.add(reason(states.getLast().get(key)));
            rows.add(row);
        }
        if (rows.size() > 1) {
            print(rows);
        }
        return unchanged;
    }

    private List<String> header() {
        List<String> row = new ArrayList<>();
        row.add(say("Service", "Serviço"));
        for (Moment moment : moments) {
            row.add(SimTime.clock(moment.timeNs()));
        }
        row.add(say("Why", "Motivo"));
        return row;
    }

    private List<String> keys() {
        Map<String, ServiceState> every = new LinkedHashMap<>();
        states.forEach(at -> at.forEach(every::putIfAbsent));
        return List.copyOf(every.keySet());
    }

    private static String reason(@Nullable ServiceState state) {
        if (state == null || state.reasons().isEmpty()) {
            return "";
        }
        String more = state.reasons().size() > 1 ? " ..." : "";
        return state.reasons().getFirst() + more;
    }

    private void print(List<List<String>> rows) {
        int[] widths = new int[rows.getFirst().size()];
        for (List<String> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        for (List<String> row : rows) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < row.size(); i++) {
                text.append(row.get(i)).repeat(' ', widths[i] + 2 - row.get(i).length());
            }
            out.append(text.toString().stripTrailing()).append('\n');
        }
    }

    /** Services that were not whole at a moment between and are so at the end. */
    private void returned() {
        if (moments.size() < 3) {
            return;
        }
        List<String> names = new ArrayList<>();
        for (ServiceState before : states.get(1).values()) {
            ServiceState after = states.getLast().get(before.model() + " " + before.application());
            if (!before.isWhole() && after != null && after.isWhole()) {
                names.add(before.application());
            }
        }
        String list = names.isEmpty() ? say("nothing", "nada") : String.join(", ", names);
        out.append(
                Prose.wrapped("", say("Came back by itself: ", "Voltou sozinho: ") + list + "."));
    }

    /** A controller that is away: nobody can ask Juju. */
    private void unheard() {
        World world = moments.getLast().world();
        for (Model model : JujuView.models(world)) {
            if (model.name().equals("controller") && !JujuView.answers(world, model.key())) {
                line(
                        "No juju command is answered: the controller is away.",
                        "Nenhum comando do juju tem resposta: o controlador está fora.");
            }
        }
    }

    private void tasks() {
        List<OperatorTask> tasks =
                OperatorTasks.of(moments.getLast().world(), moments.getFirst().world());
        if (tasks.isEmpty()) {
            line("Nothing waits for an operator.", "Nada espera por um operador.");
            return;
        }
        line("Waits for an operator:", "Espera por um operador:");
        for (OperatorTask task : tasks) {
            String why = task.why().endsWith(".") ? task.why() : task.why() + ".";
            String head = task.subject() + ": " + why + " ";
            out.append(Prose.wrapped("    ", head + task.action().in(language)));
            task.lines().forEach(typed -> out.append("        ").append(typed).append('\n'));
        }
    }
}
