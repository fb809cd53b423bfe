#!/usr/bin/python3
"""Asks the real nova-scheduler for decisions about random hosts and requests.

Needs Debian's python3-nova 2:26.2.2 (yoga's scheduler code; the system's Python), no daemon and no
database. Prints one JSON object a line, in the format that SchedulerVectors reads:

    nova_scheduler.py --random 400 --seed 7 > cases.jsonl
    nova_scheduler.py --bench 5,100,1000,10000      decisions per second of the real code

The same seed gives the same cases. Weighers are put in the order of their modules' names: the real
order is that of a directory listing, which differs from machine to machine.
"""
import argparse
import collections
import copy
import datetime
import json
import logging
import random
import sys
import time
import warnings

warnings.simplefilter("ignore")
sys.argv, ARGV = sys.argv[:1], sys.argv[1:]

import nova.conf  # noqa: E402
from nova import context, objects  # noqa: E402
from nova.objects import fields  # noqa: E402,F401
from nova.pci import stats as pci_stats  # noqa: E402
from nova.scheduler import filters, host_manager, manager, utils, weights  # noqa: E402
from oslo_utils import timeutils  # noqa: E402
from unittest import mock  # noqa: E402

logging.disable(logging.CRITICAL)
CONF = nova.conf.CONF
CONF([], project="nova", default_config_files=[])
objects.register_all()

CHARM = ["AvailabilityZoneFilter", "ComputeFilter", "ComputeCapabilitiesFilter",
         "ImagePropertiesFilter", "ServerGroupAntiAffinityFilter", "ServerGroupAffinityFilter",
         "DifferentHostFilter", "SameHostFilter"]
OTHERS = ["AggregateImagePropertiesIsolation", "AggregateInstanceExtraSpecsFilter",
          "AggregateIoOpsFilter", "AggregateMultiTenancyIsolation", "AggregateNumInstancesFilter",
          "AggregateTypeAffinityFilter", "AllHostsFilter", "IoOpsFilter", "IsolatedHostsFilter",
          "JsonFilter", "MetricsFilter", "NumInstancesFilter", "SimpleCIDRAffinityFilter",
          "NUMATopologyFilter", "PciPassthroughFilter"]
CELLS = ["00000000-0000-0000-0000-00000000ce11", "00000000-0000-0000-0000-00000000ce12"]
CPU_INFO = ['{"arch": "x86_64", "model": "Broadwell", "topology": {"sockets": 1, "cores": 2},'
            ' "features": ["vmx", "avx2"]}',
            '{"vendor": "AMD", "topology": {"cores": 4}, "features": ["avx2"], "x": 1.5}',
            "not json", '["list"]', '"text"']
METADATA = [{}, {"availability_zone": "az1"}, {"availability_zone": "az2", "ssd": "true"},
            {"ssd": "false"}, {"ssd": "true, maybe"}, {"filter_tenant_id": "p1,p2"},
            {"filter_tenant_id": "p3"}, {"instance_type": "m1.tiny, m1.small"},
            {"instance_type": "m1.large"}, {"ram_weight_multiplier": "2"},
            {"cpu_weight_multiplier": "-1.5", "disk_weight_multiplier": "bad"},
            {"ram_weight_multiplier": "0.5", "build_failure_weight_multiplier": "3"},
            {"io_ops_weight_multiplier": "1e1", "pci_weight_multiplier": " 7 "},
            {"max_io_ops_per_host": "3"}, {"max_io_ops_per_host": "x"},
            {"max_instances_per_host": "2"}, {"hw_disk_bus": "virtio,scsi"},
            {"os_type": "linux"}, {"os_distro": "ubuntu"}, {"iso.os_distro": "debian"},
            {"soft_affinity_weight_multiplier": "4", "cross_cell_move_weight_multiplier": "2"},
            {"metrics_weight_multiplier": "0"}, {"size": "10"}]
