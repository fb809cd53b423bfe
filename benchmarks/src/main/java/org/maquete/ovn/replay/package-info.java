/**
 * How long a question about a packet takes, and how long the network takes to be made again: {@code
 * benchmarks/ovn/run} asks ovn-trace's daemon through one connection, lets ovn-northd recompute,
 * and runs ours, in turns on the same network of 5,000 ports. Answers to random packets are
 * compared first, in all that the tests compare.
 */
@NullMarked
package org.maquete.ovn.replay;

import org.jspecify.annotations.NullMarked;
