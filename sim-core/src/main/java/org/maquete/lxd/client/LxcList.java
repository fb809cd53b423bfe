package org.maquete.lxd.client;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.maquete.kernel.Answer;
import org.maquete.lxd.Container;
import org.maquete.lxd.LxdView;
import org.maquete.tool.Deed;
import org.maquete.tool.Parsed;
import org.maquete.world.World;

/** {@code lxc list}: lxd 5.0, lxc/list.go. */
final class LxcList {

    // lxc/list.go, defaultColumns; L counts only in a cluster
    private static final String USUAL = "ns46tS";
    private static final List<String> FORMATS = List.of("csv", "json", "table", "yaml");

    private final String host;
    private final String format;
    private final String columns;
    private final List<String> names;

    private LxcList(String host, String format, String columns, List<String> names) {
        this.host = host;
        this.format = format;
        this.columns = columns;
        this.names = names;
    }

    static Parsed read(List<String> words, String host) {
        String format = "table";
        String columns = USUAL;
        List<String> names = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            boolean hasNext = i + 1 < words.size();
            if ((word.equals("--format") || word.equals("-f")) && hasNext) {
                format = words.get(++i);
            } else if (word.startsWith("--format=")) {
                format = word.substring("--format=".length());
            } else if ((word.equals("--columns") || word.equals("-c")) && hasNext) {
                columns = words.get(++i).replace(",", "");
            } else if (word.startsWith("-")) {
                return new Parsed.NotModelled("lxc list " + word);
            } else {
                names.add(LxcProgram.local(word));
            }
        }
        return read(new LxcList(host, format, columns, names));
    }

    private static Parsed read(LxcList list) {
        if (list.format.equals("compact")) {
            return new Parsed.NotModelled("lxc list --format compact");
        }
        if (!FORMATS.contains(list.format)) {
            // lxd 5.0, lxc/utils/table.go, RenderTable
            return new Parsed.Printed(LxcProgram.failed("Invalid format \"" + list.format + "\""));
        }
        for (char column : list.columns.toCharArray()) {
            if ("abcdDeflmMnNpPsStuF46L".indexOf(column) < 0) {
                return new Parsed.Printed(
                        LxcProgram.failed(
                                "Unknown column shorthand char '"
                                        + column
                                        + "' in '"
                                        + list.columns
                                        + "'"));
            }
            if (title(column).isEmpty()) {
                return new Parsed.NotModelled("lxc list with column " + column);
            }
        }
        for (String name : list.names) {
            if (name.chars().anyMatch(c -> "=.*^$[](){}|+?\\".indexOf(c) >= 0)) {
                return new Parsed.NotModelled("lxc list with a filter other than a name");
            }
        }
        return LxcProgram.query(
                (session, world) -> new Deed.Say(list.answer(world, session.nowNs())));
    }

    private Answer answer(World world, long nowNs) {
        List<Container> shown = new ArrayList<>();
        for (Container container : LxdView.containers(world, host)) {
            if (InstanceTree.exists(container)
                    && names.stream().allMatch(name -> container.name().startsWith(name))) {
                shown.add(container);
            }
        }
        shown.sort(
                Comparator.comparing((Container one) -> stem(one.name()))
                        .thenComparingInt(one -> number(one.name()))
                        .thenComparing(Container::name));
        return switch (format) {
            case "json" -> Answer.of(GoTree.json(trees(shown, world, nowNs)) + "\n");
            case "yaml" -> Answer.of(GoTree.yaml(trees(shown, world, nowNs)));
            case "csv" -> Answer.of(csv(shown, world, nowNs));
            default -> Answer.of(table(shown, world, nowNs));
        };
    }

    /** A name without the number at its end, for the natural order. */
    private static String stem(String name) {
        int end = name.length();
        while (end > 0 && name.charAt(end - 1) >= '0' && name.charAt(end - 1) <= '9') {
            end--;
        }
        return name.substring(0, end);
    }

    private static int number(String name) {
        String digits = name.substring(stem(name).length());
        return digits.isEmpty() || digits.length() > 9 ? 0 : Integer.parseInt(digits);
    }

    private static List<Object> trees(List<Container> shown, World world, long nowNs) {
        List<Object> trees = new ArrayList<>();
        shown.forEach(container -> trees.add(InstanceTree.full(container, world, nowNs)));
        return trees;
    }

    private static String title(char column) {
        return switch (column) {
            case '4' -> "IPV4";
            case '6' -> "IPV6";
            case 'a' -> "ARCHITECTURE";
            case 'c' -> "CREATED AT";
            case 'l' -> "LAST USED AT";
            case 'm' -> "MEMORY USAGE";
            case 'n' -> "NAME";
            case 'P' -> "PROFILES";
            case 's' -> "STATE";
            case 'S' -> "SNAPSHOTS";
            case 't' -> "TYPE";
            case 'u' -> "CPU USAGE";
            default -> "";
        };
    }

    private static String cell(char column, Container one, World world, long nowNs) {
        return switch (column) {
            case '4' -> {
                String address = InstanceTree.address(one, world);
                yield address.isEmpty() ? "" : address + " (eth0)";
            }
            case 'a' -> "x86_64";
            case 'c' -> InstanceTree.time(one.createdNs());
            case 'l' -> InstanceTree.time(one.sinceNs());
            case 'm' -> {
                long bytes = InstanceTree.memoryBytes(one, world);
                yield bytes == 0 ? "" : LxcDetail.bytes(bytes);
            }
            case 'n' -> one.name();
            case 'P' -> "default";
            case 's' -> InstanceTree.status(one).toUpperCase(Locale.ROOT);
            case 'S' -> "0";
            case 't' -> "CONTAINER";
            case 'u' -> {
                long seconds = InstanceTree.cpuNs(one, world, nowNs) / 1_000_000_000L;
                yield seconds == 0 ? "" : seconds + "s";
            }
            default -> "";
        };
    }

    private List<String> row(Container one, World world, long nowNs) {
        List<String> row = new ArrayList<>();
        for (int i = 0; i < columns.length(); i++) {
            row.add(cell(columns.charAt(i), one, world, nowNs));
        }
        return row;
    }

    private String csv(List<Container> shown, World world, long nowNs) {
        StringBuilder text = new StringBuilder();
        for (Container one : shown) {
            text.append(String.join(",", row(one, world, nowNs))).append('\n');
        }
        return text.toString();
    }

    /** olekukonko/tablewriter: titles in the middle, cells at the left, a line after each row. */
    private String table(List<Container> shown, World world, long nowNs) {
        List<String> titles = new ArrayList<>();
        for (int i = 0; i < columns.length(); i++) {
            titles.add(title(columns.charAt(i)));
        }
        List<List<String>> rows = new ArrayList<>();
        shown.forEach(one -> rows.add(row(one, world, nowNs)));
        int[] widths = new int[titles.size()];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = titles.get(i).length();
            for (List<String> row : rows) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        StringBuilder rule = new StringBuilder("+");
        StringBuilder text = new StringBuilder("|");
        for (int i = 0; i < widths.length; i++) {
            int gap = widths[i] - titles.get(i).length();
            rule.append("-".repeat(widths[i] + 2)).append('+');
            text.append(' ').append(" ".repeat(gap / 2)).append(titles.get(i));
            text.append(" ".repeat(gap - gap / 2)).append(" |");
        }
        text.append('\n').append(rule).append('\n');
        for (List<String> row : rows) {
            text.append('|');
            for (int i = 0; i < widths.length; i++) {
                String blanks = " ".repeat(widths[i] - row.get(i).length());
                text.append(' ').append(row.get(i)).append(blanks).append(" |");
            }
            text.append('\n').append(rule).append('\n');
        }
        return rule + "\n" + text;
    }
}
