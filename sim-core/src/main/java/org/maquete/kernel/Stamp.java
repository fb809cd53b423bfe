package org.maquete.kernel;

/**
 * Says which side of a fork may write a page: the page carries the stamp of its writer, and each
 * fork gives both sides new ones. Two stamps are the same only when they are one object.
 */
final class Stamp {}
