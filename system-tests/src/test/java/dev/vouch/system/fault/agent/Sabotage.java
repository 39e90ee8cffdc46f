package dev.vouch.system.fault.agent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import net.bytebuddy.ByteBuddy;

/** The test's side of the agent: packs it, and says where a process shall end or which rule it shall break. */
public final class Sabotage {

    private final Path folder;
    private final Path jar;
    private final Path points;

    /** @param folder for the jar and what the agents are told */
    public Sabotage(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder.toAbsolutePath());
        this.jar = folder.resolve("fault-agent.jar").toAbsolutePath();
        this.points = folder.resolve("points").toAbsolutePath();
        Files.write(
                points,
                CrashPoint.all().stream()
                        .filter(CrashPoint::applies)
                        .flatMap(point -> point.after().isEmpty()
                                ? List.of(point.method()).stream()
                                : List.of(point.method(), point.after().split(" ")[0]).stream())
                        .distinct()
                        .toList());
        pack();
    }

    /** What the JVM of the process of that name must be told, so that it listens. */
    public String jvmOption(String process) {
        try {
            Files.createDirectories(folder.resolve(process));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "-javaagent:" + jar + "=" + folder.resolve(process) + "|" + points;
    }

    /** The process ends when it next comes there. */
    public void arm(String process, CrashPoint point) throws IOException {
        Files.deleteIfExists(folder.resolve(process).resolve(FaultAgent.HIT));
        write(process, FaultAgent.ARMED, point.order());
    }

    /** The process stands still when it next comes there. */
    public void armPause(String process, CrashPoint point) throws IOException {
        Files.deleteIfExists(folder.resolve(process).resolve(FaultAgent.HIT));
        write(process, FaultAgent.ARMED, FaultAgent.PAUSE + point.order());
    }

    public void disarm(String process) throws IOException {
        Files.deleteIfExists(folder.resolve(process).resolve(FaultAgent.ARMED));
    }

    /** Whether it ended, or stood still, where it was told to. */
    public boolean wasHit(String process, CrashPoint point) throws IOException {
        var hit = folder.resolve(process).resolve(FaultAgent.HIT);
        return Files.exists(hit) && Files.readString(hit).equals(point.method() + " " + point.phase());
    }

    /** @param rules none to obey again */
    public void breakRules(String process, String... rules) throws IOException {
        write(process, FaultAgent.MUTATIONS, String.join("\n", rules));
    }

    /**
     * Puts the process's clock ahead of everybody else's. Takes hold if it was said before the start, and may be changed
     * then. Of tokens the library reads the machine's clock past this.
     */
    public void skew(String process, Duration ahead) throws IOException {
        Files.createDirectories(folder.resolve(process));
        write(process, FaultAgent.SKEW, Long.toString(ahead.toMillis()));
    }

    private void write(String process, String name, String text) throws IOException {
        var target = folder.resolve(process).resolve(name);
        var unfinished = Files.writeString(folder.resolve(process).resolve(name + ".unfinished"), text);
        Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
    }

    private void pack() throws IOException {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Premain-Class", FaultAgent.class.getName());
        manifest.getMainAttributes().putValue("Can-Retransform-Classes", "true");
        manifest.getMainAttributes()
                .put(
                        Attributes.Name.CLASS_PATH,
                        placeOf(ByteBuddy.class).toUri().toString());
        var classes = placeOf(FaultAgent.class);
        var own = classes.resolve(FaultAgent.class.getPackageName().replace('.', '/'));
        try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                var files = Files.list(own)) {
            for (var file : files.toList()) {
                out.putNextEntry(new JarEntry(classes.relativize(file).toString()));
                Files.copy(file, out);
                out.closeEntry();
            }
        }
    }

    private static Path placeOf(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
