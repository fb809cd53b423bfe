package org.maquete.operator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.maquete.tool.Session;
import org.maquete.world.Table;
import org.maquete.world.World;

/** The shell as a program that it starts sees it. */
final class ShellSession implements Session {

    private final World world;
    private final long nowNs;
    private final String stdin;
    private final Map<String, String> overlay;

    /** At this time, with variables set for this one command before the exported ones. */
    ShellSession(World world, long nowNs, String stdin, Map<String, String> overlay) {
        this.nowNs = nowNs;
        this.world = world;
        this.stdin = stdin;
        this.overlay = overlay;
    }

    World world() {
        return world;
    }

    @Override
    public String variable(String name) {
        String first = overlay.get(name);
        if (first != null) {
            return first;
        }
        Optional<Variable> variable = world.table(OperatorTables.VARIABLES).find(name);
        return variable.filter(Variable::exported).map(Variable::value).orElse("");
    }

    @Override
    public List<String> environment() {
        TreeMap<String, String> all = new TreeMap<>();
        for (Variable variable : world.table(OperatorTables.VARIABLES)) {
            if (variable.exported()) {
                all.put(variable.name(), variable.value());
            }
        }
        all.putAll(overlay);
        List<String> lines = new ArrayList<>();
        all.forEach((name, value) -> lines.add(name + "=" + value));
        return lines;
    }

    @Override
    public Optional<String> file(String path) {
        Table<TextFile> files = world.table(OperatorTables.FILES);
        Optional<TextFile> file = files.find(resolve(path));
        if (file.isPresent() || path.indexOf('/') >= 0) {
            return file.map(TextFile::content);
        }
        // A document shows a file without saying where it lies: it is where it is wanted.
        String suffix = "/" + path;
        for (TextFile each : files) {
            if (each.shown() && each.path().endsWith(suffix)) {
                return Optional.of(each.content());
            }
        }
        return Optional.empty();
    }

    @Override
    public long nowNs() {
        return nowNs;
    }

    @Override
    public String stdin() {
        return stdin;
    }

    /** The path from the home folder or the root, without {@code .} and {@code ..}. */
    String resolve(String path) {
        String home = path.startsWith("$HOME") ? "~" + path.substring(5) : path;
        boolean absolute = home.startsWith("/") || home.equals("~") || home.startsWith("~/");
        String full = absolute ? home : directory() + "/" + home;
        List<String> parts = new ArrayList<>();
        for (String part : full.split("/", -1)) {
            if (part.equals("..") && parts.size() > 1) {
                parts.removeLast();
            } else if (!part.equals(".")
                    && !part.equals("..")
                    && !(part.isEmpty() && !parts.isEmpty())) {
                parts.add(part);
            }
        }
        return parts.size() == 1 && parts.getFirst().isEmpty() ? "/" : String.join("/", parts);
    }

    String directory() {
        return world.table(OperatorTables.SHELL).get("shell").directory();
    }
}
