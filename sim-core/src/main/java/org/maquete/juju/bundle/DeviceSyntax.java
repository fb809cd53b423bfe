package org.maquete.juju.bundle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Small grammars inside a bundle's texts: storage ({@code storage/constraints.go} of juju 3.6),
 * devices ({@code core/devices}), key-value lists (juju/utils keyvalues) and address blocks.
 */
final class DeviceSyntax {

    private DeviceSyntax() {}

    /** Why Juju does not take {@code pool,count,size}, or empty. */
    static Optional<String> storageRefusal(String text) {
        String pool = "";
        boolean hasField = false;
        for (String field : text.split(",", -1)) {
            if (field.isEmpty()) {
                continue;
            }
            if (field.matches("[a-zA-Z]+[-?a-zA-Z0-9]*")) {
                if (!pool.isEmpty()) {
                    return Optional.of(
                            "pool name is already set to "
                                    + BundleText.quote(pool)
                                    + ", new value "
                                    + BundleText.quote(field)
                                    + " not valid");
                }
                pool = field;
            } else if (field.matches("-?[0-9]+")) {
                if (!isPositive(field)) {
                    return Optional.of("cannot parse count: " + badCount(field));
                }
            } else if (field.matches("-?[0-9]+([.][0-9]+)?[MGTPEZY](i?B)?")) {
                if (field.startsWith("-")) {
                    return Optional.of(
                            "cannot parse size: expected a non-negative number, got "
                                    + BundleText.quote(field));
                }
            } else {
                return Optional.of(
                        "unrecognized storage constraint "
                                + BundleText.quote(field)
                                + " not valid");
            }
            hasField = true;
        }
        return hasField
                ? Optional.empty()
                : Optional.of("storage constraints require at least one field to be specified");
    }

    /** Why Juju does not take {@code count,type,attributes}, or empty. */
    static Optional<String> deviceRefusal(String text) {
        String[] fields = text.split(",", -1);
        if (fields.length > 3) {
            return Optional.of(
                    "cannot parse device constraints string, supported format is"
                            + " [<count>,]<device-class>|<vendor/type>[,<key>=<value>;...]");
        }
        if (fields.length > 1 && !isPositive(fields[0])) {
            return Optional.of(badCount(fields[0]));
        }
        if (fields.length == 3) {
            for (String pair : fields[2].split(";", -1)) {
                if (pair.split("=", -1).length != 2) {
                    return Optional.of(
                            "device attribute key/value pair has bad format: "
                                    + BundleText.quote(pair));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isPositive(String digits) {
        return digits.matches("[0-9]+") && !digits.matches("0+");
    }

    private static String badCount(String found) {
        return "count must be greater than zero, got " + BundleText.quote(found);
    }

    /** Why {@code key=value,key=value} is none, or empty. */
    static Optional<String> pairsRefusal(String text) {
        TreeSet<String> keys = new TreeSet<>();
        for (String pair : text.split(",", -1)) {
            int equal = pair.indexOf('=');
            String key = equal < 0 ? "" : pair.substring(0, equal).strip();
            String value = equal < 0 ? "" : pair.substring(equal + 1).strip();
            if (equal < 0) {
                return Optional.of("expected \"key=value\", got " + BundleText.quote(pair));
            }
            if (key.isEmpty() || value.isEmpty()) {
                return Optional.of("expected \"key=value\", got \"" + key + "=" + value + "\"");
            }
            if (!keys.add(key)) {
                return Optional.of("key " + BundleText.quote(key) + " specified more than once");
            }
        }
        return Optional.empty();
    }

    /** Whether Go's net.ParseCIDR takes it. */
    static boolean isCidr(String text) {
        int slash = text.indexOf('/');
        if (slash < 0 || !text.substring(slash + 1).matches("0|[1-9][0-9]{0,2}")) {
            return false;
        }
        String address = text.substring(0, slash);
        int bits = Integer.parseInt(text.substring(slash + 1));
        return address.indexOf(':') >= 0
                ? bits <= 128 && isIpv6(address)
                : bits <= 32 && isIpv4(address);
    }

    private static boolean isIpv4(String address) {
        String[] parts = address.split("[.]", -1);
        for (String part : parts) {
            if (!part.matches("0|[1-9][0-9]{0,2}") || Integer.parseInt(part) > 255) {
                return false;
            }
        }
        return parts.length == 4;
    }

    private static boolean isIpv6(String address) {
        int gap = address.indexOf("::");
        if (gap != address.lastIndexOf("::")) {
            return false;
        }
        List<String> groups = new ArrayList<>();
        for (String half : gap < 0 ? new String[] {address} : address.split("::", -1)) {
            if (!half.isEmpty()) {
                groups.addAll(List.of(half.split(":", -1)));
            }
        }
        boolean fits = gap < 0 ? groups.size() == 8 : groups.size() < 8;
        return fits && groups.stream().allMatch(group -> group.matches("[0-9a-fA-F]{1,4}"));
    }

    /** Whether juju/charm's ParseOfferURL takes it: {@code controller:user/model.application}. */
    static boolean isOfferUrl(String text) {
        if (text.startsWith(":")) {
            return false;
        }
        String rest = text;
        String[] parts = text.split(":", -1);
        if (parts.length == 3 || (parts.length == 2 && !parts[1].matches("[a-zA-Z0-9]+"))) {
            rest = text.substring(text.indexOf(':') + 1);
        }
        String path = rest.startsWith("/") ? rest.substring(1) : rest;
        int slash = path.indexOf('/');
        String user = slash < 0 ? "" : path.substring(0, slash);
        String tail = path.substring(slash + 1);
        int dot = tail.indexOf('.');
        String model = dot < 0 ? tail : tail.substring(0, dot);
        String application = dot < 0 ? "" : tail.substring(dot + 1).split(":", -1)[0];
        return (slash < 0
                        || user.matches("[a-zA-Z0-9][a-zA-Z0-9.+-]*[a-zA-Z0-9](@[a-zA-Z0-9.-]+)?"))
                && model.matches("[a-z0-9]+[a-z0-9-]*")
                && BundleNames.isApplication(application);
    }
}
