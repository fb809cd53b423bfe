package org.maquete.juju;

import java.util.List;
import org.maquete.kernel.SimTime;
import org.maquete.kernel.Span;

/** How long things take in Juju. None was measured on machines of this class. */
final class JujuSpans {

    // facts: apt-heavy install hooks take one to five minutes, a guess of the collection itself
    static final Span INSTALL =
            Span.seconds("juju.hook.install", 60, 240, "GUESS: apt-heavy install hook, 1-5 min");

    static final Span LEADER = Span.seconds("juju.hook.leader", 1, 4, "GUESS");
    static final Span CONFIG = Span.seconds("juju.hook.config-changed", 5, 20, "GUESS");
    static final Span START = Span.seconds("juju.hook.start", 2, 6, "GUESS");
    static final Span CREATED = Span.seconds("juju.hook.relation-created", 1, 4, "GUESS");
    static final Span RELATION = Span.seconds("juju.hook.relation", 5, 20, "GUESS");
    static final Span UPDATE = Span.seconds("juju.hook.update-status", 3, 8, "GUESS");
    static final Span STOP = Span.seconds("juju.hook.stop", 5, 20, "GUESS");
    static final Span UPGRADE =
            Span.seconds("juju.hook.upgrade-charm", 20, 90, "GUESS: unpack, pip, packages");
    static final Span ACTION = Span.seconds("juju.action", 2, 8, "GUESS");

    // environs/config: update-status-hook-interval 5m, jittered: 80 to 120 % in worker/uniter/timer
    static final Span PHASE =
            Span.seconds("juju.update-status", 1, 300, "juju 3.6 environs/config");

    static final Span UNIT_AGENT = Span.seconds("juju.unit-agent", 3, 8, "GUESS: deployer");
    static final Span MACHINE_AGENT =
            Span.seconds(
                    "juju.machine-agent",
                    30,
                    90,
                    "GUESS: cloud-init fetches and starts jujud after the first boot");
    static final Span CONTAINER_AGENT =
            Span.seconds("juju.container-agent", 20, 45, "GUESS: as juju.machine-agent, in LXD");
    static final Span AGENT_RETURN =
            Span.seconds("juju.agent-return", 5, 15, "GUESS: jujud after a boot");
    static final Span BOOTSTRAP =
            Span.seconds(
                    "juju.bootstrap",
                    120,
                    240,
                    "GUESS: ssh, agent, database and controller charm on the new machine");

    static final Span PROVISIONER =
            Span.seconds("juju.provisioner", 3, 9, "GUESS: from the new machine to MAAS's API");

    // <180 s without a ping>: juju 3.6 apiserver/root.go
    static final Span SILENCE =
            Span.seconds("juju.agent-silence", 180, 180, "juju apiserver/root.go");

    // <60 s lease, renewed 30 s before its end>: juju 3.6 worker/leadership/tracker.go
    static final Span LEASE =
            Span.seconds("juju.lease", 30, 60, "juju worker/leadership/tracker.go");

    // <5 s, doubled each time up to 5 min>: juju 3.6 apiserver/facades/agent/retrystrategy; its
    // jitter is left out
    static final Span RETRY = Span.seconds("juju.hook-retry", 5, 5, "juju retrystrategy");
    private static final long RETRY_NS_MAX = SimTime.seconds(300);

    // <10 retries, 10 s apart>: juju 3.6 worker/provisioner
    static final Span PROVISIONING =
            Span.seconds("juju.provisioning-retry", 10, 10, "juju worker/provisioner");
    static final int PROVISIONING_RETRIES = 10;

    static final List<Span> ALL =
            List.of(
                    INSTALL,
                    LEADER,
                    CONFIG,
                    START,
                    CREATED,
                    RELATION,
                    UPDATE,
                    STOP,
                    ACTION,
                    PHASE,
                    UNIT_AGENT,
                    MACHINE_AGENT,
                    CONTAINER_AGENT,
                    AGENT_RETURN,
                    BOOTSTRAP,
                    PROVISIONER,
                    SILENCE,
                    LEASE,
                    PROVISIONING,
                    UPGRADE,
                    RETRY);

    /** Beside hooks and actions, what every unit waits for. */
    static final List<Span> OF_EVERY_UNIT = List.of(PHASE, UNIT_AGENT, LEASE);

    private JujuSpans() {}

    /** How long the agent waits after a hook has failed {@code tries} times before. */
    static long retryNs(long firstNs, int tries) {
        return Math.min(firstNs << Math.min(tries, 16), RETRY_NS_MAX);
    }

    static Span of(Hook hook) {
        return switch (hook.kind()) {
            case INSTALL -> INSTALL;
            case LEADER_ELECTED, LEADER_SETTINGS_CHANGED -> LEADER;
            case CONFIG_CHANGED -> CONFIG;
            case START -> START;
            case RELATION_CREATED -> CREATED;
            case RELATION_JOINED, RELATION_CHANGED, RELATION_DEPARTED, RELATION_BROKEN -> RELATION;
            case UPDATE_STATUS -> UPDATE;
            case STOP, REMOVE -> STOP;
            case UPGRADE_CHARM -> UPGRADE;
        };
    }
}
