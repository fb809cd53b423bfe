#!/usr/bin/python3
"""Asks the real programs about upmaps of ours. Needs ceph-mon, ceph-common, ceph-base (Debian 12: 16.2).

    verify_upmaps.py NAME COMMANDS

makes the map NAME of osdmaptool_upmap.py in a monitor on loopback, types the lines of the file COMMANDS that begin
with "ceph osd pg-upmap-items", and tells how many of them the monitor keeps (it takes away what the rule forbids) and
how osdmaptool --test-map-pgs then finds the groups spread.
"""
import json
import sys
import tempfile
import uuid

import ceph_mon
import osdmaptool_upmap


def main():
    name, commands = sys.argv[1:]
    bits, (osds, text) = next((b, c) for n, b, c in osdmaptool_upmap.cases() if n == name)
    lines = [line[5:].strip() for line in open(commands) if line.startswith("ceph osd pg-upmap-items")]
    monitor = ceph_mon.Monitor()
    with tempfile.TemporaryDirectory() as scratch:
        try:
            for _ in range(osds):
                osd = monitor.ceph("osd new %s" % uuid.uuid4()).strip()
                monitor.ceph("osd in %s" % osd)
            with open(scratch + "/c.txt", "w") as file:
                file.write(text)
            osdmaptool_upmap.run("crushtool", "-c", scratch + "/c.txt", "-o", scratch + "/c")
            monitor.ceph("osd setcrushmap -i %s/c" % scratch)
            monitor.ceph("osd set-require-min-compat-client luminous --yes-i-really-mean-it")
            monitor.ceph("osd pool create rbd %d %d replicated r" % (osds << bits, osds << bits))
            print("pool", json.loads(monitor.ceph("osd dump --format json"))["pools"][0]["pool"])
            for line in lines:
                monitor.ceph(line)
            kept = len(json.loads(monitor.ceph("osd dump --format json"))["pg_upmap_items"])
            monitor.ceph("osd getmap -o %s/m" % scratch)
        finally:
            monitor.end()
        print("%s: typed %d, kept by the monitor %d" % (name, len(lines), kept))
        spread = osdmaptool_upmap.run("osdmaptool", scratch + "/m", "--mark-up-in", "--test-map-pgs", "--pool", "1")
        print("\n".join(line for line in spread.splitlines() if line[:4] in (" avg", " min", " max", "size")))
        cleanup = osdmaptool_upmap.run("osdmaptool", scratch + "/m", "--mark-up-in", "--upmap-cleanup", scratch + "/out")
        print("cleanup: " + ", ".join(cleanup.split("\n")[-2:]) + open(scratch + "/out").read())


if __name__ == "__main__":
    main()
