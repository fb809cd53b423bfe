#!/usr/bin/env python3
"""Records what OVN's ovn-trace says of packets on networks with a name, beside ovn_trace.py's random ones.

Each network is written as objects of Neutron, of which `northbound` makes the rows that ML2/OVN yoga writes, and
comes with the packets that a naive model gets wrong.

    ovn_named.py FOLDER

Needs what ovn_trace.py needs.
"""
import ipaddress
import json
import os
import sys
import uuid

import ovn_trace
from ovn_trace import a_set, options

HOSTS = ['server2.maas', 'server3.maas']
OUTSIDE = ('172.16.0.1', '52:54:00:ac:10:01')
PEER = ('172.16.0.7', '52:54:00:ac:10:07')


class Cloud:
    """The objects of Neutron of one network."""

    def __init__(self, name, description, distributed=False):
        self.name = name
        self.count = 0
        self.objects = {
            'name': name, 'description': description, 'networks': [], 'subnets': [], 'ports': [], 'routers': [],
            'security_groups': [], 'floating_ips': [], 'load_balancers': [], 'mac_bindings': [], 'extra_acls': [],
            'config': {'dns_domain': 'cloud.lab', 'dns_servers': ['172.16.0.1'], 'dhcp_default_lease_time': 43200,
                       'enable_distributed_floating_ip': distributed, 'ovn_metadata_enabled': True}}

    def id(self, what):
        return str(uuid.uuid5(uuid.NAMESPACE_URL, 'maquete/%s/%s' % (self.name, what)))

    def mac(self):
        self.count += 1
        digest = uuid.uuid5(uuid.NAMESPACE_URL, 'maquete/%s/mac %d' % (self.name, self.count)).hex
        return 'fa:16:3e:%s:%s:%s' % (digest[:2], digest[2:4], digest[4:6])

    def one(self, kind, name):
        return [each for each in self.objects[kind] if name in (each.get('alias'), each['name'], each['id'])][0]

    def network(self, name, *cidrs, external=False, dhcp=True, vlan=None):
        net = {'id': self.id('network ' + name), 'name': name, 'external': external,
               'mtu': 1500 if external or vlan else 1442}
        if external or vlan:
            net.update(provider_network_type='vlan' if vlan else 'flat', provider_physical_network='physnet1',
                       segment_id=self.id('segment ' + name))
            if vlan:
                net['provider_segmentation_id'] = vlan
        else:
            net['provider_network_type'] = 'geneve'
        self.objects['networks'].append(net)
        for cidr in cidrs:
            known = ipaddress.ip_network(cidr)
            self.objects['subnets'].append({
                'id': self.id('subnet ' + cidr), 'name': name + '_subnet%d' % known.version, 'cidr': cidr,
                'network_id': net['id'], 'ip_version': known.version, 'gateway_ip': str(known[1]),
                'enable_dhcp': dhcp and not external and known.version == 4})
        if not external:
            first = [str(ipaddress.ip_network(cidr)[2]) for cidr in cidrs if ':' not in cidr]
            self.port('metadata:' + name, name, *first, owner='network:distributed', secured=False)
        return net

    def group(self, name, *rules, egress=True, stateful=True):
        group = {'id': self.id('group ' + name), 'name': name, 'stateful': stateful, 'rules': []}
        self.objects['security_groups'].append(group)
        if egress:
            rules = ({'direction': 'egress', 'ethertype': 'IPv4'}, {'direction': 'egress', 'ethertype': 'IPv6'}) + rules
        for number, rule in enumerate(rules):
            rule = dict({'direction': 'ingress', 'ethertype': 'IPv4'}, **rule)
            if 'group' in rule:
                rule['remote_group_id'] = self.id('group ' + rule.pop('group'))
            group['rules'].append(dict(rule, id=self.id('rule %s %d' % (name, number))))
        return group

    def port(self, alias, net, *ips, groups=(), pairs=(), secured=True, up=True, owner='compute:nova', mac=None):
        net = self.one('networks', net)
        metadata = owner == 'network:distributed'
        port = {'id': self.id('port ' + alias), 'alias': alias, 'name': '' if metadata else alias,
                'device_id': 'ovnmeta-' + net['id'] if metadata else self.id('device ' + alias),
                'device_owner': owner, 'network_id': net['id'], 'mac_address': mac or self.mac(),
                'admin_state_up': up, 'port_security_enabled': secured,
                'fixed_ips': [{'ip_address': ip, 'subnet_id': self.subnet(net, ip)['id']} for ip in ips],
                'security_groups': [self.id('group ' + each) for each in groups],
                'allowed_address_pairs': [dict({'mac_address': None}, **each) for each in pairs]}
        if not metadata:
            port.update(dns_name=alias, host=HOSTS[len(self.objects['ports']) % 2])
        self.objects['ports'].append(port)
        return port

    def subnet(self, net, ip):
        return [each for each in self.objects['subnets'] if each['network_id'] == net['id']
                and ipaddress.ip_address(ip) in ipaddress.ip_network(each['cidr'])][0]

    def router(self, name, *nets, gateway=None, snat=True, routes=(), up=True, gateways={}):
        router = {'id': self.id('router ' + name), 'name': name, 'admin_state_up': up, 'interfaces': [],
                  'routes': [{'destination': to, 'nexthop': hop} for to, hop in routes]}
        for each in nets:
            net = self.one('networks', each)
            subnets = [sub for sub in self.objects['subnets'] if sub['network_id'] == net['id']]
            router['interfaces'].append({
                'alias': 'rif:%s/%s' % (name, each), 'port_id': self.id('rif %s %s' % (name, each)),
                'mac_address': self.mac(), 'network_id': net['id'], 'fixed_ips': [
                    {'ip_address': gateways.get(each, sub['gateway_ip']), 'subnet_id': sub['id']} for sub in subnets]})
        if gateway:
            net = self.one('networks', 'ext_net')
            port = self.id('gateway ' + name)
            router['external_gateway'] = {
                'alias': 'gw:' + name, 'port_id': port, 'mac_address': self.mac(), 'network_id': net['id'],
                'enable_snat': snat, 'gateway_chassis': ['chassis1'],
                'fixed_ips': [{'ip_address': gateway, 'subnet_id': self.subnet(net, gateway)['id']}]}
            for ip, mac in (OUTSIDE, PEER):
                self.objects['mac_bindings'].append({'logical_port': 'lrp-' + port, 'ip': ip, 'mac': mac})
        self.objects['routers'].append(router)
        return router

    def floating_ip(self, ip, alias, router):
        port = self.one('ports', alias)
        four = [each['ip_address'] for each in port['fixed_ips'] if ':' not in each['ip_address']][0]
        self.objects['floating_ips'].append({
            'id': self.id('fip ' + ip), 'floating_ip_address': ip, 'fixed_ip_address': four, 'port_id': port['id'],
            'floating_mac': self.mac(), 'router_id': self.id('router ' + router), 'port_up': True,
            'floating_network_id': self.id('network ext_net')})

    def balancer(self, name, protocol, vips, nets, routers):
        self.objects['load_balancers'].append({
            'id': self.id('lb ' + name), 'protocol': protocol, 'vips': vips,
            'networks': [self.id('network ' + each) for each in nets],
            'routers': [self.id('router ' + each) for each in routers],
            'external_ids': {'enabled': 'True', 'neutron:vip': next(iter(vips)).split(':')[0]}})

    # What packets are made of.

    def mac_of(self, alias):
        return self.one('ports', alias)['mac_address']

    def ip_of(self, alias, version=4):
        return [each['ip_address'] for each in self.one('ports', alias)['fixed_ips']
                if ipaddress.ip_address(each['ip_address']).version == version][0]

    def way(self, alias):
        """The MAC of the first router on an instance's network."""
        net = self.one('ports', alias)['network_id']
        return [each['mac_address'] for router in self.objects['routers'] for each in router['interfaces']
                if each['network_id'] == net][0]

    def inside(self, alias, target, version=4):
        """From an instance, to another on its network or by the router to an address."""
        near = [each for each in self.objects['ports'] if each['alias'] == target]
        mac = near[0]['mac_address'] if near else self.way(alias)
        to = self.ip_of(target, version) if near else target
        return {'inport': alias, 'type': 'ip%d' % version, 'eth_src': self.mac_of(alias), 'eth_dst': mac,
                'ip_src': self.ip_of(alias, version), 'ip_dst': to, 'ttl': 64}

    def outside(self, ip, router, source=OUTSIDE):
        gateway = self.one('routers', router)['external_gateway']
        return {'inport': 'provnet:ext_net', 'type': 'ip4', 'eth_src': source[1], 'eth_dst': gateway['mac_address'],
                'ip_src': source[0], 'ip_dst': ip, 'ttl': 64}

    def asks(self, alias, ip):
        return arp(alias, self.mac_of(alias), self.ip_of(alias), ip)


