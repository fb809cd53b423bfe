package org.maquete.maas.client;

import java.util.ArrayList;
import java.util.List;
import org.maquete.tool.Verb;

/**
 * The verbs by name, so that a run without a line for MAAS makes none of them: making all takes
 * more than ten milliseconds of a cold start.
 */
final class VerbNames {

    /** The words after {@code maas}, the profile left out; one verb a line. */
    static final String ALL =
            """
            login
            logout
            list
            refresh
            apikey
            machine read
            machine commission
            machine test
            machine deploy
            machine release
            machine abort
            machine mark-broken
            machine mark-fixed
            machine override-failed-testing
            machine rescue-mode
            machine exit-rescue-mode
            machine lock
            machine unlock
            machine power-on
            machine power-off
            machine query-power-state
            machine set-storage-layout
            machine update
            machine delete
            machines read
            machines allocate
            machines accept
            machines accept-all
            zones read
            zone read
            zones create
            zone update
            resource-pools read
            resource-pool read
            resource-pools create
            resource-pool update
            fabrics read
            fabric read
            fabrics create
            fabric update
            spaces read
            space read
            spaces create
            space update
            domains read
            domain read
            domains create
            domain update
            tags read
            tag read
            tags create
            tag update
            tag machines
            tag rebuild
            tag update-nodes
            vlans read
            vlan read
            vlans create
            vlan update
            subnets read
            subnets create
            subnet read
            subnet update
            interfaces read
            interfaces create-bond
            interfaces create-bridge
            interfaces create-vlan
            interface read
            interface delete
            interface link-subnet
            interface unlink-subnet
            interface disconnect
            users read
            users whoami
            users create
            user read
            user delete
            tag delete
            ipranges read
            ipranges create
            boot-resources read
            boot-resources import
            boot-resources is-importing
            boot-source-selections create
            boot-source-selections read\
            """;

    private VerbNames() {}

    /** The verb of that name. */
    static Verb make(String name) {
        int blank = name.indexOf(' ');
        String resource = blank < 0 ? name : name.substring(0, blank);
        String path = "maas " + name;
        for (Verb verb : group(resource)) {
            if (verb.path().equals(path)) {
                return verb;
            }
        }
        throw new IllegalStateException("expected a verb " + path);
    }

    /** All verbs. */
    static List<Verb> all() {
        List<Verb> all = new ArrayList<>(LoginVerbs.all());
        for (String resource :
                List.of(
                        "machine",
                        "machines",
                        "tag",
                        "vlan",
                        "interface",
                        "user",
                        "boot-resources")) {
            all.addAll(group(resource));
        }
        return all;
    }

    private static List<Verb> group(String resource) {
        return switch (resource) {
            case "login", "logout", "list", "refresh", "apikey" -> LoginVerbs.all();
            case "machine" -> MachineVerbs.all();
            case "machines" -> MachinesVerbs.all();
            case "vlan", "vlans", "subnet", "subnets", "ipranges" -> NetworkVerbs.all();
            case "user", "users" -> UserVerbs.all();
            case "interface", "interfaces" -> InterfaceVerbs.all();
            case "boot-resources", "boot-source-selections" -> ImageVerbs.all();
            default -> NamedVerbs.all();
        };
    }
}
