#!/usr/bin/python3
"""Records where a small real cluster puts its groups and objects, after one change and another.

    CEPH_CONF=/path/to/ceph.conf ceph_cluster.py FOLDER NAME

needs a running cluster of Ceph 16.2 that may be ruined (a monitor, a manager and three OSDs or more,
memstore will do), its admin key, and ceph-base for osdmaptool. For each state of the cluster it
writes NAME-STATE.osdmap.json (ceph osd dump), NAME-STATE.crush.json (ceph osd crush dump),
NAME-STATE.pgs and NAME-STATE.objects.tsv (ceph osd map) to FOLDER. Up and acting sets are those that
the OSDs report (ceph pg dump); the raw set, which no cluster tells, is osdmaptool's of the same epoch.
"""
import json
import os
import subprocess
import sys
import tempfile
import time

from osdmaptool import ROW

WAIT_SECONDS = 600
GROUPS_MAX = 290


def ceph(*words, fails=False):
    done = subprocess.run(["timeout", "60", "ceph", *words], capture_output=True, text=True)
    if done.returncode != 0 and not fails:
        raise RuntimeError("ceph %s: exit %d\n%s" % (" ".join(words), done.returncode, done.stderr))
    return done.stdout


def asked(*words):
    return json.loads(ceph(*words, "--format", "json"))


def listed(osds):
    return ",".join(str(osd) for osd in osds) or "-"


def raw_by_group():
    environment = dict(os.environ, CEPH_ARGS="--no-mon-config")
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "map")
        ceph("osd", "getmap", "-o", path)
        answer = subprocess.run(["osdmaptool", path, "--test-map-pgs-dump-all"], env=environment, capture_output=True,
                                text=True, check=True).stdout
    return {row[0]: row[1:] for row in ROW.findall(answer)}


def reported():
    return {pg["pgid"]: pg for pg in asked("pg", "dump", "pgs_brief")["pg_stats"]}


def settled():
    """The dumps of one epoch, when the OSDs report what osdmaptool computes from it."""
    end = time.time() + WAIT_SECONDS
    behind = "nothing"
    while time.time() < end:
        osd_map = ceph("osd", "dump", "--format", "json")
        crush, raw, real = ceph("osd", "crush", "dump"), raw_by_group(), reported()
        same = asked("osd", "dump")["epoch"] == json.loads(osd_map)["epoch"]
        late = [pg for pg in real if [listed(real[pg][key]) for key in ("up", "acting")] !=
                [raw[pg][2] or "-", raw[pg][4] or "-"]]
        states = {pg["state"] for pg in real.values()}
        if same and not late and not any("peering" in state or "unknown" in state for state in states):
            return osd_map, crush, raw, real
        behind = "%d groups, states %s" % (len(late), sorted(states))
        time.sleep(1)
    raise RuntimeError("the cluster did not settle: " + behind)


def record(path):
    osd_map, crush, raw, real = settled()
    rows = []
    for pg in sorted(real, key=lambda text: (int(text.split(".")[0]), int(text.split(".")[1], 16))):
        row = real[pg]
        rows.append("%s %s %s %s %d %s %d\n" % (pg, raw[pg][0] or "-", raw[pg][1], listed(row["up"]), row["up_primary"],
                                              listed(row["acting"]), row["acting_primary"]))
    pools = {pool["pool_name"]: pool["pool"] for pool in json.loads(osd_map)["pools"]}
    objects = []
    for name, number in pools.items():
        for space, thing in (("", "rbd_directory"), ("", "x" * 13), ("", "maquete é"), ("space", "o1")):
            found = asked("osd", "map", name, thing, *[space] * bool(space))
            columns = [str(number), space, thing, found["raw_pgid"], found["pgid"], listed(found["up"]),
                       str(found["up_primary"]), listed(found["acting"])]
            objects.append("\t".join(columns) + "\n")
    for ending, text in ((".osdmap.json", osd_map.strip()), (".crush.json", json.dumps(json.loads(crush))),
                         (".pgs", "".join(rows[:GROUPS_MAX])), (".objects.tsv", "".join(objects))):
        with open(path + ending, "w", encoding="utf-8") as out:
            out.write(text)
    print("%s: %d groups, %d objects, %d upmaps, %d temporary sets" % (
        path, len(rows), len(objects), len(json.loads(osd_map)["pg_upmap_items"]), len(json.loads(osd_map)["pg_temp"])))


