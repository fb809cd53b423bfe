/**
 * The lab: which subsystems there are, and which computers a run begins with. It models no real
 * program; it stands above all others.
 *
 * <p>A person describes the rack in a file, YAML or JSON alike. {@link org.maquete.lab.LabReader}
 * reads it and collects every problem with its place; {@link org.maquete.lab.LabBuilder} turns the
 * description into the commands that build the rack at time 0 and into the settings of the run, so
 * that a lab needs no other way into a world than any operator has. {@link
 * org.maquete.lab.MaasInventory} writes such a file for a lab that exists, of what its MAAS prints.
 *
 * <pre>
 * format: lab-inventory/1        # required
 * seed: 1                        # optional: all luck follows from it
 * clouds: []                     # names of clouds already registered on the operator's machine
 * maas:
 *   version: "3.5"
 *   subnet: 172.16.0.0/20
 *   gateway: 172.16.0.1
 *   dns: 172.16.0.1
 *   region: 172.16.0.3           # where MAAS itself answers
 *   dynamic_range: [172.16.0.100, 172.16.0.200]
 *   reserved_ranges: [[172.16.7.0, 172.16.8.255]]
 *   images: [ubuntu/jammy/amd64]
 *   space: home                  # optional, as name, fabric and vid: those of the subnet above
 *   subnets:                     # optional: further ones
 *     - {cidr: 10.20.0.0/24, fabric: storage, vid: 20, space: storage}
 * machines:
 *   - name: server1
 *     status: Ready              # as MAAS shows it; nothing may be under way
 *     tags: [juju]
 *     power_type: amt
 *     amt_ip: 172.16.15.144
 *     cpu_threads: 4
 *     memory_mb: 16384           # MiB, as MAAS counts
 *     zone: default
 *     nics:
 *       - {name: enp1s0, mac: "52:54:00:03:01:01", ovs_bridge: br-ex, subnet: 172.16.0.0/20}
 *     disks:
 *       - {name: /dev/sda, gb: 240, role: boot}
 *       - {name: /dev/sdb, gb: 240, role: free, pristine: true}
 *     broken: [memory]           # optional: what only a hardware test of MAAS finds
 * durations:                     # optional: spans measured in the lab, by name, in seconds
 *   maas.deploy-install-os: {low_s: 200, high_s: 240, source: five deployments on 3 May}
 *   lxd.create: {distribution: lognormal, median_s: 41.5, p95_s: 80, high_s: 300}
 *   juju.hook.install vault: {distribution: constant, value_s: 95}   # of one application
 * </pre>
 *
 * <p>A duration is {@code uniform} (low_s, high_s; the default), {@code constant} (value_s), {@code
 * triangular} (low_s, mode_s, high_s), {@code normal} (mean_s, deviation_s), {@code lognormal}
 * (median_s, p95_s), {@code exponential} (mean_s) or {@code empirical} (values_s, a list of what
 * was measured); the three before the last are cut off at low_s and high_s. Its name is one that a
 * subsystem declares ({@link org.maquete.kernel.Span}); any other is a problem. Behind a blank may
 * stand what it was measured of: a server, an application, a unit, a machine or container of Juju;
 * it then counts for that alone. {@code ./maquete explain durations --lab LAB} shows them all.
 *
 * <p><b>Not modelled</b>: more than one subnet; switches and racks; machines of another
 * architecture than amd64.
 */
@NullMarked
package org.maquete.lab;

import org.jspecify.annotations.NullMarked;
