#!/usr/bin/python3
"""Records what crushtool answers about random maps. Needs ceph-base (Debian 12: 16.2.15).

    crushtool.py --random COUNT --seed SEED [--first NUMBER] FOLDER

writes COUNT maps to FOLDER/crush: NAME.in.txt, NAME.dec.txt, NAME.dump.json, NAME.exp, and NAME.runs:
whole runs of crushtool --test, a line "$ OPTIONS" before what each printed. The maps have all bucket algorithms, tunables and steps, device classes, choose_args, reweights, items that
weigh nothing, shared buckets, no devices at all, and rules that cannot be satisfied. The same seed
gives the same maps, on any number of cores; --first goes on from a map.

What the real program makes of memory that nobody wrote is no answer. The inner nodes of the part of
a tree bucket by device class are such memory from the third item on: weights are added to whatever
stands there, and when the sum overflows no more parts are made. A tree that weighs nothing and does
not hold a power of two of items leads past its last item. Rules that can come to either are not
asked about; and each text is compiled twice, with two ways to fill memory before it is handed out
(glibc's MALLOC_PERTURB_), and not used when that makes two maps.
"""
import argparse
import json
import multiprocessing
import os
import random
import re
import subprocess
import sys

ALGORITHMS = ["straw2", "straw", "list", "tree", "uniform"]
TYPES = ["osd", "host", "rack", "row", "root"]
ATTEMPTS = 50  # maps that crushtool may fall over before something else is wrong
ANSWER_SECONDS = 60
# No daemon is asked, and a fall leaves no report below /var/lib/ceph/crash.
ENVIRONMENT = dict(os.environ, CEPH_ARGS="--no-mon-config --crash-dir=", LC_ALL="C.UTF-8")
RUN_CHARACTERS_MAX = 200000
FILLS = ["255", "90"]


class NoAnswer(Exception):
    """The real program fell over: there is nothing to compare with."""


def call(*words, fill="0"):
    environment = dict(ENVIRONMENT, MALLOC_PERTURB_=fill)
    return subprocess.run(words, env=environment, capture_output=True, text=True, timeout=ANSWER_SECONDS)


def run(*words):
    done = call(*words)
    if done.returncode < 0:
        raise NoAnswer
    if done.returncode != 0:
        raise RuntimeError("%s: exit %d\n%s" % (" ".join(words), done.returncode, done.stderr))
    return done.stdout


