/**
 * How long a what-if takes, against {@code crushtool --compare}: {@code benchmarks/ceph-whatif/run}
 * asks both in turns on one core about the same maps, 1,000 OSDs with one host out and 32,768
 * placement groups, and compares the number of groups that are mapped otherwise. {@link
 * org.maquete.ceph.placement.WhatIfBench} measures ours alone, with the bytes it allocates.
 */
@NullMarked
package org.maquete.ceph.placement;

import org.jspecify.annotations.NullMarked;
