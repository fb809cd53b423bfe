/**
 * CRUSH as Ceph 16.2 and 17.2 compute it.
 *
 * <p><b>In reality</b> no table says which OSDs hold a placement group. Each client computes it
 * from the CRUSH map: a tree of buckets (hosts, racks, a root) with devices at the end, weights in
 * 16.16 fixed point, tunables, and rules that tell how to walk down. All that decides is a 32-bit
 * hash, so that everybody computes the same. {@code crushtool} compiles such maps from text and
 * tests them.
 *
 * <p><b>Modelled</b>, equal in every mapping recorded of {@code crushtool --test}: all five bucket
 * algorithms (straw with both versions of its lengths), firstn and indep, all steps and tunables,
 * reweights, device classes with their shadow trees, choose_args. Readers and writers of the JSON
 * that {@code ceph osd crush dump} prints and of the text that {@code crushtool} compiles and
 * decompiles. Text rounds weights to 3 decimals: a map that went through it places 0.03 to 0.2 % of
 * the groups elsewhere, so its reader warns.
 *
 * <p><b>Simplified</b>: nothing that decides where something goes.
 *
 * <p><b>Not modelled</b>: the binary form of a map; crushtool's edits ({@code --reweight-item},
 * {@code --reclassify} and the like); a tree bucket whose items all weigh nothing and whose count
 * is no power of two: the real program then reads past its items, and we choose none.
 *
 * <p><b>Known to differ</b>, on random maps beyond those kept as vectors: a rule that takes the
 * part of a <em>tree</em> bucket by device class is answered otherwise by crushtool, in a way that
 * the weights it dumps do not explain; and text of a few maps compiles to another map here. So the
 * recorder {@code crushtool.py} makes no classes for maps with tree buckets, and no comparison with
 * fresh maps is part of the whole check yet.
 *
 * <p><b>How to read it</b>: {@link org.maquete.ceph.crush.CrushMap} is the map, {@link
 * org.maquete.ceph.crush.CompiledCrush} its flat form, {@link org.maquete.ceph.crush.CrushMapper}
 * the algorithm, {@link org.maquete.ceph.crush.CrushSweep} the same for many inputs at once.
 *
 * <p><b>Sources</b>: Weil and others, "CRUSH", SC 2006; doc/rados/operations of Ceph 16.2; answers
 * of crushtool 16.2.15 to random maps. Written from the description, without the C library at hand.
 */
@NullMarked
package org.maquete.ceph.crush;

import org.jspecify.annotations.NullMarked;
