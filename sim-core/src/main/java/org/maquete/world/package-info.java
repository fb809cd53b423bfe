/**
 * What is so at one instant: record rows in copy-on-write tables.
 *
 * <p>A {@link org.maquete.world.World} is a set of {@link org.maquete.world.Table}s, primitive
 * {@link org.maquete.world.IntColumn}s and {@link org.maquete.world.LongColumn}s, and lazily
 * computed {@link org.maquete.world.Projection}s. Everything lives in pages. Both sides of a fork
 * read the same bodies of tables; the first write to a table gives that side a body of its own with
 * the same pages, and the first write to a page copies it once. So a fork costs a few nanoseconds a
 * table whatever the number of rows.
 *
 * <p>Rows are found by id, by natural key, or, where a {@link org.maquete.world.Grouping} stands
 * beside the key of the table, by what several of them share: the units of an application. Keys and
 * groups are kept beside the rows and fork as they do.
 *
 * <p>This package models no real program. It knows no time, no event and no subsystem; the kernel
 * decides who may write ({@link org.maquete.world.Edits}).
 *
 * <p>Decision: rows are identified inside a run by a dense {@code int} that is never reused, and
 * across runs by one natural key. {@link org.maquete.world.WorldDiff} pairs rows by natural key (by
 * id in tables without one); the design page wanted pairing by id for rows older than the common
 * ancestor, which gives the same answer because a natural key never changes.
 */
@NullMarked
package org.maquete.world;

import org.jspecify.annotations.NullMarked;
