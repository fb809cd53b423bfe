#!/usr/bin/env python3
"""Measures how long OVN's gateway is away when its chassis dies, on Open vSwitch's userspace datapath.

    ovn_failover.py [RUNS [SCENARIO...]]

Needs what ovn_datapath.py needs. Three chassis, each with a vswitchd of its own: `chassis1` has the instance, the
others may have the gateway (priorities 2 and 1); a fourth vswitchd is the wire between their tunnels. The instance
opens a connection to the outside every 50 ms. Scenarios:

    kill        vswitchd and ovn-controller of the gateway are killed
    kill-nosb   the same after the southbound database was killed
    controller  only ovn-controller of the gateway is killed
    stop        only ovn-controller of the gateway is told to exit, as `systemctl stop` does
    cable       the gateway's wire is pulled
    mapping     the gateway loses ovn-bridge-mappings
    back        after a kill and 10 s, both programs are started again

Prints a line of JSON a run: seconds from the fault until the chassisredirect port has another chassis (`claimed`) and
until a new connection gets out by each chassis (`by`); how long nothing got out (`gap`); who has it in the end
(`home`); the longest turn of the loop (`slow`: a run with more than 0.5 s is worth nothing).
"""
import json
import os
import signal
import subprocess
import sys
import time

import ovn_datapath
import ovn_named
import ovn_trace

NAMES = ['chassis1', 'chassis2', 'chassis3']
WAIT = 8  # <seconds>: longer than any fail-over seen


class Wire:
    """A vswitchd with one bridge, to which the bridges of all others are cabled."""

    def __init__(self, ovn):
        self.hv = ovn_datapath.Hypervisor.__new__(ovn_datapath.Hypervisor)
        self.hv.ovn, self.hv.env, self.hv.programs, self.hv.read = ovn, dict(os.environ), [], {}
        self.hv.folder = ovn.folder + '/wire'
        os.mkdir(self.hv.folder)
        for name in ('OVS_RUNDIR', 'OVN_RUNDIR', 'OVS_DBDIR', 'OVS_LOGDIR', 'OVS_SYSCONFDIR'):
            self.hv.env[name] = self.hv.folder
        vswitchd(self.hv)
        self.hv.vsctl('add-br', 'wire', '--', 'set', 'bridge', 'wire', 'datapath_type=dummy')

    def cable(self, socket, name):
        self.hv.vsctl('add-port', 'wire', name, '--', 'set', 'interface', name, 'type=dummy',
                      'options:stream=unix:' + socket)


def vswitchd(hv):
    if not os.path.exists(hv.folder + '/conf.db'):
        hv.run('ovsdb-tool', 'create', hv.folder + '/conf.db', '/usr/share/openvswitch/vswitch.ovsschema')
        hv.start('ovsdb-server', '--remote=punix:%s/db.sock' % hv.folder, '--unixctl=%s/db.ctl' % hv.folder,
                 hv.folder + '/conf.db')
        hv.ovn.wait_for(hv.folder + '/db.sock')
        hv.vsctl('--no-wait', 'init')
    hv.start('ovs-vswitchd', '--enable-dummy=system', '--disable-system', '--unixctl=%s/vs.ctl' % hv.folder,
             'unix:%s/db.sock' % hv.folder)
    hv.switch = hv.programs[-1]
    hv.ovn.wait_for(hv.folder + '/vs.ctl')


