package org.maquete.nova;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.maquete.kernel.Answer;
import org.maquete.kernel.Draws;
import org.maquete.kernel.Outcome;
import org.maquete.kernel.Refusal;
import org.maquete.keystone.client.OneByOne;
import org.maquete.world.World;

/** Decides about flavors and key pairs. */
final class CatalogHandler {

    private CatalogHandler() {}

    static void createFlavor(CreateFlavor command, World world, Outcome out) {
        String name = command.name();
        if (NovaView.flavors(world).stream().anyMatch(f -> f.name().equals(name))) {
            out.refuse(Refusal.of("409", "Flavor with name " + name + " already exists."));
            return;
        }
        boolean auto = command.flavorId().equals("auto") || command.flavorId().isEmpty();
        String id = auto ? out.draws(name, "flavor", 0).uuid() : command.flavorId();
        if (world.table(NovaView.FLAVORS).has(id)) {
            out.refuse(Refusal.of("409", "Flavor with ID " + id + " already exists."));
            return;
        }
        out.fact(
                new FlavorCreated(
                        id,
                        name,
                        command.ramMib(),
                        command.diskGib(),
                        command.ephemeralGib(),
                        command.swapMib(),
                        command.vcpus(),
                        command.shared()));
        if (!command.properties().isEmpty()) {
            TreeMap<String, String> properties = new TreeMap<>();
            put(command.properties(), properties);
            out.fact(new FlavorPropertiesSet(id, Aggregate.lines(properties)));
        }
        out.answer(Answer.of(id));
    }

    private static void put(List<String> lines, TreeMap<String, String> properties) {
        for (String each : lines) {
            int equals = each.indexOf('=');
            properties.put(each.substring(0, equals), each.substring(equals + 1));
        }
    }

    /** Extra specs one by one; the answer has a line for each that is not there to be removed. */
    static void setFlavor(SetFlavor command, World world, Outcome out) {
        Optional<Flavor> found = NovaView.flavor(world, command.uuid());
        if (found.isEmpty()) {
            String text = "Flavor " + command.uuid() + " could not be found.";
            out.refuse(Refusal.missing("404", text, "flavor", command.uuid()));
            return;
        }
        TreeMap<String, String> properties = new TreeMap<>(found.get().extraSpecs());
        List<String> missing = new ArrayList<>();
        for (String key : command.removed()) {
            if (properties.remove(key) == null) {
                missing.add(
                        "Flavor " + command.uuid() + " has no extra specs with key " + key + ".");
            }
        }
        put(command.properties(), properties);
        out.fact(new FlavorPropertiesSet(command.uuid(), Aggregate.lines(properties)));
        out.answer(
                missing.isEmpty()
                        ? Answer.of(command.uuid())
                        : Answer.failed(1, String.join("\n", missing)));
    }

    static void deleteFlavors(DeleteFlavors command, World world, Outcome out) {
        OneByOne.each(
                command.uuids(),
                out,
                uuid -> {
                    if (!world.table(NovaView.FLAVORS).has(uuid)) {
                        return missing("Flavor " + uuid + " could not be found.", "flavor", uuid);
                    }
                    out.fact(new FlavorDeleted(uuid));
                    return Optional.empty();
                });
    }

    static void importKeypair(ImportKeypair command, World world, Outcome out) {
        String key = command.user() + " " + command.name();
        if (world.table(NovaView.KEYPAIRS).has(key)) {
            out.refuse(Refusal.of("409", "Key pair '" + command.name() + "' already exists."));
            return;
        }
        Draws draws =
                command.publicKey().isEmpty()
                        ? out.draws(key, "keypair", 0)
                        : Draws.of(0, "nova", command.publicKey(), "fingerprint", 0);
        String hex = draws.hex(32);
        String fingerprint = String.join(":", List.of(hex.split("(?<=\\G..)")));
        String publicKey =
                command.publicKey().isEmpty()
                        ? "ssh-rsa " + draws.hex(64) + " Generated-by-Nova"
                        : command.publicKey().strip();
        out.fact(new KeypairCreated(command.user(), command.name(), fingerprint, publicKey));
        out.answer(Answer.of(command.name()));
    }

    static void deleteKeypairs(DeleteKeypairs command, World world, Outcome out) {
        OneByOne.each(
                command.names(),
                out,
                name -> {
                    if (!world.table(NovaView.KEYPAIRS).has(command.user() + " " + name)) {
                        return missing(
                                "Keypair %s not found for user %s".formatted(name, command.user()),
                                "keypair",
                                name);
                    }
                    out.fact(new KeypairDeleted(command.user(), name));
                    return Optional.empty();
                });
    }

    private static Optional<Refusal> missing(String message, String kind, String name) {
        return Optional.of(Refusal.missing("404", message, kind, name));
    }
}