class Map:
    """A random map as text."""

    def __init__(self, rng, is_defined=False):
        self.rng = rng
        self.buckets = []  # text, in the order of the file
        self.names = []
        self.ids = list(range(1, 9000))
        rng.shuffle(self.ids)
        self.devices = []
        self.next_device = 0
        self.given = []  # classes that a device has
        self.classes = rng.choice([[], [], ["ssd"], ["hdd", "ssd"], ["hdd", "ssd", "nvme"]])
        self.mix = rng.choice([["straw2"], ["straw2"], ["straw2", "straw2", "uniform"], ALGORITHMS, ALGORITHMS,
                               [rng.choice(ALGORITHMS)]])
        if is_defined and "tree" in self.mix:
            self.classes = []
        self.weighing = rng.choice(["one", "few", "any", "zeros", "large"])
        if is_defined and "tree" in self.mix and self.weighing == "zeros":
            self.weighing = "any"
        self.sizes = {}
        self.shadows = rng.random() < 0.5
        self.unwritten = rng.random() < 0.1  # weights that the text leaves to crushtool
        self.without = not is_defined and rng.random() < 0.02  # devices
        top = rng.choice([2, 3, 3, 3, 4])
        self.levels = rng.sample(range(1, 4), min(3, top - 1))
        self.levels.sort(reverse=True)
        self.inner = {}  # names by level
        self.root = self.bucket(4, self.levels)
        if rng.random() < 0.2:
            self.bucket(4, self.levels[-1:])
        if rng.random() < 0.1:
            self.sharing()

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
        kind = rng.choice(self.classes) if self.classes and rng.random() < 0.9 else ""
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
        if (rng.random() < 0.03 and level < 4) or (self.without and not below):
            count = 0
        for _ in range(count):
            if below and (self.without or rng.random() < 0.97):
                items.append(self.bucket(below[0], below[1:]))
            else:
                items.append(self.device())
        self.write(name, level, items)
        return name

    def sharing(self):
        """Another root over buckets that have a place already, as maps with two views of one tree do."""
        below = [name for name in self.names if not name.startswith("root")]
        name = "root%d" % len(self.names)
        self.names.append(name)
        self.write(name, 4, self.rng.sample(below, min(len(below), self.rng.randint(1, 4))))

    def write(self, name, level, items):
        rng = self.rng
        algorithm = rng.choice(self.mix) if items else "straw2"  # crushtool falls over other empty buckets
        weights = [self.weight() for _ in items]
        if algorithm == "uniform":
            weights = [weights[0]] * len(items)
        lines = ["%s %s {" % (TYPES[level], name)]
        ids = []
        if rng.random() < 0.9:
            ids.append("\tid -%d" % self.ids.pop())
        for kind in self.classes:
            if self.shadows and rng.random() < 0.95:
                ids.append("\tid -%d class %s" % (self.ids.pop(), kind))
        if rng.random() < 0.1:
            rng.shuffle(ids)
        lines += ids + ["\talg " + algorithm, "\thash 0"]
        written = not self.unwritten or algorithm == "uniform"
        lines += ["\titem %s" % item + (" weight " + weight if written else "") for item, weight in zip(items, weights)]
        self.buckets.append("\n".join(lines + ["}"]))
        self.sizes[name] = (len(items), algorithm)

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

    def settings(self, chance):
        rng = self.rng
        steps = []
        for word, low, high in [("choose_tries", 0, 100), ("chooseleaf_tries", 0, 10), ("choose_local_tries", 0, 4),
                                ("choose_local_fallback_tries", 0, 4), ("chooseleaf_vary_r", 0, 3),
                                ("chooseleaf_stable", 0, 1)]:
            if rng.random() < chance:
                steps.append("set_%s %d" % (word, rng.randint(low, high)))
        rng.shuffle(steps)
        return steps

    def rule(self, number):
        rng = self.rng
        kind = rng.choice(["firstn", "indep"])
        steps = self.settings(0.12)
        for _ in range(rng.choice([1, 1, 1, 1, 2, 3])):
            take = self.root if rng.random() < 0.8 else rng.choice(self.names)
            if self.devices and rng.random() < 0.03:
                take = rng.choice(self.devices).split()[2]
            of = " class " + rng.choice(self.given) if self.given and rng.random() < 0.5 else ""
            steps.append("take " + take + (of if not take.startswith("osd.") else ""))
            steps += self.settings(0.03)
            steps += self.chooses(kind if rng.random() < 0.95 else rng.choice(["firstn", "indep"]))
            steps.append("emit")
        lines = ["rule r%d {" % number, "\tid %d" % number, "\ttype " + ("replicated" if kind == "firstn" else "erasure"),
                 "\tmin_size 1", "\tmax_size 20"]
        return "\n".join(lines + ["\tstep " + each for each in steps] + ["}"])

    def chooses(self, kind):
        """One, two or three choices; the last ends at devices, as crushtool counts those and falls over buckets."""
        rng = self.rng
        steps = []
        levels = self.levels + [0]
        for _ in range(rng.choice([0, 0, 0, 1, 1, 2])):
            if len(levels) > 1:
                level = rng.choice(levels[:-1])
                levels = [each for each in levels if each < level]
                steps.append("choose %s %d type %s" % (kind, rng.choice([0, 1, 2, 3, -1]), TYPES[level]))
        leaf = rng.choice(["choose", "chooseleaf", "chooseleaf"])
        level = rng.choice(levels) if leaf == "chooseleaf" else 0
        count = rng.choice([0, 0, 0, 1, 2, 3, -1, -2])
        return steps + ["%s %s %d type %s" % (leaf, kind, count, TYPES[level])]

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
        # The order of classes that no device has is in no dump: at most one of them.
        for kind in [each for each in self.classes if each not in self.given][1:]:
            self.buckets = [re.sub(r"\tid -\d+ class %s\n" % kind, "", text) for text in self.buckets]
        rules = [self.rule(i) for i in range(self.rng.randint(1, 4))]
        parts = [self.tunables(), self.devices, types, self.buckets, rules, self.choose_args()]
        return "# begin crush map\n" + "\n".join("\n".join(part) for part in parts) + "\n# end crush map\n"


