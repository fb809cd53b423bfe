package org.maquete.ceph.placement;

import org.maquete.ceph.osdmap.Pool;

/** A pool with one setting changed. */
final class PoolEdit {

    private PoolEdit() {}

    static Pool withRule(Pool p, int rule) {
        return new Pool(
                p.id(),
                p.name(),
                p.type(),
                p.size(),
                p.minSize(),
                rule,
                p.objectHash(),
                p.pgNum(),
                p.pgpNum(),
                p.hashesPool());
    }

    /** {@code pgp_num} follows by itself since Nautilus. */
    static Pool withPgs(Pool p, int count) {
        return new Pool(
                p.id(),
                p.name(),
                p.type(),
                p.size(),
                p.minSize(),
                p.crushRule(),
                p.objectHash(),
                count,
                count,
                p.hashesPool());
    }

    /** {@code min_size} follows: size less its half, as recorded of a monitor of 16.2. */
    static Pool withSize(Pool p, int copies) {
        return new Pool(
                p.id(),
                p.name(),
                p.type(),
                copies,
                copies - copies / 2,
                p.crushRule(),
                p.objectHash(),
                p.pgNum(),
                p.pgpNum(),
                p.hashesPool());
    }
}