EXTRA_SPECS = [{}, {}, {}, {"capabilities:ssd": "true"}, {"capabilities:ssd": "s!= false"},
               {"capabilities:hypervisor_version": ">= 7000000"}, {"hypervisor_type": "QEMU"},
               {"capabilities:cpu_info:features": "<in> vmx"}, {"ssd": "<or> true <or> yes"},
               {"capabilities:cpu_info:topology:cores": "== 2"}, {"nothing": "x"},
               {"capabilities:free_ram_mb": ">= 8000"}, {"capabilities:cpu_info:x": "1.5"},
               {"capabilities:cpu_info:topology": "<all-in> sockets cores"},
               {"capabilities:vcpus_used": "< 3"}, {"capabilities:vcpus_used": "<= 3"},
               {"aggregate_instance_extra_specs:ssd": "true"},
               {"aggregate_instance_extra_specs:size": "= 5"},
               {"aggregate_instance_extra_specs:ssd": "<in> ru"}, {"capabilities:ssd": ">= 1"},
               {"capabilities:stats:ssd": "true"}, {"quota:cpu": "1"},
               {"capabilities:cpu_allocation_ratio": "2.0"}, {"capabilities:num_io_ops": "<or>"},
               {"cpu_info": "<in> avx2"}, {"capabilities:supported_instances": "<in> 'kvm'"}]
IMAGES = [{}, {}, {"hw_architecture": "x86_64"}, {"img_hv_type": "kvm"}, {"hw_vm_mode": "hvm"},
          {"architecture": "i386"}, {"hw_architecture": "aarch64", "img_hv_type": "qemu"},
          {"img_hv_requested_version": ">=6.5, <8.0.0", "img_hv_type": "qemu"},
          {"hypervisor_type": "kvm", "hypervisor_version_requires": "==7.0.0"},
          {"hw_disk_bus": "virtio"}, {"hw_disk_bus": "ide"}, {"os_type": "linux"},
          {"os_distro": "ubuntu"}, {"os_distro": "debian", "unknown": "1"}]
QUERIES = ['[">=", "$free_ram_mb", 8192]', '["and", [">", "$vcpus_total", 2], ["<", '
           '"$num_io_ops", 5]]', '["not", ["=", "$host", "node1"]]', '["=", "$stats.ssd", "true"]',
           '["or", ["in", "$host", "node0", "node2"], ["<=", "$free_disk_mb", 100000]]', '[]',
           '["<", "$host", 3]', '["bad", 1]', 'no json', '["in", 4, "$vcpus_total", 8]',
           '["=", "$service.disabled", false]', '["=", "$nothing", 1]', '["and"]', '["=", 1]',
           '["=", ["<", 1, 2], true]', '["not", 0, 1]', '"and"', '["=", 1, 1.0, true]']
SUPPORTED = [[["x86_64", "kvm", "hvm"], ["i686", "kvm", "hvm"]], [["x86_64", "qemu", "hvm"]],
             [["x86_64", "qemu", "hvm"], ["i686", "qemu", "hvm"]], [["aarch64", "kvm", "hvm"]], []]


def uuid(number):
    return "%08x-0000-4000-8000-%012x" % (number, number)


def random_host(r, i, rich):
    """A host; `rich` ones differ in everything that a filter may look at."""
    total, vcpus = r.choice([8192, 16384, 32768]), r.choice([2, 4, 8, 12])
    used = r.choice([0, 0, 1, 2, 3])
    return {
        "host": "node%d" % i, "node": "node%d%s" % (i, r.choice(["", "", "b"]) if rich else ""),
        "uuid": uuid(5000 + i), "cell": r.choice(CELLS) if rich and r.random() < .3 else CELLS[0],
        "vcpus_total": vcpus, "vcpus_used": r.choice([0, used, 2 * used, vcpus]),
        "total_usable_ram_mb": total, "free_ram_mb": total - 512 - r.choice([0, used * 2048, total]),
        "total_usable_disk_gb": 238, "disk_mb_used": 0,
        "free_disk_mb": r.choice([238, 238, 171, r.randrange(-5, 300)]) * 1024,
        "cpu_allocation_ratio": r.choice([1.0, 1.5, 2.0, 16.0]), "ram_allocation_ratio": 0.98,
        "disk_allocation_ratio": 1.0, "num_instances": used, "num_io_ops": r.choice([0, 0, 1, 2, 8]),
        "failed_builds": r.choice([0, 0, 1, 4]), "hypervisor_hostname": "node%d.maas" % i,
        "hypervisor_type": r.choice(["QEMU", "KVM"]) if rich else "QEMU",
        "hypervisor_version": r.choice([6002000, 7000000]),
        "host_ip": "172.16.%d.%d" % (r.randrange(2), i + 1), "cpu_info": r.choice(CPU_INFO[:2] if not rich else CPU_INFO),
        "supported_instances": r.choice(SUPPORTED if rich else SUPPORTED[:3]),
        "stats": r.choice([{}, {"ssd": "true"}, {"ssd": "false"}] if rich else [{}, {"ssd": "true"}]),
        "metrics": r.choice([{}, {"cpu.percent": r.randrange(100)},
                             {"cpu.percent": r.randrange(100), "cpu.user.percent": r.randrange(60)}]),
        "pci_free": r.choice([[], [], [2], [1, 4], [120]]),
        "aggregates": [r.choice(METADATA) for _ in range(r.choice([0, 1, 1, 2, 3]))] if rich
        else r.choice([[], [{"availability_zone": "az1"}], [{"availability_zone": "az2"}]]),
        "instances": [uuid(r.randrange(200, 230)) for _ in range(used)],
        "service": {"disabled": r.random() < .1, "forced_down": r.random() < .05,
                    "heartbeat_age_s": r.choice([3, 3, 3, 3, 58, 75])},
    }


