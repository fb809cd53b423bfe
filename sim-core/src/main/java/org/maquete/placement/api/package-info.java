/**
 * Placement 7 (Yoga) and 8 (Zed) as a library: the API at microversion 1.39 over a store in memory.
 *
 * <p>In reality Placement keeps trees of resource providers in a database, each with inventories of
 * resource classes, traits and aggregates, and what consumers hold of them. Writers name the
 * generation that they have read and are refused if it is no longer the present one. GET
 * /allocation_candidates finds what serves a request: one group of resources may be spread over a
 * tree and the providers that share with it, granular groups have one provider each.
 *
 * <p>Modelled: providers (nested, sharing), inventories, traits, aggregates, allocations,
 * consumers, generations, usages, resource classes, reshaping; candidates with granular groups,
 * limit, required and forbidden traits, member_of, in_tree, root_required, same_subtree, group
 * policies; the statuses, codes and details of errors. Capacity is shown as a whole number and
 * compared as a float, as the real one does. {@link org.maquete.placement.api.PlacementVectors}
 * replays what the real one has answered.
 *
 * <p>Simplified: other microversions answer as 1.39 does; the detail of a body that breaks its
 * schema is one line; where a limit cuts the candidates, those of the first trees are kept (the
 * real one keeps those that a set has first). Not modelled: authentication and policies, headers,
 * last-modified times, the configuration's randomize_allocation_candidates, databases that store a
 * ratio in single precision.
 *
 * <p>No durations. Sources: placement 8.0.0 of Debian 12, asked through its WSGI application on
 * SQLite; os-traits 2.9.0, os-resource-classes 1.1.0.
 */
@NullMarked
package org.maquete.placement.api;

import org.jspecify.annotations.NullMarked;
