"""Sequences of packets for ovn_datapath.py: each yields a cloud, then titles and packets, and is sent what was
received."""
from ovn_named import ALL_PINGS, OUTSIDE, SSH, WEB, Cloud, arp, ping, tcp, udp


def answer(packet, to, **more):
    """The answer of the port that received a packet."""
    back = dict(packet, inport=to, eth_src=packet['eth_dst'], eth_dst=packet['eth_src'], ip_src=packet['ip_dst'],
                ip_dst=packet['ip_src'], ttl=64)
    back.pop('port', None)
    if packet['proto'] == 'icmp4':
        back['icmp_type'] = 0
    else:
        back.update(sport=packet['dport'], dport=packet['sport'])
    if packet['proto'] == 'tcp':
        back['flags'] = 'synack'
    return dict(back, **more)


def first(received, port):
    return [each for each in received if each['port'] == port][0]


def connections():
    c = Cloud('s1-connections', 'Connections over time: groups, translation both ways, a pair that is a network')
    c.network('ext_net', '172.16.0.0/20', external=True)
    c.network('net', '10.0.0.0/24')
    c.network('net2', '10.0.2.0/24')
    c.group('open', SSH, WEB, ALL_PINGS)
    c.group('closed')
    c.group('stateless', SSH, stateful=False)
    c.port('client', 'net', '10.0.0.11', groups=['closed'])
    c.port('server', 'net', '10.0.0.12', groups=['open'])
    c.port('plain', 'net2', '10.0.2.11', groups=['closed'])
    c.port('plain2', 'net2', '10.0.2.12', groups=['closed'])
    c.port('vpn', 'net', '10.0.0.13', groups=['open'], pairs=[{'ip_address': '10.0.0.128/25'}])
    c.port('loose', 'net', '10.0.0.14', groups=['stateless'])
    c.router('router', 'net', 'net2', gateway='172.16.7.10')
    c.floating_ip('172.16.7.20', 'server', 'router')
    yield c
    syn = tcp(c.inside('client', 'server'), 80)
    got = yield 'a connection begins', syn
    got = yield 'its answer, which no rule but the connection lets in', answer(first(got, 'server'), 'server')
    yield 'the third packet', dict(syn, flags='ack', seq=1001, ack=1001)
    yield 'the wrong way: nothing was asked', tcp(c.inside('server', 'client'), 80)
    yield 'the answer to nothing', dict(tcp(c.inside('server', 'client'), 40009, 80), flags='synack')
    hello = udp(c.inside('client', 'server'), 53)
    yield 'UDP that no rule lets in', hello
    yield 'and its answer: the sender had committed it', answer(hello, 'server')
    echo = ping(c.inside('client', 'server'))
    got = yield 'ping', echo
    yield 'its answer', answer(first(got, 'server'), 'server')
    yield 'an answer with another id is none', answer(echo, 'server', icmp_id=99)
    syn = tcp(c.inside('plain', '172.16.0.1'), 443)
    yield 'out by SNAT to a neighbour that the router has to ask for', syn
    gateway = c.one('routers', 'router')['external_gateway']['mac_address']
    yield 'its answer to ARP releases the packet', dict(
        arp('provnet:ext_net', OUTSIDE[1], OUTSIDE[0], '172.16.7.10'), arp_op=2, eth_dst=gateway, arp_tha=gateway)
    got = yield 'again', dict(syn, sport=40001)
    out = first(got, 'provnet:ext_net')
    yield 'its answer comes to the instance', answer(out, 'provnet:ext_net')
    yield 'the third packet goes the same way', dict(syn, sport=40001, flags='ack', seq=1001, ack=1001)
    got = yield 'a second instance with the same port gets another', dict(
        tcp(c.inside('plain2', '172.16.0.1'), 443), sport=40001)
    yield 'and its answer finds it', answer(first(got, 'provnet:ext_net'), 'provnet:ext_net')
    yield 'an answer for a connection that nobody has', dict(answer(out, 'provnet:ext_net'), dport=50000)
    got = yield 'UDP out', udp(c.inside('plain', '172.16.0.1'), 53)
    yield 'UDP back', answer(first(got, 'provnet:ext_net'), 'provnet:ext_net')
    got = yield 'ping out', ping(c.inside('plain', '172.16.0.1'))
    yield 'ping back', answer(first(got, 'provnet:ext_net'), 'provnet:ext_net')
    got = yield 'in to a floating IP', tcp(c.outside('172.16.7.20', 'router'), 80)
    yield 'the server\'s answer leaves as the floating IP', answer(first(got, 'server'), 'server')
    yield 'in to what its group does not allow', tcp(c.outside('172.16.7.20', 'router'), 443)
    got = yield 'ping of the floating IP', ping(c.outside('172.16.7.20', 'router'))
    yield 'and back', answer(first(got, 'server'), 'server')
    yield 'ARP from outside for the router', arp('provnet:ext_net', OUTSIDE[1], OUTSIDE[0], '172.16.7.10')
    yield 'ping of the router', ping(c.outside('172.16.7.10', 'router'))
    got = yield 'out from the server: its floating IP', tcp(c.inside('server', '172.16.0.1'), 80)
    yield 'back to it', answer(first(got, 'provnet:ext_net'), 'provnet:ext_net')
    got = yield 'hairpin: an instance to the floating IP', tcp(c.inside('plain', '172.16.7.20'), 80)
    yield 'the server answers the router', answer(first(got, 'server'), 'server')
    got = yield 'hairpin of the server to itself', tcp(c.inside('server', '172.16.7.20'), 80)
    yield 'from a pair that is a network', dict(tcp(c.inside('vpn', 'server'), 22), ip_src='10.0.0.200')
    yield 'from beyond that network', dict(tcp(c.inside('vpn', 'server'), 22), ip_src='10.0.0.100')
    yield 'to the pair', dict(tcp(c.inside('client', 'vpn'), 22), ip_dst='10.0.0.200')
    syn = tcp(c.inside('loose', 'server'), 80)
    got = yield 'out of a stateless group', syn
    yield 'its answer is dropped', answer(first(got, 'server'), 'server')
    yield 'between two networks', tcp(c.inside('plain', '10.0.0.12'), 22)
    yield 'and back', answer(dict(tcp(c.inside('plain', '10.0.0.12'), 22), eth_src=c.way('server'),
                                  eth_dst=c.mac_of('server')), 'server')
    yield 'an error about a connection is let in', dict(
        answer(dict(tcp(c.inside('client', 'server'), 80)), 'server'), proto='icmp4', icmp_type=3, icmp_code=1,
        inner=tcp(c.inside('client', 'server'), 80))
    yield 'an error about none is not', dict(
        answer(dict(tcp(c.inside('client', 'server'), 80)), 'server'), proto='icmp4', icmp_type=3, icmp_code=1,
        inner=tcp(c.inside('client', 'server'), 81))


