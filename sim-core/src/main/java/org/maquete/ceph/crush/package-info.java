/**
 * CRUSH as Ceph 16.2 and 17.2 compute it.
 *
 * <p><b>In reality</b> no table says which OSDs hold a placement group. Each client computes it
 * from the CRUSH map: a tree of buckets (hosts, racks, a root) with devices at the end, weights in
 * 16.16 fixed point, tunables, and rules that tell how to walk down. All that decides is a 32-bit
 * hash, so that everybody computes the same. {@code crushtool} compiles such maps from text and
 * tests them.
 *
 * <p><b>Modelled</b>, equal in every mapping recorded of {@code crushtool --test}, fresh random
 * maps at each run of {@code .ci/run} among them: all five bucket algorithms (straw with both
 * versions of its lengths), firstn and indep, all steps and tunables, reweights, device classes
 * with their shadow trees, choose_args. Readers and writers of the JSON that {@code ceph osd crush
 * dump} prints and of the text that {@code crushtool} compiles and decompiles. Text rounds weights
 * to 3 decimals: a map that went through it places 0.03 to 0.2 % of the groups elsewhere, so its
 * reader warns.
 *
 * <p><b>Simplified</b>: nothing that decides where something goes.
 *
 * <p><b>Not modelled</b>: the binary form of a map; crushtool's edits ({@code --reweight-item},
 * {@code --reclassify} and the like); of {@code --test}: {@code --show-choose-tries}, {@code
 * --simulate}, {@code --batches}, CSV files, and a {@code --weight} that is no number (0 there, an
 * error here). Rules that end at buckets make {@code --show-utilization} of the real one fall over;
 * here buckets are not counted.
 *
 * <p><b>What the real program does not define</b>, seen by filling memory with other bytes before
 * it is handed out; random maps with these are not compared:
 *
 * <ul>
 *   <li>The part of a <em>tree</em> bucket by device class is made item by item. From the third
 *       item on, new inner nodes are not set to 0 before weights are added, so that the class's
 *       rules place by what stood there, and another compilation of the same text may place
 *       otherwise; if the sum overflows, no more parts are made. Here the nodes are the sums of
 *       what is below them, as those of the whole bucket are.
 *   <li>A tree that weighs nothing leads past its last item when their number is no power of two.
 *       The real program takes what stands there for an item; here nothing is chosen.
 * </ul>
 *
 * <p>Defined, if surprising: the part of a uniform bucket takes only items that weigh nothing; at
 * the first other one the making of all parts ends, and rules that take later ones do not compile.
 * The order of classes that no device has is in no dump: text written from a dump has them in any
 * order.
 *
 * <p><b>How to read it</b>: {@link org.maquete.ceph.crush.CrushMap} is the map, {@link
 * org.maquete.ceph.crush.CompiledCrush} its flat form, {@link org.maquete.ceph.crush.CrushMapper}
 * the algorithm, {@link org.maquete.ceph.crush.CrushSweep} the same for many inputs at once, {@link
 * org.maquete.ceph.crush.CrushTestRun} what {@code crushtool --test} prints.
 *
 * <p><b>Sources</b>: Weil and others, "CRUSH", SC 2006; doc/rados/operations of Ceph 16.2; answers
 * of crushtool 16.2.15 to random maps. Written from the description, without the C library at hand.
 */
@NullMarked
package org.maquete.ceph.crush;

import org.jspecify.annotations.NullMarked;
