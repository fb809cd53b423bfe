#!/usr/bin/python3
"""Records what crushtool and osdmaptool answer about random maps. Needs ceph-base (Debian 12: 16.2).

    crushtool.py --random COUNT --seed SEED FOLDER

writes COUNT maps to FOLDER/crush (NAME.in.txt, NAME.dec.txt, NAME.dump.json, NAME.exp) and, for each
tenth of them, an OSD map to FOLDER/osdmap (NAME.osdmap.json, NAME.crush.json, NAME.pgs). The maps
have all bucket algorithms, tunables and steps, device classes, choose_args, reweights, items that
weigh nothing, and rules that cannot be satisfied. The same seed gives the same maps.
"""
import argparse
import os
import random
import re
import subprocess
import sys

ALGORITHMS = ["straw2", "straw", "list", "tree", "uniform"]
TYPES = ["osd", "host", "rack", "row", "root"]
ATTEMPTS = 20  # maps that crushtool may fall over before something else is wrong
ANSWER_SECONDS = 20  # osdmaptool's balancer never ends on some of these maps
ENVIRONMENT = dict(os.environ, CEPH_ARGS="--no-mon-config", LC_ALL="C.UTF-8")


class NoAnswer(Exception):
    """The real program fell over: there is nothing to compare with."""


def run(*words):
    done = subprocess.run(words, env=ENVIRONMENT, capture_output=True, text=True, timeout=ANSWER_SECONDS)
    if done.returncode < 0:
        raise NoAnswer
    if done.returncode != 0:
        sys.exit("%s: exit %d\n%s" % (" ".join(words), done.returncode, done.stderr))
    return done.stdout


