package org.maquete.maas.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maquete.kernel.Answer;
import org.maquete.tool.Parsed;
import org.maquete.tool.Program;
import org.maquete.tool.Reading;
import org.maquete.tool.Verbs;
import org.maquete.world.World;

/** The program {@code maas}: maascli of MAAS 3.5, as in its snap. */
final class MaasProgram implements Program {

    // MAAS 3.5, urls_api.py, as the client writes the names of handlers
    private static final String RESOURCES =
            " account bcache bcache-cache-set bcache-cache-sets bcaches"
                    + " block-device block-devices boot-resource boot-resources"
                    + " boot-source boot-source-selection boot-source-selections"
                    + " boot-sources commissioning-script commissioning-scripts device"
                    + " devices dhcpsnippet dhcpsnippets discoveries discovery"
                    + " dnsresource dnsresource-record dnsresource-records dnsresources"
                    + " domain domains events fabric fabrics file files"
                    + " image-sync-progress images-sync-progress interface interfaces"
                    + " ipaddresses iprange ipranges license-key license-keys maas"
                    + " machine machines network networks node node-device node-devices"
                    + " node-results node-script node-script-result node-script-results"
                    + " node-scripts nodes notification notifications"
                    + " package-repositories package-repository partition partitions pod"
                    + " pods rack-controller rack-controllers raid raids"
                    + " region-controller region-controllers resource-pool resource-pools"
                    + " space spaces sshkey sshkeys sslkey sslkeys static-route"
                    + " static-routes subnet subnets switch-boot-order tag tags user"
                    + " users version virtual-machine virtual-machines vlan vlans"
                    + " vm-cluster vm-clusters vm-host vm-hosts vmfs-datastore"
                    + " vmfs-datastores volume-group volume-groups zone zones ";

    @Override
    public String name() {
        return "maas";
    }

    @Override
    public Reading read(List<String> words, Verbs verbs) {
        return (_, world) -> parsed(words, verbs, world);
    }

    private static Parsed parsed(List<String> words, Verbs verbs, World world) {
        if (words.size() < 2) {
            return MaasText.usage(MaasText.help(world), "too few arguments");
        }
        String command = words.get(1);
        if (command.equals("-h") || command.equals("--help")) {
            return new Parsed.Printed(Answer.of(MaasText.help(world)));
        }
        boolean own = MaasText.commands().contains(command);
        if (!own && ProfileTables.find(world, command).isEmpty()) {
            return MaasText.unknown(command, world);
        }
        List<String> rest = new ArrayList<>(words);
        if (!own) {
            rest.remove(1);
        }
        Optional<Verbs.Match> match = verbs.longest(rest);
        if (match.isPresent() && !own) {
            String verb = match.get().verb().path().substring("maas ".length());
            if (verb.equals("users whoami")) {
                return new Parsed.Printed(Users.whoami(command, world));
            }
            Optional<Parsed> barred = Users.barred(command, verb, world);
            if (barred.isPresent()) {
                return barred.get();
            }
        }
        if (match.isPresent()) {
            return match.get().verb().parse(match.get().arguments());
        }
        return own ? new Parsed.NotModelled("maas " + command) : unmodelled(rest, command);
    }

    private static Parsed unmodelled(List<String> rest, String profile) {
        String usage = "usage: maas " + profile + " [-h] COMMAND ...";
        if (rest.size() < 2) {
            return MaasText.usage(usage, "too few arguments");
        }
        String resource = rest.get(1);
        if (!RESOURCES.contains(" " + resource + " ")) {
            return MaasText.usage(
                    usage,
                    "argument COMMAND: invalid choice: '"
                            + resource
                            + "' (choose from '"
                            + RESOURCES.strip().replace(" ", "', '")
                            + "')");
        }
        return rest.size() < 3
                ? MaasText.usage(
                        "usage: maas " + profile + " " + resource + " [-h] COMMAND ...",
                        "too few arguments")
                : new Parsed.NotModelled("maas " + resource + " " + rest.get(2));
    }
}
