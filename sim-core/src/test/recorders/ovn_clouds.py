"""The networks that ovn_named.py and ovn_datapath.py record: each gives a cloud and its packets with titles."""
from ovn_named import (ALL_PINGS, OUTSIDE, PEER, SSH, WEB, Cloud, arp, discover, ping, tcp, udp)


def outside_world(cloud):
    cloud.network('ext_net', '172.16.0.0/20', external=True)


def groups():
    c = Cloud('n1-groups', 'Groups without egress, with SSH alone, stateless, of others, with ranges and types')
    outside_world(c)
    c.network('net', '10.0.0.0/24')
    c.group('ssh', SSH)
    c.group('mute', SSH, egress=False)
    c.group('stateless', SSH, stateful=False)
    c.group('api', {'protocol': 'tcp', 'port_range_min': 8080, 'port_range_max': 8090, 'group': 'lb'})
    c.group('lb', WEB, ALL_PINGS)
    c.group('types', {'protocol': 'icmp', 'port_range_min': 8, 'port_range_max': 0}, {'protocol': '47'},
            {'protocol': 'udp', 'remote_ip_prefix': '10.0.0.0/28'})
    for number, (alias, own) in enumerate((('ssh', ['ssh']), ('mute', ['mute']), ('none', []),
                                           ('stateless', ['stateless']), ('api1', ['api']), ('api2', ['api']),
                                           ('lb', ['lb']), ('types', ['types', 'ssh']))):
        c.port(alias, 'net', '10.0.0.%d' % (11 + number), groups=own)
    c.router('router', 'net', gateway='172.16.7.10')
    c.floating_ip('172.16.7.20', 'ssh', 'router')
    c.floating_ip('172.16.7.21', 'lb', 'router')
    yield c
    yield 'ping to a floating IP whose group allows SSH alone', ping(c.outside('172.16.7.20', 'router'))
    yield 'ssh to the same', tcp(c.outside('172.16.7.20', 'router'), 22)
    yield 'DHCP of a port with egress', discover(c, 'ssh')
    yield 'DHCP of a port without egress stops', discover(c, 'mute')
    yield 'DHCP of a port without a group stops', discover(c, 'none')
    yield 'ARP of a port without a group goes on', c.asks('none', '10.0.0.11')
    yield 'ARP for the gateway too', c.asks('none', '10.0.0.1')
    yield 'nothing else leaves it', tcp(c.inside('none', 'ssh'), 22)
    yield 'nothing comes to it', tcp(c.inside('ssh', 'none'), 22)
    yield 'out of a stateless group', tcp(c.inside('stateless', 'lb'), 80)
    yield 'the answer to a stateless port is dropped', tcp(c.inside('lb', 'stateless'), 40000, 80),\
        'est,rpl;new'
    yield 'the answer to a stateful port is let in', tcp(c.inside('lb', 'api1'), 40000, 80), 'est,rpl'
    yield 'members of api cannot talk to each other', tcp(c.inside('api1', 'api2'), 8080)
    yield 'lb may', tcp(c.inside('lb', 'api2'), 8080)
    yield 'up to the end of the range', tcp(c.inside('lb', 'api2'), 8090)
    yield 'and not beyond', tcp(c.inside('lb', 'api2'), 8091)
    yield 'who is translated is no member any more', tcp(c.inside('lb', '172.16.7.20'), 22)
    yield 'echo request by type and code', ping(c.inside('ssh', 'types'))
    yield 'another type', ping(c.inside('ssh', 'types'), 13)
    yield 'UDP from a near prefix', udp(c.inside('ssh', 'types'), 5353)
    yield 'UDP from beyond the prefix', udp(c.inside('lb', 'types'), 5353)
    yield 'an ICMP error of a connection', ping(c.inside('lb', 'ssh'), 3), 'rel,rpl'
    yield 'an invalid packet', tcp(c.inside('ssh', 'lb'), 80), 'inv'


