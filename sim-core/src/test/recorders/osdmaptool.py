#!/usr/bin/python3
"""Records what osdmaptool answers about random OSD maps. Needs ceph-base (Debian 12: 16.2.15).

    osdmaptool.py --random COUNT --seed SEED [--first NUMBER] FOLDER

writes COUNT maps to FOLDER/osdmap: NAME.osdmap.json, NAME.crush.json, NAME.pgs (a row a group),
NAME.dump.txt (all that --test-map-pgs-dump-all prints), NAME.fewer.txt (of --test-map-pgs-dump --pg_num), NAME.table.txt
(of --test-map-pgs), NAME.where.tsv (objects). The CRUSH maps
are those of crushtool.py, without what is not defined there. Pools are replicated and erasure-coded,
of any number of groups, with and without hashpspool, some with a rule that does not fit; OSDs are
up, down, out, reweighted, missing, of any primary affinity; groups have upmaps, temporary sets and
temporary primaries. No tool sets most of these: osdmaptool makes an empty map, whose bytes are then
written anew with them, and prints it back as JSON. The same seed gives the same maps.
"""
import os
import re
import struct

import crushtool
from crushtool import NoAnswer, call, main, run, write

EXISTS, UP = 1, 2
REPLICATED, ERASURE = 1, 3
HASHPSPOOL = 1
NONE = 0x7FFFFFFF
ROW = re.compile(r"^(\S+) raw \(\[(.*)\], p(-?\d+)\) up \(\[(.*)\], p(-?\d+)\) acting \(\[(.*)\], p(-?\d+)\)$", re.M)


def table():
    found = []
    for i in range(256):
        for _ in range(8):
            i = (i >> 1) ^ (0x82F63B78 if i & 1 else 0)
        found.append(i)
    return found


TABLE = table()


def crc32c(data):
    crc = 0xFFFFFFFF
    for byte in data:
        crc = TABLE[(crc ^ byte) & 0xFF] ^ (crc >> 8)
    return crc


class Cursor:
    """Reads the binary form: little-endian, a list begins with its length."""

    def __init__(self, data):
        self.data = data
        self.at = 0

    def take(self, count):
        self.at += count
        return self.data[self.at - count:self.at]

    def number(self, form):
        return struct.unpack("<" + form, self.take(struct.calcsize("<" + form)))[0]

    def versioned(self):
        """A part with two bytes of version and its length in front."""
        head = self.take(2)
        return head, Cursor(self.take(self.number("I")))


def words(form, values):
    return struct.pack("<I%d%s" % (len(values), form), len(values), *values)


def group(pool, seed):
    return struct.pack("<BqIi", 1, pool, seed, -1)


def listed(parts):
    return struct.pack("<I", len(parts)) + b"".join(parts)


class Pool:
    def __init__(self, rng, number, rules):
        self.number = number
        rule, kind, low, high = rng.choice(rules)
        self.rule = rule if rng.random() < 0.97 else 200  # sometimes one that is not there
        self.type = kind if rng.random() < 0.97 else REPLICATED + ERASURE - kind
        self.size = rng.choice([1, 2, 2, 3, 3, 3, 4, 5, 6, 8])
        self.min_size = max(1, self.size - 1)
        self.groups = rng.choice([1, 2, 4, 8, 16, 32, rng.randint(1, 40)])
        self.placements = self.groups if rng.random() < 0.8 else rng.randint(1, self.groups)
        self.flags = HASHPSPOOL if rng.random() < 0.8 else 0
        self.hash = 2 if rng.random() < 0.9 else 1

    def binary(self, template):
        """The pool of the empty map with other numbers at their places."""
        body = bytearray(template)
        struct.pack_into("<BBBBII", body, 0, self.type, self.size, self.rule, self.hash, self.groups, self.placements)
        at = 4 + 4 * 4 + 4 + 8 + 4 + 4 + 4 + 8  # to the flags: no snapshots stand before them
        struct.pack_into("<QIB", body, at, self.flags, 0, self.min_size)
        return bytes(body)


def random_state(rng, most):
    states, weights, affinities = [], [], []
    trouble = rng.choice([0, 0.1, 0.4])
    picky = rng.choice([0, 0, 0.2, 0.8])
    for _ in range(most):
        there = rng.random() >= trouble / 4
        states.append((EXISTS | (0 if rng.random() < trouble else UP)) if there else 0)
        weights.append(rng.choice([0, 0x8000, rng.randint(1, 0xFFFF)]) if rng.random() < trouble else 0x10000)
        affinities.append(rng.choice([0, 0x8000, rng.randint(0, 0xFFFF)]) if rng.random() < picky else 0x10000)
    weights = [weight if state else 0 for weight, state in zip(weights, states)]
    return states, weights, affinities if picky else []


def exceptions(rng, pools, count):
    """Whole sets, replacements, temporary sets, temporary primaries: a dictionary by group each."""
    found = [{}, {}, {}, {}]
    chance = rng.choice([0, 0.1, 0.3])
    some = lambda n: rng.sample(range(count), min(count, n))  # noqa: E731
    for pool in pools:
        for seed in range(pool.groups):
            key = (pool.number, seed)
            if rng.random() < chance:
                found[0][key] = some(pool.size if rng.random() < 0.8 else rng.randint(1, 4))
            if rng.random() < chance:
                pairs = [rng.randrange(count) for _ in range(2 * rng.randint(1, 3))]
                found[1][key] = pairs
            if rng.random() < chance:
                osds = some(rng.randint(1, pool.size))
                hole = pool.type == ERASURE and rng.random() < 0.3
                found[2][key] = osds[:-1] + [NONE] if hole and len(osds) > 1 else osds
            if rng.random() < chance:
                found[3][key] = rng.randrange(count)
    return found


