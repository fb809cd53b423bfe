package org.maquete.lab;

import java.util.ArrayList;
import java.util.List;
import org.maquete.hardware.BreakPart;
import org.maquete.hardware.InstallMachine;
import org.maquete.juju.AddCloud;
import org.maquete.juju.AddCredential;
import org.maquete.kernel.Command;
import org.maquete.kernel.JournalMode;
import org.maquete.kernel.Settings;
import org.maquete.maas.DefineSubnet;
import org.maquete.maas.EnlistMachine;
import org.maquete.maas.ImportImage;
import org.maquete.maas.Ipv4;

/** Turns the description of a lab into what a simulation takes. */
public final class LabBuilder {

    private LabBuilder() {}

    /** The seed and the measured durations of the lab, with a full journal. */
    public static Settings settings(LabDescription lab) {
        return new Settings(lab.seed(), JournalMode.FULL, lab.durations());
    }

    /** The commands that build the lab at time 0, in order. */
    public static List<Command> commands(LabDescription lab) {
        List<Command> commands = new ArrayList<>();
        for (LabDescription.Subnet subnet : lab.maas().subnets()) {
            commands.add(subnet(subnet, lab.maas().region()));
        }
        lab.maas().images().forEach(image -> commands.add(new ImportImage(image)));
        for (LabDescription.Computer computer : lab.machines()) {
            commands.add(
                    new InstallMachine(
                            computer.name(),
                            computer.cpuThreads(),
                            computer.memoryMib(),
                            computer.zone(),
                            computer.disks(),
                            computer.nics()));
            computer.broken().forEach(part -> commands.add(new BreakPart(computer.name(), part)));
            commands.add(
                    new EnlistMachine(
                            computer.systemId(),
                            computer.name(),
                            computer.status(),
                            computer.tags(),
                            computer.pool(),
                            computer.zone(),
                            computer.cpuThreads(),
                            computer.memoryMib(),
                            computer.powerType()));
        }
        for (String cloud : lab.clouds()) {
            commands.add(new AddCloud(cloud, "maas", api(lab.maas().region())));
            commands.add(new AddCredential(cloud, cloud));
        }
        return commands;
    }

    /** Where MAAS answers: MAAS 3.5, the port of its region controller. */
    private static String api(String region) {
        return "http://" + (region.isEmpty() ? "maas" : region) + ":5240/MAAS";
    }

    private static DefineSubnet subnet(LabDescription.Subnet subnet, String region) {
        List<LabDescription.Range> dynamic = subnet.dynamicRange();
        boolean isHome = Ipv4.cidr(subnet.cidr()).stream().anyMatch(all -> isIn(region, all));
        return new DefineSubnet(
                subnet.cidr(),
                subnet.gateway(),
                subnet.dns(),
                isHome ? region : "",
                dynamic.isEmpty() ? "" : dynamic.getFirst().low(),
                dynamic.isEmpty() ? "" : dynamic.getFirst().high(),
                subnet.reservedRanges().stream().map(r -> r.low() + "-" + r.high()).toList(),
                subnet.wiring());
    }

    private static boolean isIn(String address, Ipv4.Range range) {
        return Ipv4.parse(address).stream().anyMatch(range::contains);
    }
}
