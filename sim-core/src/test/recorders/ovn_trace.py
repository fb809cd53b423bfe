#!/usr/bin/env python3
"""Records what OVN's ovn-trace says of packets, as vectors.json with nb/ and topologies/ beside it.

Needs Debian 12's ovn-central, ovn-common and openvswitch-common (23.03.1). Starts two ovsdb-servers,
ovn-northd and daemons of ovn-trace on unix sockets in a temporary folder, and removes them again.

    ovn_trace.py --random 20 --packets 100 --seed 7 FOLDER

The networks have instances with and without port security, allowed pairs, unknown addresses, groups
with stateful and stateless rules and remote groups, IPv6, routers with and without a gateway, SNAT,
floating addresses of both kinds, static routes, load balancers, a provider network, learnt and
unknown neighbours, ports and routers that are down. Packets come from instances and from outside.

What ovn-trace does not do as the datapath does is no answer: it is left out, counted by its reason.
"""
import argparse
import hashlib
import ipaddress
import json
import os
import random
import re
import shutil
import signal
import socket
import subprocess
import tempfile
import time

SCHEMA = '/usr/share/ovn/ovn-%s.ovsschema'
CLASSES = [
    ('ls_in_check_port_sec', 'admission'), ('ls_in_apply_port_sec', 'port_security'),
    ('ls_out_apply_port_sec', 'port_security'), ('ls_in_acl', 'acl_egress_of_sender'),
    ('ls_out_acl', 'acl_ingress_of_receiver'), ('ls_in_l2', 'l2_lookup'),
    ('ls_in_lb', 'load_balancer'), ('lr_in_dnat', 'load_balancer'),
    ('lr_in_admission', 'router_admission'), ('lr_in_ip_input', 'router_ip_input'),
    ('lr_in_ip_routing', 'no_route'), ('lr_in_arp_resolve', 'arp_resolve')]
FIELDS = {
    'eth.src': 'eth_src', 'eth.dst': 'eth_dst', 'ip4.src': 'ip_src', 'ip4.dst': 'ip_dst',
    'ip6.src': 'ip_src', 'ip6.dst': 'ip_dst', 'ip.ttl': 'ttl', 'arp.op': 'arp_op',
    'arp.sha': 'arp_sha', 'arp.tha': 'arp_tha', 'arp.spa': 'arp_spa', 'arp.tpa': 'arp_tpa',
    'icmp4.type': 'icmp4_type', 'icmp4.code': 'icmp4_code', 'icmp6.type': 'icmp6_type',
    'icmp6.code': 'icmp6_code', 'udp.src': 'udp_src', 'udp.dst': 'udp_dst',
    'nd.target': 'nd_target', 'nd.tll': 'nd_tll', 'nd.sll': 'nd_sll'}


class Ovn:
    """Databases and northd in a folder of their own."""

    def __init__(self):
        self.folder = tempfile.mkdtemp(prefix='ovn-trace.')
        self.env = dict(os.environ)
        for name in ('OVS_RUNDIR', 'OVN_RUNDIR', 'OVS_DBDIR', 'OVN_DBDIR', 'OVS_LOGDIR', 'OVN_LOGDIR'):
            self.env[name] = self.folder
        self.programs = []
        self.daemons = 0
        self.nb = 'unix:%s/nb.sock' % self.folder
        self.sb = 'unix:%s/sb.sock' % self.folder
        for kind in ('nb', 'sb'):
            base = '%s/%s' % (self.folder, kind)
            self.run('ovsdb-tool', 'create', base + '.db', SCHEMA % kind)
            self.start('ovsdb-server', '--remote=punix:%s.sock' % base, '--unixctl=%s.ctl' % base, base + '.db')
        for kind in ('nb', 'sb'):
            self.wait_for('%s/%s.sock' % (self.folder, kind))
        self.run('ovn-nbctl', '--db=' + self.nb, 'init')
        self.run('ovn-sbctl', '--db=' + self.sb, 'init')
        self.start('ovn-northd', '--ovnnb-db=' + self.nb, '--ovnsb-db=' + self.sb,
                   '--unixctl=%s/northd.ctl' % self.folder)
        self.run('ovn-sbctl', '--db=' + self.sb, 'chassis-add', 'chassis1', 'geneve', '127.0.0.1')
        self.sync()

    def wait_for(self, path):
        for _ in range(200):
            if os.path.exists(path):
                return
            time.sleep(.02)
        raise RuntimeError('expected the socket ' + path)

    def start(self, program, *words):
        with open('%s/%s.log' % (self.folder, program), 'a') as log:
            self.programs.append(subprocess.Popen(
                [program, *words], env=self.env, stdout=log, stderr=log, cwd=self.folder))
        return self.programs[-1]

    def run(self, program, *words):
        done = subprocess.run([program, *words], env=self.env, capture_output=True, text=True, timeout=60)
        if done.returncode:
            raise RuntimeError('%s %s: %s' % (program, words, done.stderr or done.stdout))
        return done.stdout

    def sync(self):
        self.run('ovn-nbctl', '--db=' + self.nb, '--wait=sb', 'sync')

    def transact(self, server, database, operations):
        peer = Peer(server.removeprefix('unix:'))
        out = peer.call('transact', database, *operations)
        peer.socket.close()
        wrong = [each for each in out if each and 'error' in each]
        if wrong:
            raise RuntimeError(wrong)
        return out

    def load(self, topology, rows):
        clear = [{'op': 'delete', 'table': table, 'where': []} for table in (
            'Logical_Switch', 'Logical_Router', 'Port_Group', 'Load_Balancer', 'DHCP_Options', 'DNS',
            'Address_Set')]
        self.transact(self.sb, 'OVN_Southbound', [{'op': 'delete', 'table': 'MAC_Binding', 'where': []}])
        made = self.transact(self.nb, 'OVN_Northbound', clear + rows)[len(clear):]
        self.names = {each['uuid'][1]: row['row']['name'] for each, row in zip(made, rows)
                      if row['table'] in ('Logical_Switch', 'Logical_Router')}
        self.sync()
        for each in topology['mac_bindings']:
            found = self.transact(self.sb, 'OVN_Southbound', [{
                'op': 'select', 'table': 'Port_Binding', 'columns': ['datapath'],
                'where': [['logical_port', '==', each['logical_port']]]}])[0]['rows']
            if found:
                self.transact(self.sb, 'OVN_Southbound', [{
                    'op': 'insert', 'table': 'MAC_Binding', 'row': {
                        'logical_port': each['logical_port'], 'ip': each['ip'], 'mac': each['mac'],
                        'datapath': found[0]['datapath']}}])
        self.sync()

    def tracer(self, state, lookups):
        """A daemon that says these states, the last at each further look-up. Some fall while they start."""
        each = state.split(';')
        words = ['--ct=' + word for word in each + each[-1:] * lookups]
        for _ in range(10):
            self.daemons += 1
            path = '%s/trace%d.ctl' % (self.folder, self.daemons)
            started = self.start('ovn-trace', '--db=' + self.sb, '--no-friendly-names', '--unixctl=' + path,
                                 '--detach', '--no-chdir', '--pidfile=%s.pid' % path, *words)
            if started.wait(60) == 0:
                return Tracer(path)
        raise RuntimeError('expected a daemon of ovn-trace: each of ten fell while it started')

    def stop(self):
        for program in reversed(self.programs):
            if program.poll() is None:
                program.send_signal(signal.SIGTERM)
        for pidfile in os.listdir(self.folder):
            # Daemons of ovn-trace that were not told to end.
            if pidfile.startswith('trace') and pidfile.endswith('.pid'):
                with open(os.path.join(self.folder, pidfile)) as file:
                    try:
                        os.kill(int(file.read()), signal.SIGTERM)
                    except (OSError, ValueError):
                        pass
        for program in self.programs:
            try:
                program.wait(5)
            except subprocess.TimeoutExpired:
                program.kill()
        shutil.rmtree(self.folder, ignore_errors=True)