def translation():
    c = Cloud('n2-translation', 'One central router: floating IPs, their hairpin, the pool, the router itself')
    outside_world(c)
    c.network('net', '10.0.0.0/24')
    c.network('net2', '10.0.2.0/24')
    c.group('open', SSH, WEB, ALL_PINGS)
    c.port('client', 'net', '10.0.0.11', groups=['open'])
    c.port('server', 'net', '10.0.0.12', groups=['open'])
    c.port('plain', 'net2', '10.0.2.11', groups=['open'])
    c.router('router', 'net', 'net2', gateway='172.16.7.10')
    c.floating_ip('172.16.7.20', 'server', 'router')
    c.floating_ip('172.16.7.21', 'client', 'router')
    yield c
    yield 'hairpin: client with a floating IP to another floating IP', tcp(c.inside('client', '172.16.7.20'), 80)
    yield 'hairpin: without one, from the router address', tcp(c.inside('plain', '172.16.7.20'), 80)
    yield 'hairpin: to the own floating IP', tcp(c.inside('client', '172.16.7.21'), 80)
    yield 'out with the floating IP', tcp(c.inside('client', '8.8.8.8'), 443)
    yield 'out with the router address', tcp(c.inside('plain', '8.8.8.8'), 443)
    yield 'between two networks', ping(c.inside('client', '10.0.2.11'))
    yield 'to a neighbour outside that is known', tcp(c.inside('plain', '172.16.0.7'), 80)
    yield 'to one that is not', tcp(c.inside('plain', '172.16.0.99'), 80)
    yield 'an address of the pool that nobody has, from inside', tcp(c.inside('plain', '172.16.7.99'), 80)
    yield 'the same from outside', tcp(c.outside('172.16.7.99', 'router'), 80)
    yield 'ping of the router address outside', ping(c.outside('172.16.7.10', 'router'))
    yield 'tcp to it', tcp(c.outside('172.16.7.10', 'router'), 80)
    yield 'a tenant address from outside: only groups stop it', tcp(c.outside('10.0.0.12', 'router'), 80)
    yield 'and here they do', tcp(c.outside('10.0.0.12', 'router'), 443)
    yield 'a floating IP from outside', tcp(c.outside('172.16.7.20', 'router'), 80)
    yield 'ttl 1 towards outside', dict(tcp(c.inside('client', '8.8.8.8'), 80), ttl=1)
    yield 'ttl 1 from outside', dict(tcp(c.outside('172.16.7.20', 'router'), 80), ttl=1)
    yield 'ping of the gateway', ping(c.inside('client', '10.0.0.1'))
    yield 'ping of the far side of the router', ping(c.inside('client', '10.0.2.1'))
    yield 'ARP from outside for the floating IP', arp('provnet:ext_net', OUTSIDE[1], OUTSIDE[0], '172.16.7.20')
    yield 'ARP from outside for the router', arp('provnet:ext_net', OUTSIDE[1], OUTSIDE[0], '172.16.7.10')
    yield 'ARP from outside for nobody', arp('provnet:ext_net', OUTSIDE[1], OUTSIDE[0], '172.16.7.99')


def two_routers():
    c = Cloud('n3-two-routers', 'Two routers on one network, a route to an instance, two routes of one prefix')
    outside_world(c)
    c.network('net', '10.0.0.0/24')
    c.network('far', '10.0.5.0/24')
    c.group('open', SSH, WEB, ALL_PINGS, {'remote_ip_prefix': '192.168.0.0/16'})
    c.port('client', 'net', '10.0.0.11', groups=['open'])
    c.port('vpn', 'net', '10.0.0.12', groups=['open'], pairs=[{'ip_address': '192.168.9.5'}])
    c.port('plain', 'net', '10.0.0.13', groups=['open'])
    c.port('other', 'far', '10.0.5.11', groups=['open'])
    c.router('edge', 'net', gateway='172.16.7.10',
             routes=[('10.0.5.0/24', '10.0.0.254'), ('192.168.9.0/24', '10.0.0.12'), ('192.168.8.0/24', '10.0.0.12'),
                     ('192.168.8.0/24', '10.0.0.13')])
    c.router('inner', 'net', 'far', gateways={'net': '10.0.0.254'}, routes=[('0.0.0.0/0', '10.0.0.1')])
    yield c
    yield 'the next router is asked for first, which no instance sees', tcp(c.inside('client', '10.0.5.11'), 80)
    yield 'and back', tcp(c.inside('other', '10.0.0.11'), 80)
    yield 'out through two routers: the second is asked for first', tcp(c.inside('other', '8.8.8.8'), 80)
    yield 'a route to an instance whose pair covers it', tcp(c.inside('client', '192.168.9.5'), 80)
    yield 'and one that it does not', tcp(c.inside('client', '192.168.9.6'), 80)
    yield 'one of two routes', tcp(c.inside('client', '192.168.8.1'), 80)
    yield 'from the pair', dict(tcp(c.inside('vpn', 'client'), 22), ip_src='192.168.9.5')
    yield 'from what is no pair', dict(tcp(c.inside('plain', 'client'), 22), ip_src='192.168.9.5')
    yield 'ARP for a router is answered and flooded', c.asks('client', '10.0.0.254')
    yield 'ARP for the pair', c.asks('client', '192.168.9.5')
    yield 'ARP for nobody', c.asks('client', '10.0.0.200')
    yield 'tcp to a router without a gateway is reset', tcp(c.inside('other', '10.0.5.1'), 80)
    yield 'udp to it is unreachable', udp(c.inside('other', '10.0.5.1'), 9)


