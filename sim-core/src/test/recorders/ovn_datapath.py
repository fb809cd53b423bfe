#!/usr/bin/env python3
"""Records what Open vSwitch's userspace datapath does with sequences of real packets on OVN's networks.

    ovn_datapath.py FOLDER

Needs Debian 12's ovn-central, ovn-host, openvswitch-switch (23.03.1, 3.1.0) and no privilege on the network: beside
the databases and ovn-northd of ovn_trace.py, a vswitchd with dummy devices and an ovn-controller run in a
folder of their own. A packet is put into a device by its bytes; what leaves any device is read from its pcap.

Each step is a packet and the set of what was received because of it, without what OVN sends by itself (gratuitous
ARP, its questions for MACs that it repeats) and without checksums.
"""
import ipaddress
import json
import os
import shutil
import struct
import subprocess
import sys
import tempfile
import time

import ovn_named
import ovn_trace

HOST = 'server2.maas'
FLAGS = {'': 0x10, 'syn': 0x02, 'synack': 0x12, 'ack': 0x10, 'rst': 0x14, 'fin': 0x11}


class Hypervisor:
    """One chassis with dummy devices: all instances, and the wire to the outside."""

    def __init__(self, ovn):
        self.ovn = ovn
        self.folder = tempfile.mkdtemp(prefix='ovn-hv.')
        self.env = dict(os.environ)
        for name in ('OVS_RUNDIR', 'OVN_RUNDIR', 'OVS_DBDIR', 'OVS_LOGDIR', 'OVN_LOGDIR', 'OVS_SYSCONFDIR'):
            self.env[name] = self.folder
        self.programs, self.read = [], {}
        try:
            self.open()
        except BaseException:
            self.stop()
            raise

    def open(self):
        ovn = self.ovn
        self.run('ovsdb-tool', 'create', self.folder + '/conf.db', '/usr/share/openvswitch/vswitch.ovsschema')
        self.start('ovsdb-server', '--remote=punix:%s/db.sock' % self.folder, '--unixctl=%s/db.ctl' % self.folder,
                   self.folder + '/conf.db')
        self.ovn.wait_for(self.folder + '/db.sock')
        self.vsctl('--no-wait', 'init')
        self.start('ovs-vswitchd', '--enable-dummy=system', '--disable-system', '--unixctl=%s/vs.ctl' % self.folder,
                   'unix:%s/db.sock' % self.folder)
        self.ovn.wait_for(self.folder + '/vs.ctl')
        self.vsctl('set', 'Open_vSwitch', '.', 'external_ids:system-id=chassis1', 'external_ids:ovn-remote=' + ovn.sb,
                   'external_ids:ovn-encap-type=geneve', 'external_ids:ovn-encap-ip=127.0.0.1',
                   'external_ids:ovn-bridge-mappings=physnet1:br-ex', 'external_ids:hostname=' + HOST)
        for bridge in ('br-int', 'br-ex'):
            self.vsctl('add-br', bridge, '--', 'set', 'bridge', bridge, 'datapath_type=dummy')
        self.vsctl('set', 'bridge', 'br-int', 'fail_mode=secure')
        self.device('br-ex', 'outside')
        self.start('ovn-controller', 'unix:%s/db.sock' % self.folder)

    def start(self, program, *words):
        with open('%s/%s.log' % (self.folder, program), 'a') as log:
            self.programs.append(subprocess.Popen(
                [program, *words], env=self.env, stdout=log, stderr=log, cwd=self.folder))

    def run(self, program, *words):
        done = subprocess.run([program, *words], env=self.env, capture_output=True, text=True, timeout=60)
        if done.returncode:
            raise RuntimeError('%s %s: %s' % (program, words, done.stderr or done.stdout))
        return done.stdout

    def vsctl(self, *words):
        return self.run('ovs-vsctl', '--db=unix:%s/db.sock' % self.folder, *words)

    def appctl(self, *words):
        return self.run('ovs-appctl', '-t', self.folder + '/vs.ctl', *words)

    def device(self, bridge, name, iface=None):
        pcap = '%s/%s.pcap' % (self.folder, name)
        more = ['external_ids:iface-id=' + iface] if iface else []
        self.vsctl('add-port', bridge, name, '--', 'set', 'interface', name, 'type=dummy',
                   'options:tx_pcap=' + pcap, *more)
        self.read[name] = 0

    def packets(self, name):
        """The frames that left a device since it was last asked."""
        with open('%s/%s.pcap' % (self.folder, name), 'rb') as file:
            data = file.read()
        found, at = [], max(24, self.read[name])
        while at + 16 <= len(data):
            size = struct.unpack('=I', data[at + 8:at + 12])[0]
            if at + 16 + size > len(data):
                break
            found.append(data[at + 16:at + 16 + size])
            at += 16 + size
        self.read[name] = at
        return found

    def received(self, quiet=.12, longest=3):
        """What leaves all devices until nothing has for a while."""
        found, end, last = [], time.time() + longest, time.time()
        while time.time() < end and time.time() < last + quiet:
            time.sleep(.02)
            for name in self.read:
                for frame in self.packets(name):
                    found.append((name, frame))
                    last = time.time()
        return found

    def stop(self):
        for program in reversed(self.programs):
            program.terminate()
        for program in self.programs:
            try:
                program.wait(5)
            except subprocess.TimeoutExpired:
                program.kill()
        shutil.rmtree(self.folder, ignore_errors=True)


