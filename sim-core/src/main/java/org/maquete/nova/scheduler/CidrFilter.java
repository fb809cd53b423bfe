package org.maquete.nova.scheduler;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * SimpleCIDRAffinityFilter: near the address of the hint build_near_host_ip. The hint cidr is put
 * behind it as it is, {@code /24} by default.
 */
record CidrFilter() implements HostFilter.Once {

    private record Address(int bits, BigInteger value) {}

    private record Net(Address address, int prefix) {

        boolean contains(Address other) {
            int shift = address.bits() - prefix;
            return other.bits() == address.bits()
                    && other.value().shiftRight(shift).equals(address.value().shiftRight(shift));
        }
    }

    @Override
    public String name() {
        return "SimpleCIDRAffinityFilter";
    }

    @Override
    public IntPredicate over(HostStates hosts, RequestSpec spec) {
        String near = first(spec, "build_near_host_ip", "");
        if (near.isEmpty()) {
            return i -> true;
        }
        String text = near + first(spec, "cidr", "/24");
        return i -> net(text).contains(address(hosts.host(i).hypervisor().ip(), text));
    }

    private static String first(RequestSpec spec, String hint, String otherwise) {
        return spec.shape().hasHint(hint) ? spec.shape().hint(hint).getFirst() : otherwise;
    }

    private static Net net(String text) {
        int slash = text.indexOf('/');
        Address address = address(slash < 0 ? text : text.substring(0, slash), text);
        if (slash < 0) {
            return new Net(address, address.bits());
        }
        String rest = text.substring(slash + 1);
        if (rest.matches("[0-9]{1,3}") && Integer.parseInt(rest) <= address.bits()) {
            return new Net(address, Integer.parseInt(rest));
        }
        Address mask = address(rest, text);
        int zeros = mask.value().getLowestSetBit();
        int prefix = zeros < 0 ? 0 : mask.bits() - zeros;
        BigInteger full = BigInteger.ONE.shiftLeft(mask.bits()).subtract(BigInteger.ONE);
        boolean good =
                mask.bits() == address.bits()
                        && mask.value()
                                .equals(
                                        full.shiftRight(mask.bits() - prefix)
                                                .shiftLeft(mask.bits() - prefix));
        if (!good) {
            throw invalid(text);
        }
        return new Net(address, prefix);
    }

    private static SchedulingError invalid(String text) {
        return new SchedulingError("AddrFormatError", "invalid IPNetwork " + text);
    }

    private static Address address(String text, String whole) {
        Optional<Address> found = text.indexOf(':') >= 0 ? six(text) : four(text);
        return found.orElseThrow(() -> invalid(whole));
    }

    private static Optional<Address> four(String text) {
        if (!text.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}")) {
            return Optional.empty();
        }
        long value = 0;
        for (String part : text.split("\\.", -1)) {
            int octet = Integer.parseInt(part);
            if (octet > 255) {
                return Optional.empty();
            }
            value = value << 8 | octet;
        }
        return Optional.of(new Address(32, BigInteger.valueOf(value)));
    }

    private static Optional<Address> six(String text) {
        int gap = text.indexOf("::");
        List<String> left = words(gap < 0 ? text : text.substring(0, gap));
        List<String> right = words(gap < 0 ? "" : text.substring(gap + 2));
        int zeros = 8 - left.size() - right.size();
        if (gap < 0 ? zeros != 0 : zeros < 1) {
            return Optional.empty();
        }
        List<String> all = new ArrayList<>(left);
        for (int i = 0; i < zeros; i++) {
            all.add("0");
        }
        all.addAll(right);
        BigInteger value = BigInteger.ZERO;
        for (String word : all) {
            if (!word.matches("[0-9a-fA-F]{1,4}")) {
                return Optional.empty();
            }
            value = value.shiftLeft(16).or(BigInteger.valueOf(Integer.parseInt(word, 16)));
        }
        return Optional.of(new Address(128, value));
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(":", -1));
    }

    @Override
    public String why(HostStates hosts, RequestSpec spec, int host) {
        return hosts.host(host).hypervisor().ip()
                + " is not in "
                + first(spec, "build_near_host_ip", "")
                + first(spec, "cidr", "/24");
    }
}