def down():
    c = Cloud('n4-down', 'A router and a port that an administrator took down')
    outside_world(c)
    c.network('net', '10.0.0.0/24')
    c.network('dead', '10.0.1.0/24')
    c.group('open', SSH, ALL_PINGS)
    c.port('client', 'net', '10.0.0.11', groups=['open'])
    c.port('sleeper', 'net', '10.0.0.12', groups=['open'], up=False)
    c.port('lost', 'dead', '10.0.1.11', groups=['open'])
    c.router('router', 'net', gateway='172.16.7.10')
    c.router('off', 'dead', gateway='172.16.7.11', up=False)
    c.floating_ip('172.16.7.20', 'sleeper', 'router')
    c.floating_ip('172.16.7.21', 'lost', 'off')
    yield c
    yield 'to a port that is down', tcp(c.inside('client', 'sleeper'), 22)
    yield 'its ARP', c.asks('client', '10.0.0.12')
    yield 'from it', tcp(c.inside('sleeper', 'client'), 22)
    yield 'its DHCP', discover(c, 'sleeper')
    yield 'its floating IP', tcp(c.outside('172.16.7.20', 'router'), 22)
    yield 'ARP for a gateway that is down', c.asks('lost', '10.0.1.1')
    yield 'ping of it', ping(c.inside('lost', '10.0.1.1'))
    yield 'out by it', tcp(c.inside('lost', '8.8.8.8'), 80)
    yield 'DHCP goes on', discover(c, 'lost')
    yield 'ARP for a floating IP of a router that is down', arp('provnet:ext_net', *reversed(OUTSIDE), '172.16.7.21')


def distributed():
    c = Cloud('n5-distributed', 'Floating IPs that each chassis translates', distributed=True)
    outside_world(c)
    c.network('net', '10.0.0.0/24')
    c.group('open', SSH, ALL_PINGS)
    for number, alias in enumerate(('one', 'two', 'unbound', 'plain')):
        c.port(alias, 'net', '10.0.0.%d' % (11 + number), groups=['open'])
    c.router('router', 'net', gateway='172.16.7.10')
    for number, alias in enumerate(('one', 'two', 'unbound')):
        c.floating_ip('172.16.7.2%d' % number, alias, 'router')
    c.objects['floating_ips'][2]['port_up'] = False
    macs = [each['floating_mac'] for each in c.objects['floating_ips']]
    yield c
    yield 'out: MAC and source are the floating IP\'s', tcp(c.inside('one', '8.8.8.8'), 80)
    yield 'out of a port that is not up: the router\'s MAC', tcp(c.inside('unbound', '8.8.8.8'), 80)
    yield 'out without a floating IP', tcp(c.inside('plain', '8.8.8.8'), 80)
    yield 'in by its own MAC', dict(tcp(c.outside('172.16.7.20', 'router'), 22), eth_dst=macs[0])
    yield 'in by the router\'s MAC', tcp(c.outside('172.16.7.20', 'router'), 22)
    yield 'in by the MAC of the one that is not up', dict(tcp(c.outside('172.16.7.22', 'router'), 22), eth_dst=macs[2])
    yield 'ARP for one', arp('provnet:ext_net', OUTSIDE[1], OUTSIDE[0], '172.16.7.20')
    yield 'ARP for the one that is not up', arp('provnet:ext_net', OUTSIDE[1], OUTSIDE[0], '172.16.7.22')
    yield 'hairpin between two', tcp(c.inside('one', '172.16.7.21'), 22)
    yield 'hairpin from a plain one', tcp(c.inside('plain', '172.16.7.21'), 22)
    yield 'ping', ping(c.outside('172.16.7.21', 'router'))


