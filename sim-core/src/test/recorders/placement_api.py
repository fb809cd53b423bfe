#!/usr/bin/python3
"""Records conversations with the real Placement about random trees of providers.

Needs Debian's python3-placement 8.0.0 (the system's Python), no daemon: the WSGI application runs
in this process over SQLite in memory. Prints one scenario a line, in the format that
PlacementVectors reads:

    placement_api.py --random 60 --seed 7 > conversations.jsonl

The same seed gives the same requests; where a limit cuts the answer, only counts are kept. Left out
is what follows from the order of a set of texts, which changes with each start of Python: two bad
suffixes in one error, and several groups that ask for one class without group_policy=none (amounts
are then added up in place, once more for each further combination).
"""
import argparse
import copy
import json
import logging
import random
import re
import sys
import warnings

warnings.simplefilter("ignore")

from oslo_config import cfg  # noqa: E402
from oslo_config import fixture as config_fixture  # noqa: E402
from oslo_policy import opts as policy_opts  # noqa: E402
from placement import conf, db_api, deploy  # noqa: E402
from placement.db.sqlalchemy import models  # noqa: E402
from placement.objects import resource_class, trait  # noqa: E402
import webob  # noqa: E402

logging.disable(logging.CRITICAL)
TRAITS = ["HW_CPU_X86_AVX2", "COMPUTE_VOLUME_MULTI_ATTACH", "CUSTOM_GOLD", "HW_CPU_X86_VMX"]
SHARES = "MISC_SHARES_VIA_AGGREGATE"
CLASSES = ["VCPU", "MEMORY_MB", "DISK_GB", "VGPU", "CUSTOM_FAN"]


def uuid(number):
    return "%08x-0000-4000-8000-%012x" % (number, number)


AGGREGATES = [uuid(900 + i) for i in range(3)]


class Database:
    """SQLite in memory, made empty for each scenario."""

    def __init__(self):
        self.config = cfg.ConfigOpts()
        fixture = config_fixture.Config(self.config)
        fixture.setUp()
        conf.register_opts(self.config)
        policy_opts.set_defaults(self.config)
        fixture.config(connection="sqlite://", sqlite_synchronous=False, group="placement_database")
        fixture.config(auth_strategy="noauth2", group="api")
        self.config([], default_config_files=[])
        db_api.configure(self.config)
        self.engine = db_api.placement_context_manager.writer.get_engine()

    def app(self):
        models.BASE.metadata.drop_all(self.engine)
        models.BASE.metadata.create_all(self.engine)
        trait._TRAITS_SYNCED = resource_class._RESOURCE_CLASSES_SYNCED = False
        deploy.update_database(self.config)
        return deploy.loadapp(self.config)


class Service:
    """A Placement with an empty database."""

    def __init__(self, database):
        self.app = database.app()
        self.steps = []

    def ask(self, method, path, body=None):
        request = webob.Request.blank(path, method=method)
        request.headers.update({"x-auth-token": "admin", "OpenStack-API-Version": "placement 1.39",
                                "accept": "application/json"})
        if body is not None:
            request.body, request.content_type = json.dumps(body).encode(), "application/json"
        response = request.get_response(self.app)
        found = json.loads(response.body) if response.body else None
        for error in (found or {}).get("errors", []):
            error.pop("request_id", None), error.pop("title", None)
            error["detail"] = re.sub(r"\s+", " ", error["detail"]).strip()
        step = {"method": method, "path": path, "microversion": "1.39",
                "status": response.status_int, "response": found}
        if body is not None:
            step["body"] = body
        if "limit=" in path and response.status_int == 200:
            step["response"] = {"count_allocation_requests": len(found["allocation_requests"])}
        self.steps.append(copy.deepcopy(step))
        return response.status_int, found


def inventory(r, name):
    total = {"VCPU": r.choice([4, 8]), "MEMORY_MB": 16384, "DISK_GB": 238}.get(name, 3)
    ratio = {"VCPU": 2.0, "MEMORY_MB": 0.98}.get(name, r.choice([1.0, 1.1, 0.7]))
    result = {"total": total, "reserved": 512 if name == "MEMORY_MB" else r.choice([0, 0, 1]),
              "allocation_ratio": ratio, "min_unit": r.choice([1, 1, 1, 2]), "max_unit": total,
              "step_size": r.choice([1, 1, 1, 2])}
    if r.random() < .1:
        result = {"total": total}
    return result


