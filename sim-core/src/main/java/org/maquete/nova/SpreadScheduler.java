package org.maquete.nova;

import java.util.List;
import java.util.Optional;
import org.maquete.placement.ResourceProvider;

/**
 * Takes the host with most room: the sum of free CPU, memory and disk, each as a share of what the
 * roomiest host has, as Nova's three weighers do; the first of equals. No filters. To be replaced.
 */
final class SpreadScheduler implements Scheduler {

    @Override
    public Optional<String> choose(Flavor flavor, List<ResourceProvider> candidates) {
        double cpu = candidates.stream().mapToDouble(SpreadScheduler::cpu).max().orElse(0);
        double ram = candidates.stream().mapToDouble(SpreadScheduler::ram).max().orElse(0);
        double disk = candidates.stream().mapToDouble(SpreadScheduler::disk).max().orElse(0);
        Optional<String> best = Optional.empty();
        double most = -1;
        for (ResourceProvider each : candidates) {
            double weight = share(cpu(each), cpu) + share(ram(each), ram) + share(disk(each), disk);
            if (weight > most) {
                most = weight;
                best = Optional.of(each.name());
            }
        }
        return best;
    }

    private static double share(double value, double max) {
        return max <= 0 ? 0 : Math.max(value, 0) / max;
    }

    private static double cpu(ResourceProvider p) {
        return p.vcpus() * p.ratios().cpu() - p.vcpusUsed();
    }

    private static double ram(ResourceProvider p) {
        return p.ramMib() - p.ratios().reservedRamMib() - p.ramMibUsed();
    }

    private static double disk(ResourceProvider p) {
        return p.diskGib() - p.diskGibUsed();
    }
}