class Map:
    """A random map as text."""

    def __init__(self, rng):
        self.rng = rng
        self.buckets = []  # text, in the order of the file
        self.names = []
        self.ids = list(range(1, 900))
        rng.shuffle(self.ids)
        self.devices = []
        self.next_device = 0
        self.given = []  # classes that a device has
        self.classes = rng.choice([[], [], ["ssd"], ["hdd", "ssd"], ["hdd", "ssd", "nvme"]])
        self.mix = rng.choice([["straw2"], ["straw2"], ["straw2", "straw2", "uniform"], ALGORITHMS, ALGORITHMS,
                               [rng.choice(ALGORITHMS)]])
        self.weighing = rng.choice(["one", "few", "any", "zeros", "large"])
        if "tree" in self.mix:
            # A tree that weighs nothing makes crushtool read past its items, and its answers about parts by class
            # of trees do not follow from the weights that it dumps: neither is asked here.
            self.classes = []
            self.weighing = rng.choice(["one", "few", "any", "large"])
        self.sizes = {}
        self.shadows = rng.random() < 0.5
        top = rng.choice([2, 3, 3, 3, 4])
        self.levels = rng.sample(range(1, 4), min(3, top - 1))
        self.levels.sort(reverse=True)
        self.root = self.bucket(4, self.levels)
        if rng.random() < 0.2:
            self.bucket(4, self.levels[-1:])

    def weight(self):
        rng = self.rng
        if self.weighing == "one":
            return "1.000"
        if self.weighing == "few":
            return rng.choice(["1.000", "2.000", "1.819"])
        if self.weighing == "zeros" and rng.random() < 0.3:
            return "0.000"
        if self.weighing == "large":
            return "%.3f" % rng.uniform(0.1, 25)
        return "%.5f" % rng.uniform(0.01, 8)

    def device(self):
        rng = self.rng
        if rng.random() < 0.1:
            self.next_device += rng.randint(1, 3)
        device = self.next_device
        self.next_device += 1
        kind = rng.choice(self.classes) if self.classes and ("tree" in self.mix or rng.random() < 0.9) else ""
        if kind and kind not in self.given:
            self.given.append(kind)
        self.devices.append("device %d osd.%d%s" % (device, device, " class " + kind if kind else ""))
        return "osd.%d" % device

    def bucket(self, level, below):
        rng = self.rng
        name = "%s%d" % (TYPES[level], len(self.names))
        self.names.append(name)
        count = rng.choice([1, 2, 3, 3, 4, 5, 6, 9, 12]) if level < 4 else rng.choice([1, 2, 3, 4, 5, 7, 11])
        items = []
        if rng.random() < 0.03 and level < 4 and "tree" not in self.mix:
            count = 0
        for _ in range(count):
            if below and rng.random() < 0.97:
                items.append(self.bucket(below[0], below[1:]))
            else:
                items.append(self.device())
        algorithm = rng.choice(self.mix) if items else "straw2"  # crushtool falls over other empty buckets
        weights = [self.weight() for _ in items]
        if algorithm == "uniform":
            weights = [weights[0]] * len(items) if items else []
        if algorithm == "tree" and not any(float(w) for w in weights):
            weights = ["1.000"] * len(items)
        lines = ["%s %s {" % (TYPES[level], name)]
        if rng.random() < 0.9:
            lines.append("\tid -%d" % self.ids.pop())
            for kind in self.classes:
                if self.shadows:
                    lines.append("\tid -%d class %s" % (self.ids.pop(), kind))
        lines += ["\talg " + algorithm, "\thash 0"]
        lines += ["\titem %s weight %s" % each for each in zip(items, weights)]
        self.buckets.append("\n".join(lines + ["}"]))
        self.sizes[name] = (len(items), algorithm)
        return name

    def tunables(self):
        rng = self.rng
        if rng.random() < 0.15:
            return []
        local, fallback = rng.choice([(0, 0), (0, 0), (2, 5), (0, rng.randint(0, 6)), (rng.randint(0, 4), 0)])
        values = [("choose_local_tries", local), ("choose_local_fallback_tries", fallback),
                  ("choose_total_tries", rng.choice([50, 19, rng.randint(1, 60)])),
                  ("chooseleaf_descend_once", rng.randint(0, 1)), ("chooseleaf_vary_r", rng.choice([0, 1, 1, 2, 4])),
                  ("chooseleaf_stable", rng.randint(0, 1)), ("straw_calc_version", rng.randint(0, 1)),
                  ("allowed_bucket_algs", 62)]
        return ["tunable %s %d" % each for each in values]

    def rule(self, number):
        rng = self.rng
        kind = rng.choice(["firstn", "indep"])
        used = self.levels + [0]
        steps = []
        for word, low, high in [("choose_tries", 0, 100), ("chooseleaf_tries", 0, 10), ("choose_local_tries", 0, 4),
                                ("choose_local_fallback_tries", 0, 4), ("chooseleaf_vary_r", 0, 3),
                                ("chooseleaf_stable", 0, 1)]:
            if rng.random() < 0.12:
                steps.append("set_%s %d" % (word, rng.randint(low, high)))
        for _ in range(rng.choice([1, 1, 1, 1, 2])):
            take = self.root if rng.random() < 0.8 else rng.choice(self.names)
            of = " class " + rng.choice(self.given) if self.given and rng.random() < 0.5 else ""
            steps.append("take " + take + of)
            count = rng.choice([0, 0, 0, 1, 2, 3, -1])
            leaf = rng.choice(["choose", "chooseleaf"])
            level = rng.choice(used)
            if level and rng.random() < 0.3:
                steps.append("choose %s %d type %s" % (kind, rng.choice([0, 1, 2, 3]), TYPES[level]))
                below = [each for each in used if each < level]
                level = rng.choice(below)
                count = rng.choice([0, 1, 2])
            # crushtool counts what comes out by device and falls over buckets: end at devices.
            level = level if leaf == "chooseleaf" else 0
            steps.append("%s %s %d type %s" % (leaf, kind, count, TYPES[level]))
            steps.append("emit")
        lines = ["rule r%d {" % number, "\tid %d" % number, "\ttype " + ("replicated" if kind == "firstn" else "erasure"),
                 "\tmin_size 1", "\tmax_size 20"]
        return "\n".join(lines + ["\tstep " + each for each in steps] + ["}"])

    def choose_args(self):
        rng = self.rng
        if rng.random() < 0.6:
            return []
        lines = []
        for pool in rng.choice([[0], [0], [18446744073709551615], [0, 3], [1, 18446744073709551615]]):
            lines.append("choose_args %d {" % pool)
            for name, (count, _) in sorted(self.sizes.items()):
                number = self.number.get(name)
                if number is None or not count or rng.random() < 0.5:
                    continue
                lines += ["  {", "    bucket_id %d" % number]
                both = rng.randint(0, 2)
                if both != 1:
                    lines.append("    weight_set [")
                    for _ in range(rng.randint(1, 3)):
                        row = " ".join("%.3f" % rng.choice([0, rng.uniform(0, 5), 1]) for _ in range(count))
                        lines.append("      [ %s ]" % row)
                    lines.append("    ]")
                if both != 0:
                    lines.append("    ids [ %s ]" % " ".join(str(rng.randint(-500, 500)) for _ in range(count)))
                lines.append("  }")
            lines.append("}")
        return lines

    def text(self):
        types = ["type %d %s" % each for each in enumerate(TYPES)]
        self.number = {}
        for text in self.buckets:
            name, found = text.split()[1], re.search(r"\tid (-\d+)\n", text)
            if found:
                self.number[name] = int(found.group(1))
        rules = [self.rule(i) for i in range(self.rng.randint(1, 4))]
        parts = [self.tunables(), self.devices, types, self.buckets, rules, self.choose_args()]
        return "# begin crush map\n" + "\n".join("\n".join(part) for part in parts) + "\n# end crush map\n", len(rules)


def calls(rng, rules, devices):
    for rule in range(rules):
        for _ in range(2):
            weights = {}
            if rng.random() < 0.6:
                for device in range(devices):
                    if rng.random() < 0.3:
                        weights[device] = rng.choice(["0", "0.5", "1", "%.4f" % rng.random()])
            low = rng.choice([0, 0, rng.randint(0, 1 << 30)])
            yield {"rule": rule, "num_rep": rng.randint(1, 9), "min_x": low, "max_x": low + 59,
                   "pool_id": rng.choice([-1, -1, rng.randint(0, 40)])}, weights