def build(s, r):
    """Providers: roots, some with children, some that share; with what they have."""
    nested, sharing, providers = r.random() < .5, r.random() < .4, []
    for i in range(r.choice([1, 2, 3, 5])):
        providers.append((1 + i, None))
    if nested:
        for root, _ in list(providers):
            for j in range(r.choice([0, 1, 2])):
                providers.append((10 * root + j + 10, root))
    if sharing:
        providers.append((500, None))
    s.ask("PUT", "/traits/CUSTOM_GOLD")
    s.ask("PUT", "/resource_classes/CUSTOM_FAN")
    generations = {}
    for number, parent in providers:
        body = {"name": "rp%d" % number, "uuid": uuid(number)}
        if parent:
            body["parent_provider_uuid"] = uuid(parent)
        s.ask("POST", "/resource_providers", body)
        url = "/resource_providers/" + uuid(number)
        names = CLASSES[2:3] if number == 500 else r.sample(CLASSES, r.choice([1, 3])) if nested \
            else CLASSES[:3] + r.choice([[], ["VGPU"], ["CUSTOM_FAN"]])
        if sharing and number != 500 and r.random() < .6:
            names = [n for n in names if n != "DISK_GB"]
        s.ask("PUT", url + "/inventories", {
            "resource_provider_generation": 0, "inventories": {n: inventory(r, n) for n in names}})
        traits = r.sample(TRAITS, r.choice([0, 1, 2])) + ([SHARES] if number == 500 else [])
        _, found = s.ask("PUT", url + "/traits", {"resource_provider_generation": 1, "traits": traits})
        generation = found["resource_provider_generation"]
        aggregates = r.sample(AGGREGATES, r.choice([0, 1, 2]))
        _, found = s.ask("PUT", url + "/aggregates", {
            "resource_provider_generation": generation, "aggregates": aggregates})
        generations[number] = found["resource_provider_generation"]
    return [n for n, _ in providers]


def resources(r, most=3):
    amount = {"VCPU": r.choice([1, 2, 3]), "MEMORY_MB": r.choice([512, 2048, 15555]),
              "DISK_GB": r.choice([5, 20, 150]), "VGPU": 1, "CUSTOM_FAN": r.choice([1, 2])}
    names = r.sample(CLASSES[:3], r.randrange(1, most + 1))
    if r.random() < .2:
        names = r.sample(CLASSES, r.randrange(1, most + 1))
    return ",".join("%s:%d" % (n, amount[n]) for n in names)


def traits(r):
    one, two = r.sample(TRAITS, 2)
    return r.choice([one, "!" + one, one + ",!" + two, "in:%s,%s" % (one, two), one + ",NOPE"
                     if r.random() < .1 else two])


def members(r):
    one, two = r.sample(AGGREGATES, 2)
    return r.choice([one, "in:%s,%s" % (one, two), "!" + one, "!in:%s,%s" % (one, two), uuid(999),
                     one + "," + two if r.random() < .1 else two])


def candidates(r, numbers):
    suffixes = r.choice([[], [], ["1"], ["1", "2"], ["_A", "_B"]])
    parts = ["resources=" + resources(r)] if not suffixes or r.random() < .8 else []
    for suffix in suffixes:
        if suffix != suffixes[0] or r.random() < .9:
            parts.append("resources%s=%s" % (suffix, resources(r, 1)))
        else:
            parts.append("required%s=%s" % (suffix, r.choice(TRAITS)))
    for suffix in [""] + suffixes:
        if not any(p.startswith("resources%s=" % suffix) for p in parts):
            continue
        if r.random() < .3:
            parts.append("required%s=%s" % (suffix, traits(r)))
        if r.random() < .25:
            parts.append("member_of%s=%s" % (suffix, members(r)))
        if r.random() < .1:
            parts.append("in_tree%s=%s" % (suffix, uuid(r.choice(numbers))))
    if suffixes and r.random() < .9:
        asked = [c.split(":")[0] for p in parts if p.startswith("resources")
                 for c in p.split("=")[1].split(",")]
        several = len(asked) > len(set(asked))
        parts.append("group_policy=" + r.choice(["none", "none" if several else "isolate"]))
    elif suffixes:
        parts = [p for p in parts if p[:9] not in ("resources", "required=", "member_of", "in_tree=")
                 or p.startswith("resources" + suffixes[0] + "=")]
    if suffixes and r.random() < .3:
        parts.append("same_subtree=" + ",".join(suffixes))
    if r.random() < .2:
        parts.append("root_required=" + r.choice(["!" + TRAITS[0], TRAITS[1]]))
    if r.random() < .1:
        parts.append("limit=%d" % r.choice([0, 1, 2, 1000]))
    return "/allocation_candidates?" + "&".join(parts)


def claim(allocations, generation, kind="INSTANCE"):
    return {"allocations": allocations, "project_id": "p%d" % (len(allocations) % 2), "user_id": "u",
            "consumer_generation": generation, "consumer_type": kind}