def random_config(r, rich):
    config = {}
    if r.random() < .6:
        config["filter_scheduler.enabled_filters"] = CHARM
    if rich:
        names = r.sample(CHARM + OTHERS, r.randrange(0, 7))
        config["filter_scheduler.enabled_filters"] = names
    for name in ("ram", "disk", "cpu", "io_ops", "pci", "soft_affinity", "soft_anti_affinity",
                 "build_failure", "cross_cell_move"):
        if r.random() < .12:
            choices = [0.0, 0.5, 3.0, 10.0] + ([-1.5] if name in ("ram", "disk", "cpu") else [])
            config["filter_scheduler.%s_weight_multiplier" % name] = r.choice(choices)
    if r.random() < .5:
        config["metrics.weight_setting"] = r.choice(
            [["cpu.percent=1"], ["cpu.percent=0.25", "cpu.user.percent=-1"], ["bad", "cpu.percent=x"]])
        config["metrics.required"] = r.random() < .1
    if r.random() < .1:
        config["filter_scheduler.weight_classes"] = r.sample(
            ["ram.RAMWeigher", "disk.DiskWeigher", "cpu.CPUWeigher", "io_ops.IoOpsWeigher",
             "pci.PCIWeigher", "metrics.MetricsWeigher", "compute.BuildFailureWeigher"], 2)
    if rich and r.random() < .5:
        config["filter_scheduler.isolated_hosts"] = ["node0", "node2"]
        config["filter_scheduler.isolated_images"] = r.choice([[], [uuid(1)], [uuid(2)]])
        config["filter_scheduler.restrict_isolated_hosts_to_isolated_images"] = r.random() < .5
        config["filter_scheduler.max_io_ops_per_host"] = r.choice([2, 8])
        config["filter_scheduler.max_instances_per_host"] = r.choice([1, 3])
    if rich and r.random() < .3:
        config["filter_scheduler.aggregate_image_properties_isolation_namespace"] = "iso"
    return config


def random_request(r, rich):
    vcpus = r.choice([1, 2, 4])
    request = {
        "az": r.choice([None, None, "az1", "nova"]),
        "flavor": {"name": {1: "m1.tiny", 2: "m1.small", 4: "m1.large"}[vcpus], "vcpus": vcpus,
                   "ram": 2048 * vcpus, "disk": r.choice([0, 20]), "ephemeral": r.choice([0, 0, 5]),
                   "extra_specs": r.choice(EXTRA_SPECS) if rich else
                   r.choice([{}, {"capabilities:ssd": "true"}])},
        "image": {"id": uuid(r.choice([1, 2])), "properties": r.choice(IMAGES if rich else IMAGES[:4])},
        "instance_uuid": uuid(42), "num_instances": r.choice([1, 1, 2, 5]), "project_id": "p1",
        "hints": {}, "ignore_hosts": r.choice([[], [], ["NODE1", "node3"], ["node0"]]),
        "force_hosts": [], "force_nodes": [], "group": None, "requested_destination": None,
    }
    if r.random() < .5:
        members = [uuid(r.randrange(200, 230)) for _ in range(12)]
        more = [uuid(42 + n) for n in range(request["num_instances"])]
        request["group"] = {
            "policy": r.choice(["affinity", "anti-affinity", "soft-affinity", "soft-anti-affinity"]),
            "members": members + (more if r.random() < .5 else []),
            "hosts": sorted(r.sample(["node0", "node1", "node2", "node3"], r.randrange(3))),
            "rules": r.choice([{}, {}, {"max_server_per_host": 2}])}
    if rich:
        one, two = uuid(r.randrange(200, 230)), uuid(r.randrange(200, 230))
        request["hints"] = r.choice([
            {}, {"different_host": [one, two]}, {"different_host": one}, {"same_host": [one, two]},
            {"build_near_host_ip": "172.16.0.2", "cidr": r.choice(["/24", "/23", "24", "/255.255.255.0"])},
            {"build_near_host_ip": "172.16.1.2"}, {"query": r.choice(QUERIES)},
            {"query": r.choice(QUERIES)}, {"_nova_check_type": ["rebuild"]}])
        if r.random() < .1:
            request["force_hosts"] = r.choice([["node1", "NODE2"], ["nowhere"]])
        if r.random() < .05:
            request["force_nodes"] = ["node1", "node2b"]
        if r.random() < .1:
            request["requested_destination"] = {
                "host": r.choice(["node0", "node1", None]), "node": None,
                "cell": r.choice(CELLS), "allow_cross_cell_move": r.random() < .7}
    return request