def arp(inport, mac, ip, target):
    return {'inport': inport, 'type': 'arp', 'eth_src': mac, 'eth_dst': 'ff:ff:ff:ff:ff:ff', 'arp_op': 1,
            'arp_sha': mac, 'arp_spa': ip, 'arp_tha': '00:00:00:00:00:00', 'arp_tpa': target}


def tcp(packet, port, source=40000):
    return dict(packet, proto='tcp', sport=source, dport=port)


def udp(packet, port, source=40000):
    return dict(packet, proto='udp', sport=source, dport=port)


def ping(packet, kind=None):
    six = packet['type'] == 'ip6'
    return dict(packet, proto='icmp6' if six else 'icmp4', icmp_type=kind or (128 if six else 8), icmp_code=0)


def discover(cloud, alias):
    return {'inport': alias, 'type': 'ip4', 'eth_src': cloud.mac_of(alias), 'eth_dst': 'ff:ff:ff:ff:ff:ff',
            'ip_src': '0.0.0.0', 'ip_dst': '255.255.255.255', 'ttl': 64, 'proto': 'udp', 'sport': 68, 'dport': 67}


SSH = {'protocol': 'tcp', 'port_range_min': 22, 'port_range_max': 22, 'remote_ip_prefix': '0.0.0.0/0'}
WEB = {'protocol': 'tcp', 'port_range_min': 80, 'port_range_max': 80, 'remote_ip_prefix': '0.0.0.0/0'}
ALL_PINGS = {'protocol': 'icmp', 'remote_ip_prefix': '0.0.0.0/0'}