def calls(rng, devices):
    """Questions, each for all rules at once."""
    for _ in range(2):
        weights = {}
        if rng.random() < 0.6:
            for device in range(devices):
                if rng.random() < 0.3:
                    weights[device] = rng.choice(["0", "0.5", "1", "%.4f" % rng.random()])
        low = rng.choice([0, 0, rng.randint(0, 1 << 30)])
        yield {"num_rep": rng.choice([1, 2, 3, 3, 4, 5, 6, 7, 9, 12]), "min_x": low, "max_x": low + 59,
               "pool_id": rng.choice([-1, -1, rng.randint(0, 40)])}, weights


def compiled(path, rng, is_defined=False):
    """A map that crushtool compiles from PATH.in.txt to PATH.bin; PATH.dump.json is what it dumps of it."""
    for _ in range(ATTEMPTS):
        made = Map(rng, is_defined)
        text = made.text()
        write(path + ".in.txt", text)
        dumps = []
        for fill in FILLS:
            words = ["crushtool", "--enable-unsafe-tunables", "-c", path + ".in.txt", "-o", path + ".bin"]
            done = call(*words, fill=fill)
            if done.returncode != 0:
                break
            dumps.append(run("crushtool", "-i", path + ".bin", "--dump", "-f", "json"))
        if len(dumps) == len(FILLS) and len(set(dumps)) == 1:
            write(path + ".dump.json", dumps[0])
            return made
        # A uniform bucket takes no part by class that weighs something, and no part is made after that; rules
        # that take one do not compile. An assertion of crushtool is no answer either.
        if done.returncode > 0 and " step take " not in done.stderr:
            raise RuntimeError(path + ".in.txt\n" + done.stderr)
    raise RuntimeError(path + ": crushtool falls over each map")


def leads_astray(dump):
    """The rules whose answers depend on memory that nobody wrote."""
    buckets = {bucket["id"]: bucket for bucket in dump["buckets"]}
    found = set()
    for rule in dump["rules"]:
        reached = [step["item"] for step in rule["steps"] if step.get("op") == "take"]
        for item in reached:
            reached += [each["id"] for each in buckets[item]["items"] if each["id"] not in reached] if item < 0 else []
        for bucket in [buckets[item] for item in reached if item < 0 and buckets[item]["alg"] == "tree"]:
            weights = [each["weight"] for each in bucket["items"]]
            if ("~" in bucket["name"] and len(weights) > 2) or (len(weights) & (len(weights) - 1) and not any(weights)):
                found.add(rule["rule_id"])
    return found


def record(folder, name, rng):
    path = os.path.join(folder, "crush", name)
    made = compiled(path, rng)
    write(path + ".dec.txt", run("crushtool", "-d", path + ".bin"))
    with open(path + ".dump.json", encoding="utf-8") as dump:
        astray = leads_astray(json.load(dump))
    lines = []
    for asked, weights in calls(rng, made.next_device) if made.devices else []:
        words = ["--test", "--show-mappings"]
        for key, value in asked.items():
            if key != "pool_id" or value >= 0:
                words += ["--" + key.replace("_", "-"), str(value)]
        for device, weight in weights.items():
            words += ["--weight", str(device), weight]
        answer = run("crushtool", "-i", path + ".bin", *words)
        told = ",".join("%d:%s" % each for each in weights.items()) or "-"
        of_rule = {}
        for rule, x, osds in re.findall(r"^CRUSH rule (\d+) x (\d+) \[(.*)\]$", answer, re.M):
            of_rule.setdefault(int(rule), []).append("%s %s\n" % (x, osds or "-"))
        asks = " ".join("%s=%d" % each for each in asked.items())
        for rule, mapped in of_rule.items():
            if rule not in astray:
                lines += ["@ rule=%d %s weight=%s\n" % (rule, asks, told)] + mapped
    write(path + ".exp", "".join(lines))
    write(path + ".runs", "".join(whole_runs(path, made, astray, rng)) if made.devices else "")


