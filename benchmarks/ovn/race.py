#!/usr/bin/env python3
"""Races ovn-trace's daemon and ovn-northd's recompute with ours on one network; see `run` beside it.

The network: 50 ports a network, 4 networks a router, a gateway with SNAT each, one project and its group a
router, metadata ports, DHCP. The daemon is asked through one connection, so that no process starts; northd's
time is the longest turn of its main loop after it was told to recompute, by its own stopwatch.
"""
import argparse
import ipaddress
import json
import os
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, '../../sim-core/src/test/recorders'))
import ovn_trace  # noqa: E402
from ovn_trace import a_set, options  # noqa: E402

PORTS_A_NETWORK = 50
NETWORKS_A_ROUTER = 4
QUERIES = 500
COMPARED = 1000


class BigNet(ovn_trace.Net):
    """The same rows as for a random network, but many, and all of them up."""

    def __init__(self, ports):
        self.port_count = ports
        super().__init__(1)

    def build(self):
        self.name = 'big'
        self.has6, self.distributed, self.dhcp, self.outside = False, False, True, True
        self.group_names, self.members = [], {}
        self.drop = 'neutron_pg_drop'
        self.members[self.drop] = []
        self.provider_network()
        tenants = []
        for index in range(self.port_count // PORTS_A_NETWORK):
            if index % NETWORKS_A_ROUTER == 0:
                group = 'pg_' + self.uuid('group%d' % index).replace('-', '_')
                self.group_names.append(group)
                self.members[group] = []
            tenants.append(self.tenant_network(index, group))
        for index in range(0, len(tenants), NETWORKS_A_ROUTER):
            self.tenant_router(index // NETWORKS_A_ROUTER, tenants[index:index + NETWORKS_A_ROUTER])
        self.write()

    def provider_network(self):
        chance, self.chance = self.chance, lambda share: False
        self.provider()
        self.chance = chance

    def tenant_network(self, index, group):
        name = 'net%d' % index
        cidr = ipaddress.ip_network('10.%d.%d.0/24' % (index // 200 + 1, index % 200))
        net = {'name': name, 'uuid': self.uuid(name), 'lsps': [], 'index': index, 'ip4': cidr, 'ip6': None,
               'mac': self.mac(), 'vms': [], 'gateway': str(cidr[1]), 'gateway6': None}
        self.networks.append(net)
        self.labels['neutron-' + net['uuid']] = 'ls:' + name
        dhcp = self.rows.add('DHCP_Options', cidr=str(cidr), options=options({
            'server_id': net['gateway'], 'lease_time': '43200', 'mtu': '1442', 'router': net['gateway'],
            'server_mac': self.mac()}))
        self.lsp(net, 'metadata:' + name, 'localport', [self.mac() + ' ' + str(cidr[2])], [], True, {}, None)
        for number in range(PORTS_A_NETWORK):
            alias = 'vm%d-%d' % (index, number)
            mac, ip = self.mac(), str(cidr[10 + number])
            vm = {'alias': alias, 'mac': mac, 'ip': ip, 'ips': [ip], 'net': net, 'pairs': [], 'groups': [group]}
            vm['uuid'], row = self.lsp(net, alias, '', [mac + ' ' + ip], [mac + ' ' + ip], True, {}, dhcp)
            self.members[self.drop].append(row)
            self.members[group].append(row)
            self.ports.append(vm)
            net['vms'].append(vm)
        return net

    def tenant_router(self, index, nets):
        name = 'router%d' % index
        router = {'name': name, 'uuid': self.uuid(name), 'lrps': [], 'nets': nets, 'fips': [], 'ips': [],
                  'macs': {}, 'enabled': True, 'nat': [], 'routes': []}
        self.labels['neutron-' + router['uuid']] = 'lr:' + name
        for net in nets:
            net['router'] = router
            self.interface(router, net, net['mac'], [net['gateway'] + '/24'], None)
            router['ips'].append(net['gateway'])
        ip = '172.16.%d.%d' % (7 + index // 200, 10 + index % 200)
        chassis = a_set([self.rows.add('Gateway_Chassis', name='gw%d' % index, chassis_name='chassis1', priority=1)])
        port = self.interface(router, self.ext, self.mac(), [ip + '/20'], chassis)
        router['ips'].append(ip)
        for address, mac in self.hosts:
            self.bindings.append({'logical_port': 'lrp-' + port, 'ip': address, 'mac': mac})
        router['routes'].append(
            self.rows.add('Logical_Router_Static_Route', ip_prefix='0.0.0.0/0', nexthop='172.16.0.1'))
        for net in nets:
            router['nat'].append(self.rows.add('NAT', type='snat', external_ip=ip, logical_ip=str(net['ip4'])))
        self.routers.append(router)

    def rule(self, group, match):
        return self.rows.add('ACL', action='allow-related', priority=1002, match=match,
                             direction='from-lport' if match.startswith('inport') else 'to-lport')

    def write(self):
        acls = [self.rows.add('ACL', action='drop', priority=1001, direction=direction,
                              match='%s == @%s && ip' % (side, self.drop))
                for direction, side in (('to-lport', 'outport'), ('from-lport', 'inport'))]
        self.rows.add('Port_Group', name=self.drop, ports=a_set(self.members[self.drop]), acls=a_set(acls))
        for name in self.group_names:
            acls = [self.rule(name, text % ((name,) * text.count('%s'))) for text in (
                'inport == @%s && ip4', 'inport == @%s && ip6',
                'outport == @%s && ip4 && ip4.src == $%s_ip4', 'outport == @%s && ip6 && ip6.src == $%s_ip6',
                'outport == @%s && ip4 && ip4.src == 0.0.0.0/0 && tcp && tcp.dst == 22',
                'outport == @%s && ip4 && ip4.src == 0.0.0.0/0 && icmp4')]
            self.rows.add('Port_Group', name=name, ports=a_set(self.members[name]), acls=a_set(acls))
        self.write_paths()

    def write_paths(self):
        for net in self.networks:
            self.rows.add('Logical_Switch', name='neutron-' + net['uuid'], ports=a_set(net['lsps']),
                          external_ids=options({'neutron:network_name': net['name']}))
        for router in self.routers:
            self.rows.add('Logical_Router', name='neutron-' + router['uuid'], ports=a_set(router['lrps']),
                          nat=a_set(router['nat']), static_routes=a_set(router['routes']), enabled=True,
                          external_ids=options({'neutron:router_name': router['name']}),
                          options=options({'always_learn_from_arp_request': 'false',
                                           'dynamic_neigh_routers': 'true'}))

    def near(self):
        vm = self.random.choice(self.ports)
        other = self.random.choice([each for each in vm['net']['vms'] if each is not vm])
        return self.segment_to(vm, other['mac'], other['ip'])

    def out(self):
        vm = self.random.choice(self.ports)
        return self.segment_to(vm, vm['net']['mac'], '8.8.8.8')

    def segment_to(self, vm, mac, ip):
        return {'inport': vm['alias'], 'type': 'ip4', 'eth_src': vm['mac'], 'eth_dst': mac, 'ip_src': vm['ip'],
                'ip_dst': ip, 'proto': 'tcp', 'ttl': 64, 'sport': 40000, 'dport': 22}


def ours(asked, mode, *more):
    """The words that our side prints; on the heap that it has in the other benchmarks."""
    done = subprocess.run([asked.java, '-XX:+UseSerialGC', '-Xmx2g', '-cp', asked.classes,
                           'org.maquete.ovn.replay.TraceByHand', asked.folder, mode, *more],
                          capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(done.stdout + done.stderr)
    return done.stdout.split()


def compare(asked, ovn, net):
    """Answers to random packets of all kinds, as the tests compare them; gives how many."""
    vectors = ovn_trace.record_packets(ovn, net, COMPARED, {})
    with open(os.path.join(asked.folder, 'vectors.json'), 'w') as file:
        json.dump({'vectors': vectors}, file)
    return ours(asked, 'compare')


def daemon_us(tracer, flows, seconds=2):
    end = time.perf_counter() + seconds
    best = float('inf')
    while time.perf_counter() < end:
        start = time.perf_counter()
        for flow in flows:
            tracer.call('trace', '--minimal', flow)
        best = min(best, (time.perf_counter() - start) / len(flows))
    return best * 1e6


def recompute_ms(ovn):
    """The longest turn of northd's loop while it recomputes, by its stopwatch."""
    control = '%s/northd.ctl' % ovn.folder
    ovn.run('ovn-appctl', '-t', control, 'stopwatch/reset')
    ovn.run('ovn-appctl', '-t', control, 'inc-engine/recompute')
    ovn.sync()
    text = ovn.run('ovn-appctl', '-t', control, 'stopwatch/show', 'ovn-northd-loop')
    return float([line for line in text.splitlines() if 'Maximum' in line][0].split(':')[1].split()[0])


def load():
    return ' '.join(open('/proc/loadavg').read().split()[:3])


def race(asked, ovn, net):
    ovn_trace.write_folder(net, asked.folder)
    before = load()
    start = time.perf_counter()
    ovn.load(net.topology(), net.rows.operations)
    loaded = time.perf_counter() - start
    ids = {alias: uuid for uuid, alias in net.aliases.items()}
    kinds = {kind: [getattr(net, kind)() for _ in range(QUERIES)] for kind in ('near', 'out')}
    with open(os.path.join(asked.folder, 'queries.json'), 'w') as file:
        json.dump(kinds, file)
    flows = {kind: [ovn_trace.microflow(ids[each['inport']], each) for each in all_of]
             for kind, all_of in kinds.items()}
    equal = compare(asked, ovn, net)
    tracer = ovn.tracer('new', 1)
    best = {}
    for number in range(asked.rounds):
        theirs = [daemon_us(tracer, flows['near']), daemon_us(tracer, flows['out']), recompute_ms(ovn)]
        mine = [float(each) for each in ours(asked, 'time', str(asked.warm))]
        for name, value in zip(('near', 'out', 'rebuild'), theirs):
            best['their ' + name] = min(value, best.get('their ' + name, value))
        for name, value in zip(('near', 'out', 'rebuild', 'change', 'cold'), mine):
            best['our ' + name] = min(value, best.get('our ' + name, value))
    tracer.close()
    count = ovn.run('ovn-sbctl', '--db=' + ovn.sb, '--bare', '--columns=_uuid', 'list', 'Logical_Flow').split()
    report(asked, best, ' '.join(equal), len(count), (before, loaded))


def report(asked, best, equal, flow_count, told):
    version = subprocess.run(['dpkg-query', '-W', '-f', '${Version}', 'ovn-central'],
                             capture_output=True, text=True).stdout
    print('# %s, %d cores, load before: %s, after: %s' % (
        time.strftime('%Y-%m-%d', time.gmtime()), os.cpu_count(), told[0], load()))
    print('# ovn-central %s; %d ports, %d logical flows; best of %d rounds, in turns' % (
        version, asked.ports, flow_count, asked.rounds))
    print('# answers to random packets of that network compared first: %s' % equal)
    for name, unit, what in (
            ('near', 'us', 'a query, to a neighbour: the daemon of ovn-trace'),
            ('out', 'us', 'a query, by SNAT to the internet: the daemon of ovn-trace'),
            ('rebuild', 'ms', 'all from the rows: full recompute of ovn-northd')):
        theirs, mine = best['their ' + name], best['our ' + name]
        print('%-8s %10.1f %10.2f %s %8.1f x   %s' % (name, theirs, mine, unit, theirs / mine, what))
    print('%-8s %10s %10.2f ms %10s   ours, after a change of one port' % ('change', '-', best['our change'], ''))
    print('%-8s %10s %10.1f ms %10s   ours, the first rebuild of a JVM' % ('cold', '-', best['our cold'], ''))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--ports', type=int, default=5000)
    parser.add_argument('--rounds', type=int, default=5)
    parser.add_argument('--warm', type=int, default=4)
    parser.add_argument('--java', default='java')
    parser.add_argument('--classes', required=True)
    parser.add_argument('folder')
    asked = parser.parse_args()
    ovn = ovn_trace.Ovn()
    try:
        race(asked, ovn, BigNet(asked.ports))
    finally:
        ovn.stop()


if __name__ == '__main__':
    main()