class Times:
    """A clock that stands still, so that ages of heartbeats are exact."""
    now = datetime.datetime(2026, 1, 1)


def host_state(h, aggregates):
    state = host_manager.HostState(h["host"], h["node"], h["cell"])
    for name in ("uuid", "vcpus_total", "vcpus_used", "total_usable_ram_mb", "free_ram_mb",
                 "total_usable_disk_gb", "disk_mb_used", "free_disk_mb", "cpu_allocation_ratio",
                 "ram_allocation_ratio", "disk_allocation_ratio", "num_instances", "num_io_ops",
                 "failed_builds", "hypervisor_hostname", "hypervisor_type", "hypervisor_version",
                 "host_ip", "cpu_info", "supported_instances", "stats"):
        setattr(state, name, copy.deepcopy(h[name]))
    state.metrics = objects.MonitorMetricList(objects=[
        objects.MonitorMetric(name=k, value=v, timestamp=Times.now, source="x")
        for k, v in h["metrics"].items()])
    pools = [objects.PciDevicePool(count=n, product_id="1", vendor_id="%04d" % i, numa_node=0, tags={})
             for i, n in enumerate(h["pci_free"])]
    state.pci_stats = pci_stats.PciDeviceStats(None, objects.PciDevicePoolList(objects=pools))
    state.aggregates = aggregates
    state.instances = {u: None for u in h["instances"]}
    seen = Times.now - datetime.timedelta(seconds=h["service"]["heartbeat_age_s"])
    state.service = host_manager.ReadOnlyDict({
        "disabled": h["service"]["disabled"], "forced_down": h["service"]["forced_down"],
        "host": h["host"], "last_seen_up": seen, "updated_at": seen, "created_at": seen,
        "topic": "compute", "binary": "nova-compute"})
    return state


def host_states(hosts):
    return [host_state(h, [objects.Aggregate(uuid=uuid(900), name="a%d" % i, hosts=[], metadata=m)
                           for i, m in enumerate(h["aggregates"])]) for h in hosts]


def request_spec(q):
    f, g, d = q["flavor"], q["group"], q["requested_destination"]
    group = g and objects.InstanceGroup(
        uuid=uuid(77), name="g", policy=g["policy"], policies=[g["policy"]], members=list(g["members"]),
        hosts=list(g["hosts"]), _rules={k: str(v) for k, v in g["rules"].items()})
    destination = None
    if d:
        destination = objects.Destination(
            node=d["node"], cell=objects.CellMapping(uuid=d["cell"]),
            allow_cross_cell_move=d["allow_cross_cell_move"])
        if d["host"]:
            destination.host = d["host"]
    hints = {k: v if isinstance(v, list) else [v] for k, v in q["hints"].items()}
    return objects.RequestSpec(
        instance_uuid=q["instance_uuid"], project_id=q["project_id"], user_id="u",
        availability_zone=q["az"], num_instances=q["num_instances"],
        flavor=objects.Flavor(id=1, flavorid="1", name=f["name"], vcpus=f["vcpus"],
                              memory_mb=f["ram"], root_gb=f["disk"], ephemeral_gb=f["ephemeral"],
                              swap=0, extra_specs=dict(f["extra_specs"])),
        image=objects.ImageMeta.from_dict({"id": q["image"]["id"],
                                           "properties": dict(q["image"]["properties"])}),
        scheduler_hints=hints, ignore_hosts=list(q["ignore_hosts"]),
        force_hosts=list(q["force_hosts"]), force_nodes=list(q["force_nodes"]),
        instance_group=group, requested_destination=destination, limits=objects.SchedulerLimits(),
        numa_topology=None, pci_requests=objects.InstancePCIRequests(requests=[]), is_bfv=False)