def six():
    c = Cloud('n6-six', 'IPv4 and IPv6 side by side')
    outside_world(c)
    c.network('net', '10.0.0.0/24', 'fd00:1::/64')
    c.network('net2', '10.0.2.0/24', 'fd00:2::/64')
    c.group('open', SSH, dict(SSH, ethertype='IPv6', remote_ip_prefix='::/0'),
            {'protocol': 'icmp', 'ethertype': 'IPv6'})
    c.group('self', {'group': 'self', 'ethertype': 'IPv6'})
    c.port('one', 'net', '10.0.0.11', 'fd00:1::11', groups=['open'])
    c.port('two', 'net', '10.0.0.12', 'fd00:1::12', groups=['self'])
    c.port('three', 'net', '10.0.0.13', 'fd00:1::13', groups=['self'])
    c.port('far', 'net2', '10.0.2.11', 'fd00:2::11', groups=['open'])
    c.router('router', 'net', 'net2', gateway='172.16.7.10')
    yield c
    question = dict(c.inside('one', 'two', 6), proto='icmp6', icmp_type=135, icmp_code=0, ttl=255,
                    eth_dst='33:33:ff:00:00:12', ip_dst='ff02::1:ff00:12', nd_target='fd00:1::12',
                    nd_sll=c.mac_of('one'))
    yield 'a solicitation is answered', question
    yield 'a solicitation with another\'s MAC', dict(question, nd_sll=c.mac_of('two'))
    yield 'a solicitation from another\'s address', dict(question, ip_src='fd00:1::13')
    yield 'ssh between the two networks', tcp(c.inside('one', 'fd00:2::11', 6), 22)
    yield 'ping between them', ping(c.inside('one', 'fd00:2::11', 6))
    yield 'ping of the gateway', ping(c.inside('one', 'fd00:1::1', 6))
    yield 'members of self', tcp(c.inside('two', 'three', 6), 8080)
    yield 'in IPv4 the same group lets nothing in', tcp(c.inside('two', 'three'), 8080)
    yield 'no member', tcp(c.inside('one', 'three', 6), 8080)
    yield 'out: there is no route of IPv6', tcp(c.inside('one', '2001:db8::1', 6), 80)
    yield 'ttl 1', dict(tcp(c.inside('one', 'fd00:2::11', 6), 22), ttl=1)
    yield 'a foreign source', dict(tcp(c.inside('one', 'two', 6), 22), ip_src='fd00:1::99')
    yield 'from the link-local address', dict(ping(c.inside('one', 'far', 6)), ip_src='fe80::1')


def balancer():
    c = Cloud('n7-balancer', 'OVN load balancers: by the router and the switch, UDP, without members, with a floating IP')
    outside_world(c)
    c.network('net', '10.0.0.0/24')
    c.network('net2', '10.0.2.0/24')
    c.group('open', SSH, WEB, ALL_PINGS, {'protocol': 'tcp', 'port_range_min': 8080, 'port_range_max': 8080},
            {'protocol': 'udp'})
    for number, alias in enumerate(('client', 'api1', 'api2')):
        c.port(alias, 'net', '10.0.0.%d' % (11 + number), groups=['open'])
    c.port('far', 'net2', '10.0.2.11', groups=['open'])
    c.router('router', 'net', 'net2', gateway='172.16.7.10')
    c.balancer('tcp', 'tcp', {'10.0.0.50:80': '10.0.0.12:8080,10.0.0.13:8080', '10.0.0.50:81': '',
                              '10.0.0.50:8001': '10.0.0.12:8080', '172.16.7.80:80': '10.0.0.12:8080,10.0.0.13:8080'},
               ['net', 'net2'], ['router'])
    c.balancer('udp', 'udp', {'10.0.0.50:5353': '10.0.0.13:5300'}, ['net', 'net2'], ['router'])
    yield c
    yield 'one of two members', tcp(dict(c.inside('client', '10.0.0.50'), eth_dst=c.way('client')), 80)
    yield 'one member', tcp(c.inside('client', '10.0.0.50'), 8001)
    yield 'no member', tcp(c.inside('client', '10.0.0.50'), 81)
    yield 'no listener: ARP for the VIP', tcp(c.inside('client', '10.0.0.50'), 82)
    yield 'from another network', tcp(c.inside('far', '10.0.0.50'), 8001)
    yield 'from another network, one of two', tcp(c.inside('far', '10.0.0.50'), 80)
    yield 'from another network, no member', tcp(c.inside('far', '10.0.0.50'), 81)
    yield 'from another network, no listener', tcp(c.inside('far', '10.0.0.50'), 82)
    yield 'UDP', udp(c.inside('client', '10.0.0.50'), 5353)
    yield 'TCP to the port of UDP', tcp(c.inside('client', '10.0.0.50'), 5353)
    yield 'ping of the VIP', ping(c.inside('client', '10.0.0.50'))
    yield 'ARP for the VIP', c.asks('client', '10.0.0.50')
    yield 'from outside to its floating IP', tcp(c.outside('172.16.7.80', 'router'), 80)
    yield 'from inside to its floating IP', tcp(c.inside('client', '172.16.7.80'), 80)
    yield 'from outside to another port of it', tcp(c.outside('172.16.7.80', 'router'), 81)
    yield 'ARP from outside for it', arp('provnet:ext_net', OUTSIDE[1], OUTSIDE[0], '172.16.7.80')
    yield 'a member past the balancer', tcp(c.inside('client', 'api1'), 8080)