def balanced():
    c = Cloud('s2-balanced', 'A load balancer over time: one member, hairpin, from another network, UDP; rules that reject')
    c.network('ext_net', '172.16.0.0/20', external=True)
    c.network('net', '10.0.0.0/24')
    c.network('net2', '10.0.2.0/24')
    web = {'protocol': 'tcp', 'port_range_min': 8080, 'port_range_max': 8080}
    c.group('open', SSH, web, ALL_PINGS, {'protocol': 'udp'})
    c.group('closed')
    c.group('strict', SSH, WEB, {'protocol': 'udp'})
    c.objects['extra_acls'] = [
        {'group': 'strict', 'direction': 'to-lport', 'priority': 1010, 'action': 'reject',
         'match': 'outport == @ && (tcp.dst == 80 || udp.dst == 5353)'},
        {'group': 'strict', 'direction': 'from-lport', 'priority': 1011, 'action': 'reject',
         'match': 'inport == @ && (tcp.dst == 443 || udp.dst == 443)'}]
    c.port('client', 'net', '10.0.0.11', groups=['closed'])
    c.port('api', 'net', '10.0.0.12', groups=['open'])
    c.port('strict', 'net', '10.0.0.13', groups=['strict'])
    c.port('far', 'net2', '10.0.2.11', groups=['closed'])
    c.router('router', 'net', 'net2', gateway='172.16.7.10')
    c.balancer('tcp', 'tcp', {'10.0.0.50:80': '10.0.0.12:8080', '10.0.0.50:81': ''}, ['net', 'net2'], ['router'])
    yield c
    yield 'ARP for the VIP', c.asks('client', '10.0.0.50')
    syn = tcp(c.inside('client', '10.0.0.50'), 80)
    got = yield 'a connection to the VIP', syn
    yield 'the member\'s answer comes from the VIP', answer(first(got, 'api'), 'api')
    yield 'the third packet finds the same member', dict(syn, flags='ack', seq=1001, ack=1001)
    yield 'a VIP without members', tcp(c.inside('client', '10.0.0.50'), 81)
    got = yield 'the member to its own VIP: from the VIP', tcp(c.inside('api', '10.0.0.50'), 80)
    yield 'its answer to itself', answer(first(got, 'api'), 'api')
    got = yield 'from another network', tcp(c.inside('far', '10.0.0.50'), 80)
    yield 'and the answer', answer(first(got, 'api'), 'api')
    yield 'a reset instead of a connection', tcp(c.inside('client', 'strict'), 80)
    yield 'unreachable instead of UDP', udp(c.inside('client', 'strict'), 5353)
    yield 'refused to its own sender', tcp(c.inside('strict', 'client'), 443)
    yield 'UDP refused to its own sender', udp(c.inside('strict', 'client'), 443)
    yield 'to the refusing one from another network', tcp(c.inside('far', '10.0.0.13'), 80)


ALL = [connections, balanced]
