#!/usr/bin/python3
"""Asks the real nova-scheduler what it would ask Placement for, about random requests.

Needs Debian's python3-nova 2:26.2.2 (the system's Python), no daemon and no database. Prints one
JSON object a line, which RequestFiltersTest reads: options, host aggregates, compute nodes, the
request, and the query of GET /allocation_candidates, or why Placement is not asked.

    nova_request_filter.py --random 400 --seed 7 > cases.jsonl

The same seed gives the same cases. Host aggregates come from lists instead of the database; the
answers of its three queries are worked out here as their SQL says. Left out, because yoga has not
got them: encryption of ephemeral disks and the model of a virtual IOMMU.
"""
import argparse
import json
import logging
import random
import sys
import warnings

warnings.simplefilter("ignore")
sys.argv, ARGV = sys.argv[:1], sys.argv[1:]

import nova.conf  # noqa: E402
from nova import context, exception, objects  # noqa: E402
from nova.scheduler import request_filter, utils  # noqa: E402
from unittest import mock  # noqa: E402

logging.disable(logging.CRITICAL)
CONF = nova.conf.CONF
CONF([], project="nova", default_config_files=[])
objects.register_all()

TRAITS = ["HW_CPU_X86_AVX2", "HW_CPU_X86_SGX", "CUSTOM_GOLD", "CUSTOM_SSD", "STORAGE_DISK_SSD"]
CLASSES = ["VCPU", "MEMORY_MB", "DISK_GB", "PCPU", "VGPU", "CUSTOM_GPU", "CUSTOM_FPGA_X", "NOSUCH",
           "NET_BW_EGR_KILOBIT_PER_SEC"]
AMOUNTS = ["0", "1", "2", "16", "4096", "-1", "two", " 3 ", "+4", "007", "1.5", ""]
SUFFIXES = ["", "", "", "1", "2", "_A", "_b-c"]
OPTIONS = ["limit_tenants_to_placement_aggregate", "placement_aggregate_required_for_tenants",
           "query_placement_for_availability_zone", "query_placement_for_image_type_support",
           "enable_isolated_aggregate_filtering", "image_metadata_prefilter"]
ZONES = ["az1", "az2", "nova"]
PROJECTS = ["p1", "p2", "p3"]


def uuid(number):
    return "%08x-0000-4000-8000-%012x" % (number * 2654435761 % 2 ** 32, number)


def random_options(r):
    values = {"scheduler." + name: r.random() < .5 for name in OPTIONS}
    values["scheduler.query_placement_for_availability_zone"] = r.random() < .85
    values["scheduler.max_placement_results"] = r.choice([1000, 1000, 1, 5, 77])
    return values


def random_aggregate(r, number):
    metadata = {}
    if r.random() < .5:
        metadata["availability_zone"] = r.choice(ZONES[:2])
    for _ in range(r.choice([0, 0, 1, 2])):
        key = r.choice(["filter_tenant_id", "filter_tenant_id2", "filter_tenant_id_x", "other"])
        metadata[key] = r.choice(PROJECTS)
    for trait in r.sample(TRAITS, r.choice([0, 0, 1, 2])):
        metadata["trait:" + trait] = r.choice(["required", "required", "forbidden", "x"])
    if r.random() < .2:
        metadata["ssd"] = "true"
    return {"uuid": uuid(100 + number), "metadata": metadata}


