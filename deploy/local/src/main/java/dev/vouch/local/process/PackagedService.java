package dev.vouch.local.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How a service that was built is begun. */
public final class PackagedService {

    private final String name;
    private final Path folder;

    /** @param home the folder of the source tree */
    public PackagedService(Path home, String name) {
        this.name = name;
        this.folder = home.resolve(name).resolve("target/quarkus-app").toAbsolutePath();
    }

    void requireBuilt() {
        var jar = folder.resolve("quarkus-run.jar");
        if (!Files.exists(jar)) {
            throw new CannotStart(name + " is not built: " + jar + " is missing. deploy/run builds it.");
        }
    }

    /**
     * The build leaves an archive of the classes that a start loads, which saves a quarter of its processor time. The JVM takes it
     * only where the class path is spelled as it was then, so the process begins in the jar's folder; what does not fit is passed
     * over.
     *
     * @param java the JVM and its options
     */
    public List<String> command(List<String> java) {
        var command = new ArrayList<>(List.of("sh", "-c", "cd \"$0\" && exec \"$@\"", folder.toString()));
        command.addAll(java);
        command.addAll(List.of("-XX:SharedArchiveFile=app-cds.jsa", "-jar", "quarkus-run.jar"));
        return command;
    }
}
