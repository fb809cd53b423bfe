#!/bin/bash
# Records what the ceph client answers about one state of a real cluster, each query as text and as JSON.
# usage: record.sh OUT-DIR     needs CEPH_CONF of a cluster that does not change meanwhile; 16.2.15
o=$1; mkdir -p "$o"; t="timeout 20 ceph"
r(){ n=$1; shift; $t "$@" > "$o/$n.txt" 2>"$o/$n.err"; c=$?; [ $c = 0 ] || echo "$n rc=$c" >> "$o/FAILED"; [ -s "$o/$n.err" ] || rm -f "$o/$n.err"
     $t "$@" -f json > "$o/$n.json" 2>/dev/null; }
date +%s.%N > "$o/now"
r status -s; r health health; r health-detail health detail; r osd-tree osd tree; r osd-df osd df; r osd-df-tree osd df tree; r df df; r df-detail df detail
r pg-stat pg stat; r pg-brief pg dump pgs_brief; r pool-ls osd pool ls; r pool-ls-detail osd pool ls detail; r osd-dump osd dump; r mon-stat mon stat; r mon-dump mon dump
r quorum quorum_status; r crush-dump osd crush dump; r crush-tree osd crush tree; r rule-ls osd crush rule ls; r rule-dump osd crush rule dump; r osd-stat osd stat
r versions versions; r balancer balancer status; r autoscale osd pool autoscale-status; r class-ls osd crush class ls; r osd-ls osd ls; r mgr-stat mgr stat; r mgr-dump mgr dump
r lspools osd lspools; r pool-stats osd pool stats; r profile-ls osd erasure-code-profile ls; r stuck pg dump_stuck; r blocked osd blocked-by; r perf osd perf; r pg-ls pg ls
r osd-find osd find 0; r utilization osd utilization; r fsid fsid; r features features; r time-sync time-sync-status; r node-ls node ls; r config-dump config dump
r tree-down osd tree down; r tree-up osd tree up; r crush-tree-shadow osd crush tree --show-shadow; r tunables osd crush show-tunables; r mgr-module-ls mgr module ls; r mgr-services mgr services
$t pg dump -f json > "$o/pg-dump.json" 2>/dev/null; $t pg dump > "$o/pg-dump.txt" 2>/dev/null; $t pg dump osds > "$o/pg-dump-osds.txt" 2>/dev/null; $t pg dump pools > "$o/pg-dump-pools.txt" 2>/dev/null
$t pg dump sum > "$o/pg-dump-sum.txt" 2>/dev/null
$t -s -f json-pretty > "$o/status.pretty" 2>/dev/null; $t osd tree -f json-pretty > "$o/osd-tree.pretty" 2>/dev/null; $t df -f json-pretty > "$o/df.pretty" 2>/dev/null
python3 - "$o/mgr-dump.json" <<'PY'
import json, sys
m = json.load(open(sys.argv[1])); m.pop('available_modules', 0); m.pop('always_on_modules', 0)
open(sys.argv[1], 'w').write('\n' + json.dumps(m, separators=(',', ':')))
PY
date +%s.%N >> "$o/now"
