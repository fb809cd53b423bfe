/**
 * The rack: computers, their sockets, disks, ports and cables. The lab that comes with Maquete has
 * five Intel NUCs, but nothing here depends on that.
 *
 * <p><b>In reality</b> a machine runs when its socket has power and somebody switched it on: a
 * finger, or Intel AMT, the management controller that MAAS talks to. When the power fails,
 * everything on the machine stops in that instant. What happens when the power returns is a setting
 * of the firmware.
 *
 * <p><b>Modelled</b>: mains and power state of each machine; disks with their use, and whether they
 * are pristine (a Ceph charm refuses others); ports, cables and the switch ports behind them; the
 * management controllers, each with a password and a network that may fail it; parts that are
 * broken without anything standing still, which a hardware test finds. This is the truth of which
 * MAAS and all others only have beliefs; they learn by events of their own, later.
 *
 * <p><b>Simplified</b>: a machine that ran when the power failed starts by itself when it returns
 * (GUESS: firmware setting "after power failure: last state"; the other choices are "stay off" and
 * "power on"). Switching takes no time. The management controller answers whenever the socket has
 * power and the network reaches it. All traffic of a machine may use any cabled port.
 *
 * <p><b>Not modelled</b>: heat, wear, what a broken part does to the programs, disk speed,
 * firmware, the switch between the machines as a device of its own, a loose power supply.
 *
 * <p><b>Durations</b>: none.
 *
 * <p><b>Sources</b>: MAAS 3.5 power driver {@code amt} (parameters {@code power_address}, {@code
 * power_pass}; no chassis, no boot order); the inventory of the lab.
 */
@NullMarked
package org.maquete.hardware;

import org.jspecify.annotations.NullMarked;