OVERRIDDEN = []


def real_scheduler(config):
    while OVERRIDDEN:
        CONF.clear_override(*OVERRIDDEN.pop())
    for key, value in config.items():
        group, name = key.split(".")
        if name == "weight_classes":
            value = ["nova.scheduler.weights." + v for v in value]
        CONF.set_override(name, value, group)
        OVERRIDDEN.append((name, group))
    hm = host_manager.HostManager.__new__(host_manager.HostManager)
    hm.filter_handler = filters.HostFilterHandler()
    classes = hm.filter_handler.get_all_classes()
    hm.filter_cls_map = {cls.__name__: cls for cls in classes}
    hm.filter_obj_map = {}
    hm.enabled_filters = hm._choose_host_filters(CONF.filter_scheduler.enabled_filters)
    hm.weight_handler = weights.HostWeightHandler()
    found = hm.weight_handler.get_matching_classes(CONF.filter_scheduler.weight_classes)
    if "filter_scheduler.weight_classes" not in config:
        found.sort(key=lambda cls: (cls.__module__, cls.__name__))
    hm.weighers = [cls() for cls in found]
    sm = manager.SchedulerManager.__new__(manager.SchedulerManager)
    sm.host_manager, sm.placement_client = hm, mock.Mock()
    return sm


def names(states):
    return [[s.host, s.nodename] for s in states]


def decision(sm, hosts, q):
    """What one server's decision is made of."""
    hm, spec, expect = sm.host_manager, request_spec(q), {}
    kept, hm.enabled_filters = hm.enabled_filters, []
    expect["after_ignore_force"] = names(hm.get_filtered_hosts(host_states(hosts), spec))
    hm.enabled_filters = kept
    steps = []
    wrapped = []
    for f in kept:
        def spy(objs, s, index=0, f=f):
            result = list(type(f).filter_all(f, objs, s))
            steps.append([type(f).__name__, names(result)])
            return result
        wrapped.append(mock.patch.object(f, "filter_all", spy))
    for w in wrapped:
        w.start()
    try:
        filtered = list(hm.get_filtered_hosts(host_states(hosts), spec))
    finally:
        for w in wrapped:
            w.stop()
    if not expect["after_ignore_force"]:
        steps = []
    expect["after_each_filter"], expect["filtered"] = steps, names(filtered)
    expect["weighers"] = {}
    weighed = hm.get_weighed_hosts(list(filtered), spec)
    if len(filtered) > 1:
        for w in hm.weighers:
            objs = [weights.WeighedHost(s, 0.0) for s in filtered]
            raw = list(w.weigh_objects(objs, spec))
            expect["weighers"][type(w).__name__] = {
                "raw": raw, "normalized": list(nova_normalize(raw, w.minval, w.maxval)),
                "multiplier": [w.weight_multiplier(s) for s in filtered]}
    expect["weighed"] = [[w.obj.host, w.obj.nodename, w.weight] for w in weighed]
    return expect


def nova_normalize(raw, minval, maxval):
    import nova.weights
    return nova.weights.normalize(raw, minval=minval, maxval=maxval)


def sequence(sm, hosts, q, uuids, alternates):
    """A request for many servers, Placement taking every claim."""
    spec, states = request_spec(q), host_states(hosts)
    CONF.set_override("max_attempts", alternates + 1, "scheduler")
    requests = {s.uuid: [{"allocations": {}}] for s in states}
    with mock.patch.object(sm, "_get_all_host_states", return_value=states, create=True), \
            mock.patch.object(utils, "claim_resources", return_value=True):
        found = sm._schedule(context.get_admin_context(), spec, uuids, requests, {}, "1.36",
                             return_alternates=True)
    return [[[s.service_host, s.nodename] for s in one] for one in found]


