package org.maquete.juju.catalog;

/**
 * What Juju calls a base: an operating system and its channel, printed {@code ubuntu@22.04/stable}.
 * (The word itself is not free for type names here.)
 */
public record OsRelease(String os, Channel channel) {

    /** Same system and track; the risk does not matter: juju core/base. */
    public boolean isCompatible(OsRelease other) {
        return os.equals(other.os) && channel.track().equals(other.channel.track());
    }

    /** Without the risk when it is stable: {@code ubuntu@22.04}. */
    public String display() {
        return channel.risk().equals("stable") ? os + "@" + channel.track() : toString();
    }

    @Override
    public String toString() {
        return os + "@" + channel;
    }
}
