package org.maquete.kernel;

/**
 * Names a thing across subsystems: what a fact is about, what a refusal missed, what a status waits
 * for.
 *
 * @param kind the real system's noun: {@code unit}, {@code application}, {@code network}
 * @param name its name there: {@code vault/0}
 */
public record Ref(String kind, String name) {

    /** Nothing in particular. */
    public static final Ref NONE = new Ref("", "");

    /** Whether this names something. */
    public boolean isSome() {
        return !kind.isEmpty();
    }

    @Override
    public String toString() {
        return isSome() ? kind + " " + name : "nothing";
    }
}
