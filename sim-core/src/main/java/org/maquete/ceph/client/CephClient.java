package org.maquete.ceph.client;

import org.maquete.kernel.Answer;
import org.maquete.kernel.Outcome;
import org.maquete.kernel.Registry;
import org.maquete.kernel.Subsystem;
import org.maquete.world.World;

/** The ceph command over the rows of {@link org.maquete.ceph.cluster}. */
public final class CephClient implements Subsystem {

    @Override
    public String name() {
        return "ceph-client";
    }

    @Override
    public void declare(Registry registry) {
        registry.command(OrderAll.class, CephClient::order);
        registry.contribute(new CephProgram());
    }

    private static void order(OrderAll command, World world, Outcome out) {
        command.commands().forEach(out::command);
        out.answer(Answer.told(command.said()));
    }
}
