package org.maquete.maas;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maquete.kernel.EventId;
import org.maquete.kernel.Outcome;
import org.maquete.kernel.Ref;
import org.maquete.kernel.Refusal;
import org.maquete.kernel.Span;
import org.maquete.world.World;

/** Decides about tags, zones, pools, the network, storage layouts and images. */
final class ResourceHandler {

    static final Span IMAGE_SYNC =
            Span.seconds("maas.image-sync", 180, 600, "GUESS: about 700 MB from images.maas.io");

    private static final List<String> LAYOUTS =
            List.of("bcache", "blank", "custom", "flat", "lvm", "vmfs6", "vmfs7");
    private static final String NO_CHOICE =
            "Select a valid choice. That choice is not one of the available choices.";

    private static final String DEFINITION = "definition";
    private static final Refusal NO_EXPRESSION =
            // the words after the colon are libxml2's (GUESS: it has others for some mistakes)
            Barred.form(DEFINITION, "Invalid xpath expression: Invalid expression");

    private ResourceHandler() {}

    static void create(CreateResource command, World world, Outcome out) {
        String name = command.name();
        ResourceKind kind = command.kind();
        if (name.isEmpty()) {
            out.refuse(Barred.form("name", "This field is required."));
        } else if (kind == ResourceKind.TAG && !isTagName(name)) {
            out.refuse(Barred.form("name", "Enter a valid value."));
        } else if (MaasView.resource(world, kind, name).isPresent()) {
            String what = kind == ResourceKind.ZONE ? "Physical zone" : plain(kind);
            out.refuse(Barred.form("name", what + " with this Name already exists."));
        } else if (isWrong(kind, command.attributes())) {
            out.refuse(NO_EXPRESSION);
        } else {
            out.fact(new ResourceCreated(kind, name, command.attributes()));
            define(kind, name, command.attributes(), world, out);
        }
    }

    private static boolean isWrong(ResourceKind kind, List<String> attributes) {
        String definition = Resource.value(attributes, DEFINITION);
        return kind == ResourceKind.TAG
                && !definition.isEmpty()
                && !TagDefinition.isValid(definition);
    }

    /**
     * Gives a tag to the machines that its definition fits, and takes it from the others. In
     * reality the rack controllers do that, a moment later.
     */
    private static void define(
            ResourceKind kind, String tag, List<String> attributes, World world, Outcome out) {
        String definition = Resource.value(attributes, DEFINITION);
        if (kind != ResourceKind.TAG || definition.isEmpty()) {
            return;
        }
        for (Machine machine : MaasView.machines(world)) {
            retag(machine, tag, definition, world, out);
        }
    }

    private static void retag(
            Machine machine, String tag, String definition, World world, Outcome out) {
        boolean fits = TagDefinition.holds(definition, machine, world);
        if (fits != machine.tags().contains(tag)) {
            out.fact(new MachineTagged(machine.hostname(), tag, fits));
        }
    }

    /** What commissioning brings about: the tags by definition, once the hardware is known. */
    static void lookAgain(String hostname, World world, Outcome out) {
        Optional<Machine> machine = MaasView.machine(world, hostname);
        for (Resource tag : MaasView.resources(world, ResourceKind.TAG)) {
            String definition = tag.attribute(DEFINITION);
            if (machine.isPresent() && !definition.isEmpty()) {
                retag(machine.get(), tag.name(), definition, world, out);
            }
        }
    }

    /** Django's name of a model, as in its messages. */
    private static String plain(ResourceKind kind) {
        return kind == ResourceKind.RESOURCE_POOL ? "Resource pool" : kind.model();
    }

    private static boolean isTagName(String name) {
        return name.chars()
                .allMatch(c ->
                        (c >= 'a' && c <= 'z')
                                || (c >= 'A' && c <= 'Z')
                                || (c >= '0' && c <= '9')
                                || c == '_'
                                || c == '-');
    }

    static void update(UpdateResource command, World world, Outcome out) {
        if (MaasView.resource(world, command.kind(), command.name()).isEmpty()) {
            out.refuse(missing(command.kind(), command.name()));
        } else if (isWrong(command.kind(), command.attributes())) {
            out.refuse(NO_EXPRESSION);
        } else {
            out.fact(new ResourceUpdated(command.kind(), command.name(), command.attributes()));
            define(command.kind(), command.name(), command.attributes(), world, out);
        }
    }