def provider():
    c = Cloud('n8-provider', 'Instances on provider networks, without port security, with pairs of their own MAC')
    outside_world(c)
    c.network('vlan', '10.30.0.0/24', vlan=30)
    c.network('net', '10.0.0.0/24')
    c.group('open', SSH, ALL_PINGS)
    c.port('direct', 'ext_net', '172.16.7.50', groups=['open'])
    c.port('tagged', 'vlan', '10.30.0.11', groups=['open'])
    c.port('firewall', 'net', '10.0.0.11', secured=False)
    c.port('second', 'net', '10.0.0.12', groups=['open'],
           pairs=[{'ip_address': '10.0.0.99', 'mac_address': '00:00:5e:00:01:01'}])
    c.port('client', 'net', '10.0.0.13', groups=['open'])
    c.router('router', 'net', 'vlan', gateway='172.16.7.10')
    yield c
    direct = {'inport': 'provnet:ext_net', 'type': 'ip4', 'eth_src': OUTSIDE[1], 'eth_dst': c.mac_of('direct'),
              'ip_src': OUTSIDE[0], 'ip_dst': '172.16.7.50', 'ttl': 64}
    out = dict(c.inside('client', 'client'), inport='direct', eth_src=c.mac_of('direct'), eth_dst=PEER[1],
               ip_src='172.16.7.50', ip_dst=PEER[0])
    yield 'from outside to an instance there', tcp(direct, 22)
    yield 'and what its group does not allow', tcp(direct, 80)
    yield 'from it to a host outside', tcp(out, 80)
    yield 'ARP from outside for it is not answered by the switch',\
        arp('provnet:ext_net', OUTSIDE[1], OUTSIDE[0], '172.16.7.50')
    yield 'DHCP there is nobody\'s', discover(c, 'direct')
    yield 'a VLAN with DHCP', discover(c, 'tagged')
    yield 'from the VLAN out by the router', tcp(c.inside('tagged', '8.8.8.8'), 80)
    yield 'from the VLAN to a tenant network', ping(c.inside('tagged', '10.0.0.13'))
    yield 'without port security any source goes', dict(tcp(c.inside('firewall', 'client'), 22), ip_src='1.2.3.4')
    yield 'and any MAC', dict(tcp(c.inside('firewall', 'client'), 22), eth_src='00:01:02:03:04:05')
    yield 'unknown MACs go to it', dict(tcp(c.inside('client', 'firewall'), 22), eth_dst='00:01:02:03:04:05')
    yield 'ARP for its address is not answered for it', c.asks('client', '10.0.0.11')
    yield 'from the pair with its own MAC', dict(tcp(c.inside('second', 'client'), 22), ip_src='10.0.0.99',
                                               eth_src='00:00:5e:00:01:01')
    yield 'from the pair with the port\'s MAC', dict(tcp(c.inside('second', 'client'), 22), ip_src='10.0.0.99')
    yield 'to the pair', dict(tcp(c.inside('client', 'second'), 22), ip_dst='10.0.0.99', eth_dst='00:00:5e:00:01:01')
    yield 'ARP for the pair', c.asks('client', '10.0.0.99')