class Peer:
    """A program that is asked by JSON-RPC."""

    def __init__(self, path):
        self.socket = socket.socket(socket.AF_UNIX)
        self.socket.settimeout(120)
        self.socket.connect(path)

    def call(self, method, *params):
        self.socket.sendall(json.dumps({'method': method, 'params': params, 'id': 0}).encode())
        text = ''
        decoder = json.JSONDecoder()
        while True:
            part = self.socket.recv(1 << 20)
            if not part:
                raise ConnectionError('the other side has gone')
            text += part.decode()
            try:
                answer, _ = decoder.raw_decode(text)
            except ValueError:
                continue
            return answer['result'] if answer['error'] is None else '*** %s' % answer['error']


class Tracer(Peer):
    """A daemon of ovn-trace."""

    def trace(self, microflow):
        return self.call('trace', '--all', microflow)

    def close(self):
        try:
            self.call('exit')
        except (OSError, ValueError):
            pass
        self.socket.close()


def microflow(inport, packet):
    """The packet in the language of ovn-trace."""
    parts = ['inport == "%s"' % inport, 'eth.src == ' + packet['eth_src'], 'eth.dst == ' + packet['eth_dst']]
    if packet['type'] == 'arp':
        for name in ('op', 'sha', 'spa', 'tha', 'tpa'):
            parts.append('arp.%s == %s' % (name, packet['arp_' + name]))
        return ' && '.join(parts)
    version = packet['type'][2]
    parts += ['ip' + version, 'ip%s.src == %s' % (version, packet['ip_src']),
              'ip%s.dst == %s' % (version, packet['ip_dst']), 'ip.ttl == %d' % packet['ttl'], packet['proto']]
    if packet['proto'].startswith('icmp'):
        parts += ['%s.type == %d' % (packet['proto'], packet['icmp_type']),
                  '%s.code == %d' % (packet['proto'], packet['icmp_code'])]
        if packet.get('nd_target'):
            parts += ['nd.target == ' + packet['nd_target'], 'nd.sll == ' + packet['nd_sll']]
    else:
        parts += ['%s.src == %d' % (packet['proto'], packet['sport']),
                  '%s.dst == %d' % (packet['proto'], packet['dport'])]
    return ' && '.join(parts)


def value(field, text):
    """Numbers in hexadecimal are addresses that ovn-trace wrote from a register."""
    text = text.strip()
    if re.fullmatch(r'0x[0-9a-f]+', text):
        number = int(text, 16)
        if field.startswith('eth') or field in ('arp_sha', 'arp_tha', 'nd_tll', 'nd_sll'):
            return ':'.join('%02x' % (number >> shift & 255) for shift in range(40, -1, -8))
        if field in ('ip_src', 'ip_dst', 'arp_spa', 'arp_tpa', 'nd_target'):
            return str(ipaddress.ip_address(number))
    if field in ('ip_src', 'ip_dst', 'nd_target') and ':' in text:
        return str(ipaddress.ip_address(text))
    return text


