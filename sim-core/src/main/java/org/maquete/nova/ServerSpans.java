package org.maquete.nova;

import java.util.List;
import org.maquete.kernel.Distribution;
import org.maquete.kernel.SimTime;
import org.maquete.kernel.Span;

/**
 * How long the steps of a server's life take. What passes between the programs was measured with a
 * hypervisor that does nothing; what a hypervisor does is a guess for QEMU on a NUC.
 */
final class ServerSpans {

    private static final String FAKE =
            "samples/openstack/lifecycle_transitions.json: nova 26.2.2, fake hypervisor";

    static final Span SCHEDULING =
            Span.seconds("nova.scheduling", 1, 2, "facts/openstack.md 4: whole create 2-3 s");
    static final Span SPAWNING =
            Span.seconds("nova.spawning", 5, 20, "GUESS: image from Ceph, qemu on a NUC");
    static final Span POWER = Span.seconds("nova.power", 2, 4, "GUESS: acpi shutdown, small image");
    static final Span BIND_FAILURE =
            millis(
                    "nova.bind-failure",
                    1350,
                    1550,
                    "samples/openstack/faults_and_multicreate.json: no_l2_agent");
    static final Span CALL = millis("nova.call", 130, 330, FAKE);
    static final Span MOVE_SCHEDULING = millis("nova.move-scheduling", 600, 1100, FAKE);
    static final Span DOMAIN =
            millis("nova.domain", 200, 1000, "GUESS: virsh suspend, resume, destroy, start");
    static final Span SAVE_MEMORY =
            Span.seconds("nova.save-memory", 5, 20, "GUESS: managed save of 1-4 GiB to an SSD");
    static final Span COPY_DISK =
            Span.seconds("nova.copy-disk", 20, 60, "GUESS: 2 GB of qcow2 by scp over 1 Gbit/s");
    static final Span COPY_MEMORY =
            Span.seconds("nova.copy-memory", 10, 40, "GUESS: 1-4 GiB over 1 Gbit/s");
    static final Span UPLOAD =
            Span.seconds("nova.upload", 20, 60, "GUESS: qemu-img convert and upload to Glance");
    static final Span START_GUEST =
            Span.seconds("nova.start-guest", 2, 6, "GUESS: define the domain, plug, start");
    // 60, seconds: nova yoga, oslo.messaging rpc_response_timeout; measured 60.8 with the API
    static final Span RPC_TIMEOUT =
            Span.seconds("nova.rpc-timeout", 60, 60, "oslo.messaging, rpc_response_timeout");

    // 300, seconds: nova yoga, conf/compute.py, vif_plugging_timeout; vif_plugging_is_fatal is true
    static final Span PLUGGING_TIMEOUT =
            Span.seconds("nova.plugging-timeout", 300, 300, "nova, vif_plugging_timeout: 300 s");

    private ServerSpans() {}

    static List<Span> all() {
        return List.of(
                SCHEDULING,
                SPAWNING,
                POWER,
                BIND_FAILURE,
                CALL,
                MOVE_SCHEDULING,
                DOMAIN,
                SAVE_MEMORY,
                COPY_DISK,
                COPY_MEMORY,
                UPLOAD,
                START_GUEST,
                RPC_TIMEOUT,
                PLUGGING_TIMEOUT);
    }

    private static Span millis(String name, long low, long high, String source) {
        long ms = SimTime.SECOND / 1000;
        return new Span(name, new Distribution.Uniform(low * ms, high * ms), source);
    }
}