class Northbound:
    """The rows that ML2/OVN yoga writes of a cloud's objects."""

    def __init__(self, cloud):
        self.cloud = cloud
        self.objects = cloud.objects
        self.rows = ovn_trace.Rows()
        self.lsps = {each['id']: [] for each in self.objects['networks']}
        self.members = {each['id']: [] for each in self.objects['security_groups']}
        self.secured = []
        self.subnets = {each['id']: each for each in self.objects['subnets']}
        self.dhcp = {each['id']: self.dhcp_options(each) for each in self.objects['subnets'] if each['enable_dhcp']}
        for router in self.objects['routers']:
            self.router_ports(router)
        for port in self.objects['ports']:
            self.port(port)
        for net in self.objects['networks']:
            if 'segment_id' in net:
                self.lsps[net['id']].append(self.rows.add(
                    'Logical_Switch_Port', name='provnet-' + net['segment_id'], type='localnet',
                    addresses=a_set(['unknown']), tag=net.get('provider_segmentation_id'),
                    options=options({'network_name': 'physnet1', 'mcast_flood_reports': 'true',
                                     'mcast_flood': 'false'})))
        self.balancers = {each['id']: self.rows.add(
            'Load_Balancer', name=each['id'], protocol=each['protocol'], vips=options(each['vips']),
            external_ids=options(each['external_ids'])) for each in self.objects['load_balancers']}
        for net in self.objects['networks']:
            self.switch(net)
        for router in self.objects['routers']:
            self.router(router)
        self.groups()

    def dhcp_options(self, subnet):
        metadata = [each['fixed_ips'][0]['ip_address'] for each in self.objects['ports']
                    if each['device_owner'] == 'network:distributed' and each['network_id'] == subnet['network_id']][0]
        gateway = subnet['gateway_ip']
        return self.rows.add(
            'DHCP_Options', cidr=subnet['cidr'],
            external_ids=options({'subnet_id': subnet['id'], 'neutron:revision_number': '0'}),
            options=options({
                'server_id': gateway, 'lease_time': '43200', 'mtu': '1442', 'router': gateway,
                'server_mac': self.cloud.mac(), 'dns_server': '{172.16.0.1}', 'domain_name': '"cloud.lab"',
                'classless_static_route': '{169.254.169.254/32,%s, 0.0.0.0/0,%s}' % (metadata, gateway)}))

    def ids(self, port, owner, revision, **more):
        cidrs = ' '.join('%s/%s' % (each['ip_address'], self.subnets[each['subnet_id']]['cidr'].split('/')[1])
                         for each in port['fixed_ips'])
        return options(dict({
            'neutron:port_name': port.get('name', ''), 'neutron:device_id': port['device_id'],
            'neutron:project_id': '', 'neutron:cidrs': cidrs, 'neutron:device_owner': owner,
            'neutron:network_name': 'neutron-' + port['network_id'], 'neutron:revision_number': revision,
            'neutron:security_group_ids': ' '.join(port.get('security_groups', []))}, **more))

    def router_ports(self, router):
        for each in router['interfaces'] + ([router['external_gateway']] if 'external_gateway' in router else []):
            gateway = each is router.get('external_gateway')
            more = {'nat-addresses': 'router', 'exclude-lb-vips-from-garp': 'true'} if gateway else {}
            self.lsps[each['network_id']].append(self.rows.add(
                'Logical_Switch_Port', name=each['port_id'], type='router', addresses=a_set(['router']), enabled=True,
                options=options(dict({'router-port': 'lrp-' + each['port_id']}, **more)),
                external_ids=self.ids(dict(each, device_id=router['id']),
                                      'network:router_gateway' if gateway else 'network:router_interface', '1')))

    def port(self, port):
        mac = port['mac_address']
        ips = [each['ip_address'] for each in port['fixed_ips']]
        own = ' '.join([mac] + ips)
        addresses, security = [own], [own]
        for pair in port['allowed_address_pairs']:
            if pair['mac_address'] in (None, mac):
                security[0] += ' ' + pair['ip_address']
                addresses[0] = security[0]
            else:
                security.append('%s %s' % (pair['mac_address'], pair['ip_address']))
                addresses.append(security[-1])
        metadata = port['device_owner'] == 'network:distributed'
        dhcp = [self.dhcp[each['subnet_id']] for each in port['fixed_ips'] if each['subnet_id'] in self.dhcp]
        dhcp = None if metadata or not dhcp else dhcp[0]
        if not port['port_security_enabled']:
            security = []
            if not metadata:
                addresses = [own, 'unknown'] if dhcp else ['unknown']
        host = port.get('host', '')
        more = {} if metadata else {'neutron:host_id': host}
        for each in self.objects['floating_ips']:
            if each['port_id'] == port['id']:
                more['neutron:port_fip'] = each['floating_ip_address']
        row = self.rows.add(
            'Logical_Switch_Port', name=port['id'], type='localport' if metadata else '', addresses=a_set(addresses),
            port_security=a_set(security), enabled=port['admin_state_up'], dhcpv4_options=dhcp,
            options=options({'requested-chassis': host, **({} if metadata else {'mcast_flood_reports': 'true'})}),
            external_ids=self.ids(port, port['device_owner'], '4', **more))
        self.lsps[port['network_id']].append(row)
        if port['port_security_enabled']:
            self.secured.append(row)
            for each in port['security_groups']:
                self.members[each].append(row)

    def dns(self, net):
        records = {}
        for port in self.objects['ports']:
            if port['network_id'] == net['id'] and port.get('dns_name'):
                name = port['dns_name']
                ips = [each['ip_address'] for each in port['fixed_ips']]
                records[name] = records[name + '.cloud.lab'] = ' '.join(ips)
                for ip in ips:
                    records[ipaddress.ip_address(ip).reverse_pointer] = name + '.cloud.lab'
        return self.rows.add('DNS', records=options(records),
                             external_ids=options({'ls_name': 'neutron-' + net['id']})) if records else None

    def switch(self, net):
        dns = self.dns(net)
        own = [self.balancers[each['id']] for each in self.objects['load_balancers'] if net['id'] in each['networks']]
        self.rows.add(
            'Logical_Switch', name='neutron-' + net['id'], ports=a_set(self.lsps[net['id']]),
            dns_records=a_set([dns]) if dns else None, load_balancer=a_set(own) if own else None,
            other_config=options({'mcast_snoop': 'false', 'mcast_flood_unregistered': 'false',
                                  'vlan-passthru': 'false'}),
            external_ids=options({'neutron:network_name': net['name'], 'neutron:mtu': str(net['mtu']),
                                  'neutron:revision_number': '2', 'neutron:availability_zone_hints': ''}))

    def networks_of(self, port):
        return ['%s/%s' % (each['ip_address'], self.subnets[each['subnet_id']]['cidr'].split('/')[1])
                for each in port['fixed_ips']]

    def lrp(self, router, port, chassis):
        return self.rows.add(
            'Logical_Router_Port', name='lrp-' + port['port_id'], mac=port['mac_address'],
            networks=a_set(self.networks_of(port)), gateway_chassis=a_set(chassis) if chassis else None,
            external_ids=options({
                'neutron:revision_number': '1', 'neutron:network_name': 'neutron-' + port['network_id'],
                'neutron:subnet_ids': ' '.join(each['subnet_id'] for each in port['fixed_ips']),
                'neutron:router_name': router['id']}))

    def router(self, router):
        lrps = [self.lrp(router, each, None) for each in router['interfaces']]
        routes = [self.rows.add('Logical_Router_Static_Route', ip_prefix=each['destination'], nexthop=each['nexthop'])
                  for each in router['routes']]
        nat = []
        gateway = router.get('external_gateway')
        if gateway:
            chassis = [self.rows.add('Gateway_Chassis', name='lrp-%s_%s' % (gateway['port_id'], each),
                                     chassis_name=each, priority=len(gateway['gateway_chassis']) - number)
                       for number, each in enumerate(gateway['gateway_chassis'])]
            lrps.append(self.lrp(router, gateway, chassis))
            ip = gateway['fixed_ips'][0]
            subnet = self.subnets[ip['subnet_id']]
            routes.append(self.rows.add(
                'Logical_Router_Static_Route', ip_prefix='0.0.0.0/0', nexthop=subnet['gateway_ip'],
                external_ids=options({'neutron:is_ext_gw': 'true', 'neutron:subnet_id': subnet['id']})))
            for port in router['interfaces'] if gateway['enable_snat'] else []:
                for each in port['fixed_ips']:
                    if ':' not in each['ip_address']:
                        nat.append(self.rows.add('NAT', type='snat', external_ip=ip['ip_address'],
                                                 logical_ip=self.subnets[each['subnet_id']]['cidr']))
        for fip in self.objects['floating_ips']:
            if fip['router_id'] == router['id']:
                own = self.objects['config']['enable_distributed_floating_ip'] and fip['port_up']
                nat.append(self.rows.add(
                    'NAT', type='dnat_and_snat', external_ip=fip['floating_ip_address'],
                    logical_ip=fip['fixed_ip_address'], logical_port=fip['port_id'],
                    external_mac=fip['floating_mac'] if own else None,
                    external_ids=options({
                        'neutron:fip_id': fip['id'], 'neutron:revision_number': '2',
                        'neutron:fip_port_id': fip['port_id'], 'neutron:router_name': 'neutron-' + router['id'],
                        'neutron:fip_external_mac': fip['floating_mac'],
                        'neutron:fip_network_id': fip['floating_network_id']})))
        own = [self.balancers[each['id']] for each in self.objects['load_balancers'] if router['id'] in each['routers']]
        self.rows.add(
            'Logical_Router', name='neutron-' + router['id'], ports=a_set(lrps), nat=a_set(nat),
            static_routes=a_set(routes), enabled=router['admin_state_up'], load_balancer=a_set(own) if own else None,
            external_ids=options({
                'neutron:router_name': router['name'], 'neutron:gw_port_id': gateway['port_id'] if gateway else '',
                'neutron:revision_number': '3', 'neutron:availability_zone_hints': ''}),
            options=options({'always_learn_from_arp_request': 'false', 'dynamic_neigh_routers': 'true'}))

    def groups(self):
        acls = [self.rows.add('ACL', action='drop', priority=1001, direction=direction,
                              match='%s == @neutron_pg_drop && ip' % side)
                for direction, side in (('to-lport', 'outport'), ('from-lport', 'inport'))]
        self.rows.add('Port_Group', name='neutron_pg_drop', ports=a_set(self.secured), acls=a_set(acls))
        for group in self.objects['security_groups']:
            name = 'pg_' + group['id'].replace('-', '_')
            acls = [self.rule(name, group, each) for each in group['rules']]
            for each in self.objects['extra_acls']:
                if each['group'] == group['name']:
                    acls.append(self.rows.add('ACL', action=each['action'], priority=each['priority'],
                                              direction=each['direction'], match=each['match'].replace('@', '@' + name)))
            self.rows.add('Port_Group', name=name, ports=a_set(self.members[group['id']]), acls=a_set(acls),
                          external_ids=options({'neutron:security_group_id': group['id']}))

    def rule(self, name, group, rule):
        inward = rule['direction'] == 'ingress'
        version = rule['ethertype'][-1]
        side = 'src' if inward else 'dst'
        parts = ['%s == @%s' % ('outport' if inward else 'inport', name), 'ip' + version]
        if rule.get('remote_ip_prefix'):
            parts.append('ip%s.%s == %s' % (version, side, rule['remote_ip_prefix']))
        if rule.get('remote_group_id'):
            parts.append('ip%s.%s == $pg_%s_ip%s' % (
                version, side, rule['remote_group_id'].replace('-', '_'), version))
        protocol = rule.get('protocol')
        low, high = rule.get('port_range_min'), rule.get('port_range_max')
        if protocol in ('tcp', 'udp'):
            parts.append(protocol)
            if low is not None:
                parts.append('%s.dst == %d' % (protocol, low) if low == high
                             else '%s.dst >= %d && %s.dst <= %d' % (protocol, low, protocol, high))
        elif protocol == 'icmp':
            parts.append('icmp' + version)
            if low is not None:
                parts.append('icmp%s.type == %d' % (version, low))
            if high is not None:
                parts.append('icmp%s.code == %d' % (version, high))
        elif protocol:
            parts.append('ip.proto == ' + protocol)
        return self.rows.add('ACL', action='allow-related' if group['stateful'] else 'allow-stateless',
                             direction='to-lport' if inward else 'from-lport', priority=1002,
                             match=' && '.join(parts), log=False,
                             external_ids=options({'neutron:security_group_rule_id': rule['id']}))


