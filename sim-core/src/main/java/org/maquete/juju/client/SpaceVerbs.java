package org.maquete.juju.client;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.maquete.juju.AddSpace;
import org.maquete.juju.Model;
import org.maquete.juju.ReloadSpaces;
import org.maquete.juju.Space;
import org.maquete.juju.SpaceView;
import org.maquete.juju.catalog.GoJsonWriter;
import org.maquete.juju.catalog.GoYamlWriter;
import org.maquete.kernel.Answer;
import org.maquete.kernel.Ref;
import org.maquete.maas.MaasView;
import org.maquete.maas.Machine;
import org.maquete.tool.Deed;
import org.maquete.tool.Parsed;
import org.maquete.tool.gnuflag.Flag;
import org.maquete.tool.gnuflag.FlagResult;
import org.maquete.world.World;

/**
 * {@code juju spaces}, {@code add-space}, {@code reload-spaces}, and the commands that would change
 * what MAAS decides: cmd/juju/space of juju 3.6.
 */
final class SpaceVerbs {

    private static final List<String> FORMATS = List.of("json", "tabular", "yaml");
    // github.com/juju/names, space.go
    private static final String SPACE_NAME = "[a-z0-9]+(-[a-z0-9]+)*";
    private static final String ARGUMENTS = "invalid arguments specified: ";
    // apiserver/facades/client/spaces, ensureSpacesNotProviderSourced; the code is its kind
    private static final String SOURCED =
            "modifying provider-sourced spaces not supported (not supported)";

    private SpaceVerbs() {}

    static List<ClientVerb> verbs() {
        return List.of(
                list("spaces"),
                list("list-spaces"),
                ClientVerb.inModel("add-space", "space", SpaceVerbs::readAdd),
                ClientVerb.inModel("reload-spaces", "", SpaceVerbs::readReload),
                ClientVerb.inModel(
                        "remove-space",
                        "",
                        line -> change(line, 1, "cannot remove space "),
                        Flag.bool("force"),
                        Flag.bool("yes", "y")),
                ClientVerb.inModel(
                        "rename-space", "", line -> change(line, 2, "cannot rename space ")));
    }

    private static ClientVerb list(String name) {
        return ClientVerb.inModel(
                name,
                "",
                SpaceVerbs::readList,
                Flag.text("format"),
                Flag.text("output", "o"),
                Flag.bool("short"));
    }

    private static Parsed readList(FlagResult.Parsed line) {
        String format = line.text("format").orElse("tabular");
        if (!FORMATS.contains(format)) {
            return ClientText.usage(StatusVerb.unknownFormat(format));
        }
        if (!line.words().isEmpty()) {
            return Arguments.unrecognized(line.words());
        }
        if (line.text("output").isPresent()) {
            return new Parsed.NotModelled("juju spaces --output");
        }
        return new Parsed.Right(
                Call.of((session, world) ->
                        Focus.model(
                                line,
                                session,
                                world,
                                model -> new Deed.Say(answer(line, format, model, world)))));
    }

    private static Answer answer(FlagResult.Parsed line, String format, Model model, World world) {
        List<Space> spaces = SpaceView.spaces(world, model.key());
        boolean isShort = line.flag("short");
        if (format.equals("tabular")) {
            return Answer.of(isShort ? names(spaces) : table(spaces));
        }
        List<Object> items = new ArrayList<>();
        for (Space space : spaces) {
            items.add(isShort ? space.name() : item(space, world));
        }
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("spaces", items);
        return Answer.of(
                format.equals("json") ? GoJsonWriter.write(tree) + "\n" : GoYamlWriter.write(tree));
    }

    private static String names(List<Space> spaces) {
        StringBuilder text = new StringBuilder("Space\n");
        TreeSet<String> sorted = new TreeSet<>();
        spaces.forEach(space -> sorted.add(space.name()));
        sorted.forEach(name -> text.append(name).append('\n'));
        return text.toString();
    }