def random_flavor(r):
    specs = {}
    for _ in range(r.choice([0, 0, 1, 2, 4])):
        suffix = r.choice(SUFFIXES)
        if r.random() < .5:
            specs["resources%s:%s" % (suffix, r.choice(CLASSES))] = r.choice(AMOUNTS)
        else:
            kind = r.choice(["required", "required", "forbidden", "maybe"])
            specs["trait%s:%s" % (suffix, r.choice(TRAITS))] = kind
    if r.random() < .25:
        specs["group_policy"] = r.choice(["none", "isolate", "bad"])
    if r.random() < .15:
        specs["hw:cpu_policy"] = r.choice(["dedicated", "shared"])
        if r.random() < .5:
            specs["hw:cpu_thread_policy"] = r.choice(["isolate", "require", "prefer"])
        if r.random() < .4:
            specs["hw:emulator_threads_policy"] = r.choice(["isolate", "share"])
    if r.random() < .1:
        specs["hw:pmem"] = r.choice(["6GB", "6GB,16GB", "6GB, 6GB,,x-y", " "])
    if r.random() < .1:
        specs["hw:tpm_version"] = r.choice(["1.2", "2.0"])
    if r.random() < .1:
        specs["hw:pci_numa_affinity_policy"] = r.choice(["socket", "required", "legacy"])
    if r.random() < .1:
        specs["os:secure_boot"] = r.choice(["required", "disabled", "optional"])
    if r.random() < .1:
        specs["accel:device_profile"] = "fpga"
    if r.random() < .1:
        specs.update({"quota:cpu_shares": "10", "resources::VCPU": "3", "traits:X": "required"})
    if r.random() < .05:
        specs["hw:mem_encryption"] = r.choice(["True", "off"])
    return {"name": "m1", "vcpus": r.choice([1, 2, 4]), "ram": r.choice([512, 2048, 0]),
            "root": r.choice([0, 10, 20]), "ephemeral": r.choice([0, 0, 5]),
            "swap": r.choice([0, 0, 1, 1024, 1025]), "extra_specs": specs}


def random_image(r, flavor):
    properties = {}
    for key, values in (("hw_disk_bus", ["virtio", "scsi", "ide", "sata"]),
                        ("hw_cdrom_bus", ["ide", "sata", "usb"]),
                        ("hw_video_model", ["vga", "virtio", "qxl", "none"]),
                        ("hw_vif_model", ["virtio", "e1000", "ne2k_pci", "VirtualE1000",
                                          "VirtualVmxnet3"]),
                        ("hw_architecture", ["x86_64", "aarch64", "armv7l", "i686"]),
                        ("hw_emulation_architecture", ["aarch64", "x86_64", "mipsel"]),
                        ("hw_pci_numa_affinity_policy", ["socket"])):
        if r.random() < .15:
            properties[key] = r.choice(values)
    for trait in r.sample(TRAITS, r.choice([0, 0, 0, 1, 2])):
        properties["trait:" + trait] = "required"
    if r.random() < .1 and "hw:cpu_policy" not in flavor["extra_specs"]:
        properties["hw_cpu_policy"] = "dedicated"
    if flavor["extra_specs"].get("hw:mem_encryption") == "True":
        properties.update(hw_firmware_type="uefi", hw_machine_type="pc-q35-6.2")
    if flavor["extra_specs"].get("hw:pci_numa_affinity_policy", "socket") != "socket":
        properties.pop("hw_pci_numa_affinity_policy", None)
    return {"id": uuid(1), "disk_format": r.choice(["qcow2", "raw", "iso", "vmdk", "luks", "ami"]),
            "properties": properties}


def random_case(r):
    nodes = [{"host": "node%d" % i, "node": "node%d" % i, "uuid": uuid(500 + i)} for i in range(3)]
    if r.random() < .2:
        nodes.append({"host": "node0", "node": "node0b", "uuid": uuid(510)})
    names = ["node0", "node1", "node2", "node0", "node1", "node2", "nowhere"]
    flavor = random_flavor(r)
    case = {"options": random_options(r), "nodes": nodes, "project": r.choice(PROJECTS),
            "aggregates": [random_aggregate(r, i) for i in range(r.choice([0, 1, 3, 5]))],
            "flavor": flavor, "image": random_image(r, flavor), "bfv": r.random() < .2,
            "zone": r.choice(["", "", "", "az1", "az2", "nova", "nope"]), "hints": {},
            "force_hosts": [], "force_nodes": [], "destination": None}
    if r.random() < .25:
        case["hints"] = {r.choice(["group", "same_host", "different_host", "query"]): [uuid(9)]}
    if r.random() < .15:
        case["force_hosts"] = [r.choice(names)]
    if r.random() < .1:
        case["force_nodes"] = [r.choice(names + ["node0b"])]
    if r.random() < .2:
        host = r.choice(names)
        case["destination"] = {"host": host, "node": r.choice(["", host])}
    return case