class Chassis(ovn_datapath.Hypervisor):
    """A hypervisor with a tunnel address on the wire."""

    def __init__(self, ovn, number, wire):
        self.number, self.wire = number, wire
        self.name, self.ip = NAMES[number - 1], '192.168.99.%d' % number
        super().__init__(ovn)

    def open(self):
        vswitchd(self)
        self.vsctl('set', 'Open_vSwitch', '.', 'external_ids:system-id=' + self.name,
                   'external_ids:ovn-remote=' + self.ovn.sb, 'external_ids:ovn-encap-type=geneve',
                   'external_ids:ovn-encap-ip=' + self.ip, 'external_ids:ovn-bridge-mappings=physnet1:br-ex',
                   'external_ids:hostname=' + self.name)
        for bridge in ('br-int', 'br-ex', 'br-phys'):
            self.vsctl('add-br', bridge, '--', 'set', 'bridge', bridge, 'datapath_type=dummy')
        self.vsctl('set', 'bridge', 'br-int', 'fail_mode=secure')
        self.device('br-ex', 'outside')
        self.vsctl('add-port', 'br-phys', 'wire', '--', 'set', 'interface', 'wire', 'type=dummy',
                   'options:pstream=punix:%s/wire.sock' % self.folder)
        self.address()
        self.wire.cable(self.folder + '/wire.sock', 'c%d' % self.number)
        self.controller_start()

    def address(self):
        self.appctl('netdev-dummy/ip4addr', 'br-phys', self.ip + '/24')
        self.appctl('ovs/route/add', '192.168.99.0/24', 'br-phys')

    def controller_start(self):
        self.start('ovn-controller', 'unix:%s/db.sock' % self.folder)
        self.controller = self.programs[-1]

    def mac(self):
        return self.vsctl('get', 'interface', 'br-phys', 'mac_in_use').strip().strip('"')


def cloud():
    c = ovn_named.Cloud('failover', 'A router with two chassis for its gateway')
    c.network('ext_net', '172.16.0.0/20', external=True)
    c.network('net', '10.0.0.0/24')
    c.group('closed')
    c.port('client', 'net', '10.0.0.11', groups=['closed'])
    c.router('router', 'net', gateway='172.16.7.10')
    for router in c.objects['routers']:
        router['external_gateway']['gateway_chassis'] = ['chassis2', 'chassis3']
    for port in c.objects['ports']:
        port['host'] = 'chassis1'
    return c


class Lab:
    def __init__(self):
        self.cloud = cloud()
        self.ovn = ovn_trace.Ovn()
        self.chassis, self.sport = [], 20000
        self.sb_server = self.ovn.programs[1]
        try:
            self.open()
        except BaseException:
            self.close()
            raise

    def open(self):
        self.ovn.run('ovn-sbctl', '--db=' + self.ovn.sb, '--if-exists', 'chassis-del', 'chassis1')
        self.wire = Wire(self.ovn)
        for number in (1, 2, 3):
            self.chassis.append(Chassis(self.ovn, number, self.wire))
        for one in self.chassis:
            for other in self.chassis:
                if one is not other:
                    one.appctl('tnl/arp/set', 'br-phys', other.ip, other.mac())
        self.ovn.load(self.cloud.objects, ovn_named.Northbound(self.cloud).rows.operations)
        client = [p for p in self.cloud.objects['ports'] if p.get('alias') == 'client'][0]
        self.chassis[0].device('br-int', 'client', client['id'])
        for _ in range(200):
            if self.gateway() == 'chassis2':
                break
            time.sleep(.1)
        else:
            raise RuntimeError('expected the gateway on chassis2, found ' + self.gateway())
        self.ovn.run('ovn-nbctl', '--db=' + self.ovn.nb, '--wait=hv', 'sync')
        time.sleep(6)  # BFD sessions come up
        if not self.out(2):
            raise RuntimeError('expected packets out by chassis2')

    def gateway(self):
        """The chassis of the chassisredirect port, asked by a socket of our own: no process to start."""
        rows = self.ovn.transact(self.ovn.sb, 'OVN_Southbound', [
            {'op': 'select', 'table': 'Port_Binding', 'columns': ['chassis'],
             'where': [['type', '==', 'chassisredirect']]},
            {'op': 'select', 'table': 'Chassis', 'columns': ['_uuid', 'name'], 'where': []}])
        names = {each['_uuid'][1]: each['name'] for each in rows[1]['rows']}
        chassis = rows[0]['rows'][0]['chassis'] if rows[0]['rows'] else ['set', []]
        return names.get(chassis[1], '') if chassis[0] == 'uuid' else ''

    def send(self):
        self.sport += 1
        packet = ovn_named.tcp(self.cloud.inside('client', '172.16.0.1'), 443)
        packet['sport'] = self.sport
        self.chassis[0].appctl('netdev-dummy/receive', 'client', ovn_datapath.frame(packet).hex())

    def left(self, number):
        """How many of our packets have left by a chassis since it was last asked."""
        count = 0
        for data in self.chassis[number - 1].packets('outside'):
            what = ovn_datapath.fields(data)
            count += bool(what) and what.get('proto') == 'tcp'
        return count

    def out(self, number):
        self.left(number)
        for _ in range(40):
            self.send()
            time.sleep(.05)
            if self.left(number):
                return True
        return False

    def watch(self, begin, seconds=WAIT, ask=True):
        """What happens after a fault: when the port is claimed, when packets get out and by whom."""
        found = {'claimed': None, 'by': {}, 'gap': 0, 'slow': 0}
        last, first = begin, self.gateway() if ask else ''
        home = first
        for number in (2, 3):
            self.left(number)
        while time.time() < begin + seconds:
            before = time.time()
            self.send()
            time.sleep(.03)
            now = time.time()
            found['slow'] = max(found['slow'], round(now - before, 2))
            for number in (2, 3):
                if self.left(number):
                    found['by'].setdefault(NAMES[number - 1], round(now - begin, 2))
                    found['gap'] = max(found['gap'], round(now - last, 2))
                    last = now
            if ask and self.gateway() != home:
                home = self.gateway()
                if found['claimed'] is None:
                    found['claimed'] = round(time.time() - begin, 2)
        found['gap'] = max(found['gap'], round(time.time() - last, 2))
        found['home'] = home
        return found

    def close(self):
        for each in self.chassis:
            each.stop()
        if hasattr(self, 'wire'):
            self.wire.hv.stop()
        self.ovn.stop()


