package org.maquete.nova.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.maquete.kernel.Draws;
import org.maquete.nova.scheduler.Host;
import org.maquete.nova.trace.Amounts;
import org.maquete.nova.trace.Synthetic;
import org.maquete.nova.trace.Trace;
import org.maquete.placement.api.Inventory;

final class RoomsTest {

    @Test
    void findsTheSameHostsAsAskingEachOfThem() {
        Trace trace = Synthetic.of(150, 300, 1, Trace.NEVER).trace(3);
        Cloud cloud = new Cloud(trace, new Host.Ratios(1.5, 0.98, 1), 512, 40);
        Asked asked = new Asked(trace);
        Rooms rooms = new Rooms(cloud, asked.kinds().size());
        int[][] used = new int[Resource.COUNT][150];
        Draws draws = Draws.of(1, "test", "rooms", "changes", 0);

        for (int n = 0; n < 3000; n++) {
            int host = draws.below(150);
            for (Resource each : Resource.values()) {
                int r = each.number();
                used[r][host] = draws.below(rooms.limit(r, host) + 1);
                rooms.set(r, host, used[r][host]);
            }
            rooms.changed(host);
            Asked.Kind kind = asked.kinds().get(draws.below(n < 1500 ? 2 : asked.kinds().size()));

            assertThat(rooms.candidates(kind)).isEqualTo(slowly(cloud, used, kind));
        }
    }

    /** As Placement computes it: with floats, host by host. */
    private static int[] slowly(Cloud cloud, int[][] used, Asked.Kind kind) {
        int[] found = new int[cloud.candidateCountMax()];
        int count = 0;
        for (int host = 0; host < used[0].length && count < found.length; host++) {
            Amounts room = cloud.trace().hosts().get(host).room();
            Inventory vcpu = Inventory.of(room.vcpusHad(), 0, cloud.ratios().cpu());
            Inventory ram =
                    Inventory.of(room.ramMib(), cloud.reservedRamMib(), cloud.ratios().ram());
            Inventory disk = Inventory.of(room.diskGib(), 0, cloud.ratios().disk());
            List<Inventory> inventories = List.of(vcpu, ram, disk);
            boolean fits = true;
            for (int r = 0; r < inventories.size(); r++) {
                int amount = kind.amounts()[r];
                fits &= inventories.get(r).takes(amount);
                fits &= inventories.get(r).fits(used[r][host], amount);
            }
            if (fits) {
                found[count++] = host;
            }
        }
        return Arrays.copyOf(found, count);
    }
}
