package org.maquete.maas;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.maquete.world.Row;
import org.maquete.world.Sink;

/**
 * A managed subnet.
 *
 * @param region the address of the MAAS region controller in it
 * @param dynamicLow first address of the DHCP range
 * @param reserved ranges that MAAS does not assign from: {@code 10.0.0.5-10.0.0.9}
 * @param name what people call it
 * @param vlan its VLAN: fabric and number, {@code fabric-0 0}
 */
public record Subnet(
        int id,
        String cidr,
        String gateway,
        String dns,
        String region,
        String dynamicLow,
        String dynamicHigh,
        List<String> reserved,
        String name,
        String vlan)
        implements Row {

    public Subnet {
        reserved = List.copyOf(reserved);
    }

    @Override
    public String key() {
        return cidr;
    }

    /** Whether an address lies in it. */
    public boolean contains(String address) {
        Optional<Ipv4.Range> all = Ipv4.cidr(cidr);
        OptionalLong number = address.isEmpty() ? OptionalLong.empty() : Ipv4.parse(address);
        return all.isPresent() && number.isPresent() && all.get().contains(number.getAsLong());
    }

    @Override
    public void encode(Sink sink) {
        sink.text("cidr", cidr)
                .text("gateway", gateway)
                .text("dns", dns)
                .text("region", region)
                .text("dynamicLow", dynamicLow)
                .text("dynamicHigh", dynamicHigh)
                .texts("reserved", reserved)
                .text("name", name)
                .text("vlan", vlan);
    }

    /** The same with one more range. */
    Subnet with(IpRangeCreated range) {
        if (range.type() == IpRangeType.DYNAMIC) {
            return rebuilt(range.startIp(), range.endIp(), reserved, List.of());
        }
        List<String> more = new ArrayList<>(reserved);
        more.add(range.startIp() + "-" + range.endIp());
        return rebuilt(dynamicLow, dynamicHigh, more, List.of());
    }

    /** The same with other values, {@code name=value}. */
    Subnet changed(List<String> changes) {
        return rebuilt(dynamicLow, dynamicHigh, reserved, changes);
    }

    private Subnet rebuilt(String low, String high, List<String> ranges, List<String> changes) {
        return new Subnet(
                id,
                cidr,
                chosen(changes, "gateway_ip", gateway),
                chosen(changes, "dns_servers", dns),
                region,
                low,
                high,
                ranges,
                chosen(changes, "name", name),
                chosen(changes, "vlan", vlan));
    }

    private static String chosen(List<String> changes, String key, String old) {
        return changes.stream().anyMatch(c -> c.startsWith(key + "="))
                ? Resource.value(changes, key)
                : old;
    }
}
