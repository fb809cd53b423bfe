package org.maquete.lab;

import java.util.List;
import org.maquete.hardware.DiskSpec;
import org.maquete.hardware.NicSpec;
import org.maquete.hardware.Part;
import org.maquete.kernel.Span;
import org.maquete.maas.NodeStatus;
import org.maquete.maas.Wiring;

/**
 * What a run begins with, as a person wrote it; every value is checked.
 *
 * @param format {@value #FORMAT}
 * @param seed all luck follows from it
 * @param clouds names of the clouds already registered on the operator's machine
 * @param maas the MAAS and its subnets
 * @param machines the computers in the rack
 * @param durations spans measured in the lab, in place of the built-in ones of the same name
 */
public record LabDescription(
        String format,
        long seed,
        List<String> clouds,
        Maas maas,
        List<Computer> machines,
        List<Span> durations) {

    /** The only format there is. */
    public static final String FORMAT = "lab-inventory/1";

    public LabDescription {
        clouds = List.copyOf(clouds);
        machines = List.copyOf(machines);
        durations = List.copyOf(durations);
    }

    /** Two addresses and all between them. */
    public record Range(String low, String high) {}

    /**
     * The MAAS of the lab and its subnets.
     *
     * @param version of MAAS: {@code 3.5}
     * @param region where MAAS itself answers, or empty
     * @param images synced boot images: {@code ubuntu/jammy/amd64}
     * @param subnets machines boot from the first
     */
    public record Maas(String version, String region, List<String> images, List<Subnet> subnets) {

        public Maas {
            images = List.copyOf(images);
            subnets = List.copyOf(subnets);
        }
    }

    /**
     * A subnet that MAAS manages.
     *
     * @param wiring its name, VLAN and space
     * @param gateway address, or empty
     * @param dns address, or empty
     * @param dynamicRange the DHCP range; at most one
     * @param reservedRanges what MAAS must not assign from
     */
    public record Subnet(
            String cidr,
            Wiring wiring,
            String gateway,
            String dns,
            List<Range> dynamicRange,
            List<Range> reservedRanges) {

        public Subnet {
            dynamicRange = List.copyOf(dynamicRange);
            reservedRanges = List.copyOf(reservedRanges);
        }
    }

    /**
     * A computer in the rack, as MAAS knows it.
     *
     * @param name host name
     * @param systemId MAAS's id, or empty to have one drawn
     * @param status a status in which nothing is under way
     * @param tags its tags in MAAS
     * @param pool its resource pool
     * @param zone its availability zone
     * @param powerType MAAS's power driver
     * @param amtIp address of the management controller, or empty
     * @param cpuThreads hardware threads
     * @param memoryMib memory
     * @param nics its network ports
     * @param disks its disks
     * @param broken what of it is broken when the run begins
     */
    public record Computer(
            String name,
            String systemId,
            NodeStatus status,
            List<String> tags,
            String pool,
            String zone,
            String powerType,
            String amtIp,
            int cpuThreads,
            int memoryMib,
            List<NicSpec> nics,
            List<DiskSpec> disks,
            List<Part> broken) {

        public Computer {
            tags = List.copyOf(tags);
            nics = List.copyOf(nics);
            disks = List.copyOf(disks);
            broken = List.copyOf(broken);
        }
    }
}
