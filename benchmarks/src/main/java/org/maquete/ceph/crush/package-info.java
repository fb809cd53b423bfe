/**
 * How many inputs a second CRUSH maps, on one thread, against crushtool: {@code
 * benchmarks/crush/run} runs both in turns on one core, on the same four maps and inputs, and
 * compares all answers. The maps are a small lab, racks and hosts of ten, hosts of ten below one
 * root, and ten thousand OSDs.
 */
@NullMarked
package org.maquete.ceph.crush;

import org.jspecify.annotations.NullMarked;
