package org.maquete.juju.client;

import java.util.List;
import org.maquete.juju.Resolved;
import org.maquete.juju.RetryProvisioning;
import org.maquete.kernel.Answer;
import org.maquete.tool.Parsed;
import org.maquete.tool.gnuflag.Flag;
import org.maquete.tool.gnuflag.FlagResult;

/**
 * Commands for things that are in error: cmd/juju/application/resolved.go and
 * cmd/juju/model/retryprovisioning.go.
 */
final class RepairVerbs {

    private RepairVerbs() {}

    static List<ClientVerb> verbs() {
        return List.of(resolved("resolved"), resolved("resolve"), retryProvisioning());
    }

    private static ClientVerb resolved(String name) {
        return ClientVerb.inModel(
                name, "", RepairVerbs::readResolved, Flag.bool("no-retry"), Flag.bool("all"));
    }

    private static Parsed readResolved(FlagResult.Parsed line) {
        List<String> units = line.words();
        if (line.flag("all")) {
            return units.isEmpty()
                    ? resolve(line)
                    : ClientText.usage("specifying unit names(s) with --all not supported");
        }
        if (units.isEmpty()) {
            return ClientText.usage("no unit specified");
        }
        for (String unit : units) {
            if (!unit.matches(Names.UNIT)) {
                return ClientText.usage("unit name " + ClientText.quote(unit) + " not valid");
            }
        }
        return resolve(line);
    }

    private static Parsed resolve(FlagResult.Parsed line) {
        boolean noRetry = line.flag("no-retry");
        return new Parsed.Right(
                ModelVerbs.ask(line, model -> new Resolved(model, line.words(), noRetry)));
    }

    private static ClientVerb retryProvisioning() {
        return ClientVerb.inModel(
                "retry-provisioning", "", RepairVerbs::readRetry, Flag.bool("all"));
    }

    private static Parsed readRetry(FlagResult.Parsed line) {
        List<String> machines = line.words();
        if (line.flag("all") != machines.isEmpty()) {
            return ClientText.usage(
                    machines.isEmpty()
                            ? "no machine specified"
                            : "specify machines or --all but not both"); // GUESS, text
        }
        for (String machine : machines) {
            if (!machine.matches(Names.MACHINE)) {
                return ClientText.usage("invalid machine " + ClientText.quote(machine));
            }
            if (machine.indexOf('/') >= 0) {
                return ClientText.usage(
                        "invalid machine "
                                + ClientText.quote(machine)
                                + " retry-provisioning does not support containers");
            }
        }
        // what the server says of single machines is printed as it is, and the command succeeds
        return new Parsed.Right(
                ModelVerbs.ask(line, model -> new RetryProvisioning(model, machines))
                        .refusing(refusal -> Answer.told(refusal.message())));
    }
}
