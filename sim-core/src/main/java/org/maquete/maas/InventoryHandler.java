package org.maquete.maas;

import java.util.Optional;
import org.maquete.hardware.SetPower;
import org.maquete.host.HostKind;
import org.maquete.host.InstallSystem;
import org.maquete.kernel.Draws;
import org.maquete.kernel.Outcome;
import org.maquete.kernel.Refusal;
import org.maquete.world.World;

/** Decides what MAAS is told to have: machines, a subnet, images. */
final class InventoryHandler {

    // <characters>: MAAS 3.5, znums.py (no look-alikes, no vowels that make words)
    private static final String ID_LETTERS = "34678abcdefghkmnpqrstwxy";
    private static final int ID_LENGTH = 6; // <characters>: MAAS 3.5, models/node.py

    private InventoryHandler() {}

    static void enlist(EnlistMachine command, World world, Outcome out) {
        if (MaasView.machine(world, command.hostname()).isPresent()) {
            // The text that Django's unique check gives for the field, MAAS 3.5 (GUESS: not run).
            out.refuse(Refusal.of("400", "Node with this Hostname already exists."));
            return;
        }
        if (command.status().failed() != command.status()) {
            // no text of MAAS: a description of a lab says this, never an operator
            out.refuse(
                    Refusal.of(
                            "400",
                            "a machine cannot be enlisted while it is " + command.status().text()));
            return;
        }
        String id =
                command.systemId().isEmpty()
                        ? systemId(out.draws(command.hostname(), "system id", 0))
                        : command.systemId();
        out.fact(
                new MachineEnlisted(
                        id,
                        command.hostname(),
                        command.status(),
                        command.tags(),
                        command.pool(),
                        command.zone(),
                        command.cpuThreads(),
                        command.memoryMib(),
                        command.powerType()));
        if (command.status() == NodeStatus.DEPLOYED) {
            alreadyDeployed(command.hostname(), world, out);
        }
    }

    /** A machine that was deployed before the run began runs and has an address. */
    private static void alreadyDeployed(String hostname, World world, Outcome out) {
        Optional<String> address = AddressHandler.lowestFree(world);
        if (address.isEmpty()) {
            out.refuse(AddressHandler.exhausted(world));
            return;
        }
        out.fact(new AddressAssigned(hostname, address.get()));
        out.command(new InstallSystem(hostname, HostKind.NUC, ""));
        out.command(new SetPower(hostname, true));
    }

    static void defineSubnet(DefineSubnet command, World world, Outcome out) {
        if (world.table(MaasView.SUBNETS).has(command.cidr())) {
            // The text that Django's unique check gives for the field, MAAS 3.5 (GUESS: not run).
            out.refuse(Barred.form("cidr", "Subnet with this Cidr already exists."));
            return;
        }
        out.fact(
                new SubnetDefined(
                        command.cidr(),
                        command.gateway(),
                        command.dns(),
                        command.region(),
                        command.dynamicLow(),
                        command.dynamicHigh(),
                        command.reserved(),
                        command.wiring()));
    }

    static void importImage(ImportImage command, World world, Outcome out) {
        if (!world.table(MaasView.IMAGES).has(command.name())) {
            out.fact(new ImageImported(command.name()));
        }
    }

    static String systemId(Draws draws) {
        StringBuilder id = new StringBuilder(ID_LENGTH);
        for (int i = 0; i < ID_LENGTH; i++) {
            id.append(ID_LETTERS.charAt(draws.below(ID_LETTERS.length())));
        }
        return id.toString();
    }
}
