package org.maquete.juju;

/** An option that was set to something else than the charm's default; the value as text. */
public record Setting(String option, String value) {

    @Override
    public String toString() {
        return option + "=" + value;
    }
}