def killed(lab):
    begin = time.time()
    for program in (lab.chassis[1].switch, lab.chassis[1].controller):
        program.send_signal(signal.SIGKILL)
    return begin


def run(scenario):
    lab = Lab()
    try:
        if scenario == 'kill':
            return lab.watch(killed(lab))
        if scenario == 'kill-nosb':
            lab.sb_server.send_signal(signal.SIGKILL)
            time.sleep(3)
            return lab.watch(killed(lab), ask=False)
        begin = time.time()
        if scenario == 'controller':
            lab.chassis[1].controller.send_signal(signal.SIGKILL)
            return lab.watch(begin)
        if scenario == 'stop':
            one = lab.chassis[1]
            subprocess.run(['ovn-appctl', '-t', '%s/ovn-controller.%d.ctl' % (one.folder, one.controller.pid), 'exit'],
                           env=one.env, timeout=20, check=True)
            return lab.watch(begin)
        if scenario == 'cable':
            lab.wire.hv.vsctl('del-port', 'wire', 'c2')
            return lab.watch(begin)
        if scenario == 'mapping':
            lab.chassis[1].vsctl('remove', 'Open_vSwitch', '.', 'external_ids', 'ovn-bridge-mappings')
            return lab.watch(begin)
        if scenario == 'back':
            killed(lab)
            time.sleep(10)
            one = lab.chassis[1]
            os.unlink(one.folder + '/vs.ctl')
            begin = time.time()
            vswitchd(one)
            one.address()
            for other in (lab.chassis[0], lab.chassis[2]):
                one.appctl('tnl/arp/set', 'br-phys', other.ip, other.mac())
            one.controller_start()
            return lab.watch(begin, seconds=15)
        raise ValueError('expected one of the scenarios above, found ' + scenario)
    finally:
        lab.close()


def main():
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    for scenario in sys.argv[2:] or ['kill', 'kill-nosb', 'controller', 'stop', 'cable', 'mapping', 'back']:
        for _ in range(runs):
            try:
                found = run(scenario)
            except (subprocess.TimeoutExpired, RuntimeError) as error:
                found = {'error': str(error)[:200]}
            print(json.dumps(dict(scenario=scenario, **found)), flush=True)


if __name__ == '__main__':
    main()
