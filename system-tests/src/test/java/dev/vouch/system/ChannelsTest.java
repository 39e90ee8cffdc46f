package dev.vouch.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the services listen to is what the AsyncAPI documents declare, dead letter topics included. */
class ChannelsTest {

    private static final String INCOMING = "mp.messaging.incoming.";

    private record Channel(String name, String topic, String group) {}

    @ParameterizedTest
    @ValueSource(strings = {"campaign", "discovery", "scoring", "outreach"})
    void every_channel_has_a_declared_topic_and_a_declared_dead_letter_topic(String service) {
        var declared = declaredTopics();

        var channels = channelsOf(service);

        assertThat(channels).isNotEmpty().allSatisfy(channel -> {
            assertThat(declared).contains(channel.topic());
            assertThat(declared).contains(channel.topic() + "." + channel.group() + ".dlt");
            assertThat(channel.group()).startsWith(service + ".");
        });
    }

    @Test
    void no_two_channels_share_a_consumer_group() {
        var groups = new ArrayList<String>();
        for (var service : List.of("campaign", "discovery", "scoring", "outreach")) {
            channelsOf(service).forEach(channel -> groups.add(channel.group()));
        }

        assertThat(groups).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"campaign", "discovery", "scoring", "outreach"})
    void nobody_but_the_chassis_sends_or_handles_failures_otherwise(String service) {
        assertThat(settingsOf(service).stringPropertyNames())
                .noneMatch(name -> name.startsWith("mp.messaging.outgoing."))
                .noneMatch(name -> name.endsWith(".failure-strategy"));
    }

    private static List<Channel> channelsOf(String service) {
        var settings = settingsOf(service);
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

    private static Properties settingsOf(String service) {
        var file = Path.of("..", service + "-service", "src/main/resources/application.properties");
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
        return properties;
    }

    private static Set<String> declaredTopics() {
        var topics = new TreeSet<String>();
        for (var service : List.of("campaign", "discovery", "scoring", "outreach")) {
            document(service)
                    .get("channels")
                    .forEach(channel -> topics.add(channel.path("address").asText()));
        }
        return topics;
    }

    private static JsonNode document(String service) {
        try (InputStream document =
                ChannelsTest.class.getClassLoader().getResourceAsStream("vouch/" + service + ".asyncapi.yaml")) {
            return new YAMLMapper().readTree(document);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
