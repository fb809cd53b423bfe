package org.maquete.preflight;

/** Somebody stopped the work; what had been found until then is lost. */
public final class Cancelled extends RuntimeException {

    private static final long serialVersionUID = 1;

    Cancelled() {
        super("stopped on request");
    }
}
