package org.maquete.maas;

import org.maquete.hardware.Disk;
import org.maquete.hardware.HardwareView;
import org.maquete.hardware.Nic;
import org.maquete.world.World;

/**
 * What {@code lshw -xml} prints about a machine, as far as the lab tells: processor, memory, ports,
 * disks. Vendors, products and firmware are not among it.
 */
final class Lshw {

    private static final long GB = 1_000_000_000L; // <bytes>: as disks are sold
    private static final long MIB = 1L << 20; // <bytes>

    private Lshw() {}

    static String of(Machine machine, World world) {
        StringBuilder xml = new StringBuilder("<list>");
        xml.append("<node id=\"").append(machine.hostname());
        xml.append("\" claimed=\"true\" class=\"system\"><description>Computer</description>");
        xml.append("<width units=\"bits\">64</width>");
        xml.append("<node id=\"core\" claimed=\"true\" class=\"bus\">");
        xml.append("<node id=\"memory\" claimed=\"true\" class=\"memory\">");
        xml.append("<description>System memory</description>");
        xml.append(size("bytes", machine.memoryMib() * MIB)).append("</node>");
        xml.append("<node id=\"cpu\" claimed=\"true\" class=\"processor\">");
        xml.append("<description>CPU</description><width units=\"bits\">64</width>");
        xml.append("<configuration><setting id=\"threads\" value=\"");
        xml.append(machine.cpuThreads()).append("\" /></configuration><capabilities>");
        xml.append(
                "<capability id=\"x86-64\">64bits extensions (x86-64)</capability><capability"
                        + " id=\"vmx\">CPU virtualization (Vanderpool)</capability>");
        xml.append("</capabilities></node>");
        int ports = HardwareView.nics(world, machine.hostname()).size();
        int at = 0;
        for (Nic nic : HardwareView.nics(world, machine.hostname())) {
            xml.append("<node id=\"network").append(ports > 1 ? ":" + at++ : "");
            xml.append("\" claimed=\"true\" class=\"network\">");
            xml.append("<description>Ethernet interface</description><logicalname>");
            xml.append(nic.name()).append("</logicalname><serial>").append(nic.mac());
            xml.append("</serial>").append(size("bit/s", GB));
            xml.append("</node>");
        }
        int disks = HardwareView.disks(world, machine.hostname()).size();
        at = 0;
        for (Disk disk : HardwareView.disks(world, machine.hostname())) {
            xml.append("<node id=\"disk").append(disks > 1 ? ":" + at++ : "");
            xml.append("\" claimed=\"true\" class=\"disk\">");
            xml.append("<description>ATA Disk</description><logicalname>").append(disk.name());
            xml.append("</logicalname>").append(size("bytes", disk.gb() * GB)).append("</node>");
        }
        return xml.append("</node></node></list>").toString();
    }

    private static String size(String units, long number) {
        return "<size units=\"" + units + "\">" + number + "</size>";
    }
}