def checksum(data):
    data += b'\0' * (len(data) % 2)
    total = sum(struct.unpack('!%dH' % (len(data) // 2), data))
    while total >> 16:
        total = (total & 0xffff) + (total >> 16)
    return ~total & 0xffff


def mac(text):
    return bytes.fromhex(text.replace(':', ''))


def frame(packet):
    """A packet's bytes, with right checksums: conntrack looks at them."""
    ether = mac(packet['eth_dst']) + mac(packet['eth_src'])
    if packet['type'] == 'arp':
        return ether + b'\x08\x06' + struct.pack('!HHBBH', 1, 0x800, 6, 4, packet['arp_op']) + mac(packet['arp_sha']) + (
            ip(packet['arp_spa']) + mac(packet['arp_tha']) + ip(packet['arp_tpa']))
    return ether + b'\x08\x00' + datagram(packet)


def ip(text):
    return ipaddress.ip_address(text).packed


def datagram(packet):
    source, target = ip(packet['ip_src']), ip(packet['ip_dst'])
    kind = packet['proto']
    number = {'tcp': 6, 'udp': 17, 'icmp4': 1}[kind]
    if kind == 'icmp4':
        inner = datagram(packet['inner'])[:28] if 'inner' in packet else b'12345678'
        rest = struct.pack('!HH', 0, 0) if 'inner' in packet else struct.pack('!HH', packet.get('icmp_id', 7), 1)
        head = struct.pack('!BBH', packet['icmp_type'], packet['icmp_code'], 0)
        body = head[:2] + struct.pack('!H', checksum(head + rest + inner)) + rest + inner
    else:
        if kind == 'tcp':
            body = struct.pack('!HHIIBBHHH', packet['sport'], packet['dport'], packet.get('seq', 1000),
                               packet.get('ack', 0), 0x50, FLAGS[packet.get('flags', 'syn')], 8192, 0, 0)
        else:
            body = struct.pack('!HHHH', packet['sport'], packet['dport'], 16, 0) + b'12345678'
        pseudo = source + target + struct.pack('!BBH', 0, number, len(body))
        at = 16 if kind == 'tcp' else 6
        body = body[:at] + struct.pack('!H', checksum(pseudo + body)) + body[at + 2:]
    head = struct.pack('!BBHHHBBH', 0x45, 0, 20 + len(body), 1, 0, packet.get('ttl', 64), number, 0) + source + target
    return head[:10] + struct.pack('!H', checksum(head)) + head[12:] + body


def text(octets):
    return ':'.join('%02x' % each for each in octets)


def fields(data):
    """A frame as the fields that recordings use; none for what is no ARP and no IPv4."""
    found = {'eth_dst': text(data[:6]), 'eth_src': text(data[6:12])}
    if data[12:14] == b'\x08\x06':
        found.update(type='arp', arp_op=struct.unpack('!H', data[20:22])[0], arp_sha=text(data[22:28]),
                     arp_spa=str(ipaddress.ip_address(data[28:32])), arp_tha=text(data[32:38]),
                     arp_tpa=str(ipaddress.ip_address(data[38:42])))
        return found
    if data[12:14] != b'\x08\x00':
        return None
    head = (data[14] & 15) * 4
    number, body = data[23], data[14 + head:]
    found.update(type='ip4', ttl=data[22], ip_src=str(ipaddress.ip_address(data[26:30])),
                 ip_dst=str(ipaddress.ip_address(data[30:34])))
    if number == 1:
        found.update(proto='icmp4', icmp_type=body[0], icmp_code=body[1])
    else:
        ports = struct.unpack('!HH', body[:4])
        found.update(proto={6: 'tcp', 17: 'udp'}.get(number, str(number)), sport=ports[0], dport=ports[1])
        if number == 6 and body[13] & 4:
            found['flags'] = 'rst'
    return found


def noise(packet):
    """Gratuitous ARP of routers and floating IPs, which OVN sends by itself."""
    return packet['type'] == 'arp' and packet['arp_spa'] == packet['arp_tpa']


class Stage:
    """A cloud on a hypervisor: its instances' devices, and the outside."""

    def __init__(self, cloud):
        self.cloud = cloud
        self.rows = ovn_named.Northbound(cloud).rows.operations
        self.ovn = ovn_trace.Ovn()
        self.hv = None

    def __enter__(self):
        try:
            self.open()
        except BaseException:
            self.__exit__()
            raise
        return self

    def open(self):
        self.hv = Hypervisor(self.ovn)
        # Of what routers have learnt nothing is given: they ask, and the wire answers.
        self.ovn.load(dict(self.cloud.objects, mac_bindings=[]), self.rows)
        self.devices = {}
        for port in self.cloud.objects['ports']:
            if port['device_owner'] == 'compute:nova' and port['admin_state_up']:
                name = 'd%d' % len(self.devices)
                self.devices[port['alias']] = name
                self.hv.device('br-int', name, port['id'])
        self.devices['provnet:ext_net'] = 'outside'
        for _ in range(300):
            up = self.ovn.run('ovn-nbctl', '--db=' + self.ovn.nb, '--bare', '--columns=name', 'find',
                              'Logical_Switch_Port', 'up=true', 'type=""').split()
            bound = self.ovn.run('ovn-sbctl', '--db=' + self.ovn.sb, '--bare', '--columns=chassis', 'find',
                                 'Port_Binding', 'type=chassisredirect').split()
            if len(up) >= len(self.devices) - 1 and bound:
                break
            time.sleep(.1)
        else:
            raise RuntimeError('expected all ports up, found %s %s' % (up, bound))
        self.ovn.run('ovn-nbctl', '--db=' + self.ovn.nb, '--wait=hv', 'sync')
        time.sleep(1)
        self.hv.received()

    def __exit__(self, *_):
        if self.hv:
            self.hv.stop()
        self.ovn.stop()

    def send(self, packet):
        names = {device: alias for alias, device in self.devices.items()}
        self.hv.appctl('netdev-dummy/receive', self.devices[packet['inport']], frame(packet).hex())
        found = []
        for device, data in self.hv.received():
            what = fields(data)
            if what is not None and not noise(what):
                found.append(dict(what, port=names[device]))
        return sorted(found, key=lambda each: json.dumps(each, sort_keys=True))


def record(story, folder):
    cloud = next(story)
    cloud.objects['mac_bindings'] = []
    for port in cloud.objects['ports']:
        port['host'] = HOST
    ovn_named.write(folder, cloud, ovn_named.Northbound(cloud).rows.operations)
    steps = []
    with Stage(cloud) as stage:
        answer = None
        while True:
            try:
                title, packet = story.send(answer) if steps else next(story)
            except StopIteration:
                break
            answer = stage.send(packet)
            steps.append({'title': title, 'packet': packet, 'received': answer})
            print('%-60s %s' % (title, ['%s %s>%s %s' % (
                each['port'], each.get('ip_src', each.get('arp_spa')), each.get('ip_dst', each.get('arp_tpa')),
                each.get('proto', 'arp')) for each in answer]), file=sys.stderr)
    return {'topology': cloud.name, 'steps': steps}


def main():
    import ovn_sequences
    folder = sys.argv[1]
    found = [record(story(), folder) for story in ovn_sequences.ALL]
    with open(os.path.join(folder, 'sequences.json'), 'w') as file:
        file.write('{"versions": {"deb": "ovn 23.03.1, openvswitch 3.1.0"}, "sequences": [\n')
        file.write(',\n'.join('{"topology": "%s", "steps": [\n%s\n]}' % (
            each['topology'], ',\n'.join(json.dumps(step, sort_keys=True) for step in each['steps']))
            for each in found))
        file.write('\n]}\n')
    print('%d steps' % sum(len(each['steps']) for each in found))


if __name__ == '__main__':
    main()
