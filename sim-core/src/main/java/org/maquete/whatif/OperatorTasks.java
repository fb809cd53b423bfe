package org.maquete.whatif;

import java.util.ArrayList;
import java.util.List;
import org.maquete.finding.Words;
import org.maquete.hardware.HardwareView;
import org.maquete.hardware.Machine;
import org.maquete.hardware.Nic;
import org.maquete.host.Host;
import org.maquete.host.HostFault;
import org.maquete.host.HostView;
import org.maquete.host.Service;
import org.maquete.juju.JujuTables;
import org.maquete.juju.JujuView;
import org.maquete.juju.StatusInfo;
import org.maquete.juju.Unit;
import org.maquete.kernel.SimTime;
import org.maquete.lxd.Container;
import org.maquete.lxd.ContainerState;
import org.maquete.lxd.LxdView;
import org.maquete.nova.NovaView;
import org.maquete.nova.Server;
import org.maquete.world.World;

/**
 * What waits for a person: machines without power, loose cables, full disks, and units that say
 * something which only a person can put right. What follows from another task is left out: the
 * containers of a machine that is off, and units that wait for a service below.
 */
public final class OperatorTasks {

    private final World world;
    private final List<OperatorTask> tasks = new ArrayList<>();

    private OperatorTasks(World world) {
        this.world = world;
    }

    /**
     * All tasks, from the bottom to the top.
     *
     * @param before a world in which all was well: what was off there is not missed
     */
    public static List<OperatorTask> of(World world, World before) {
        OperatorTasks all = new OperatorTasks(world);
        all.rack(before);
        all.hosts();
        all.containers(before);
        all.services(before);
        all.units();
        all.servers(before);
        return all.tasks;
    }

    private void add(String subject, String why, String en, String pt, String... lines) {
        tasks.add(new OperatorTask(subject, why, new Words(en, pt), List.of(lines)));
    }

    private void rack(World before) {
        for (Machine machine : HardwareView.machines(world)) {
            String name = machine.name();
            if (!machine.mains()) {
                add(
                        name,
                        "its socket has no power",
                        "Give the socket power; it starts by itself.",
                        "Religue a tomada; a máquina liga sozinha.");
            } else if (!machine.on() && HardwareView.isOn(before, name)) {
                String line = "maas $PROFILE machine power-on $SYSTEM_ID";
                add(name, "it is off", "Switch it on.", "Ligue a máquina.", line);
            }
            for (Nic nic : HardwareView.nics(world, name)) {
                if (!nic.plugged()) {
                    add(name, "the cable is out of " + nic.name(), "Plug it in.", "Ligue o cabo.");
                } else if (!nic.enabled()) {
                    add(
                            name,
                            "the switch port behind " + nic.name() + " is disabled",
                            "Enable the port.",
                            "Habilite a porta do switch.");
                }
            }
        }
    }

    private void hosts() {
        for (HostFault fault : world.table(HostView.FAULTS)) {
            if (fault.diskFull()) {
                add(
                        fault.host(),
                        "No space left on device",
                        "Make room on its root file system.",
                        "Libere espaço no sistema de arquivos raiz.",
                        "sudo du -xh --max-depth=3 / | sort -h | tail");
            }
            if (fault.clockOffsetNs() != 0) {
                long seconds = fault.clockOffsetNs() / SimTime.SECOND;
                add(
                        fault.host(),
                        "its clock is off by " + seconds + " s",
                        "Step the clock; chrony only slews it.",
                        "Acerte o relógio; o chrony só o desloca aos poucos.",
                        "sudo chronyc makestep");
            }
        }
    }

    private void containers(World before) {
        for (Container container : LxdView.containers(world)) {
            boolean ran =
                    LxdView.container(before, container.name())
                            .filter(c -> c.state() == ContainerState.RUNNING)
                            .isPresent();
            if (ran
                    && container.state() == ContainerState.STOPPED
                    && HostView.isUp(world, container.host())) {
                String line = "lxc start " + container.name();
                add(
                        container.name(),
                        "it is stopped",
                        "Start it on " + container.host() + ".",
                        "Inicie-o em " + container.host() + ".",
                        line);
            }
        }
    }

    private void services(World before) {
        for (Service service : world.table(HostView.SERVICES)) {
            if (!service.running()
                    && service.restartDueNs() == 0
                    && HostView.isUp(world, service.host())
                    && HostView.isRunning(before, service.host(), service.name())) {
                add(
                        service.host(),
                        service.name() + ".service is stopped",
                        "Start it.",
                        "Inicie o serviço.",
                        "sudo systemctl start " + service.name());
            }
        }
    }

    private void servers(World before) {
        for (Server server : NovaView.servers(world)) {
            boolean ran =
                    NovaView.server(before, server.uuid())
                            .filter(s -> s.status().equals("ACTIVE"))
                            .isPresent();
            if (ran && server.status().equals("SHUTOFF")) {
                add(
                        server.name(),
                        "SHUTOFF since its host booted",
                        "Start it.",
                        "Inicie o servidor.",
                        "openstack server start " + server.name());
            }
        }
    }

    private void units() {
        for (Unit unit : world.table(JujuTables.UNITS)) {
            boolean up =
                    HostView.host(world, JujuView.hostOf(world, unit))
                            .map(Host::booted)
                            .orElse(true);
            StatusInfo said = JujuView.lastSaid(world, unit);
            if (up && !said.current().equals("active")) {
                String charm =
                        JujuView.application(world, unit.model(), unit.application())
                                .map(application -> application.charm())
                                .orElse("");
                RecoveryActions.of(charm, unit, said.message())
                        .filter(task -> !tasks.contains(task))
                        .ifPresent(tasks::add);
            }
        }
    }
}