def rewritten(data, rng, rules, most):
    """The binary of an empty map of so many OSDs, with pools, states and exceptions in it."""
    outer_head, outer = Cursor(data).versioned()
    head, part = outer.versioned()
    rest = outer.data[outer.at:-4]  # what only OSDs read, and the checksum
    out = part.take(16 + 4 + 8 + 8)  # fsid, epoch, created, modified
    part.number("I")
    part.number("q")
    pool_head, template = part.versioned()
    pools = [Pool(rng, number, rules) for number in sorted(rng.sample(range(1, 300), rng.randint(1, 4)))]
    out += listed([struct.pack("<q", p.number) + pool_head + struct.pack("<I", len(template.data)) + p.binary(template.data)
                   for p in pools])
    for _ in range(part.number("I")):
        part.number("q")
        part.take(part.number("I"))
    out += listed([struct.pack("<qI3s", p.number, 3, b"p%02d" % i) for i, p in enumerate(pools)])
    part.number("i")
    flags, _ = part.number("I"), part.number("I")
    states, weights, affinities = random_state(rng, most)
    out += struct.pack("<iII", pools[-1].number, flags, len(states))
    for _ in range(2):
        part.take(4 * part.number("I"))
    out += words("I", states) + words("I", weights)
    for _ in range(part.number("I")):
        part.take(5)  # an empty list of addresses
    out += listed([b"\x02\0\0\0\0"] * len(states))
    for what in ("temporary sets", "temporary primaries", "affinities"):
        if part.number("I"):
            raise RuntimeError("expected no %s in an empty map" % what)
    whole, items, temps, primaries = exceptions(rng, pools, len(states))
    out += listed([group(*pg) + words("i", osds) for pg, osds in sorted(temps.items())])
    out += listed([group(*pg) + struct.pack("<i", osd) for pg, osd in sorted(primaries.items())])
    out += words("I", affinities)
    for _ in range(1):
        size = part.number("I")
        out += struct.pack("<I", size) + part.take(size)  # the CRUSH map
    profiles = part.at
    for _ in range(part.number("I")):
        part.take(part.number("I"))
        for _ in range(2 * part.number("I")):
            part.take(part.number("I"))
    out += part.data[profiles:part.at]
    for _ in range(2):
        if part.number("I"):
            raise RuntimeError("expected no upmaps in an empty map")
    out += listed([group(*pg) + words("i", osds) for pg, osds in sorted(whole.items())])
    out += listed([group(*pg) + struct.pack("<I", len(pairs) // 2) + struct.pack("<%di" % len(pairs), *pairs)
                   for pg, pairs in sorted(items.items())])
    out += part.data[part.at:]
    inner = head + struct.pack("<I", len(out)) + out + rest
    whole_map = outer_head + struct.pack("<I", len(inner) + 4) + inner
    return whole_map + struct.pack("<I", crc32c(whole_map)), pools


def record(folder, name, rng):
    path = os.path.join(folder, "osdmap", name)
    while True:
        made = crushtool.compiled(path, rng, is_defined=True)
        if made.devices:
            break
    rules = [(int(number), REPLICATED if kind == "replicated" else ERASURE, 1, 20) for number, kind in
             re.findall(r"\tid (\d+)\n\ttype (\w+)", open(path + ".in.txt", encoding="utf-8").read())]
    # As many OSDs as the map will have: of others, osdmaptool prints memory that nobody wrote, "nan" at times.
    most = made.next_device + rng.choice([0, 0, 1, 3])
    run("osdmaptool", "--createsimple", str(most), "--pg-bits", "0", "--with-default-pool", "--clobber",
        path + ".map")
    run("osdmaptool", path + ".map", "--import-crush", path + ".bin")
    with open(path + ".map", "rb") as file:
        data, pools = rewritten(file.read(), rng, rules, most)
    with open(path + ".map", "wb") as file:
        file.write(data)
    write(path + ".osdmap.json", run("osdmaptool", path + ".map", "--dump", "json"))
    os.replace(path + ".dump.json", path + ".crush.json")
    answer = run("osdmaptool", path + ".map", "--test-map-pgs-dump-all")
    write(path + ".pgs", "".join(" ".join(each or "-" for each in found) + "\n" for found in ROW.findall(answer)))
    write(path + ".dump.txt", answer)
    where = []
    for _ in range(2):
        pool, object_name = rng.choice(pools), "".join(rng.choice("abcxyz0189._-é日") for _ in range(rng.randint(1, 40)))
        done = call("osdmaptool", path + ".map", "--test-map-object=" + object_name, "--pool", str(pool.number))
        if done.returncode != 0:
            raise NoAnswer
        where.append("%d\t%s\t%s\n" % (pool.number, object_name, done.stdout.strip("\n")))
    write(path + ".where.tsv", "".join(where))
    pg_num = rng.choice([1, 3, 40])
    write(path + ".fewer.txt", run("osdmaptool", path + ".map", "--test-map-pgs-dump", "--pg_num", str(pg_num)))
    write(path + ".table.txt", run("osdmaptool", path + ".map", "--test-map-pgs"))


if __name__ == "__main__":
    main("osdmap", record)
