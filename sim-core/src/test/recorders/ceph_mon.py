#!/usr/bin/python3
"""Records what a real Ceph monitor makes of changes. Needs ceph-mon and ceph-common (Debian 12: 16.2).

    ceph_mon.py > changes.jsonl

starts one monitor on loopback, without OSDs, and writes a line a state: our words for the change that led to it, the
CRUSH map, and what decides of the OSD map. Ends the monitor.
"""
import json
import os
import shutil
import signal
import subprocess
import tempfile
import time
import uuid

CONF = """[global]
fsid = %(fsid)s
mon host = [v2:127.0.0.1:3391,v1:127.0.0.1:6891]
mon initial members = a
auth cluster required = none
auth service required = none
auth client required = none
keyring = %(d)s/keyring
public addr = 127.0.0.1
run dir = %(d)s
admin socket = %(d)s/$name.asok
log file = %(d)s/log
pid file = %(d)s/pid
crash dir = %(d)s
osd pool default size = 3
mon allow pool delete = true
mon data avail warn = 2
mon data avail crit = 1
mon max pg per osd = 1000
[mon]
mon data = %(d)s/mon
"""

# Our words, and what an operator and the starting OSDs tell the monitor.
NEW = "new"  # host, weight, class: a new OSD
STEPS = [
    ("--add-osds d:2:1.5:hdd", [(NEW, "d", "1.5", "hdd"), (NEW, "d", "1.5", "hdd")]),
    ("--add-osds a:1:0.5:ssd", [(NEW, "a", "0.5", "ssd")]),
    ("--move b:root=default,rack=r1", ["osd crush move b root=default rack=r1"]),
    ("--move d:rack=r1", ["osd crush move d rack=r1"]),
    ("--crush-weight osd.0:1.8", ["osd crush reweight osd.0 1.8"]),
    ("--crush-weight r1:0.7", ["osd crush reweight-subtree r1 0.7"]),
    ("--remove osd.1", ["osd crush rm osd.1", "osd rm 1"]),
    ("--add-osds c:1:1:hdd", [(NEW, "c", "1", "hdd")]),
    ("--remove d", ["osd crush rm osd.6", "osd rm 6", "osd crush rm osd.7", "osd rm 7", "osd crush rm d"]),
    ("--add-osds e:2:2:hdd", [(NEW, "e", "2", "hdd"), (NEW, "e", "2", "hdd")]),
    ("--remove osd.8", ["osd crush rm osd.8", "osd rm 8"]),
    ("--move osd.5:host=a", ["osd crush move osd.5 host=a"]),
    ("--move e:root=other", ["osd crush move e root=other"]),
    ("--rule-of-pool one:second", ["osd pool set one crush_rule second"]),
    ("--size one:2", ["osd pool set one size 2"]),
    ("--tunables hammer", ["osd crush tunables hammer"]),
    ("--tunables straw_calc_version=0", ["osd crush set-tunable straw_calc_version 0"]),
    ("--out osd.3", ["osd out 3"]),  # last; back in or reweighted, OSDs that never were up bring this monitor down
]


class Monitor:
    def __init__(self):
        self.folder = tempfile.mkdtemp()
        d = self.folder
        with open(d + "/ceph.conf", "w") as conf:
            conf.write(CONF % {"d": d, "fsid": uuid.uuid4()})
        self.environment = {"CEPH_CONF": d + "/ceph.conf", "PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"}
        fsid = str(uuid.uuid4())
        self.run("ceph-authtool", "--create-keyring", d + "/keyring", "--gen-key", "-n", "mon.", "--cap", "mon", "allow *")
        self.run("ceph-authtool", d + "/keyring", "--gen-key", "-n", "client.admin", "--cap", "mon", "allow *")
        self.run("monmaptool", "--create", "--fsid", fsid, "--addv", "a", "[v2:127.0.0.1:3391,v1:127.0.0.1:6891]",
                 d + "/monmap")
        self.run("ceph-mon", "--mkfs", "-i", "a", "--monmap", d + "/monmap", "--keyring", d + "/keyring")
        self.run("ceph-mon", "-i", "a")

    def run(self, *words):
        done = subprocess.run(words, env=self.environment, capture_output=True, text=True, timeout=60)
        if done.returncode != 0:
            raise RuntimeError("%s: exit %d\n%s" % (" ".join(words), done.returncode, done.stderr))
        return done.stdout

    def ceph(self, line):
        return self.run("ceph", *line.split())

    def new(self, host, weight, name):
        """What ceph-volume and a starting OSD say, in their order."""
        osd = self.ceph("osd new %s" % uuid.uuid4()).strip()
        self.ceph("osd crush set-device-class %s osd.%s" % (name, osd))
        self.ceph("osd crush create-or-move osd.%s %s host=%s root=default" % (osd, weight, host))
        self.ceph("osd in %s" % osd)

    def end(self):
        with open(self.folder + "/pid") as pid:
            os.kill(int(pid.read()), signal.SIGTERM)
        time.sleep(1)
        shutil.rmtree(self.folder)


def crush(monitor):
    dump = json.loads(monitor.ceph("osd crush dump --format json"))
    return {k: dump[k] for k in ["devices", "types", "buckets", "rules", "tunables", "choose_args"]}


def osdmap(monitor):
    dump = json.loads(monitor.ceph("osd dump --format json"))
    keys = ["pool", "pool_name", "flags", "type", "size", "min_size", "crush_rule", "object_hash", "pg_num", "pg_placement_num"]
    out = {"epoch": dump["epoch"], "max_osd": dump["max_osd"]}
    out["pools"] = [{k: p[k] for k in keys} for p in dump["pools"]]
    out["osds"] = [{k: o[k] for k in ["osd", "up", "in", "weight", "primary_affinity"]} for o in dump["osds"]]
    for name in ["pg_upmap", "pg_upmap_items", "pg_temp", "primary_temp"]:
        out[name] = dump[name]
    return out


def main():
    monitor = Monitor()

    def write(change):
        state = {"change": change, "crush": crush(monitor), "osdmap": osdmap(monitor)}
        print(json.dumps(state, separators=(",", ":")), flush=True)

    try:
        for host in "aabbcc":
            monitor.new(host, "1", "hdd")
        monitor.ceph("osd crush rule create-simple second default host firstn")
        monitor.ceph("osd crush add-bucket other root")
        monitor.ceph("osd pool create one 32 32 replicated")
        monitor.ceph("osd pool create two 12 8 replicated")
        write("")
        for change, commands in STEPS:
            for command in commands:
                if isinstance(command, tuple):
                    monitor.new(*command[1:])
                else:
                    monitor.ceph(command)
            write(change)
    finally:
        monitor.end()


if __name__ == "__main__":
    main()
