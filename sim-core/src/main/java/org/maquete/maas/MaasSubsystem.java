package org.maquete.maas;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.maquete.hardware.ControllerDisconnected;
import org.maquete.hardware.ControllerPasswordSet;
import org.maquete.hardware.ControllerReconnected;
import org.maquete.hardware.MainsCut;
import org.maquete.hardware.MainsRestored;
import org.maquete.hardware.PoweredOff;
import org.maquete.hardware.PoweredOn;
import org.maquete.host.HostBooted;
import org.maquete.kernel.Outcome;
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
                MaasView.IMAGES,
                MaasView.OPERATIONS,
                MaasView.RESOURCES,
                MaasView.RANGES,
                MaasView.ENLISTMENTS,
                MaasView.SYNCS,
                MaasView.INTERFACES);
        registry.spans(Deadlines.SPANS);
        registry.spans(DeployHandler.SPANS);
        registry.spans(OperationHandler.SPANS);
        registry.spans(PowerHandler.SPANS);
        registry.spans(List.of(EnlistHandler.ENLIST, ResourceHandler.IMAGE_SYNC));
        handlers(registry);
        lifecycle(registry);
        folds(registry);
        newerFolds(registry);
        reactions(registry);
        registry.contribute(new MachineIsNotSwitched());
        registry.contribute(new OperationHasFailed());
        registry.contribute(new DisksAreNotErased());
        registry.invariant("each address belongs to one device", MaasSubsystem::sharedAddresses);
        registry.invariant("a Deployed machine has an address", MaasSubsystem::unaddressed);
        registry.invariant("what the status says is under way is under way", MaasSubsystem::strays);
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
        registry.resume(MaasSubsystem::resume);
        registry.refused(PowerHandler::refused);
    }

    private static void lifecycle(Registry registry) {
        registry.command(CommissionMachine.class, LifecycleHandler::commission);
        registry.command(AcceptMachines.class, LifecycleHandler::accept);
        registry.command(TestMachine.class, LifecycleHandler::test);
        registry.command(OverrideFailedTesting.class, LifecycleHandler::override);
        registry.command(AbortOperation.class, LifecycleHandler::abort);
        registry.command(MarkBroken.class, LifecycleHandler::markBroken);
        registry.command(MarkFixed.class, LifecycleHandler::markFixed);
        registry.command(EnterRescueMode.class, LifecycleHandler::enterRescue);
        registry.command(ExitRescueMode.class, LifecycleHandler::exitRescue);
        registry.command(LockMachine.class, LifecycleHandler::lock);
        registry.command(UnlockMachine.class, LifecycleHandler::unlock);
        registry.command(DeleteMachine.class, LifecycleHandler::delete);
        registry.command(PowerMachine.class, PowerHandler::switchMachine);
        registry.command(QueryPowerState.class, PowerHandler::query);
        registry.command(CreateResource.class, ResourceHandler::create);
        registry.command(UpdateResource.class, ResourceHandler::update);
        registry.command(DeleteResource.class, ResourceHandler::delete);
        registry.command(TagMachines.class, ResourceHandler::tag);
        registry.command(UpdateMachine.class, ResourceHandler::updateMachine);
        registry.command(SetStorageLayout.class, ResourceHandler::setLayout);
        registry.command(UpdateSubnet.class, ResourceHandler::updateSubnet);
        registry.command(CreateIpRange.class, ResourceHandler::createRange);
        registry.command(SyncImages.class, ResourceHandler::syncImages);
        registry.command(CreateInterface.class, InterfaceHandler::create);
        registry.command(DeleteInterface.class, InterfaceHandler::delete);
        registry.command(LinkSubnet.class, InterfaceHandler::link);
        registry.command(UnlinkSubnet.class, InterfaceHandler::unlink);
        registry.event(OperationStepDue.class, OperationHandler::stepDue);
        registry.event(OperationExpiryDue.class, OperationHandler::expired);
        registry.event(PowerPollDue.class, PowerHandler::pollDue);
        registry.event(ImageSyncDue.class, ResourceHandler::synced);
        registry.event(EnlistmentDue.class, EnlistHandler::due);
    }

    private static void resume(World world, Outcome out) {
        DeployHandler.resume(world, out);
        OperationHandler.resume(world, out);
        ResourceHandler.resume(world, out);
        EnlistHandler.resume(world, out);
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
        registry.fact(DeploymentReverted.class, MachineFolds::reverted);
    }

    private static void newerFolds(Registry registry) {
        registry.fact(AllocationTied.class, MachineFolds::tied);
        registry.fact(MachineLocked.class, MachineFolds::locked);
        registry.fact(StorageLayoutSet.class, MachineFolds::laidOut);
        registry.fact(PowerStateSeen.class, MachineFolds::powerSeen);
        registry.fact(PowerPollPlanned.class, MachineFolds::pollPlanned);
        registry.fact(MachineTagged.class, MachineFolds::tagged);
        registry.fact(MachineUpdated.class, MachineFolds::updated);
        registry.fact(MachineDeleted.class, MachineFolds::deleted);
        registry.fact(OperationStarted.class, OperationFolds::started);
        registry.fact(OperationStepReached.class, OperationFolds::stepReached);
        registry.fact(OperationExpirySet.class, OperationFolds::expirySet);
        registry.fact(OperationEnded.class, OperationFolds::ended);
        registry.fact(EnlistmentStarted.class, OperationFolds::enlistmentStarted);
        registry.fact(EnlistmentEnded.class, OperationFolds::enlistmentEnded);
        registry.fact(ImageSyncStarted.class, OperationFolds::syncStarted);
        registry.fact(ResourceCreated.class, InventoryFolds::resourceCreated);
        registry.fact(ResourceUpdated.class, InventoryFolds::resourceUpdated);
        registry.fact(ResourceDeleted.class, InventoryFolds::resourceDeleted);
        registry.fact(IpRangeCreated.class, InventoryFolds::rangeCreated);
        registry.fact(SubnetUpdated.class, InventoryFolds::subnetUpdated);
        registry.fact(InterfaceSet.class, InventoryFolds::interfaceSet);
    }

    /** What MAAS sees of the power comes first: what it does next follows from that. */
    private static void reactions(Registry registry) {
        registry.react(PoweredOn.class, PowerHandler::poweredOn);
        registry.react(PoweredOn.class, DeployHandler::poweredOn);
        registry.react(PoweredOn.class, OperationHandler::poweredOn);
        registry.react(PoweredOn.class, EnlistHandler::poweredOn);
        registry.react(PoweredOff.class, PowerHandler::poweredOff);
        registry.react(PoweredOff.class, DeployHandler::poweredOff);
        registry.react(PoweredOff.class, OperationHandler::poweredOff);
        registry.react(PoweredOff.class, EnlistHandler::poweredOff);
        registry.react(MainsCut.class, PowerHandler::mainsCut);
        registry.react(MainsRestored.class, PowerHandler::mainsRestored);
        registry.react(ControllerDisconnected.class, PowerHandler::disconnected);
        registry.react(ControllerReconnected.class, PowerHandler::reconnected);
        registry.react(ControllerPasswordSet.class, PowerHandler::passwordSet);
        registry.react(HostBooted.class, DeployHandler::booted);
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
            boolean deploys = MaasView.deployment(world, machine.hostname()).isPresent();
            boolean operates = MaasView.operation(world, machine.hostname()).isPresent();
            boolean deploying = machine.status() == NodeStatus.DEPLOYING;
            boolean underWay = machine.status().failed() != machine.status();
            if (deploys != deploying || operates != (underWay && !deploying)) {
                wrong.add(
                        machine.hostname()
                                + " is "
                                + machine.status().text()
                                + (deploys ? ", a deployment" : ", no deployment")
                                + (operates ? " and an operation" : " and no operation")
                                + " under way");
            }
        }
        return wrong;
    }
}