def options(rng, rules, devices):
    """What --test and --show-... are asked for, odd values included; x of few inputs."""
    words = []
    for shown in ("mappings", "bad-mappings", "statistics", "utilization", "utilization-all"):
        if rng.random() < 0.4:
            words.append(["--show-" + shown])
    words = words or [["--show-mappings"]]
    low = rng.choice([0, 0, rng.randint(0, 2000)])
    if rng.random() < 0.3:  # all inputs, of one number of devices
        words += rng.choice([[], [["--x", "-3"]], [["--max-x", "5"]], [["--min-x", "7"]],
                             [["--min-x", "-1"], ["--max-x", "4"]]])
        words += [["--num-rep", str(rng.choice([1, 3]))]]
    else:
        words += rng.choice([[["--x", str(low)]], [["--min-x", str(low + 2)], ["--x", str(low)]],
                             [["--min-x", str(low)], ["--max-x", str(low + rng.randint(-2, 9))]]])
        words += rng.choice([[], [["--num-rep", str(rng.choice([-1, 0, 1, 2, 3, 3, 3, 4, 7, 12, 40]))]]])
    words += rng.choice([[], [["--pool-id", str(rng.choice([-2, -1, 0, 3]))]]])
    for _ in range(rng.choice([0, 0, 1, 4])):
        words.append(["--weight", str(rng.randint(0, devices + 1)),
                      rng.choice(["0", "0.5", "1", "-1", "2.5", "1e10", "nan", "inf", "1e-7", "%.4f" % rng.random()])])
    rng.shuffle(words)
    return [word for each in words + rules for word in each]


def whole_runs(path, made, astray, rng):
    lines = []
    for _ in range(3):
        rule = rng.choice([number for number in range(6) if number not in astray])
        rules = [["--rule", str(rule)]]
        if not astray:
            rules = rng.choice([rules, [], [["--min-rule", "1"]], [["--min-rule", "1"], ["--max-rule", "2"]]])
        words = options(rng, rules, made.next_device)
        answer = run("crushtool", "-i", path + ".bin", "--test", *words)
        if len(answer) < RUN_CHARACTERS_MAX:
            lines += ["$ " + " ".join(words) + "\n", answer]
    return lines


def write(path, text):
    with open(path, "w", encoding="utf-8") as out:
        out.write(text)


def one(folder, seed, number, make):
    """The map of a number; another in its place when the real program gives no answer."""
    rng = random.Random("%d %d" % (seed, number))
    name = "map%05d" % number
    for _ in range(ATTEMPTS):
        try:
            return make(folder, name, rng)
        except (NoAnswer, subprocess.TimeoutExpired):
            print("%s: no answer, another map in its place" % name, file=sys.stderr)
    raise RuntimeError(name + ": the real program falls over each map")


def main(what, make):
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--random", type=int, required=True)
    arguments.add_argument("--seed", type=int, required=True)
    arguments.add_argument("--first", type=int, default=0)
    arguments.add_argument("folder")
    asked = arguments.parse_args()
    os.makedirs(os.path.join(asked.folder, what), exist_ok=True)
    numbers = range(asked.first, asked.first + asked.random)
    with multiprocessing.Pool() as pool:
        pool.starmap(one, [(asked.folder, asked.seed, number, make) for number in numbers], chunksize=4)


if __name__ == "__main__":
    main("crush", record)