def aliases(objects):
    """Names of ports as recordings have them."""
    names = {each['id']: each['alias'] for each in objects['ports']}
    for net in objects['networks']:
        if 'segment_id' in net:
            names['provnet-' + net['segment_id']] = 'provnet:' + net['name']
    for router in objects['routers']:
        for each in router['interfaces'] + ([router['external_gateway']] if 'external_gateway' in router else []):
            names[each['port_id']] = each['alias']
    return names


def labels(objects):
    names = {'neutron-' + each['id']: 'ls:' + each['name'] for each in objects['networks']}
    names.update({'neutron-' + each['id']: 'lr:' + each['name'] for each in objects['routers']})
    return names


def write(folder, cloud, rows):
    for name, what in (('topologies', cloud.objects), ('nb', ['OVN_Northbound'] + rows)):
        os.makedirs(os.path.join(folder, name), exist_ok=True)
        with open(os.path.join(folder, name, cloud.name + '.json'), 'w') as file:
            json.dump(what, file, sort_keys=True)
            file.write('\n')


def record(ovn, story, folder):
    cloud = next(story)
    rows = Northbound(cloud).rows.operations
    write(folder, cloud, rows)
    ovn.load(cloud.objects, rows)
    known = aliases(cloud.objects)
    ids = {alias: port for port, alias in known.items()}
    switches = {name: labels(cloud.objects)[row] for name, row in ovn.names.items()}
    vectors = []
    for number, (title, packet, *state) in enumerate(story, 1):
        state = (state or ['new'])[0]
        tracer = ovn.tracer(state, 60)
        flow = ovn_trace.microflow(ids[packet['inport']], packet)
        try:
            expect = ovn_trace.expectation(tracer.trace(flow), packet, switches, lambda port: known.get(port, port))
        except (ovn_trace.NoAnswer, OSError) as reason:
            print('left out: %s, %s: %s' % (cloud.name, title, reason), file=sys.stderr)
            continue
        finally:
            tracer.close()
        vectors.append({'id': '%s-%03d' % (cloud.name, number), 'title': title, 'topology': cloud.name,
                        'ct_state': state, 'microflow': flow, 'packet': packet, 'expect': expect,
                        'reference': 'ovn-northd 23.03.1'})
    return vectors


def main():
    import ovn_clouds
    folder = sys.argv[1]
    ovn = ovn_trace.Ovn()
    vectors = []
    try:
        for story in ovn_clouds.ALL:
            vectors += record(ovn, story(), folder)
    finally:
        ovn.stop()
    with open(os.path.join(folder, 'vectors.json'), 'w') as file:
        lines = ',\n'.join(json.dumps(each, sort_keys=True) for each in vectors)
        file.write('{"versions": {"deb": "ovn-northd 23.03.1"}, "vectors": [\n%s\n]}\n' % lines)
    print('%d answers' % len(vectors))


if __name__ == '__main__':
    main()