    static void delete(DeleteResource command, World world, Outcome out) {
        if (MaasView.resource(world, command.kind(), command.name()).isEmpty()) {
            return;
        }
        if (command.kind() == ResourceKind.TAG) {
            for (Machine machine : MaasView.machines(world)) {
                if (machine.tags().contains(command.name())) {
                    out.fact(new MachineTagged(machine.hostname(), command.name(), false));
                }
            }
        }
        out.fact(new ResourceDeleted(command.kind(), command.name()));
    }

    private static Refusal missing(ResourceKind kind, String name) {
        return Refusal.missing(
                "404", "No " + kind.model() + " matches the given query.", kind.text(), name);
    }

    static void tag(TagMachines command, World world, Outcome out) {
        if (MaasView.resource(world, ResourceKind.TAG, command.tag()).isEmpty()) {
            out.refuse(missing(ResourceKind.TAG, command.tag()));
            return;
        }
        for (String hostname : command.added()) {
            if (MaasView.machine(world, hostname)
                    .filter(m -> !m.tags().contains(command.tag()))
                    .isPresent()) {
                out.fact(new MachineTagged(hostname, command.tag(), true));
            }
        }
        for (String hostname : command.removed()) {
            if (MaasView.machine(world, hostname)
                    .filter(m -> m.tags().contains(command.tag()))
                    .isPresent()) {
                out.fact(new MachineTagged(hostname, command.tag(), false));
            }
        }
    }

    static void updateMachine(UpdateMachine command, World world, Outcome out) {
        Optional<Machine> machine = MaasView.machine(world, command.hostname());
        if (machine.isEmpty()) {
            out.refuse(Barred.unknown(command.hostname()));
            return;
        }
        String zone = Resource.value(command.changes(), "zone");
        String pool = Resource.value(command.changes(), "pool");
        if (!zone.isEmpty() && MaasView.resource(world, ResourceKind.ZONE, zone).isEmpty()) {
            out.refuse(Barred.form("zone", NO_CHOICE).missing(new Ref("zone", zone)));
        } else if (!pool.isEmpty()
                && MaasView.resource(world, ResourceKind.RESOURCE_POOL, pool).isEmpty()) {
            out.refuse(Barred.form("pool", NO_CHOICE).missing(new Ref("resource-pool", pool)));
        } else if (!command.changes().isEmpty()) {
            out.fact(new MachineUpdated(command.hostname(), command.changes()));
        }
    }

    static void setLayout(SetStorageLayout command, World world, Outcome out) {
        Optional<Machine> machine = MaasView.machine(world, command.hostname());
        if (machine.isEmpty()) {
            out.refuse(Barred.unknown(command.hostname()));
        } else if (machine.get().status() != NodeStatus.READY) {
            out.refuse(
                    Refusal.of(
                            "409",
                            "Cannot change the storage layout on a machine that is not Ready."));
        } else if (command.layout().isEmpty()) {
            out.refuse(Barred.form("storage_layout", "This field is required."));
        } else if (!LAYOUTS.contains(command.layout())) {
            // MAAS keeps the layouts in a set, so the order of the list is arbitrary there.
            out.refuse(
                    Barred.form(
                            "storage_layout",
                            "'"
                                    + command.layout()
                                    + "' is not a valid storage_layout.  It should be one of: '"
                                    + String.join("', '", LAYOUTS)
                                    + "'."));
        } else {
            out.fact(new StorageLayoutSet(command.hostname(), command.layout()));
        }
    }

    static void updateSubnet(UpdateSubnet command, World world, Outcome out) {
        if (!world.table(MaasView.SUBNETS).has(command.cidr())) {
            out.refuse(
                    Refusal.missing(
                            "404", "No Subnet matches the given query.", "subnet", command.cidr()));
        } else if (!command.changes().isEmpty()) {
            out.fact(new SubnetUpdated(command.cidr(), command.changes()));
        }
    }

