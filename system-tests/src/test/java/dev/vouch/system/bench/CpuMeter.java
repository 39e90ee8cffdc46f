package dev.vouch.system.bench;

import dev.vouch.system.fault.site.Site;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Processor time of the named processes of an installation from the moment it is made, in microseconds. */
final class CpuMeter {

    private final Site site;
    private final Map<String, Long> before;

    CpuMeter(Site site, List<String> names) {
        this.site = site;
        before = now(names);
    }

    Map<String, Long> used() {
        var used = now(List.copyOf(before.keySet()));
        used.replaceAll((name, micros) -> micros - before.get(name));
        return used;
    }

    /** A store that is not ours is not seen. */
    private Map<String, Long> now(List<String> names) {
        var micros = new LinkedHashMap<String, Long>();
        for (var name : names) {
            if (site.unit(name) != null) {
                micros.put(name, ProcessFigures.cpuMicros(site.unit(name).pid()));
            }
        }
        return micros;
    }
}
