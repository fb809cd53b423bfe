package org.maquete.cinder;

import java.util.List;
import org.maquete.kernel.Distribution;
import org.maquete.kernel.SimTime;
import org.maquete.kernel.Span;

/** How long the steps of a volume's life take. */
final class VolumeSpans {

    static final Span SCHEDULE =
            millis(
                    "cinder.schedule",
                    50,
                    150,
                    "facts/openstack.md 3: no back end up, error within 0.1 s");
    static final Span CREATE =
            millis("cinder.create", 500, 1500, "GUESS: rbd create or clone, one round trip each");
    static final Span COPY_IMAGE =
            Span.seconds(
                    "cinder.copy-image",
                    20,
                    60,
                    "GUESS: 650 MB of qcow2 from Glance, converted, into the pool");
    static final Span DELETE =
            Span.seconds("cinder.delete", 1, 10, "GUESS: rbd remove of a few GiB");
    static final Span EXTEND = millis("cinder.extend", 500, 1500, "GUESS: rbd resize");
    static final Span SNAPSHOT = millis("cinder.snapshot", 500, 1500, "GUESS: rbd snap create");

    private VolumeSpans() {}

    static List<Span> all() {
        return List.of(SCHEDULE, CREATE, COPY_IMAGE, DELETE, EXTEND, SNAPSHOT);
    }

    private static Span millis(String name, long low, long high, String source) {
        long ms = SimTime.MILLISECOND;
        return new Span(name, new Distribution.Uniform(low * ms, high * ms), source);
    }
}
