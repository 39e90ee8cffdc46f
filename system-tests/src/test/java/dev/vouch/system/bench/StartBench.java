package dev.vouch.system.bench;

import dev.vouch.system.fault.site.Site;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Each service started alone, with broker and store running: until it answers that it is ready. */
final class StartBench {

    private static final int STARTS = 10;

    private StartBench() {}

    static Map<String, Object> measure(Site site, Options options) {
        int starts = options.rounds() == 0 ? STARTS : options.rounds();
        Site.SERVICES.forEach(name -> site.unit(name).stop());
        var figures = new LinkedHashMap<String, Object>();
        for (var name : Site.SERVICES) {
            var unit = site.unit(name);
            var millis = new long[starts];
            var mebibytes = new long[starts];
            for (int n = 0; n < starts; n++) {
                var begun = System.nanoTime();
                unit.restart();
                millis[n] = (System.nanoTime() - begun) / 1_000_000;
                mebibytes[n] = ProcessFigures.residentMebibytes(unit.pid());
                unit.stop();
            }
            Arrays.sort(millis);
            Arrays.sort(mebibytes);
            figures.put(
                    name,
                    Map.of(
                            "readyMillisMedian",
                            millis[starts / 2],
                            "readyMillisWorst",
                            millis[starts - 1],
                            "residentMebibytesMedian",
                            mebibytes[starts / 2]));
        }
        return figures;
    }
}
