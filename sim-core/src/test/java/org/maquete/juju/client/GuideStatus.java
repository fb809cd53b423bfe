package org.maquete.juju.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.maquete.juju.StatusInfo;

/** The printed final status of the deployment guide, and rows that it stands for. */
final class GuideStatus {

    private GuideStatus() {}

    static String text() {
        String path = "/golden/juju/guide-final-status/expected.txt";
        try (InputStream in = GuideStatus.class.getResourceAsStream(path)) {
            byte[] bytes = Objects.requireNonNull(in, path).readAllBytes();
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    /** The rows, read from the text by its columns; scale and subordination come from the units. */
    static JujuRows rows() {
        String[] sections = text().split("\n\n", -1);
        JujuRows rows = new JujuRows().cloud("maas-one", "operator").model("2.9.29");
        List<String[]> relations = cells(sections[4]);
        List<String[]> units = cells(sections[2]);
        for (String[] cell : cells(sections[1])) {
            boolean isSubordinate =
                    units.stream().anyMatch(u -> u[0].startsWith("  " + cell[0] + "/"));
            StatusInfo set = new StatusInfo(cell[2], cell[8], 0);
            rows.application(
                    new JujuRows.App(
                            JujuRows.MODEL,
                            cell[0],
                            cell[1],
                            cell[4],
                            cell[5],
                            Integer.parseInt(cell[6]),
                            isSubordinate,
                            cell[0].equals("keystone") ? set : StatusInfo.NONE));
        }
        String principal = "";
        String machine = "";
        for (String[] cell : units) {
            boolean isBeside = cell[0].startsWith("  ");
            String name = cell[0].strip().replace("*", "");
            machine = isBeside ? machine : cell[3];
            rows.unit(
                    name,
                    machine,
                    isBeside ? principal : "",
                    new StatusInfo(cell[1], cell[6], 0),
                    JujuRows.status(cell[2]),
                    cell[0].endsWith("*"),
                    cell[4],
                    cell[5].isEmpty() ? List.of() : List.of(cell[5].split(",", -1)));
            principal = isBeside ? principal : name;
        }
        for (String[] cell : cells(sections[3])) {
            StatusInfo instance = new StatusInfo("running", cell[6], 0);
            rows.machine(cell[0], JujuRows.status(cell[1]), instance, cell[3], cell[2]);
        }
        for (String[] cell : relations) {
            rows.relation(cell[0], cell[1], cell[2], cell[3]);
        }
        return rows;
    }

    /** The lines below a header, cut where the header's words begin. */
    private static List<String[]> cells(String section) {
        List<String> lines = section.lines().toList();
        String header = lines.getFirst();
        List<Integer> starts = new ArrayList<>(List.of(0));
        for (int i = 2; i < header.length(); i++) {
            if (header.startsWith("  ", i - 2) && header.charAt(i) != ' ') {
                starts.add(i);
            }
        }
        List<String[]> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = new String[starts.size()];
            for (int i = 0; i < cells.length; i++) {
                int from = Math.min(starts.get(i), line.length());
                int to = i + 1 < cells.length ? starts.get(i + 1) : line.length();
                String cell = line.substring(from, Math.min(to, line.length()));
                cells[i] = i == 0 ? cell.stripTrailing() : cell.strip();
            }
            rows.add(cells);
        }
        return rows;
    }
}
