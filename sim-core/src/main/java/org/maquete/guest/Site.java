package org.maquete.guest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maquete.finding.Cure;
import org.maquete.kernel.Fact;
import org.maquete.neutron.FloatingIp;
import org.maquete.neutron.NeutronView;
import org.maquete.neutron.Port;
import org.maquete.nova.NovaView;
import org.maquete.nova.Server;
import org.maquete.world.World;

/**
 * All that is known of the insides of servers, as one command sees and changes it. What it changes
 * is collected as facts; the world stays as it is.
 */
final class Site {

    private final World world;
    private final long nowNs;
    private final Overlay<Guest> guests;
    private final Overlay<GuestFile> files;
    private final Overlay<Daemon> daemons;
    private final Overlay<Image> images;
    private final Overlay<Container> containers;
    private final Overlay<Peer> peers;
    private final List<Fact> facts = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();

    Site(World world, long nowNs) {
        this.world = world;
        this.nowNs = nowNs;
        guests = new Overlay<>(world, GuestTables.GUESTS);
        files = new Overlay<>(world, GuestTables.FILES);
        daemons = new Overlay<>(world, GuestTables.DAEMONS);
        images = new Overlay<>(world, GuestTables.IMAGES);
        containers = new Overlay<>(world, GuestTables.CONTAINERS);
        peers = new Overlay<>(world, GuestTables.PEERS);
    }

    World world() {
        return world;
    }

    long nowNs() {
        return nowNs;
    }

    List<Fact> facts() {
        return facts;
    }

    /** What went wrong, in order. */
    List<Fault> faults() {
        return faults;
    }

    void met(Fault fault) {
        faults.add(fault);
    }

    /** The facts with one for each thing that went wrong. */
    List<Fact> allFacts() {
        List<Fact> all = new ArrayList<>(facts);
        for (Fault each : faults) {
            List<String> advice = new ArrayList<>();
            List<String> lines = new ArrayList<>();
            for (Cure cure : each.cures()) {
                advice.add(cure.words().en());
                advice.add(cure.words().pt());
                lines.add(String.join("\n", cure.lines()));
            }
            all.add(
                    new MishapMet(
                            new Mishap(
                                    -1,
                                    each.cause().word(),
                                    each.isBorne(),
                                    nowNs,
                                    each.words().en(),
                                    each.words().pt(),
                                    advice,
                                    lines)));
        }
        return all;
    }

    /** Whether anybody did anything inside this server. */
    boolean knows(String server) {
        return guests.find(server).isPresent() || !containers(server).isEmpty();
    }

    Guest guest(String server) {
        return guests.find(server).orElseGet(() -> Guest.fresh(server));
    }

    void set(Guest row) {
        guests.put(row);
        facts.add(new GuestChanged(row));
    }

    Optional<String> file(String server, String path) {
        return files.find(server + " " + path).map(GuestFile::content);
    }

    /** The files below a folder, by path. */
    List<GuestFile> filesBelow(String server, String folder) {
        List<GuestFile> all = new ArrayList<>(files.with(server + " " + folder));
        all.sort((a, b) -> a.path().compareTo(b.path()));
        return all;
    }

    void write(String server, String path, String content) {
        GuestFile row = new GuestFile(-1, server, path, content);
        files.put(row);
        facts.add(new GuestFileWritten(row));
    }

    void removeFile(String server, String path) {
        files.remove(server + " " + path);
        facts.add(new GuestFileRemoved(server + " " + path));
    }

    Optional<Daemon> daemon(String server, String name) {
        return daemons.find(server + " " + name);
    }

    void set(Daemon row) {
        daemons.put(row);
        facts.add(new DaemonChanged(row));
    }

    Optional<Image> image(String place, String name) {
        return images.find(place + " " + name);
    }

    List<Image> imagesOf(String place) {
        return images.with(place + " ");
    }

    void set(Image row) {
        images.put(row);
        facts.add(new ImageStored(row));
    }

    /** The containers of a server, the oldest first. */
    List<Container> containers(String server) {
        List<Container> all = new ArrayList<>(containers.with(server + " "));
        all.sort((a, b) -> Integer.compare(a.ordinal(), b.ordinal()));
        return all;
    }

    void set(Container row) {
        containers.put(row);
        facts.add(new ContainerChanged(row));
    }

    void removeContainer(Container row) {
        containers.remove(row.key());
        facts.add(new ContainerRemoved(row.key()));
    }

    Optional<Peer> peer(String key) {
        return peers.find(key);
    }

    void set(Peer row) {
        peers.put(row);
        facts.add(new PeerChanged(row));
    }

    /** The server that has an address, fixed or floating. */
    Optional<Server> owner(String address) {
        for (FloatingIp each : NeutronView.floatingIps(world)) {
            if (each.address().equals(address)) {
                return NeutronView.port(world, each.port())
                        .flatMap(port -> NovaView.server(world, port.deviceId()));
            }
        }
        for (Port each : NeutronView.ports(world)) {
            if (each.address().equals(address)) {
                return NovaView.server(world, each.deviceId());
            }
        }
        return Optional.empty();
    }

    /** What people call a server. */
    String name(String server) {
        return NovaView.server(world, server).map(Server::name).orElse(server);
    }

    /** The fixed address of a server, or the empty text. */
    String address(String server) {
        for (Port each : NeutronView.portsOf(world, server)) {
            if (!each.address().isEmpty()) {
                return each.address();
            }
        }
        return "";
    }

    private Optional<String> floating(String server) {
        for (Port port : NeutronView.portsOf(world, server)) {
            for (FloatingIp each : NeutronView.floatingIpsOf(world, port.uuid())) {
                return Optional.of(each.address());
            }
        }
        return Optional.empty();
    }

    /** The words in front of a command that is to run in a server, as the operator types them. */
    String login(String server) {
        Optional<String> own = floating(server);
        if (own.isPresent()) {
            return "ssh ubuntu@" + own.get();
        }
        for (Server each : NovaView.servers(world)) {
            Optional<String> other = floating(each.uuid());
            if (other.isPresent()) {
                return "ssh -J ubuntu@" + other.get() + " ubuntu@" + address(server);
            }
        }
        return "ssh ubuntu@" + address(server);
    }

    /** A whole line for the operator. */
    String line(String server, String command) {
        return login(server) + " '" + command + "'";
    }
}