    /**
     * list.go, printTabularLong: gosuri/uitable fills all cells to the width of their column, and
     * juju's own table leaves two blanks between them; a line of empty cells ends it.
     */
    private static String table(List<Space> spaces) {
        List<String[]> rows = new ArrayList<>();
        rows.add(new String[] {"Name", "Space ID", "Subnets"});
        for (Space space : spaces) {
            String number = Integer.toString(space.number());
            List<String> cidrs = new ArrayList<>(new TreeSet<>(space.subnets()));
            rows.add(new String[] {space.name(), number, cidrs.isEmpty() ? "" : cidrs.getFirst()});
            for (int i = 1; i < cidrs.size(); i++) {
                rows.add(new String[] {"", "", cidrs.get(i)});
            }
        }
        rows.add(new String[] {"", "", ""});
        int[] widths = new int[3];
        for (String[] row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row[i].length());
            }
        }
        StringBuilder text = new StringBuilder();
        for (String[] row : rows) {
            for (int i = 0; i < widths.length; i++) {
                text.append(row[i]).append(" ".repeat(widths[i] - row[i].length()));
                text.append(i < widths.length - 1 ? "  " : "\n");
            }
        }
        return text.toString();
    }

    private static Map<String, Object> item(Space space, World world) {
        TreeSet<String> zones = new TreeSet<>();
        for (Machine machine : MaasView.machines(world)) {
            zones.add(machine.zone());
        }
        Map<String, Object> subnets = new TreeMap<>();
        for (String cidr : space.subnets()) {
            Map<String, Object> subnet = new LinkedHashMap<>();
            subnet.put("type", cidr.indexOf(':') < 0 ? "ipv4" : "ipv6");
            world.table(MaasView.SUBNETS)
                    .find(cidr)
                    .ifPresent(s -> subnet.put("provider-id", Integer.toString(s.id() + 1)));
            subnet.put("status", "in-use");
            subnet.put("zones", List.copyOf(zones));
            subnets.put(cidr, subnet);
        }
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("id", Integer.toString(space.number()));
        item.put("name", space.name());
        item.put("subnets", subnets);
        return item;
    }

    private static Parsed readAdd(FlagResult.Parsed line) {
        Optional<String> wrong = wrongName(line.words());
        if (wrong.isPresent()) {
            return ClientText.usage(wrong.get());
        }
        String name = line.words().getFirst();
        TreeSet<String> cidrs = new TreeSet<>();
        for (String cidr : line.words().subList(1, line.words().size())) {
            if (!cidr.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}/[0-9]{1,2}")) {
                return ClientText.usage(
                        ARGUMENTS + ClientText.quote(cidr) + " is not a valid CIDR");
            }
            if (!cidrs.add(cidr)) {
                return ClientText.usage(
                        ARGUMENTS + "duplicate subnet " + ClientText.quote(cidr) + " specified");
            }
        }
        String with = cidrs.isEmpty() ? "no subnets" : "subnets " + String.join(", ", cidrs);
        String quoted = ClientText.quote(name);
        return new Parsed.Right(
                ModelVerbs.ask(line, model -> new AddSpace(model, name, List.copyOf(cidrs)))
                        .finishing((_, _) -> Answer.told("added space " + quoted + " with " + with))
                        .refusing(refusal ->
                                ClientText.failed(
                                        "cannot add space " + quoted + ": " + refusal.message())));
    }

    private static Optional<String> wrongName(List<String> words) {
        if (words.isEmpty()) {
            return Optional.of(ARGUMENTS + "space name is required");
        }
        return words.getFirst().matches(SPACE_NAME)
                ? Optional.empty()
                : Optional.of(
                        ARGUMENTS
                                + ClientText.quote(words.getFirst())
                                + " is not a valid space name");
    }

    private static Parsed readReload(FlagResult.Parsed line) {
        return line.words().isEmpty()
                ? new Parsed.Right(ModelVerbs.ask(line, ReloadSpaces::new))
                : Arguments.unrecognized(line.words());
    }

    /** MAAS is the one who says which spaces there are. */
    private static Parsed change(FlagResult.Parsed line, int count, String cannot) {
        Optional<String> wrong = wrongName(line.words());
        if (wrong.isPresent()) {
            return ClientText.usage(wrong.get());
        }
        if (line.words().size() > count) {
            return Arguments.unrecognized(line.words().subList(count, line.words().size()));
        }
        String text = cannot + ClientText.quote(line.words().getFirst()) + ": " + SOURCED;
        return new Parsed.Right(
                Call.of((session, world) ->
                        Focus.model(line, session, world, _ -> Focus.reject(text, Ref.NONE))));
    }
}
