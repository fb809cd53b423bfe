package org.maquete.ovn.pipeline;

/** A packet came to something that is not modelled; {@link Walk} turns it into a verdict. */
final class UnmodelledException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnmodelledException(String what) {
        super(what, null, false, false);
    }
}