def outputs(minimal, ttl, alias):
    """What left, with all that was written on the way; and translations."""
    found, nat, stack, now = [], [], [], {}
    for line in re.split(r'(?<=[;{}])\s*\n', minimal):
        line = line.strip()
        if line.startswith('#') or line.startswith('/*'):
            line = re.sub(r'^(#.*\n|/\*.*?\*/;?\s*)+', '', line).strip()
        if line.startswith('}'):
            now = stack.pop()
            continue
        opens = line.endswith('{')
        if opens:
            stack.append(now)
            now = dict(now)
        match = re.match(r'ct_([sd])nat\w*\(ip[46]\.(src|dst)=([^)]*)\)', line)
        if match:
            nat.append({'type': match[1] + 'nat', 'to': match[3]})
            now['ip_' + match[2]] = match[3]
        elif re.match(r'(arp|nd_ns|icmp4|icmp6|tcp_reset) \{', line) and opens:
            now['_generated'] = line.split()[0]
            if now['_generated'] in ('icmp4', 'icmp6', 'tcp_reset'):
                for name in ('eth_src', 'eth_dst', 'ip_src', 'ip_dst'):
                    now.pop(name, None)  # A reject exchanges them without being printed.
                now['ttl'] = 255  # Set without being printed.
        elif line.startswith('put_dhcp_opts'):
            now['_service'] = 'put_dhcp_opts'
        elif line.startswith('output('):
            item = {'port': alias(line[8:line.index('"', 8)]), 'set': dict(now)}
            if 'ct_snat_to_vip' in minimal:
                item['snat_to_vip_skipped'] = True
            found.append(item)
        elif line.startswith('ip.ttl--'):
            now['ttl'] = int(now.get('ttl', ttl)) - 1
        else:
            match = re.match(r'([a-z0-9.]+) = ([^;]*);', line)
            if match and match[1] in FIELDS:
                field = FIELDS[match[1]]
                now[field] = value(field, match[2])
                if field == 'ttl':
                    now[field] = int(now[field])
    return sorted(found, key=lambda each: (each['port'], json.dumps(each['set'], sort_keys=True))), nat


def drops(detailed):
    """Classes of what ended without an output."""
    found, stage, rest, match = set(), '', [], ''

    def end():
        text = ' '.join(rest)
        if not stage:
            return
        blocked = 'blocked = 1' in text and 'next;' not in text and 'reject {' not in text
        reached = 'drop;' in text or 'no match (implicit drop)' in match or blocked
        if reached and 'next;' not in text:
            for prefix, name in CLASSES:
                if stage.startswith(prefix):
                    found.add(name)
                    return
            found.add(stage)
    for line in detailed.split('\n'):
        head = re.match(r'\s*\d+\. (\w+)(?: \(.*?\))?: (.*)', line)
        if head:
            end()
            stage, match, rest = head[1], head[2], []
        elif re.match(r'\s*(ingress|egress|multicast)\(dp=', line):
            end()
            stage, rest = '', []
        elif 'omitting output because inport == outport' in line:
            found.add('same_port')
        else:
            rest.append(line)
    end()
    return sorted(found)


class NoAnswer(Exception):
    """The real program does not say what the datapath does: there is nothing to compare with."""


def expectation(text, packet, labels, alias):
    if '***' in text:
        raise NoAnswer('ovn-trace says that it cannot: ' + re.search(r'\*\*\* ([^0-9(]*)', text)[1].strip())
    match = re.search(r'^# Detailed trace\.\n(.*)^# Summary trace\.\n.*^# Minimal trace\.\n(.*)', text, re.S | re.M)
    if not match:
        raise RuntimeError('expected three traces, found ' + text[:2000])
    detailed, minimal = match[1], match[2]
    if 'nd_ns {' in minimal:
        raise NoAnswer('nd_ns keeps protocol and ttl of the packet, so that no table knows it as a question')
    members = re.findall(r'ct_lb(?:_mark)?\(backends=([^;)]*)', detailed)
    if members and packet['ip_src'] in re.findall(r'[0-9.]+(?=:)', members[-1]):
        raise NoAnswer('chk_lb_hairpin is always 0, where the datapath turns a member\'s packet to itself back')
    found, nat = outputs(minimal, packet.get('ttl', 0), alias)
    if len(found) > 1 and re.search(r'^ +ingress\(dp=', detailed, re.M) and 'clone {' not in minimal:
        # Members of a group are not told apart: what a router wrote in one would count for the next.
        for each in found:
            each.update(set={name: what for name, what in each['set'].items() if name[0] == '_'}, set_unknown=True)
    expect = {
        'datapaths': [labels.get(name, name) for name in re.findall(r'^\s*ingress\(dp="([^"]*)"', detailed, re.M)],
        'nat': nat, 'drop_classes': drops(detailed)}
    # The port to a router that is down has no other side: the datapath has no such port.
    routed = ('if:', 'rif:', 'gw:')
    if any(each['port'].startswith(routed) for each in found):
        expect['drop_classes'] = sorted(expect['drop_classes'] + ['no_peer'])
        found = [each for each in found if not each['port'].startswith(routed)]
    expect['outputs'] = found
    if any(each['set'].get('_generated') in ('arp', 'nd_ns') for each in found):
        expect['verdict'] = 'arp_request'
    elif any(each['port'] == packet['inport'] for each in found):
        expect['verdict'] = 'reply'
    else:
        expect['verdict'] = 'deliver' if found else 'drop'
    if members:
        expect['lb_backends'] = members[-1].split(',')
    ways = re.findall(r'= select\(([^)]*)\)', detailed)
    if ways:
        expect['routes'] = max(len(each.split(',')) for each in ways)
    return expect


