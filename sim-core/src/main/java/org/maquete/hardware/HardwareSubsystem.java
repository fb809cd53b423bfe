package org.maquete.hardware;

import java.util.ArrayList;
import java.util.List;
import org.maquete.kernel.Registry;
import org.maquete.kernel.Subsystem;
import org.maquete.world.World;

/** The rack. */
public final class HardwareSubsystem implements Subsystem {

    @Override
    public String name() {
        return "hardware";
    }

    @Override
    public void declare(Registry registry) {
        registry.tables(
                HardwareView.MACHINES,
                HardwareView.DISKS,
                HardwareView.NICS,
                HardwareView.CONTROLLERS,
                HardwareView.BROKEN);

        registry.command(InstallMachine.class, RackHandler::install);
        registry.command(CutPower.class, RackHandler::cutPower);
        registry.command(RestorePower.class, RackHandler::restorePower);
        registry.command(SetPower.class, RackHandler::setPower);
        registry.command(PullCable.class, RackHandler::pullCable);
        registry.command(PlugCable.class, RackHandler::plugCable);
        registry.command(CutLink.class, RackHandler::cutLink);
        registry.command(MendLink.class, RackHandler::mendLink);
        registry.command(BreakPart.class, RackHandler::breakPart);
        registry.command(MendPart.class, RackHandler::mendPart);
        registry.command(WriteDisk.class, RackHandler::writeDisk);
        registry.command(WipeDisk.class, RackHandler::wipeDisk);
        registry.command(WipeDisks.class, RackHandler::wipeDisks);
        registry.command(ControlPower.class, ControllerHandler::controlPower);
        registry.command(SetControllerPassword.class, ControllerHandler::setPassword);
        registry.command(DisconnectController.class, ControllerHandler::disconnect);
        registry.command(ReconnectController.class, ControllerHandler::reconnect);

        registry.fact(MachineInstalled.class, RackFolds::installed);
        registry.fact(MainsCut.class, RackFolds::mainsCut);
        registry.fact(MainsRestored.class, RackFolds::mainsRestored);
        registry.fact(PoweredOn.class, RackFolds::poweredOn);
        registry.fact(PoweredOff.class, RackFolds::poweredOff);
        registry.fact(CablePulled.class, RackFolds::cablePulled);
        registry.fact(CablePlugged.class, RackFolds::cablePlugged);
        registry.fact(LinkCut.class, RackFolds::linkCut);
        registry.fact(LinkMended.class, RackFolds::linkMended);
        registry.fact(PartBroken.class, RackFolds::partBroken);
        registry.fact(PartMended.class, RackFolds::partMended);
        registry.fact(DiskWritten.class, RackFolds::diskWritten);
        registry.fact(DiskWiped.class, RackFolds::diskWiped);
        registry.fact(ControllerPasswordSet.class, RackFolds::passwordSet);
        registry.fact(ControllerDisconnected.class, RackFolds::disconnected);
        registry.fact(ControllerReconnected.class, RackFolds::reconnected);

        registry.resume((world, out) -> {}); // nothing is ever pending here
        registry.invariant("a machine without mains does not run", HardwareSubsystem::unpowered);
    }

    private static List<String> unpowered(World world) {
        List<String> wrong = new ArrayList<>();
        for (Machine machine : HardwareView.machines(world)) {
            if (machine.on() && !machine.mains()) {
                wrong.add(machine.name() + " runs although its socket has no power");
            }
        }
        return wrong;
    }
}
