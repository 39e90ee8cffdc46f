package dev.vouch.system.bench;

import dev.vouch.system.fault.site.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Flight Recorder in processes while something is done, written to {@code <process>.jfr}. To begin with it throws away compiled
 * code, so what is measured has to be warmed up under it.
 */
final class Recording {

    private final Site site;
    private final List<String> services;
    private final Path folder;

    private Recording(Site site, List<String> services, Path folder) {
        this.site = site;
        this.services = services;
        this.folder = folder;
    }

    /** What may fail to reach a process. */
    interface Work {
        void run() throws IOException;
    }

    /** @param folder null to record nothing */
    static void during(Work work, Site site, List<String> services, Path folder) throws IOException {
        if (folder == null) {
            work.run();
            return;
        }
        var recording = new Recording(site, services, Files.createDirectories(folder.toAbsolutePath()));
        recording.start();
        work.run();
        recording.stop();
    }

    private void start() throws IOException {
        for (var service : services) {
            ask(service, "JFR.start", "name=bench", "settings=profile");
        }
    }

    private void stop() throws IOException {
        for (var service : services) {
            ask(service, "JFR.stop", "name=bench", "filename=" + folder.resolve(service + ".jfr"));
        }
    }

    private void ask(String service, String... what) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString());
        command.add(Long.toString(site.unit(service).pid()));
        command.addAll(List.of(what));
        try {
            var status = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectErrorStream(true)
                    .start()
                    .waitFor();
            if (status != 0) {
                throw new IOException(String.join(" ", command) + " failed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
