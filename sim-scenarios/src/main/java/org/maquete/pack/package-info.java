/**
 * Packs the compiled classes into the jar that {@code ./maquete} starts from.
 *
 * <p>The cache of loaded and linked classes of JDK 25 (JEP 483, JEP 515) keeps the call sites of
 * lambdas and of joined texts, but not those of pattern switches and of the {@code equals} and
 * {@code hashCode} of records: each of these is linked anew at its first call of every start, half
 * a millisecond each, and then runs through method handles that start in the interpreter. {@code
 * check} meets 55 of them: 30 ms of a start of 360 ms. So {@link org.maquete.pack.PlainCalls}
 * writes them out as plain code, as javac did before Java 16; sources and tests stay as they are.
 *
 * <p>Left alone: switches with other labels than types, {@code toString} of records, all lambdas.
 * When a JDK archives these call sites, this package goes, and the launcher uses {@code jar} again.
 *
 * <p>It runs once for each build, on the JDK that the launcher has found, and uses nothing but its
 * {@code java.lang.classfile} (JEP 484).
 */
@NullMarked
package org.maquete.pack;

import org.jspecify.annotations.NullMarked;
