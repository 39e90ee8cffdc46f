package dev.vouch.system.fault.agent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;

/** The classes of a packaged service, without running it. */
public final class ServiceClasses {

    private ServiceClasses() {}

    /** @param home the source tree */
    public static URLClassLoader of(Path home, String service) throws IOException {
        try (var files = Files.walk(home.resolve(service).resolve("target/quarkus-app"))) {
            var jars = files.filter(file -> file.toString().endsWith(".jar"))
                    .map(ServiceClasses::url)
                    .toArray(URL[]::new);
            return new URLClassLoader(jars, ClassLoader.getPlatformClassLoader());
        }
    }

    private static URL url(Path file) {
        try {
            return file.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }
}
