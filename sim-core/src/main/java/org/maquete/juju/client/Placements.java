package org.maquete.juju.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.maquete.tool.gnuflag.FlagResult;

/** The items of {@code --to}: cmd/juju/application/addunit.go, UnitCommandBase.Init. */
final class Placements {

    private static final Pattern MACHINE = Pattern.compile("[0-9]+(/(lxd|kvm)/[0-9]+)*");

    private Placements() {}

    static List<String> read(FlagResult.Parsed line) {
        String to = line.text("to").orElse("");
        List<String> items = new ArrayList<>();
        if (to.isEmpty()) {
            return items;
        }
        for (String item : to.split(",", -1)) {
            items.add(item.strip());
        }
        return items;
    }

    /** Why the client does not take the flag, or empty. */
    static Optional<String> refusal(FlagResult.Parsed line) {
        for (String item : read(line)) {
            int colon = item.indexOf(':');
            String scope = colon < 0 ? "" : item.substring(0, colon);
            boolean isContainer = scope.equals("lxd") || scope.equals("kvm");
            if (item.isEmpty()
                    || (isContainer && !MACHINE.matcher(item.substring(colon + 1)).matches())) {
                return Optional.of("invalid --to parameter " + ClientText.quote(item));
            }
        }
        return Optional.empty();
    }
}
