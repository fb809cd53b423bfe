package org.maquete.ceph.placement;

import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.maquete.ceph.crush.CrushMap;
import org.maquete.ceph.crush.CrushTextReader;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A host of 1,000 OSDs goes out: what becomes of 32,768 placement groups. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class WhatIfBench {

    private static final int HOSTS = 100;
    private static final int OSDS = 10; // a host

    /** Hosts below a rack; all hosts for none. */
    @Param({"10", "100"})
    public int hostsPerRack;

    private HostOut question = new HostOut(map(10, 1), map(10, 0), "host5");

    @Setup
    public void prepare() {
        question = new HostOut(map(hostsPerRack, 1), map(hostsPerRack, 0), "host5");
    }

    private static CrushMap map(int hostsPerRack, int weightOfHost5) {
        StringBuilder devices = new StringBuilder();
        StringBuilder hosts = new StringBuilder();
        StringBuilder racks = new StringBuilder();
        StringBuilder root = new StringBuilder("root default {\n id -1\n alg straw2\n hash 0\n");
        int rackWeight = 0;
        for (int host = 0; host < HOSTS; host++) {
            int weight = host == 5 ? weightOfHost5 : 1;
            hosts.append("host host").append(host).append(" {\n alg straw2\n hash 0\n");
            for (int i = 0; i < OSDS; i++) {
                int osd = host * OSDS + i;
                devices.append("device ").append(osd).append(" osd.").append(osd).append('\n');
                hosts.append(" item osd.").append(osd).append(weight(weight));
            }
            hosts.append("}\n");
            if (host % hostsPerRack == 0) {
                int rack = host / hostsPerRack;
                racks.append("rack rack").append(rack).append(" {\n alg straw2\n hash 0\n");
                rackWeight = 0;
            }
            racks.append(" item host").append(host).append(weight(weight * OSDS));
            rackWeight += weight * OSDS;
            if (host % hostsPerRack == hostsPerRack - 1) {
                racks.append("}\n");
                root.append(" item rack").append(host / hostsPerRack).append(weight(rackWeight));
            }
        }
        String text =
                "tunable choose_local_tries 0\ntunable choose_local_fallback_tries 0\n"
                        + "tunable choose_total_tries 50\ntunable chooseleaf_descend_once 1\n"
                        + "tunable chooseleaf_vary_r 1\ntunable chooseleaf_stable 1\n"
                        + devices
                        + "type 0 osd\ntype 1 host\ntype 2 rack\ntype 3 root\n"
                        + hosts
                        + racks
                        + root
                        + "}\nrule r {\n id 0\n type replicated\n min_size 1\n max_size 10\n"
                        + " step take default\n step chooseleaf firstn 0 type host\n"
                        + " step emit\n}\n";
        return CrushTextReader.read(text).map().orElseThrow();
    }

    private static String weight(int weight) {
        return String.format(Locale.ROOT, " weight %d.000\n", weight);
    }

    @Benchmark
    public Comparison hostWeighsNothing() {
        return question.byTree();
    }

    @Benchmark
    public Comparison hostIsOut() {
        return question.byReweight();
    }
}
