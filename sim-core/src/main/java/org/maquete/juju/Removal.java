package org.maquete.juju;

import org.maquete.world.Sink;

/**
 * How things are to be removed: the flags that the remove commands share.
 *
 * @param force whether nobody is given time to shut down
 * @param destroyStorage whether storage goes too; the model has no storage, so nothing changes
 * @param keepInstance whether the cloud's instance stays as it is
 * @param dryRun whether the answer is all there is
 */
public record Removal(boolean force, boolean destroyStorage, boolean keepInstance, boolean dryRun) {

    /** No flag. */
    public static final Removal PLAIN = new Removal(false, false, false, false);

    /** Only {@code --force}. */
    public static final Removal FORCED = new Removal(true, false, false, false);

    void encode(Sink sink) {
        sink.flag("force", force).flag("destroyStorage", destroyStorage);
        sink.flag("keepInstance", keepInstance).flag("dryRun", dryRun);
    }
}