def refusing():
    c = Cloud('n9-refusing', 'Rules that an operator wrote beside Neutron\'s: they reject')
    outside_world(c)
    c.network('net', '10.0.0.0/24', 'fd00:1::/64')
    c.group('open', SSH, WEB, ALL_PINGS, {'protocol': 'udp'}, dict(SSH, ethertype='IPv6', remote_ip_prefix='::/0'))
    c.group('strict', SSH, WEB, ALL_PINGS, {'protocol': 'udp'}, dict(SSH, ethertype='IPv6', remote_ip_prefix='::/0'))
    c.objects['extra_acls'] = [
        {'group': 'strict', 'direction': 'to-lport', 'priority': 1010, 'action': 'reject',
         'match': 'outport == @ && (tcp.dst == 80 || udp.dst == 5353 || icmp4 || ip6)'},
        {'group': 'strict', 'direction': 'from-lport', 'priority': 1011, 'action': 'reject',
         'match': 'inport == @ && ip4.dst == {8.8.8.8, 10.0.0.11} && (tcp.dst == {80, 443} || udp)'},
        {'group': 'strict', 'direction': 'from-lport', 'priority': 1012, 'action': 'drop',
         'match': 'inport == @ && eth.bcast'}]
    c.port('client', 'net', '10.0.0.11', 'fd00:1::11', groups=['open'])
    c.port('server', 'net', '10.0.0.12', 'fd00:1::12', groups=['strict'])
    c.router('router', 'net', gateway='172.16.7.10')
    c.floating_ip('172.16.7.20', 'server', 'router')
    yield c
    yield 'tcp is reset by the receiver\'s rule', tcp(c.inside('client', 'server'), 80)
    yield 'udp is unreachable', udp(c.inside('client', 'server'), 5353)
    yield 'ping is unreachable', ping(c.inside('client', 'server'))
    yield 'in IPv6', tcp(c.inside('client', 'server', 6), 22)
    yield 'ssh is let in', tcp(c.inside('client', 'server'), 22)
    yield 'from outside the reset goes back by the router', tcp(c.outside('172.16.7.20', 'router'), 80)
    yield 'the sender\'s own rule', tcp(c.inside('server', 'client'), 80)
    yield 'the same for udp', udp(c.inside('server', 'client'), 5353)
    yield 'for the internet', tcp(c.inside('server', '8.8.8.8'), 443)
    yield 'an error is not answered', ping(c.inside('client', 'server'), 3)
    yield 'a broadcast is dropped: no DHCP', discover(c, 'server')
    yield 'an established connection is ended', tcp(c.inside('client', 'server'), 80), 'est'
    yield 'but not its answers', tcp(c.inside('client', 'server'), 80), 'est,rpl'


def quiet():
    c = Cloud('n10-no-snat', 'A gateway without SNAT beside one with, an isolated network, a shared router')
    outside_world(c)
    c.network('net', '10.0.0.0/24')
    c.network('routed', '172.20.0.0/24')
    c.network('island', '10.9.0.0/24')
    c.group('open', SSH, ALL_PINGS)
    c.port('client', 'net', '10.0.0.11', groups=['open'])
    c.port('routed', 'routed', '172.20.0.11', groups=['open'])
    c.port('alone', 'island', '10.9.0.11', groups=['open'])
    c.port('alone2', 'island', '10.9.0.12', groups=['open'])
    c.router('router', 'net', gateway='172.16.7.10')
    c.router('plain', 'routed', gateway='172.16.7.11', snat=False)
    yield c
    yield 'out without a translation', tcp(c.inside('routed', '8.8.8.8'), 80)
    yield 'in without a translation', tcp(c.outside('172.20.0.11', 'plain'), 22)
    yield 'tcp to a gateway that translates nothing', tcp(c.outside('172.16.7.11', 'plain'), 80)
    yield 'ping of it', ping(c.outside('172.16.7.11', 'plain'))
    yield 'from one router\'s network to the other\'s', tcp(c.inside('client', '172.20.0.11'), 22)
    yield 'to the other router: it is asked for', tcp(c.inside('client', '172.16.7.11'), 22)
    yield 'on the island', tcp(c.inside('alone', 'alone2'), 22)
    yield 'its gateway is nobody', c.asks('alone', '10.9.0.1')
    yield 'its DHCP', discover(c, 'alone')


ALL = [groups, translation, two_routers, down, distributed, six, balancer, provider, refusing, quiet]
