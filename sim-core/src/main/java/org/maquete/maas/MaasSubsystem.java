package org.maquete.maas;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.maquete.hardware.PoweredOff;
import org.maquete.hardware.PoweredOn;
import org.maquete.host.HostBooted;
import org.maquete.kernel.Registry;
import org.maquete.kernel.Subsystem;
import org.maquete.world.World;

/** MAAS. */
public final class MaasSubsystem implements Subsystem {

    @Override
    public String name() {
        return "maas";
    }

    @Override
    public void declare(Registry registry) {
        registry.tables(
                MaasView.MACHINES,
                MaasView.DEPLOYMENTS,
                MaasView.SUBNETS,
                MaasView.ADDRESSES,
                MaasView.IMAGES);
        registry.spans(DeployHandler.SPANS);
        handlers(registry);
        folds(registry);
        registry.invariant("each address belongs to one device", MaasSubsystem::sharedAddresses);
        registry.invariant("a Deployed machine has an address", MaasSubsystem::unaddressed);
        registry.invariant(
                "a deployment is under way exactly while Deploying", MaasSubsystem::strays);
    }

    private static void handlers(Registry registry) {
        registry.command(EnlistMachine.class, InventoryHandler::enlist);
        registry.command(DefineSubnet.class, InventoryHandler::defineSubnet);
        registry.command(ImportImage.class, InventoryHandler::importImage);
        registry.command(AllocateMachine.class, AllocateHandler::allocate);
        registry.command(DeployMachine.class, DeployHandler::deploy);
        registry.command(ReleaseMachine.class, ReleaseHandler::release);
        registry.command(AssignAddress.class, AddressHandler::assign);
        registry.command(ReleaseAddress.class, AddressHandler::release);
        registry.event(DeployStepDue.class, DeployHandler::stepDue);
        registry.event(StatusExpiryDue.class, DeployHandler::expired);
        registry.resume(DeployHandler::resume);
    }

    private static void folds(Registry registry) {
        registry.fact(MachineEnlisted.class, InventoryFolds::enlisted);
        registry.fact(SubnetDefined.class, InventoryFolds::subnetDefined);
        registry.fact(ImageImported.class, InventoryFolds::imageImported);
        registry.fact(MachineAllocated.class, MachineFolds::allocated);
        registry.fact(MachineAcquired.class, MachineFolds::acquired);
        registry.fact(MachineStatusChanged.class, MachineFolds::statusChanged);
        registry.fact(DeploymentStarted.class, MachineFolds::deploymentStarted);
        registry.fact(StatusExpirySet.class, MachineFolds::expirySet);
        registry.fact(DeployStepReached.class, MachineFolds::stepReached);
        registry.fact(DeploymentInterrupted.class, MachineFolds::interrupted);
        registry.fact(MachineDeployed.class, MachineFolds::deployed);
        registry.fact(DeploymentFailed.class, MachineFolds::failed);
        registry.fact(AddressAssigned.class, InventoryFolds::addressAssigned);
        registry.fact(AddressReleased.class, InventoryFolds::addressReleased);
        registry.react(PoweredOn.class, DeployHandler::poweredOn);
        registry.react(PoweredOff.class, DeployHandler::poweredOff);
        registry.react(PoweredOff.class, ReleaseHandler::poweredOff);
        registry.react(HostBooted.class, DeployHandler::booted);
        registry.refused(DeployHandler::refused);
    }

    private static List<String> sharedAddresses(World world) {
        TreeMap<String, String> holders = new TreeMap<>();
        List<String> wrong = new ArrayList<>();
        for (Address address : MaasView.addresses(world)) {
            Optional.ofNullable(holders.put(address.address(), address.device()))
                    .ifPresent(other ->
                            wrong.add(
                                    address.address()
                                            + " belongs to "
                                            + other
                                            + " and "
                                            + address.device()));
        }
        return wrong;
    }

    private static List<String> unaddressed(World world) {
        List<String> wrong = new ArrayList<>();
        for (Machine machine : MaasView.machines(world)) {
            if (machine.status() == NodeStatus.DEPLOYED
                    && MaasView.addressOf(world, machine.hostname()).isEmpty()) {
                wrong.add(machine.hostname() + " is Deployed without an address");
            }
        }
        return wrong;
    }

    private static List<String> strays(World world) {
        List<String> wrong = new ArrayList<>();
        for (Machine machine : MaasView.machines(world)) {
            boolean underWay = MaasView.deployment(world, machine.hostname()).isPresent();
            if (underWay != (machine.status() == NodeStatus.DEPLOYING)) {
                wrong.add(
                        machine.hostname()
                                + " is "
                                + machine.status().text()
                                + (underWay ? " with" : " without")
                                + " a deployment under way");
            }
        }
        return wrong;
    }
}