class Rows:
    """Northbound rows as operations of one transaction."""

    def __init__(self):
        self.operations = []

    def add(self, table, **row):
        name = 'r%d' % (len(self.operations) + 1)
        self.operations.append({'op': 'insert', 'table': table, 'uuid-name': name, 'row': {
            column: what for column, what in row.items() if what is not None}})
        return ['named-uuid', name]


def a_map(**pairs):
    return ['map', [[key.replace('__', ':').replace('_', '-') if '__' not in key else key.replace('__', ':'), text]
                    for key, text in pairs.items()]]


def a_set(items):
    return ['set', list(items)]


def options(pairs):
    return ['map', [[key, text] for key, text in pairs.items()]]


class Net:
    """A random network of tenants, as Neutron's ML2/OVN writes it."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.name = 'random-%d' % seed
        self.seed = seed
        self.count = 0
        self.rows = Rows()
        self.labels = {}
        self.aliases = {}
        self.ports = []
        self.external = []
        self.networks = []
        self.bindings = []
        self.groups = []
        self.routers = []
        self.balancers = []
        self.build()

    def mac(self):
        self.count += 1
        digest = hashlib.sha256(b'%d mac %d' % (self.seed, self.count)).hexdigest()
        return 'fa:16:3e:' + ':'.join(digest[i:i + 2] for i in (0, 2, 4))

    def uuid(self, what):
        digest = hashlib.sha256(('%d %s' % (self.seed, what)).encode()).hexdigest()
        return '%s-%s-5%s-8%s-%s' % (digest[:8], digest[8:12], digest[13:16], digest[17:20], digest[20:32])

    def chance(self, share):
        return self.random.random() < share

    def build(self):
        pick = self.random
        self.has6 = self.chance(.4)
        self.distributed = self.chance(.3)
        self.dhcp = self.chance(.8)
        self.group_names = ['pg_' + self.uuid('group%d' % i).replace('-', '_') for i in range(pick.randint(1, 4))]
        self.members = {name: [] for name in self.group_names}
        self.drop = 'neutron_pg_drop'
        self.members[self.drop] = []
        for index in range(pick.randint(1, 3)):
            self.tenant(index)
        self.outside = self.chance(.85)
        if self.outside:
            self.provider()
        for index in range(pick.randint(1, 2)):
            self.router(index)
        if self.routers and self.chance(.35):
            self.balancer()
        self.write()

    def tenant(self, index):
        net = {'name': 'net%d' % index, 'uuid': self.uuid('net%d' % index), 'lsps': [], 'index': index,
               'ip4': ipaddress.ip_network('10.%d.%d.0/%d' % (index, self.random.randint(0, 9), 24)),
               'ip6': ipaddress.ip_network('fd00:%d::/64' % (index + 1)) if self.has6 else None,
               'mac': None, 'vms': []}
        net['gateway'] = str(net['ip4'][1])
        net['gateway6'] = str(net['ip6'][1]) if net['ip6'] else None
        self.networks.append(net)
        self.labels['neutron-' + net['uuid']] = 'ls:' + net['name']
        server = options({'server_id': net['gateway'], 'lease_time': '43200', 'mtu': '1442',
                          'router': net['gateway'], 'server_mac': self.mac()})
        net['dhcp'] = self.rows.add('DHCP_Options', cidr=str(net['ip4']), options=server) if self.dhcp else None
        if self.chance(.7):
            meta = self.mac()
            self.lsp(net, 'metadata:' + net['name'], 'localport', [meta + ' ' + str(net['ip4'][2])], [], True, {}, None)
        for number in range(self.random.randint(2, 5)):
            self.instance(net, number)

    def lsp(self, net, alias, kind, addresses, security, enabled, more, dhcp):
        uuid = self.uuid(alias)
        self.aliases[uuid] = alias
        row = self.rows.add('Logical_Switch_Port', name=uuid, type=kind, addresses=a_set(addresses),
                            port_security=a_set(security), enabled=enabled, options=options(more),
                            external_ids=options({'neutron:port_name': alias}), dhcpv4_options=dhcp)
        net['lsps'].append(row)
        return uuid, row

    def instance(self, net, number):
        pick = self.random
        alias = 'vm%d%d' % (net['index'], number)
        mac, ip = self.mac(), str(net['ip4'][10 + number])
        ips = [ip] + ([str(net['ip6'][16 + number])] if net['ip6'] else [])
        entry = ' '.join([mac] + ips)
        vm = {'alias': alias, 'mac': mac, 'ip': ip, 'ips': ips, 'net': net, 'pairs': [], 'groups': []}
        security, addresses, secured = [entry], [entry], True
        kind = pick.random()
        if kind < .12:
            security, secured = [], False
            addresses = [entry, 'unknown'] if self.dhcp else ['unknown']
        elif kind < .24:
            vm['pairs'] = [str(net['ip4'][100 + number])]
            security = [entry + ' ' + vm['pairs'][0]]
            addresses = [security[0]]
        elif kind < .3:
            other = self.mac()
            vm['other'] = other
            vm['pairs'] = [str(net['ip4'][110 + number])]
            security.append(other + ' ' + vm['pairs'][0])
            addresses.append(other + ' ' + vm['pairs'][0])
        enabled = not self.chance(.05)
        vm['uuid'], row = self.lsp(net, alias, '', addresses, security, enabled, {}, net['dhcp'])
        if secured:
            self.members[self.drop].append(row)
            for name in self.group_names:
                if self.chance(.45):
                    self.members[name].append(row)
                    vm['groups'].append(name)
        self.ports.append(vm)
        net['vms'].append(vm)

    def provider(self):
        net = {'name': 'ext', 'uuid': self.uuid('ext'), 'lsps': [], 'index': 9,
               'ip4': ipaddress.ip_network('172.16.0.0/20'), 'ip6': None, 'vms': []}
        self.ext = net
        self.networks.append(net)
        self.labels['neutron-' + net['uuid']] = 'ls:ext'
        self.segment = self.uuid('segment')
        name = 'provnet-' + self.segment
        self.aliases[name] = 'provnet:ext'
        net['lsps'].append(self.rows.add(
            'Logical_Switch_Port', name=name, type='localnet', addresses=a_set(['unknown']),
            options=options({'network_name': 'physnet1'})))
        self.hosts = [('172.16.0.1', self.mac()), ('172.16.0.7', self.mac())]
        if self.chance(.4):
            net['dhcp'] = None
            self.instance(net, 0)

    def router(self, index):
        pick = self.random
        name = 'router%d' % index
        uuid = self.uuid(name)
        router = {'name': name, 'uuid': uuid, 'lrps': [], 'nets': [], 'fips': [], 'ips': [], 'macs': {}}
        self.labels['neutron-' + uuid] = 'lr:' + name
        nets = [net for net in self.networks if net['name'] != 'ext' and net['mac'] is None]
        if index == 0 and len(nets) > 1:
            nets = nets[:pick.randint(1, len(nets))]
        for net in nets:
            net['mac'] = self.mac()
            net['router'] = router
            networks = [net['gateway'] + '/24'] + ([net['gateway6'] + '/64'] if net['ip6'] else [])
            self.interface(router, net, net['mac'], networks, None)
            router['nets'].append(net)
            router['ips'] += [net['gateway']] + ([net['gateway6']] if net['ip6'] else [])
        routes, nat = [], []
        if self.outside and self.chance(.85):
            self.gateway(router, index, routes, nat)
        if not router['lrps']:
            return
        if nets and nets[0]['vms'] and self.chance(.3):
            routes.append(self.rows.add('Logical_Router_Static_Route', ip_prefix='192.168.%d.0/24' % index,
                                        nexthop=pick.choice(nets[0]['vms'])['ip']))
            for vm in nets[0]['vms'][:pick.choice([0, 0, 2, 3])]:
                if '192.168.%d.0/24 %s' % (index, vm['ip']) not in [
                        '%s %s' % (each['row'].get('ip_prefix'), each['row'].get('nexthop'))
                        for each in self.rows.operations]:
                    routes.append(self.rows.add('Logical_Router_Static_Route', nexthop=vm['ip'],
                                                ip_prefix='192.168.%d.0/24' % index))
        router['nat'], router['routes'] = nat, routes
        router['enabled'] = not self.chance(.03)
        self.routers.append(router)

    def interface(self, router, net, mac, networks, chassis):
        port = self.uuid('port %s %s' % (router['name'], net['name']))
        self.aliases[port] = 'if:%s:%s' % (router['name'], net['name'])
        net['lsps'].append(self.rows.add(
            'Logical_Switch_Port', name=port, type='router', addresses=a_set(['router']),
            options=options({'router-port': 'lrp-' + port})))
        router['macs'][net['name']] = mac
        router['lrps'].append(self.rows.add(
            'Logical_Router_Port', name='lrp-' + port, mac=mac, networks=a_set(networks), gateway_chassis=chassis))
        return port

    def gateway(self, router, index, routes, nat):
        ip = '172.16.7.%d' % (10 + index)
        chassis = a_set([self.rows.add('Gateway_Chassis', name='gw%d' % index, chassis_name='chassis1', priority=1)])
        port = self.interface(router, self.ext, self.mac(), [ip + '/20'], chassis)
        router['gateway'] = ip
        router['ips'].append(ip)
        for address, mac in self.hosts:
            if self.chance(.8):
                self.bindings.append({'logical_port': 'lrp-' + port, 'ip': address, 'mac': mac})
        routes.append(self.rows.add('Logical_Router_Static_Route', ip_prefix='0.0.0.0/0', nexthop='172.16.0.1'))
        if self.chance(.2):
            routes.append(self.rows.add('Logical_Router_Static_Route', ip_prefix='0.0.0.0/0', nexthop='172.16.0.7'))
        if self.chance(.85):
            for net in router['nets']:
                nat.append(self.rows.add('NAT', type='snat', external_ip=ip, logical_ip=str(net['ip4'])))
        number = 20 + 20 * index
        for vm in [vm for net in router['nets'] for vm in net['vms']]:
            if self.chance(.4):
                number += 1
                fip = '172.16.7.%d' % number
                mac = self.mac() if self.distributed and self.chance(.8) else None
                nat.append(self.rows.add('NAT', type='dnat_and_snat', external_ip=fip, logical_ip=vm['ip'],
                                         logical_port=vm['uuid'], external_mac=mac))
                router['fips'].append((fip, mac))

    def balancer(self):
        router = self.random.choice(self.routers)
        vms = [vm for net in router['nets'] for vm in net['vms']]
        if not vms:
            return
        net = vms[0]['net']
        self.vip = str(net['ip4'][50])
        members = [vm['ip'] for vm in self.random.sample(vms, min(2, len(vms)))]
        vips = {self.vip + ':80': ','.join(ip + ':8080' for ip in members),
                self.vip + ':8001': members[0] + ':80', self.vip + ':81': ''}
        row = self.rows.add('Load_Balancer', name=self.uuid('lb'), protocol='tcp', vips=options(vips))
        router['lb'] = row
        for each in router['nets']:
            each['lb'] = row
        self.balancers.append(self.vip)

    def rule(self, group, stateless):
        pick = self.random
        version = pick.choice('4446') if self.has6 else '4'
        inward = self.chance(.6)
        parts = ['%s == @%s && ip%s' % ('outport' if inward else 'inport', group, version)]
        side = 'src' if inward else 'dst'
        kind = pick.random()
        if kind < .3:
            net = pick.choice(self.networks)
            cidr = {'4': ['0.0.0.0/0', str(net['ip4']), '10.0.0.0/8', str(net['ip4'][10]) + '/32', '172.16.0.0/20'],
                    '6': ['::/0', 'fd00::/16']}[version]
            parts.append('ip%s.%s == %s' % (version, side, pick.choice(cidr)))
        elif kind < .55:
            parts.append('ip%s.%s == $%s_ip%s' % (version, side, pick.choice(self.group_names), version))
        kind = pick.random()
        if kind < .4:
            protocol = pick.choice(['tcp', 'udp'])
            ports = pick.choice(['%s.dst == 22', '%s.dst == 80', '%s.dst == 8080',
                                 '%s.dst >= 80 && %s.dst <= 8080'])
            parts += [protocol, ports.replace('%s', protocol)]
        elif kind < .55:
            parts.append('icmp' + version)
            if self.chance(.4):
                parts.append('icmp%s.type == %d' % (version, 8 if version == '4' else 128))
        elif kind < .6:
            parts.append('ip.proto == 6')
        elif kind < .72:
            parts.append(pick.choice(self.ODD[version]))
        action, priority = 'allow-stateless' if stateless else 'allow-related', 1002
        if self.chance(.15):
            # Not Neutron's, but an operator's: ovn-nbctl acl-add.
            # Each with a priority of its own: of equal ones any may win.
            self.count += 1
            action = pick.choice(['reject', 'reject', 'drop', 'allow'])
            priority = (1002 if self.chance(.7) else 500) + self.count % 400
        return self.rows.add('ACL', action=action, direction='to-lport' if inward else 'from-lport',
                             priority=priority, match=' && '.join(parts))

    ODD = {
        '4': ['ip.ttl > 1', 'eth.bcast', '!eth.mcast', 'ip4.mcast', 'icmp4.type == {0, 3}', 'udp.src < 40001',
              'ip4.dst != 10.0.0.0/8', '(tcp || udp)', 'tcp.dst != 22', 'ip4.dst == {10.0.0.0/9, 172.16.0.0/12}',
              'eth.src != ff:ff:ff:ff:ff:ff', '!(tcp && tcp.dst == {80, 443})', 'ip4.bcast'],
        '6': ['ip.ttl > 1', 'eth.mcast', 'ip6.mcast', '!nd', 'icmp6.type == {128, 129}', 'ip6.dst != fd00::/8',
              '(tcp || udp)', 'ip6.dst == {fd00:1::/64, ff00::/8}', 'nd_ns']}

    def write(self):
        acls = [self.rows.add('ACL', action='drop', priority=1001, direction=direction,
                              match='%s == @%s && ip' % (side, self.drop))
                for direction, side in (('to-lport', 'outport'), ('from-lport', 'inport'))]
        self.rows.add('Port_Group', name=self.drop, ports=a_set(self.members[self.drop]), acls=a_set(acls))
        for name in self.group_names:
            stateless = self.chance(.15)
            acls = []
            if self.chance(.85):
                for version in '46':
                    acls.append(self.rows.add(
                        'ACL', action='allow-stateless' if stateless else 'allow-related', priority=1002,
                        direction='from-lport', match='inport == @%s && ip%s' % (name, version)))
            acls += [self.rule(name, stateless) for _ in range(self.random.randint(0, 5))]
            self.rows.add('Port_Group', name=name, ports=a_set(self.members[name]), acls=a_set(acls))
        for net in self.networks:
            self.rows.add('Logical_Switch', name='neutron-' + net['uuid'], ports=a_set(net['lsps']),
                          external_ids=options({'neutron:network_name': net['name']}),
                          load_balancer=a_set([net['lb']]) if net.get('lb') else None)
        for router in self.routers:
            self.rows.add('Logical_Router', name='neutron-' + router['uuid'], ports=a_set(router['lrps']),
                          nat=a_set(router['nat']), static_routes=a_set(router['routes']),
                          enabled=router['enabled'],
                          load_balancer=a_set([router['lb']]) if router.get('lb') else None,
                          external_ids=options({'neutron:router_name': router['name']}),
                          options=options({'always_learn_from_arp_request': 'false',
                                           'dynamic_neigh_routers': 'true'}))

    def topology(self):
        networks = [{'name': net['name'], 'id': net['uuid']} for net in self.networks]
        for each in networks:
            if each['name'] == 'ext':
                each['segment_id'] = self.segment
        return {'name': self.name, 'networks': networks, 'mac_bindings': self.bindings,
                'ports': [{'id': uuid, 'alias': alias} for uuid, alias in self.aliases.items()
                          if not alias.startswith('provnet:')], 'routers': []}

    # Packets.

    def packet(self):
        pick = self.random
        if self.outside and self.chance(.3):
            return self.from_outside()
        vm = pick.choice(self.ports)
        net = vm['net']
        mac = vm['mac'] if not self.chance(.04) else self.mac()
        if 'other' in vm and self.chance(.3):
            mac = vm['other']
        kind = pick.random()
        router = net.get('router') if net['name'] != 'ext' else None
        if kind < .15:
            return self.arp(vm['alias'], net, mac, vm)
        if kind < .2:
            return self.ip(vm['alias'], mac, 'ff:ff:ff:ff:ff:ff', '0.0.0.0', '255.255.255.255', 'udp', 68, 67)
        if kind < .22 and net['ip6']:
            return self.solicitation(vm, net, mac)
        if net['ip6'] and self.chance(.2):
            return self.ip6(vm, net, mac)
        source = pick.choice(vm['pairs']) if vm['pairs'] and self.chance(.3) else vm['ip']
        if self.chance(.04):
            source = str(net['ip4'][200])
        target, gateway = self.target(net, vm)
        if gateway:
            mac2 = router['macs'][net['name']] if router else self.mac()
        else:
            mac2 = target['mac']
            target = target['ip']
        if self.chance(.03):
            mac2 = pick.choice([self.mac(), 'ff:ff:ff:ff:ff:ff', pick.choice(self.ports)['mac']])
        return self.ip(vm['alias'], mac, mac2, source, target, *self.service())

    def target(self, net, vm):
        """Somebody on the same network, or an address by the router."""
        pick = self.random
        if self.chance(.35) and net['vms']:
            return pick.choice(net['vms']), False
        known = [other['ip'] for other in self.ports] + ['8.8.8.8', '172.16.0.99', '192.168.0.9', '192.168.1.9',
                                                         '172.16.0.1', '172.16.0.7', '10.250.0.1', '224.0.0.9']
        for router in self.routers:
            known += [ip for ip in router['ips'] if ':' not in ip] + [fip for fip, _ in router['fips']] * 2
        known += [str(net['ip4'][3]), str(net['ip4'][255 if net['ip4'].prefixlen == 24 else 4095])]
        known += [self.vip] * 4 if self.balancers else []
        return pick.choice(known), True

    def service(self):
        pick = self.random
        kind = pick.random()
        if kind < .25:
            return 'icmp4', pick.choice([8, 8, 8, 0, 3]), 0
        if kind < .4:
            return 'udp', 40000, pick.choice([53, 80, 67, 9999])
        return 'tcp', pick.choice([40000, 40000, 8080]), pick.choice([22, 80, 80, 8080, 8001, 81, 443])

    def ip(self, alias, mac, mac2, source, target, protocol, first, second):
        ttl = self.random.choice([64] * 12 + [1, 0, 2])
        packet = {'inport': alias, 'type': 'ip4', 'eth_src': mac, 'eth_dst': mac2, 'ip_src': source,
                  'ip_dst': target, 'proto': protocol, 'ttl': ttl}
        names = ('icmp_type', 'icmp_code') if protocol == 'icmp4' else ('sport', 'dport')
        packet.update(zip(names, (first, second)))
        return packet

    def ip6(self, vm, net, mac):
        pick = self.random
        others = [other['ips'][1] for other in self.ports if len(other['ips']) > 1]
        near = [other for other in net['vms'] if len(other['ips']) > 1]
        if near and self.chance(.4):
            other = pick.choice(near)
            target, mac2 = other['ips'][1], other['mac']
        else:
            target = pick.choice(others + ['2001:db8::1', net['gateway6'], 'fe80::1', 'ff02::1'])
            mac2 = net['mac'] or self.mac()
        protocol = pick.choice(['tcp', 'udp', 'icmp6'])
        packet = {'inport': vm['alias'], 'type': 'ip6', 'eth_src': mac, 'eth_dst': mac2,
                  'ip_src': vm['ips'][1] if len(vm['ips']) > 1 else 'fd00::99', 'ip_dst': target,
                  'proto': protocol, 'ttl': pick.choice([64, 64, 64, 64, 1])}
        if protocol == 'icmp6':
            packet.update(icmp_type=pick.choice([128, 129]), icmp_code=0)
        else:
            packet.update(sport=40000, dport=pick.choice([22, 80, 8080]))
        return packet

    def solicitation(self, vm, net, mac):
        near = [other for other in net['vms'] if len(other['ips']) > 1]
        target = self.random.choice(near)['ips'][1] if self.chance(.8) else str(net['ip6'][99])
        number = int(ipaddress.ip_address(target)) & 0xffffff
        group = ipaddress.ip_address(int(ipaddress.ip_address('ff02::1:ff00:0')) | number)
        packet = {'inport': vm['alias'], 'type': 'ip6', 'eth_src': mac,
                  'eth_dst': '33:33:ff:%02x:%02x:%02x' % (number >> 16, number >> 8 & 255, number & 255),
                  'ip_src': vm['ips'][1], 'ip_dst': str(group), 'proto': 'icmp6', 'ttl': 255, 'icmp_type': 135,
                  'icmp_code': 0, 'nd_target': target, 'nd_sll': mac}
        return packet

    def arp(self, alias, net, mac, vm):
        pick = self.random
        known = [other['ip'] for other in net['vms']] * 2 + [str(net['ip4'][77])]
        if net.get('gateway'):
            known += [net['gateway']] * 2
        for router in self.routers:
            known += [fip for fip, _ in router['fips']]
            known += [ip for ip in router['ips'] if ':' not in ip]
        known += self.balancers
        sha = mac if not self.chance(.1) else self.mac()
        spa = vm['ip'] if not self.chance(.1) else str(net['ip4'][88])
        answer = self.chance(.1)
        return {'inport': alias, 'type': 'arp', 'eth_src': mac, 'arp_op': 2 if answer else 1,
                'eth_dst': (net.get('mac') or self.mac()) if answer else 'ff:ff:ff:ff:ff:ff', 'arp_sha': sha,
                'arp_spa': spa, 'arp_tha': '00:00:00:00:00:00', 'arp_tpa': pick.choice(known)}

    def from_outside(self):
        pick = self.random
        ip, mac = pick.choice(self.hosts)
        addresses = [fip for router in self.routers for fip, _ in router['fips']] * 3
        addresses += [ip for router in self.routers for ip in router['ips'] if ':' not in ip]
        addresses += [vm['ip'] for vm in self.ports] + ['172.16.7.99', '8.8.8.8'] + self.balancers * 2
        target = pick.choice(addresses)
        macs = [router['macs']['ext'] for router in self.routers if 'ext' in router['macs']]
        macs += [other for router in self.routers for _, other in router['fips'] if other]
        if self.chance(.3):
            return {'inport': 'provnet:ext', 'type': 'arp', 'eth_src': mac, 'eth_dst': 'ff:ff:ff:ff:ff:ff',
                    'arp_op': 1, 'arp_sha': mac, 'arp_spa': ip, 'arp_tha': '00:00:00:00:00:00', 'arp_tpa': target}
        source = pick.choice([ip, '10.103.1.19'])
        mac2 = pick.choice(macs) if macs and not self.chance(.05) else self.mac()
        return self.ip('provnet:ext', mac, mac2, source, target, *self.service())


STATES = ['new', 'est', 'est,rpl', 'rel', 'rel,rpl', 'inv']


def answer(ovn, tracers, state, flow, lookups):
    """Some daemons fall while they start; one that falls again and again does so over the packet."""
    for _ in range(6):
        try:
            return tracers[state].trace(flow)
        except OSError:
            tracers[state] = ovn.tracer(state, lookups)
    raise NoAnswer('ovn-trace falls over the packet')


def write_folder(net, folder):
    """The network's two files of a recording."""
    for name, what in (('topologies', net.topology()), ('nb', ['OVN_Northbound'] + net.rows.operations)):
        os.makedirs(os.path.join(folder, name), exist_ok=True)
        with open(os.path.join(folder, name, net.name + '.json'), 'w') as file:
            json.dump(what, file, sort_keys=True)
            file.write('\n')