def record(folder, name, rng):
    path = os.path.join(folder, "crush", name)
    while True:
        made = Map(rng)
        text, rules = made.text()
        write(path + ".in.txt", text)
        compiled = subprocess.run(["crushtool", "--enable-unsafe-tunables", "-c", path + ".in.txt", "-o", path + ".bin"],
                                  env=ENVIRONMENT, capture_output=True, text=True, timeout=ANSWER_SECONDS)
        if compiled.returncode == 0:
            break
        # A uniform bucket whose parts by class differ in weight has no parts; rules that take one do not compile.
        # An assertion of crushtool is no answer either.
        if " step take " not in compiled.stderr and compiled.returncode > 0:
            sys.exit(compiled.stderr)
    answers(path, made, rules, rng)


def answers(path, made, rules, rng):
    write(path + ".dec.txt", run("crushtool", "-d", path + ".bin"))
    write(path + ".dump.json", run("crushtool", "-i", path + ".bin", "--dump", "-f", "json"))
    lines = []
    for call, weights in calls(rng, rules, made.next_device):
        words = ["crushtool", "-i", path + ".bin", "--test", "--show-mappings"]
        for key, value in call.items():
            if key != "pool_id" or value >= 0:
                words += ["--" + key.replace("_", "-"), str(value)]
        for device, weight in weights.items():
            words += ["--weight", str(device), weight]
        answer = run(*words)
        told = ",".join("%d:%s" % each for each in weights.items()) or "-"
        lines.append("@ %s weight=%s\n" % (" ".join("%s=%d" % each for each in call.items()), told))
        for x, osds in re.findall(r"^CRUSH rule \d+ x (\d+) \[(.*)\]$", answer, re.M):
            lines.append("%s %s\n" % (x, osds or "-"))
    write(path + ".exp", "".join(lines))


def record_osdmap(folder, name, source, rng):
    path = os.path.join(folder, "osdmap", name)
    devices = 1 + max(int(d) for d in re.findall(r"^device (\d+) osd", open(source + ".dec.txt").read(), re.M))
    run("osdmaptool", "--createsimple", str(devices), "--pg-bits", str(rng.randint(0, 4)), "--with-default-pool",
        "--clobber", path + ".bin")
    run("osdmaptool", path + ".bin", "--import-crush", source + ".bin")
    out = ["--mark-out", str(rng.randrange(devices))] if rng.random() < 0.5 else []
    words = ["osdmaptool", path + ".bin", "--mark-up-in", *out, "--save", "--upmap", path + ".upmap", "--upmap-max", "20",
             "--upmap-deviation", "1"]
    done = subprocess.run(words, env=ENVIRONMENT, capture_output=True, text=True, timeout=ANSWER_SECONDS)
    if done.returncode != 0:
        return  # its balancer fails an assertion on some of these maps: no answer to compare with
    write(path + ".osdmap.json", run("osdmaptool", path + ".bin", "--dump", "json"))
    run("osdmaptool", path + ".bin", "--export-crush", path + ".crush")
    write(path + ".crush.json", run("crushtool", "-i", path + ".crush", "--dump", "-f", "json"))
    answer = run("osdmaptool", path + ".bin", "--test-map-pgs-dump-all")
    row = re.compile(r"^(\S+) raw \(\[(.*)\], p(-?\d+)\) up \(\[(.*)\], p(-?\d+)\) acting \(\[(.*)\], p(-?\d+)\)$", re.M)
    write(path + ".pgs", "".join(" ".join(each or "-" for each in found) + "\n" for found in row.findall(answer)))


def write(path, text):
    with open(path, "w", encoding="utf-8") as out:
        out.write(text)


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--random", type=int, required=True)
    arguments.add_argument("--seed", type=int, required=True)
    arguments.add_argument("folder")
    asked = arguments.parse_args()
    for each in ("crush", "osdmap"):
        os.makedirs(os.path.join(asked.folder, each), exist_ok=True)
    for i in range(asked.random):
        rng = random.Random("%d %d" % (asked.seed, i))
        name = "map%04d" % i
        recorded = False
        for _ in range(ATTEMPTS):
            try:
                record(asked.folder, name, rng)
                recorded = True
                break
            except (NoAnswer, subprocess.TimeoutExpired):
                print("%s: crushtool gave no answer, another map in its place" % name, file=sys.stderr)
        if not recorded:
            sys.exit("%s: crushtool falls over each map" % name)
        if i % 10 == 0:
            try:
                record_osdmap(asked.folder, name, os.path.join(asked.folder, "crush", name), rng)
            except (NoAnswer, subprocess.TimeoutExpired):
                print("%s: osdmaptool gave no answer, left out" % name, file=sys.stderr)


main()
