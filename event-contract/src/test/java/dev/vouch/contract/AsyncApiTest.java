package dev.vouch.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.apicurio.datamodels.Library;
import io.apicurio.datamodels.models.Document;
import io.apicurio.datamodels.models.ModelType;
import io.apicurio.datamodels.refs.IReferenceResolver;
import io.apicurio.datamodels.refs.ResolvedReference;
import io.apicurio.datamodels.validation.ValidationProblem;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class AsyncApiTest {

    static final List<String> SERVICES = ContractFiles.SERVICES;

    private static final int DEAD_LETTER_ROOM = 64 * 1024;
    private static final Set<Topic> WIDE = Set.of(Topics.INFLUENCER, Topics.SCORE);

    private static final Pattern OTHER_MESSAGE =
            Pattern.compile("(\\w+)\\.asyncapi\\.yaml#/components/messages/(\\w+)");

    /** The validator itself knows only the document that it reads. */
    private static final IReferenceResolver OTHER_FILES = (reference, from) -> {
        var message = OTHER_MESSAGE.matcher(reference);
        return message.matches()
                ? ResolvedReference.fromNode(Library.resolveNodePath(
                        Library.parseNodePath("/components/messages[" + message.group(2) + "]"),
                        document(message.group(1))))
                : null;
    };

    @BeforeAll
    static void readOtherFiles() {
        Library.addReferenceResolver(OTHER_FILES);
    }

    @AfterAll
    static void readOtherFilesNoMore() {
        Library.removeReferenceResolver(OTHER_FILES);
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void each_document_is_valid_asyncapi(String service) {
        var document = document(service);

        assertThat(document.root().modelType()).isEqualTo(ModelType.ASYNCAPI30);
        assertThat(Library.validate(document, null))
                .extracting(AsyncApiTest::inWords)
                .isEmpty();
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void each_reference_leads_somewhere(String service) {
        var document = ContractFiles.asyncApi(service);
        var references = document.findValuesAsText("$ref");

        assertThat(references).isNotEmpty().allSatisfy(reference -> {
            var parts = reference.split("#", 2);
            var target = parts[0].isEmpty() ? document : ContractFiles.yaml(ContractFiles.ROOT.resolve(parts[0]));
            assertThat(target.at(parts.length == 1 ? "" : parts[1]).isMissingNode())
                    .isFalse();
        });
    }

    @Test
    void each_topic_is_set_up_by_its_own_service_and_by_no_other() {
        var setUp = new ArrayList<String>();
        for (var service : SERVICES) {
            for (var channel : ContractFiles.asyncApi(service).path("channels")) {
                if (channel.has("bindings") && !isDeadLetter(channel)) {
                    setUp.add(service + " " + address(channel));
                }
            }
        }

        assertThat(setUp)
                .containsExactlyInAnyOrderElementsOf(topics().stream()
                        .map(topic -> topic.service() + " " + topic.name())
                        .toList());
    }

    @Test
    void topics_of_the_table_and_constants_are_the_same() throws Exception {
        var constants = new ArrayList<Topic>();
        for (var field : Topics.class.getFields()) {
            assertThat(Modifier.isStatic(field.getModifiers())).isTrue();
            constants.add((Topic) field.get(null));
        }

        assertThat(constants).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(topics());
    }

    @Test
    void each_channel_carries_exactly_the_events_of_its_topic() {
        for (var service : SERVICES) {
            for (var channel : ContractFiles.asyncApi(service).path("channels")) {
                if (!isDeadLetter(channel)) {
                    var messages = channel.path("messages").fieldNames();
                    assertThat(messages)
                            .toIterable()
                            .as("%s: %s", service, address(channel))
                            .containsExactlyElementsOf(EventTypes.all().stream()
                                    .filter(type -> type.topic().name().equals(address(channel)))
                                    .map(type -> type.record().getSimpleName())
                                    .toList());
                }
            }
        }
    }

    @Test
    void each_event_is_described_once_by_the_service_of_its_topic() {
        for (var type : EventTypes.all()) {
            var message = ContractFiles.asyncApi(type.topic().service())
                    .path("components")
                    .path("messages")
                    .path(type.record().getSimpleName());

            assertThat(message.path("name").asText()).isEqualTo(type.type());
            assertThat(message.path("title").asText()).isEqualTo(type.name());
            assertThat(message.path("summary").asText())
                    .isEqualTo(ContractFiles.json(ContractFiles.schemaFile(type))
                            .path("description")
                            .asText());
            assertThat(ContractFiles.ROOT.resolve(
                            message.at("/payload/schema/$ref").asText()))
                    .isEqualTo(ContractFiles.schemaFile(type));
            assertThat(message.at("/bindings/kafka/key/description").asText()).isNotBlank();
        }
        for (var service : SERVICES) {
            var events = EventTypes.all().stream()
                    .filter(type -> type.topic().service().equals(service))
                    .count();
            assertThat(ContractFiles.asyncApi(service).at("/components/messages"))
                    .as("%s: its events and the dead letter", service)
                    .hasSize((int) events + 1);
        }
    }

    @Test
    void partitions_and_retention_follow_the_rules() {
        for (var topic : topics()) {
            var kafka = kafka(topic);
            var submissions = topic.kind() == Topic.Kind.OBSERVATIONS;

            assertThat(kafka.path("partitions").asInt())
                    .as(topic.name())
                    .isEqualTo(submissions || WIDE.contains(topic) ? 12 : 6);
            assertThat(kafka.path("replicas").asInt(1)).as(topic.name()).isEqualTo(1);
            assertThat(retention(kafka))
                    .as(topic.name())
                    .isEqualTo(submissions ? Duration.ofDays(7).toMillis() : -1);
            assertThat(kafka.at("/topicConfiguration/cleanup.policy"))
                    .extracting(JsonNode::asText)
                    .containsExactly("delete");
        }
    }

    @Test
    void the_broker_dates_every_record() {
        for (var service : SERVICES) {
            for (var channel : ContractFiles.asyncApi(service).path("channels")) {
                var kafka = channel.path("bindings").path("kafka");
                if (kafka.has("partitions")) {
                    assertThat(kafka.at("/topicConfiguration/message.timestamp.type")
                                    .asText())
                            .as(channel.path("address").asText())
                            .isEqualTo("LogAppendTime");
                }
            }
        }
    }

    @Test
    void each_consumer_group_has_a_dead_letter_topic_with_room_and_time() {
        var wanted = new TreeSet<String>();
        var found = new HashMap<String, JsonNode>();
        for (var service : SERVICES) {
            var document = ContractFiles.asyncApi(service);
            for (var operation : document.path("operations")) {
                if (operation.path("action").asText().equals("receive")) {
                    var groups = operation.at("/bindings/kafka/groupId/enum");
                    assertThat(groups).as("%s", operation).hasSize(1);
                    assertThat(groups.get(0).asText()).startsWith(service + ".");
                    wanted.add(address(channel(document, operation)) + "."
                            + groups.get(0).asText() + ".dlt");
                }
            }
            document.path("channels").forEach(channel -> {
                if (isDeadLetter(channel)) {
                    found.put(address(channel), channel.at("/bindings/kafka"));
                }
            });
        }

        assertThat(found.keySet()).containsExactlyInAnyOrderElementsOf(wanted);
        found.forEach((name, kafka) -> {
            var source = topics().stream()
                    .filter(topic -> name.startsWith(topic.name() + "."))
                    .findFirst()
                    .orElseThrow();
            var days = source.kind() == Topic.Kind.OBSERVATIONS ? 7 : 30;
            assertThat(kafka.path("partitions").asInt()).as(name).isEqualTo(6);
            assertThat(retention(kafka))
                    .as(name)
                    .isEqualTo(Duration.ofDays(days).toMillis());
            assertThat(largestMessage(kafka)).as(name).isEqualTo(largestMessage(kafka(source)) + DEAD_LETTER_ROOM);
        });
    }

    @Test
    void each_channel_is_sent_to_or_received_from_and_each_fact_has_one_sender() {
        var senders = new HashMap<String, List<String>>();
        for (var service : SERVICES) {
            var document = ContractFiles.asyncApi(service);
            var used = new TreeSet<String>();
            for (var operation : document.path("operations")) {
                var address = address(channel(document, operation));
                used.add(address);
                if (operation.path("action").asText().equals("send")) {
                    senders.computeIfAbsent(address, any -> new ArrayList<>()).add(service);
                }
            }
            assertThat(document.path("channels"))
                    .extracting(AsyncApiTest::address)
                    .containsExactlyInAnyOrderElementsOf(used);
        }
        for (var topic : topics()) {
            if (topic.kind() != Topic.Kind.OBSERVATIONS) {
                assertThat(senders.get(topic.name())).as(topic.name()).containsExactly(topic.service());
            }
        }
    }

    @Test
    void a_dead_letter_topic_is_named_after_source_and_group() {
        assertThat(Topics.INFLUENCER.deadLetter("scoring.scorecard"))
                .isEqualTo("vouch.discovery.influencer.scoring.scorecard.dlt");
    }

    private static Document document(String service) {
        return Library.readDocumentFromJSONString(
                ContractFiles.asyncApi(service).toString());
    }

    private static List<Topic> topics() {
        return EventTypes.all().stream().map(EventType::topic).distinct().toList();
    }

    private static JsonNode kafka(Topic topic) {
        Map<String, JsonNode> byAddress = new HashMap<>();
        ContractFiles.asyncApi(topic.service())
                .path("channels")
                .forEach(channel -> byAddress.put(address(channel), channel.at("/bindings/kafka")));
        return byAddress.get(topic.name());
    }

    private static JsonNode channel(JsonNode document, JsonNode operation) {
        return document.at(operation.at("/channel/$ref").asText().substring(1));
    }

    private static String address(JsonNode channel) {
        return channel.path("address").asText();
    }

    private static boolean isDeadLetter(JsonNode channel) {
        return address(channel).endsWith(".dlt");
    }

    private static long retention(JsonNode kafka) {
        return kafka.at("/topicConfiguration/retention.ms").asLong();
    }

    private static long largestMessage(JsonNode kafka) {
        return kafka.at("/topicConfiguration/max.message.bytes").asLong();
    }

    private static String inWords(ValidationProblem problem) {
        return problem.nodePath + " " + problem.property + ": " + problem.message;
    }
}