def record(ovn, net, count, folder, left_out):
    """Asks about random packets of one network; gives the vectors."""
    write_folder(net, folder)
    ovn.load(net.topology(), net.rows.operations)
    return record_packets(ovn, net, count, left_out)


def record_packets(ovn, net, count, left_out):
    """The same of a network that is loaded."""
    labels = {uuid: net.labels[name] for uuid, name in ovn.names.items()}
    ids = {alias: uuid for uuid, alias in net.aliases.items()}
    states = ['new', net.random.choice(STATES[1:])]
    tracers = {state: ovn.tracer(state, 30 * count) for state in states}
    vectors = []
    for number in range(count):
        packet = net.packet()
        state = states[0] if net.chance(.8) else states[1]
        flow = microflow(ids[packet['inport']], packet)
        try:
            text = answer(ovn, tracers, state, flow, 30 * count)
            expect = expectation(text, packet, labels, lambda port: net.aliases.get(port, port))
        except NoAnswer as reason:
            left_out[str(reason)] = left_out.get(str(reason), 0) + 1
            continue
        vectors.append({'id': '%s-%03d' % (net.name, number), 'title': 'random', 'topology': net.name,
                        'ct_state': state, 'microflow': flow, 'packet': packet, 'expect': expect,
                        'reference': 'ovn-northd 23.03.1'})
    for tracer in tracers.values():
        tracer.close()
    return vectors


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--random', type=int, default=5)
    parser.add_argument('--packets', type=int, default=100)
    parser.add_argument('--seed', type=int, default=1)
    parser.add_argument('folder')
    asked = parser.parse_args()
    ovn = Ovn()
    vectors, left_out = [], {}
    try:
        for number in range(asked.random):
            net = Net(asked.seed * 1000 + number)
            vectors += record(ovn, net, asked.packets, asked.folder, left_out)
    finally:
        ovn.stop()
    with open(os.path.join(asked.folder, 'vectors.json'), 'w') as file:
        lines = ',\n'.join(json.dumps(each, sort_keys=True) for each in vectors)
        file.write('{"versions": {"deb": "ovn-northd 23.03.1"}, "vectors": [\n%s\n]}\n' % lines)
    print('%d answers' % len(vectors))
    for reason, times in sorted(left_out.items()):
        print('%d left out: %s' % (times, reason))


if __name__ == '__main__':
    main()
