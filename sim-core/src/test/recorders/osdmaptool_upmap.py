#!/usr/bin/python3
"""Records what osdmaptool's upmap balancer does. Needs ceph-base (Debian 12: 16.2).

    osdmaptool_upmap.py FOLDER [NAME...]

writes NAME.crush.json, NAME.osdmap.json and NAME.upmaps (the commands it prints with --upmap-deviation 1) for some
maps, and prints how long it took.
"""
import json
import os
import random
import subprocess
import sys
import tempfile
import time

ENVIRONMENT = dict(os.environ, CEPH_ARGS="--no-mon-config", LC_ALL="C.UTF-8")
TYPES = ["osd", "host", "rack", "root"]


def run(*words, timeout=600):
    done = subprocess.run(words, env=ENVIRONMENT, capture_output=True, text=True, timeout=timeout)
    if done.returncode != 0:
        sys.exit("%s: exit %d\n%s%s" % (" ".join(words), done.returncode, done.stdout, done.stderr))
    return done.stdout


def crush(racks, domain, take="default"):
    """racks: for each rack, for each host, weights of OSDs; a weight and class may be a pair."""
    text = ["tunable choose_local_tries 0", "tunable choose_local_fallback_tries 0", "tunable choose_total_tries 50",
            "tunable chooseleaf_descend_once 1", "tunable chooseleaf_vary_r 1", "tunable chooseleaf_stable 1",
            "tunable straw_calc_version 1", "tunable allowed_bucket_algs 54"]
    buckets, osd, number, root = [], 0, 2, []
    for r, hosts in enumerate(racks):
        items = []
        for h, weights in enumerate(hosts):
            lines, total = [], 0
            for weight in weights:
                kind = "hdd"
                if isinstance(weight, tuple):
                    weight, kind = weight
                text.append("device %d osd.%d class %s" % (osd, osd, kind))
                lines.append(" item osd.%d weight %.3f" % (osd, weight))
                total += weight
                osd += 1
            buckets.append("host h%d-%d {\n id -%d\n alg straw2\n hash 0\n%s\n}" % (r, h, number, "\n".join(lines)))
            items.append((" item h%d-%d weight %.3f" % (r, h, total), total))
            number += 1
        body = "\n".join(i[0] for i in items)
        buckets.append("rack r%d {\n id -%d\n alg straw2\n hash 0\n%s\n}" % (r, number, body))
        root.append(" item r%d weight %.3f" % (r, sum(i[1] for i in items)))
        number += 1
    text += ["type %d %s" % (i, t) for i, t in enumerate(TYPES)]
    text += buckets
    text.append("root default {\n id -1\n alg straw2\n hash 0\n%s\n}" % "\n".join(root))
    text.append("rule r {\n id 0\n type replicated\n min_size 1\n max_size 10\n step take %s\n"
                " step chooseleaf firstn 0 type %s\n step emit\n}" % (take, domain))
    return osd, "\n".join(text) + "\n"


def cases():
    rng = random.Random(4)
    yield "lab", 4, crush([[[1.0], [1.0], [1.0]]], "host")
    yield "hosts", 4, crush([[[1.0, 1.0, 2.0, 4.0] for _ in range(5)]], "host")
    yield "racks", 3, crush([[[1.0] * 3 for _ in range(3)] for _ in range(4)], "rack")
    uneven = [[[round(rng.uniform(0.5, 8), 3) for _ in range(rng.randint(1, 5))] for _ in range(12)]]
    yield "uneven", 4, crush(uneven, "host")
    mixed = [[[(4.0, "hdd"), (4.0, "hdd"), (1.0, "ssd")] for _ in range(8)]]
    yield "classes", 4, crush(mixed, "host", "default class hdd")
    yield "large", 5, crush([[[1.0] * 10 for _ in range(5)] for _ in range(4)], "host")


def record(folder, name, bits, osds, text):
    with tempfile.TemporaryDirectory() as scratch:
        m, c = scratch + "/m", scratch + "/c"
        with open(scratch + "/c.txt", "w") as file:
            file.write(text)
        run("crushtool", "-c", scratch + "/c.txt", "-o", c)
        run("osdmaptool", "--createsimple", str(osds), m, "--pg-bits", str(bits), "--pgp-bits", str(bits), "--with-default-pool")
        run("osdmaptool", m, "--import-crush", c)
        dump = run("osdmaptool", m, "--mark-up-in", "--dump", "json")
        dump = json.loads(dump[dump.index("{"):])
        start = time.time()
        run("osdmaptool", m, "--mark-up-in", "--upmap", scratch + "/out", "--upmap-deviation", "1", "--upmap-max", "100000")
        took = time.time() - start
        with open(scratch + "/out") as out:
            upmaps = out.read()
        keys = ["pool", "pool_name", "flags", "type", "size", "min_size", "crush_rule", "object_hash", "pg_num",
                "pg_placement_num"]
        state = {"epoch": dump["epoch"], "max_osd": dump["max_osd"],
                 "pools": [{k: p[k] for k in keys} for p in dump["pools"]],
                 "osds": [{k: o[k] for k in ["osd", "up", "in", "weight", "primary_affinity"]} for o in dump["osds"]]}
        for key in ["pg_upmap", "pg_upmap_items", "pg_temp", "primary_temp"]:
            state[key] = dump[key]
        tree = json.loads(run("crushtool", "-i", c, "--dump", "-f", "json"))
        for suffix, what in [("crush.json", json.dumps(tree, separators=(",", ":")) + "\n"),
                             ("osdmap.json", json.dumps(state, separators=(",", ":")) + "\n"), ("upmaps", upmaps)]:
            with open("%s/%s.%s" % (folder, name, suffix), "w") as file:
                file.write(what)
        print("%s: %d OSDs, %d groups, %d upmaps, %.1f s" %
              (name, osds, dump["pools"][0]["pg_num"], len(upmaps.splitlines()), took), flush=True)


def main():
    folder = sys.argv[1]
    os.makedirs(folder, exist_ok=True)
    for name, bits, (osds, text) in cases():
        if len(sys.argv) == 2 or name in sys.argv[2:]:
            record(folder, name, bits, osds, text)


if __name__ == "__main__":
    main()
