package org.maquete.guest;

import org.maquete.kernel.Registry;
import org.maquete.kernel.Subsystem;
import org.maquete.nova.ServerStateSet;

/** What runs inside the servers of the cloud. */
public final class GuestSubsystem implements Subsystem {

    private final Wire wire;

    /** With the network between the servers. */
    public GuestSubsystem(Wire wire) {
        this.wire = wire;
    }

    @Override
    public String name() {
        return "guest";
    }

    @Override
    public void declare(Registry registry) {
        GuestHandler handler = new GuestHandler(wire);
        registry.tables(
                GuestTables.GUESTS,
                GuestTables.FILES,
                GuestTables.DAEMONS,
                GuestTables.IMAGES,
                GuestTables.CONTAINERS,
                GuestTables.PEERS,
                GuestTables.MISHAPS);
        registry.fact(GuestChanged.class, GuestFolds::changed);
        registry.fact(GuestFileWritten.class, GuestFolds::written);
        registry.fact(GuestFileRemoved.class, GuestFolds::removed);
        registry.fact(DaemonChanged.class, GuestFolds::daemon);
        registry.fact(ImageStored.class, GuestFolds::stored);
        registry.fact(ContainerChanged.class, GuestFolds::container);
        registry.fact(ContainerRemoved.class, GuestFolds::containerRemoved);
        registry.fact(PeerChanged.class, GuestFolds::peer);
        registry.fact(MishapMet.class, GuestFolds::mishap);
        registry.command(RunInGuest.class, handler::run);
        registry.command(AskByHttp.class, handler::ask);
        registry.command(BuildImage.class, GuestHandler::build);
        registry.command(PushImage.class, GuestHandler::push);
        registry.event(AnswerDue.class, GuestHandler::due);
        registry.react(ServerStateSet.class, GuestHandler::stopped);
        registry.contribute(new SshLogin(wire));
        registry.contribute(new CurlProgram(wire));
        registry.contribute(new DockerProgram());
        registry.contribute(new MishapRemedy());
        registry.contribute(new RequestIsAnswered());
    }
}
