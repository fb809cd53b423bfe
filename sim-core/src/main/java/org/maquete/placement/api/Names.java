package org.maquete.placement.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Resource classes with their numbers, and traits: the standard ones and those of a user. */
final class Names {

    // 10000, number: placement 8.0.0, objects/resource_class.py, MIN_CUSTOM_RESOURCE_CLASS_ID
    private static final int CUSTOM_FIRST = 10000;

    // os-resource-classes 1.1.0, STANDARDS, in its order: the position is the number
    private static final String STANDARD =
            "VCPU MEMORY_MB DISK_GB PCI_DEVICE SRIOV_NET_VF NUMA_SOCKET NUMA_CORE NUMA_THREAD"
                    + " NUMA_MEMORY_MB IPV4_ADDRESS VGPU VGPU_DISPLAY_HEAD"
                    + " NET_BW_EGR_KILOBIT_PER_SEC NET_BW_IGR_KILOBIT_PER_SEC PCPU"
                    + " MEM_ENCRYPTION_CONTEXT FPGA PGPU NET_PACKET_RATE_KILOPACKET_PER_SEC"
                    + " NET_PACKET_RATE_EGR_KILOPACKET_PER_SEC"
                    + " NET_PACKET_RATE_IGR_KILOPACKET_PER_SEC";

    private final TreeMap<String, Integer> numbers = new TreeMap<>();
    private final TreeMap<Integer, String> names = new TreeMap<>();
    private final TreeSet<String> customTraits = new TreeSet<>();
    private @Nullable TreeSet<String> standardTraits;

    Names() {
        for (String name : STANDARD.split(" ", -1)) {
            put(name, numbers.size());
        }
    }

    private void put(String name, int number) {
        numbers.put(name, number);
        names.put(number, name);
    }

    /** The number of a resource class; an error of the form that all callers quote. */
    int number(String resourceClass) {
        Integer number = numbers.get(resourceClass);
        if (number == null) {
            throw new UnknownClass("No such resource class " + resourceClass + ".");
        }
        return number;
    }

    /** A resource class that does not exist. */
    static final class UnknownClass extends RuntimeException {
        private static final long serialVersionUID = 1;

        UnknownClass(String message) {
            super(message);
        }
    }

    boolean knows(String resourceClass) {
        return numbers.containsKey(resourceClass);
    }

    String name(int number) {
        String name = names.get(number);
        if (name == null) {
            throw new IllegalStateException("expected a resource class, found " + number);
        }
        return name;
    }

    List<String> resourceClasses() {
        return new ArrayList<>(names.values());
    }

    void addClass(String name) {
        put(name, Math.max(CUSTOM_FIRST, names.lastKey() + 1));
    }

    void removeClass(String name) {
        names.remove(number(name));
        numbers.remove(name);
    }

    static boolean isCustom(String name) {
        return name.matches("CUSTOM_[A-Z0-9_]+") && name.length() <= 255;
    }

    boolean hasTrait(String trait) {
        return customTraits.contains(trait) || standardTraits().contains(trait);
    }

    boolean isStandardTrait(String trait) {
        return standardTraits().contains(trait);
    }

    void addTrait(String trait) {
        customTraits.add(trait);
    }

    void removeTrait(String trait) {
        customTraits.remove(trait);
    }

    TreeSet<String> traits() {
        TreeSet<String> all = new TreeSet<>(standardTraits());
        all.addAll(customTraits);
        return all;
    }

    private TreeSet<String> standardTraits() {
        TreeSet<String> known = standardTraits;
        if (known == null) {
            known = new TreeSet<>();
            try (InputStream in = Names.class.getResourceAsStream("traits.txt")) {
                if (in == null) {
                    throw new IllegalStateException("expected the resource traits.txt, found none");
                }
                String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                text.lines().filter(line -> !line.startsWith("#")).forEach(known::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            standardTraits = known;
        }
        return known;
    }
}
