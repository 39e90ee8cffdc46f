package dev.vouch.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.vouch.system.fault.evidence.Channels;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the services listen to is what the AsyncAPI documents declare, dead letter topics included. */
class ChannelsTest {

    @ParameterizedTest
    @ValueSource(strings = {"campaign", "discovery", "scoring", "outreach"})
    void every_channel_has_a_declared_topic_and_a_declared_dead_letter_topic(String service) {
        var declared = declaredTopics();

        var channels = Channels.of(House.HOME, service);

        assertThat(channels).isNotEmpty().allSatisfy(channel -> {
            assertThat(declared).contains(channel.topic());
            assertThat(declared).contains(channel.deadLetters());
            assertThat(channel.group()).startsWith(service + ".");
        });
    }

    @Test
    void no_two_channels_share_a_consumer_group() {
        var groups = new ArrayList<String>();
        for (var service : Channels.SERVICES) {
            Channels.of(House.HOME, service).forEach(channel -> groups.add(channel.group()));
        }

        assertThat(groups).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"campaign", "discovery", "scoring", "outreach"})
    void nobody_but_the_chassis_sends_or_handles_failures_otherwise(String service) {
        assertThat(Channels.settings(House.HOME, service).stringPropertyNames())
                .noneMatch(name -> name.startsWith("mp.messaging.outgoing."))
                .noneMatch(name -> name.endsWith(".failure-strategy"));
    }

    private static Set<String> declaredTopics() {
        var topics = new TreeSet<String>();
        for (var service : Channels.SERVICES) {
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