def pool(name, groups, *words):
    ceph("osd", "pool", "create", name, str(groups), str(groups), *words)
    ceph("osd", "pool", "set", name, "pg_autoscale_mode", "off")


def prepare(count):
    ceph("balancer", "off", fails=True)
    ceph("osd", "set-require-min-compat-client", "luminous")
    ceph("config", "set", "mon", "mon_osd_down_out_interval", "3600")
    ceph("config", "set", "global", "mon_max_pg_per_osd", "1000")
    ceph("osd", "erasure-code-profile", "set", "small", "k=2", "m=1", "crush-failure-domain=host", "--force")
    pool("copies", 32)
    pool("odd", 12)
    ceph("osd", "pool", "set", "odd", "size", "2")
    pool("shards", 16, "erasure", "small")
    if count > 6:
        fast = [str(osd) for osd in range(count // 2)]
        ceph("osd", "crush", "rm-device-class", *fast)
        ceph("osd", "crush", "set-device-class", "ssd", *fast)
        ceph("osd", "crush", "rule", "create-replicated", "fast", "default", "host", "ssd")
        pool("quick", 8, "replicated", "fast")
        ceph("osd", "erasure-code-profile", "set", "wide", "k=4", "m=2", "crush-failure-domain=osd", "--force")
        pool("broad", 32, "erasure", "wide")
    for i in range(40):
        for name in ("copies", "odd", "shards"):
            subprocess.run(["timeout", "60", "rados", "-p", name, "put", "o%d" % i, "/etc/hostname"], check=True)


def crush_weight(osd):
    return next(node["crush_weight"] for node in asked("osd", "tree")["nodes"] if node["id"] == osd)


def upmap():
    """Moves a copy of every fifth group to an OSD that has none."""
    count = len(asked("osd", "ls"))
    for i, (pg, row) in enumerate(sorted(reported().items())):
        free = [osd for osd in range(count) if osd not in row["up"]]
        if i % 5 == 0 and free and row["up"]:
            ceph("osd", "pg-upmap-items", pg, str(row["up"][-1]), str(free[i % len(free)]), fails=True)
        elif i % 17 == 3 and free:
            ceph("osd", "pg-upmap", pg, *[str(osd) for osd in row["up"][:-1] + free[:1]], fails=True)


def changes(count):
    yield "clean", lambda: None
    if count > 3:
        yield "upmaps", upmap
    yield "reweighted", lambda: (ceph("osd", "reweight", "1", "0.7"), ceph("osd", "reweight", "2", "0.33333"),
                                 ceph("osd", "crush", "reweight", "osd.0", "%.5f" % (0.61234 * crush_weight(0))))
    yield "affinity", lambda: (ceph("osd", "primary-affinity", "0", "0.4"), ceph("osd", "primary-affinity", "1", "0"))
    # Backfill stands still: what has to move is served by temporary sets.
    yield "out", lambda: (ceph("osd", "set", "nobackfill"), ceph("osd", "set", "norecover"),
                          ceph("osd", "out", str(count - 1)))
    yield "down", lambda: (ceph("osd", "set", "noup"), ceph("osd", "down", "0"))


def main():
    folder, name = sys.argv[1:3]
    os.makedirs(folder, exist_ok=True)
    count = len(asked("osd", "ls"))
    prepare(count)
    for state, change in changes(count):
        change()
        record(os.path.join(folder, "%s-%s" % (name, state)))


main()