class Aggregates:
    """The three queries about host aggregates that the request filters send."""

    def __init__(self, aggregates):
        self.all = [objects.Aggregate(uuid=a["uuid"], metadata=a["metadata"]) for a in aggregates]

    def get_by_metadata(self, ctxt, key=None, value=None):
        def fits(metadata):
            return any((key is None or k == key) and (value is None or v == value)
                       for k, v in metadata.items())
        return [a for a in self.all if fits(a.metadata)]

    def get_non_matching_by_metadata_keys(self, ctxt, ignored_keys, key_prefix, value):
        def fits(metadata):
            return any(k.startswith(key_prefix) and v == value and k not in ignored_keys
                       for k, v in metadata.items())
        return [a for a in self.all if fits(a.metadata)]


class Hosts:
    """HostManager.get_compute_nodes_by_host_or_node over a list."""

    def __init__(self, nodes):
        self.nodes = [objects.ComputeNode(host=n["host"], hypervisor_hostname=n["node"],
                                          uuid=n["uuid"]) for n in nodes]

    def get_compute_nodes_by_host_or_node(self, ctxt, host, node, cell=None):
        return [n for n in self.nodes
                if (not host or n.host == host) and (not node or n.hypervisor_hostname == node)]


def spec_of(case):
    f = case["flavor"]
    flavor = objects.Flavor(name=f["name"], vcpus=f["vcpus"], memory_mb=f["ram"], root_gb=f["root"],
                            ephemeral_gb=f["ephemeral"], swap=f["swap"],
                            extra_specs=f["extra_specs"])
    image = objects.ImageMeta.from_dict(
        {"id": case["image"]["id"], "disk_format": case["image"]["disk_format"],
         "properties": dict(case["image"]["properties"])})
    spec = objects.RequestSpec(flavor=flavor, image=image, is_bfv=case["bfv"],
                               project_id=case["project"], availability_zone=case["zone"] or None,
                               scheduler_hints=case["hints"],
                               force_hosts=case["force_hosts"] or None,
                               force_nodes=case["force_nodes"] or None, requested_resources=[])
    spec.request_level_params = objects.RequestLevelParams()
    spec.requested_networks = objects.NetworkRequestList(objects=[])
    spec.requested_destination = None
    if case["destination"]:
        spec.requested_destination = objects.Destination(host=case["destination"]["host"])
        spec.requested_destination.node = case["destination"]["node"] or None
    return spec


def answer(case):
    for name, value in case["options"].items():
        CONF.set_override(name.split(".")[1], value, group="scheduler")
    aggregates, spec, ctxt = Aggregates(case["aggregates"]), spec_of(case), context.RequestContext()
    with mock.patch.object(objects.AggregateList, "get_by_metadata", aggregates.get_by_metadata), \
            mock.patch.object(objects.aggregate.AggregateList, "get_non_matching_by_metadata_keys",
                              aggregates.get_non_matching_by_metadata_keys):
        try:
            request_filter.process_reqspec(ctxt, spec)
            request = utils.resources_from_request_spec(ctxt, spec, Hosts(case["nodes"]))
            return {"query": request.to_querystring()}
        except exception.RequestFilterFailed as e:
            return {"failed": e.message}
        except exception.NoValidHost as e:
            return {"failed": e.kwargs["reason"]}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--random", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args(ARGV)
    r = random.Random(args.seed)
    for number in range(args.random):
        case = random_case(r)
        case["name"] = "request-%d-%d" % (args.seed, number)
        case["expect"] = answer(case)
        print(json.dumps(case, sort_keys=True))


main()
