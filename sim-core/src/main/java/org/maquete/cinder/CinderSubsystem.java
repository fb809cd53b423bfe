package org.maquete.cinder;

import java.util.List;
import org.maquete.kernel.Registry;
import org.maquete.kernel.Subsystem;
import org.maquete.keystone.client.OpenstackVerb;
import org.maquete.tool.cliff.OpenstackGrammar;

/** Cinder and its commands in the openstack client. */
public final class CinderSubsystem implements Subsystem {

    private final OpenstackGrammar grammar;

    /** With the grammar of the client's commands. */
    public CinderSubsystem(OpenstackGrammar grammar) {
        this.grammar = grammar;
    }

    @Override
    public String name() {
        return "cinder";
    }

    @Override
    public void declare(Registry registry) {
        registry.tables(
                CinderView.VOLUMES, CinderView.SNAPSHOTS, CinderView.TYPES, CinderView.SILENT);
        registry.spans(VolumeSpans.all());
        registry.command(CreateVolume.class, VolumeHandler::create);
        registry.command(DeleteVolumes.class, VolumeHandler::delete);
        registry.command(SetVolume.class, VolumeHandler::set);
        registry.command(ReserveVolume.class, VolumeHandler::reserve);
        registry.command(ConnectVolume.class, VolumeHandler::connect);
        registry.command(CompleteAttachment.class, VolumeHandler::complete);
        registry.command(BeginDetaching.class, VolumeHandler::detaching);
        registry.command(EndAttachment.class, VolumeHandler::end);
        registry.command(CreateSnapshot.class, SnapshotHandler::create);
        registry.command(DeleteSnapshots.class, SnapshotHandler::delete);
        registry.command(CreateVolumeType.class, SnapshotHandler::createType);
        registry.command(DeleteVolumeTypes.class, SnapshotHandler::deleteTypes);
        CinderService.declare(registry);
        VolumeWork.declare(registry);
        CinderFolds.declare(registry);
        registry.resume(VolumeWork::resume);
        OpenstackVerb.Maker make = new OpenstackVerb.Maker(grammar, List.of("volumev3"));
        VolumeVerbs.all(make).forEach(registry::contribute);
        SnapshotVerbs.all(make).forEach(registry::contribute);
    }
}