def scenario(number, r, database):
    s = Service(database)
    numbers = build(s, r)
    for step in range(r.choice([10, 20])):
        _, found = s.ask("GET", candidates(r, numbers))
        requests = (found or {}).get("allocation_requests") or []
        consumer = uuid(5000 + r.randrange(8))
        _, held = s.ask("GET", "/allocations/" + consumer)
        generation = held.get("consumer_generation") if r.random() < .9 else r.choice([None, 0, 1, 5])
        if requests and r.random() < .7:
            chosen = sorted(requests, key=lambda q: json.dumps(q, sort_keys=True))[0]
            s.ask("PUT", "/allocations/" + consumer, claim(chosen["allocations"], generation))
        elif r.random() < .5:
            amounts = dict(p.split(":") for p in resources(r).split(","))
            amounts = {k: int(v) for k, v in amounts.items()}
            target = uuid(r.choice(numbers + [77]))
            s.ask("PUT", "/allocations/" + consumer, claim({target: {"resources": amounts}}, generation))
        elif held["allocations"] and r.random() < .4:
            allocations = {k: {"resources": v["resources"]} for k, v in held["allocations"].items()}
            s.ask("POST", "/allocations", {
                uuid(6000 + step): claim(allocations, None, "MIGRATION"),
                consumer: claim({}, generation)})
        else:
            r.choice([
                lambda: s.ask("DELETE", "/allocations/" + consumer),
                lambda: s.ask("PUT", "/allocations/" + consumer, claim({}, generation)),
                lambda: reshape(s, r, numbers, consumer, generation),
                lambda: other(s, r, numbers)])()
        if r.random() < .3:
            url = "/resource_providers/" + uuid(r.choice(numbers))
            s.ask("GET", url + r.choice(["", "/usages", "/inventories", "/aggregates", "/traits",
                                         "/allocations"]))
    s.ask("GET", "/usages?project_id=p%d" % r.randrange(2))
    s.ask("GET", "/resource_providers?" + r.choice([
        "resources=" + resources(r), "member_of=" + members(r), "required=" + traits(r),
        "in_tree=" + uuid(numbers[-1]), "name=rp1", ""]))
    return {"id": "random-%04d" % number, "category": "random", "keys_as_sent": True, "steps": s.steps}


def reshape(s, r, numbers, consumer, generation):
    """Moves an inventory and what is allocated of it to another provider, or tries to."""
    source, target = r.choice(numbers), r.choice(numbers)
    inventories = {}
    for number in {source, target}:
        url = "/resource_providers/" + uuid(number)
        _, found = s.ask("GET", url + "/inventories")
        if found.get("errors"):
            return
        inventories[uuid(number)] = {
            "resource_provider_generation": found["resource_provider_generation"] +
            (r.random() < .1), "inventories": found["inventories"]}
    moved = inventories[uuid(source)]["inventories"]
    if moved and source != target:
        name = r.choice(sorted(moved))
        inventories[uuid(target)]["inventories"][name] = moved.pop(name)
    _, held = s.ask("GET", "/allocations/" + consumer)
    allocations = {k: {"resources": v["resources"]} for k, v in held["allocations"].items()}
    if uuid(source) in allocations and source != target and r.random() < .7:
        allocations[uuid(target)] = allocations.pop(uuid(source))
    body = {"inventories": inventories, "allocations": {}}
    if allocations:
        body["allocations"] = {consumer: claim(allocations, generation)}
    s.ask("POST", "/reshaper", body)


def other(s, r, numbers):
    """What changes providers, or is refused."""
    number = r.choice(numbers)
    url = "/resource_providers/" + uuid(number)
    _, found = s.ask("GET", url + "/inventories")
    if found.get("errors"):
        return
    generation = found["resource_provider_generation"]
    name = r.choice(CLASSES)
    r.choice([
        lambda: s.ask("DELETE", url),
        lambda: s.ask("DELETE", url + "/inventories"),
        lambda: s.ask("DELETE", url + "/inventories/" + name),
        lambda: s.ask("DELETE", url + "/traits"),
        lambda: s.ask("GET", url + "/inventories/" + name),
        lambda: s.ask("PUT", url + "/inventories/" + name, dict(
            inventory(r, name), resource_provider_generation=generation)),
        lambda: s.ask("PUT", url + "/inventories", {
            "resource_provider_generation": generation, "inventories": {
                "VCPU": {"total": 4, "reserved": r.choice([0, 4, 5])}, "MEMORY_MB": inventory(r, name)}}),
        lambda: s.ask("PUT", url + "/inventories", {
            "resource_provider_generation": generation, "inventories": {"NOPE": {"total": 4}}}),
        lambda: s.ask("PUT", url + "/traits", {
            "resource_provider_generation": generation, "traits": ["CUSTOM_NOPE"]}),
        lambda: s.ask("PUT", url, {"name": "other%d" % number}),
        lambda: s.ask("PUT", url, {"name": "rp%d" % number,
                                   "parent_provider_uuid": uuid(r.choice(numbers))}),
        lambda: s.ask("GET", "/resource_providers/" + uuid(404)),
        lambda: s.ask("DELETE", "/traits/CUSTOM_GOLD"),
        lambda: s.ask("DELETE", "/resource_classes/" + r.choice(["VCPU", "CUSTOM_FAN", "NOPE"])),
        lambda: s.ask("POST", "/resource_classes", {"name": "CUSTOM_FAN"}),
        lambda: s.ask("PUT", "/traits/" + r.choice(["HW_X", "CUSTOM_lower", "CUSTOM_GOLD"])),
    ])()


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--random", type=int, default=30)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    database = Database()
    for number in range(args.random):
        line = scenario(number, random.Random("%d %d" % (args.seed, number)), database)
        print(json.dumps(line), flush=True)


main()
