package dev.vouch.system.fault.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/** What each service listens to, from its own settings. */
public final class Channels {

    public static final List<String> SERVICES = List.of("campaign", "discovery", "scoring", "outreach");

    private static final String INCOMING = "mp.messaging.incoming.";

    /** A channel of a service. */
    public record Channel(String name, String topic, String group) {

        public String deadLetters() {
            return topic + "." + group + ".dlt";
        }
    }

    private Channels() {}

    /** @param home the source tree */
    public static List<Channel> of(Path home) {
        return SERVICES.stream().flatMap(service -> of(home, service).stream()).toList();
    }

    public static List<Channel> of(Path home, String service) {
        var settings = settings(home, service);
        return settings.stringPropertyNames().stream()
                .filter(name -> name.startsWith(INCOMING) && name.endsWith(".topic"))
                .map(name -> name.substring(INCOMING.length(), name.length() - ".topic".length()))
                .sorted()
                .map(name -> new Channel(
                        name,
                        settings.getProperty(INCOMING + name + ".topic"),
                        settings.getProperty(INCOMING + name + ".group.id")))
                .toList();
    }

    public static Properties settings(Path home, String service) {
        var file = home.resolve(service + "-service").resolve("src/main/resources/application.properties");
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
        return properties;
    }
}
