package org.maquete.neutron;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import org.maquete.kernel.Answer;
import org.maquete.kernel.Outcome;
import org.maquete.kernel.Refusal;
import org.maquete.world.World;

/**
 * Decides about allowed address pairs: {@code neutron_lib/api/validators/allowedaddresspairs.py}
 * and {@code db/allowedaddresspairs_db.py} of neutron yoga.
 */
final class PairHandler {

    // 10, pairs a port: neutron yoga, conf/extensions/allowedaddresspairs.py
    private static final int PAIR_COUNT_MAX = 10;

    private PairHandler() {}

    static void set(SetPortPairs command, World world, Outcome out) {
        Optional<Refusal> refusal = check(command.pairs());
        if (refusal.isPresent()) {
            out.refuse(refusal.get());
            return;
        }
        Port port = world.table(NeutronTables.PORTS).get(command.port());
        List<String> pairs = new ArrayList<>();
        for (String pair : command.pairs()) {
            String mac = mac(pair);
            String own = mac.equals(SetPortPairs.OWN_MAC) ? port.mac() : mac;
            String full = own.toLowerCase(Locale.ROOT) + " " + address(pair);
            if (pairs.contains(full)) {
                out.refuse(duplicate(own, address(pair)));
                return;
            }
            pairs.add(full);
        }
        if (!pairs.equals(NeutronView.pairs(world, port.uuid()))) {
            out.fact(new PortPairsSet(port.uuid(), pairs));
        }
        out.answer(Answer.of(port.uuid()));
    }

    private static Optional<Refusal> check(List<String> pairs) {
        if (pairs.size() > PAIR_COUNT_MAX) {
            return bad(
                    "The number of allowed address pair exceeds the maximum "
                            + PAIR_COUNT_MAX
                            + ".");
        }
        TreeSet<String> seen = new TreeSet<>();
        for (String pair : pairs) {
            String mac = mac(pair);
            String address = address(pair);
            if (!mac.equals(SetPortPairs.OWN_MAC) && !isMac(mac)) {
                return bad("'" + mac + "' is not a valid MAC address");
            }
            if (!seen.add(pair)) {
                String known = mac.equals(SetPortPairs.OWN_MAC) ? "None" : mac;
                return Optional.of(duplicate(known, address));
            }
            Optional<Refusal> wrong = checkAddress(address);
            if (wrong.isPresent()) {
                return wrong;
            }
        }
        return Optional.empty();
    }

    private static Optional<Refusal> checkAddress(String address) {
        if (!address.contains("/")) {
            return Ipv4.parse(address).isPresent()
                    ? Optional.empty()
                    : bad("'" + address + "' is not a valid IP address");
        }
        Optional<Ipv4.Cidr> cidr = Ipv4.Cidr.parse(address);
        if (cidr.isEmpty()) {
            return bad("'" + address + "' is not a valid IP subnet");
        }
        return cidr.get().toString().equals(address)
                ? Optional.empty()
                : bad(
                        "'%s' isn't a recognized IP subnet cidr, '%s' is recommended"
                                .formatted(address, cidr.get()));
    }

    private static boolean isMac(String text) {
        return text.matches("([0-9a-fA-F]{2}:){5}[0-9a-fA-F]{2}");
    }

    private static Refusal duplicate(String mac, String address) {
        return Refusal.of(
                "400",
                "Request contains duplicate address pair: mac_address %s ip_address %s."
                        .formatted(mac, address));
    }

    static String mac(String pair) {
        return pair.substring(0, pair.indexOf(' '));
    }

    static String address(String pair) {
        return pair.substring(pair.indexOf(' ') + 1);
    }

    private static Optional<Refusal> bad(String message) {
        return Optional.of(Refusal.of("400", message));
    }
}
