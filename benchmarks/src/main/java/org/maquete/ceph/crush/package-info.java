/**
 * How many inputs a second CRUSH maps, on one thread, against crushtool: {@code
 * benchmarks/crush/run} runs both in turns on one core, on the same four maps and inputs, compares
 * all answers, and then runs ours on all cores. {@code CrushMapBench} measures the mapper and the
 * sweep by themselves. The maps are a small lab, racks and hosts of ten, hosts of ten below one
 * root, and ten thousand OSDs.
 */
@NullMarked
package org.maquete.ceph.crush;

import org.jspecify.annotations.NullMarked;