def case(number, r):
    rich = number % 2 == 1
    count = r.choice([1, 2, 4, 8, 15, 40])
    hosts = [random_host(r, i, rich) for i in range(count)]
    line = {"id": "random-%04d" % number, "category": "random", "config": random_config(r, rich),
            "hosts": hosts, "request": random_request(r, rich), "num_alternates": r.choice([0, 2])}
    try:
        sm = real_scheduler(line["config"])
        line["expect"] = decision(sm, hosts, line["request"])
    except Exception as e:
        line["expect"] = {"exception": type(e).__name__}
        return line
    if line["request"]["num_instances"] > 1:
        uuids = [uuid(42 + n) for n in range(line["request"]["num_instances"])]
        line["instance_uuids"] = uuids
        try:
            line["expect"]["sequence"] = sequence(sm, hosts, line["request"], uuids,
                                                  line["num_alternates"])
        except Exception as e:
            line["expect"]["sequence_error"] = type(e).__name__
    return line


def bench_host(i):
    """The host that SchedulerBench makes with this number."""
    return {
        "host": "node%d" % i, "node": "node%d" % i, "uuid": uuid(5000 + i), "cell": CELLS[0],
        "vcpus_total": 64, "vcpus_used": i * 31 % 7, "total_usable_ram_mb": 524288,
        "free_ram_mb": 523776 - i * 7919 % 97 * 1024, "total_usable_disk_gb": 16384,
        "disk_mb_used": 0, "free_disk_mb": (16384 - i * 17 % 29) * 1024,
        "cpu_allocation_ratio": 2.0, "ram_allocation_ratio": 0.98, "disk_allocation_ratio": 1.0,
        "num_instances": 0, "num_io_ops": 0, "failed_builds": 0, "hypervisor_hostname": "node%d" % i,
        "hypervisor_type": "QEMU", "hypervisor_version": 6002000, "host_ip": "172.16.0.1",
        "cpu_info": "", "supported_instances": [["x86_64", "qemu", "hvm"]], "stats": {},
        "metrics": {}, "pci_free": [], "aggregates": [], "instances": [],
        "service": {"disabled": False, "forced_down": False, "heartbeat_age_s": 3}}


def leave(state, spec):
    """What consume_from_request has taken."""
    state.free_ram_mb += spec.memory_mb
    state.free_disk_mb += (spec.root_gb + spec.ephemeral_gb) * 1024
    state.vcpus_used -= spec.vcpus
    state.num_instances -= 1
    state.num_io_ops -= 1


def bench(sizes, seconds):
    """Filter, weigh, consume in process, as fast as the real code can; eight servers a host stay."""
    for count in sizes:
        sm = real_scheduler({"filter_scheduler.enabled_filters": CHARM})
        states = host_states([bench_host(i) for i in range(count)])
        q = random_request(random.Random(2), False)
        q.update(az=None, group=None, ignore_hosts=[], image={"id": uuid(1), "properties": {}})
        q["flavor"].update(extra_specs={}, ram=1024, vcpus=1, disk=10, ephemeral=0)
        spec, hm, placed, fingerprint = request_spec(q), sm.host_manager, collections.deque(), 0
        done, began = 0, time.perf_counter()
        while time.perf_counter() - began < seconds or done < 10:
            found = hm.get_weighed_hosts(list(hm.get_filtered_hosts(states, spec)), spec)
            chosen = found[0].obj
            if len(placed) == 8 * count:
                leave(placed.popleft(), spec)
            chosen.consume_from_request(spec)
            placed.append(chosen)
            if done < 10:
                fingerprint = (fingerprint * 31 + int(chosen.host[4:])) & 0xffffffff
            done += 1
        rate = done / (time.perf_counter() - began)
        print(json.dumps({"hosts": count, "decisions": done, "per_s": rate,
                          "print": fingerprint}), flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--random", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--bench", default="")
    parser.add_argument("--seconds", type=float, default=10)
    args = parser.parse_args(ARGV)
    with mock.patch.object(timeutils, "utcnow", lambda with_timezone=False: Times.now):
        if args.bench:
            return bench([int(n) for n in args.bench.split(",")], args.seconds)
        for number in range(args.random):
            print(json.dumps(case(number, random.Random("%d %d" % (args.seed, number))), sort_keys=True))


main()
