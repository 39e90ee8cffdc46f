package dev.vouch.system.bench;

import dev.vouch.system.bench.PipelineBench.Round;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** The rounds of the pipeline under speaking names: of rates the median round's, of processor time the mean. */
record PipelineFigures(int events, List<Round> rounds) {

    Map<String, Object> all() {
        double discovery = median(rounds, round -> round.hops().discovery().perSecond());
        double scoring = median(rounds, round -> round.hops().scoring().perSecond());
        double both = eventsPerSecond(rounds);
        var baselines = baselines();
        var figures = new LinkedHashMap<String, Object>();
        figures.put("eventsPerRound", events);
        figures.put("rounds", rounds.size());
        figures.put("eventsPerSecond", Math.round(both));
        figures.put(
                "eventsPerSecondOfEachRound",
                rounds.stream()
                        .map(round -> Math.round(round.both().perSecond()))
                        .toList());
        figures.put("discoveryPerSecond", Math.round(discovery));
        figures.put("scoringPerSecond", Math.round(scoring));
        baselines.forEach((name, perSecond) -> figures.put(name + "PerSecond", Math.round(perSecond)));
        figures.put("cpuMicrosPerEvent", cpu());
        figures.putAll(ratios(both, baselines));
        figures.put("discoveryHop", ratios(discovery, baselines));
        figures.put("scoringHop", ratios(scoring, baselines));
        return figures;
    }

    static double eventsPerSecond(List<Round> rounds) {
        return median(rounds, round -> round.both().perSecond());
    }

    /** Events per second of each, by name. */
    private Map<String, Double> baselines() {
        var all = new LinkedHashMap<String, Double>();
        all.put("copy", median(rounds, round -> perSecond(round.copy())));
        all.put("bulkUpsert", median(rounds, round -> perSecond(round.upsert())));
        for (var tasks : rounds.get(0).sinkByTasks().keySet()) {
            all.put(
                    sinkName(tasks),
                    median(rounds, round -> perSecond(round.sinkByTasks().get(tasks))));
        }
        return all;
    }

    private static String sinkName(int tasks) {
        return tasks == 1 ? "sinkConnector" : "sinkConnector" + tasks + "Tasks";
    }

    private static Map<String, Object> ratios(double perSecond, Map<String, Double> baselines) {
        var ratios = new LinkedHashMap<String, Object>();
        baselines.forEach((name, limit) -> ratios.put(
                "ratioTo" + Character.toUpperCase(name.charAt(0)) + name.substring(1), hundredths(perSecond / limit)));
        return ratios;
    }

    private Map<String, Object> cpu() {
        var cpu = new LinkedHashMap<String, Object>();
        cpu.put("discoveryHop", perEvent(round -> round.hops().discovery().cpuMicros()));
        cpu.put("scoringHop", perEvent(round -> round.hops().scoring().cpuMicros()));
        cpu.put("both", perEvent(round -> round.both().cpuMicros()));
        cpu.put("copy", perEvent(round -> Map.of("baseline", round.copy().cpuMicros())));
        cpu.put(
                "bulkUpsert",
                perEvent(round -> Map.of("baseline", round.upsert().cpuMicros())));
        for (var tasks : rounds.get(0).sinkByTasks().keySet()) {
            cpu.put(
                    sinkName(tasks),
                    perEvent(round ->
                            Map.of("baseline", round.sinkByTasks().get(tasks).cpuMicros())));
        }
        return cpu;
    }

    private Map<String, Object> perEvent(Function<Round, Map<String, Long>> used) {
        var sums = new LinkedHashMap<String, Long>();
        rounds.forEach(round -> used.apply(round).forEach((name, micros) -> sums.merge(name, micros, Long::sum)));
        var figures = new LinkedHashMap<String, Object>();
        sums.forEach((name, micros) -> figures.put(name, Math.round(micros * 10.0 / events / rounds.size()) / 10.0));
        return figures;
    }

    private double perSecond(Baseline.Result result) {
        return events * 1e9 / result.nanos();
    }

    private static double median(List<Round> rounds, ToDoubleFunction<Round> figure) {
        var sorted = rounds.stream().mapToDouble(figure).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private static double hundredths(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