    static void syncImages(SyncImages command, World world, Outcome out) {
        for (Resource selection : MaasView.resources(world, ResourceKind.SELECTION)) {
            String image = selection.name();
            boolean there = world.table(MaasView.IMAGES).has(image);
            if (!there && !world.table(MaasView.SYNCS).has(image)) {
                sync(image, out.draw(IMAGE_SYNC, image, out.now()), out);
            }
        }
    }

    private static void sync(String image, long leftNs, Outcome out) {
        EventId due = out.schedule(leftNs, new ImageSyncDue(image));
        out.fact(new ImageSyncStarted(image, out.now() + leftNs, due));
    }

    static void synced(ImageSyncDue event, World world, Outcome out) {
        out.fact(new ImageImported(event.name()));
    }

    static void createRange(CreateIpRange command, World world, Outcome out) {
        Optional<Ipv4.Range> range = Ipv4.range(command.startIp(), command.endIp());
        if (range.isEmpty()) {
            out.refuse(ranged("Start IP address and end IP address are both required."));
            return;
        }
        Optional<Subnet> subnet =
                world.table(MaasView.SUBNETS).stream()
                        .filter(s ->
                                Ipv4.cidr(s.cidr())
                                        .filter(all -> all.contains(range.get().low()))
                                        .isPresent())
                        .findFirst();
        if (subnet.isEmpty()) {
            out.refuse(Barred.form("subnet", "This field is required."));
            return;
        }
        Optional<Refusal> why = wrong(range.get(), command.type(), subnet.get(), world);
        if (why.isPresent()) {
            out.refuse(why.get());
        } else {
            out.fact(
                    new IpRangeCreated(
                            command.type(),
                            command.startIp(),
                            command.endIp(),
                            command.comment(),
                            subnet.get().cidr()));
        }
    }

    /** MAAS 3.5, models/iprange.py, clean: in its order. */
    private static Optional<Refusal> wrong(
            Ipv4.Range range, IpRangeType type, Subnet subnet, World world) {
        Ipv4.Range all = Ipv4.cidr(subnet.cidr()).orElseThrow();
        String message;
        String field;
        if (range.high() < range.low()) {
            field = "end_ip";
            message = "End IP address must not be less than Start IP address.";
        } else if (!all.contains(range.high())) {
            field = "end_ip";
            message = "End IP address must be within subnet: " + subnet.cidr() + ".";
        } else if (range.low() == all.low()) {
            field = "start_ip";
            message = "Reserved network address cannot be included in IP range.";
        } else if (range.high() == all.high()) {
            field = "end_ip";
            message = "Broadcast address cannot be included in IP range.";
        } else {
            return overlaps(range, type, subnet, world)
                    ? Optional.of(
                            ranged(
                                    "Requested "
                                            + type.text()
                                            + " range conflicts with an existing "
                                            + (type == IpRangeType.RESERVED
                                                    ? "range."
                                                    : "IP address or range.")))
                    : Optional.empty();
        }
        return Optional.of(Barred.form(field, message));
    }

    /** An error that MAAS shows at both ends of a range. */
    private static Refusal ranged(String message) {
        return Barred.form("start_ip end_ip", message);
    }

    private static boolean overlaps(
            Ipv4.Range range, IpRangeType type, Subnet subnet, World world) {
        List<Ipv4.Range> others = new ArrayList<>();
        for (IpRange other : world.table(MaasView.RANGES)) {
            Ipv4.range(other.startIp(), other.endIp()).ifPresent(others::add);
        }
        if (type == IpRangeType.DYNAMIC) {
            List<String> used = new ArrayList<>();
            used.addAll(List.of(subnet.gateway(), subnet.dns(), subnet.region()));
            MaasView.addresses(world).forEach(address -> used.add(address.address()));
            for (String address : used) {
                Ipv4.parse(address).ifPresent(a -> others.add(new Ipv4.Range(a, a)));
            }
        }
        return others.stream().anyMatch(o -> o.low() <= range.high() && range.low() <= o.high());
    }

    /** Schedules the downloads of an observed state, and renews their handles. */
    static void resume(World world, Outcome out) {
        for (ImageSync sync : world.table(MaasView.SYNCS)) {
            sync(sync.name(), Math.max(0, sync.dueNs() - out.now()), out);
        }
    }
}
