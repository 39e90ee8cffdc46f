package dev.vouch.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vouch.local.result.RunResult;
import dev.vouch.local.result.RunResult.Listed;
import dev.vouch.local.result.RunResult.Shortlisted;
import dev.vouch.system.fault.evidence.Mail;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The invented sample goes through the five steps, driven by played people over REST, Kafka and mail, and the outcome is
 * compared with what its generator knows to be true. Then a second run, and another brief.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FiveStepsIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private static Path folder;

    private static House house;
    private static RunResult first;
    private static JsonNode truth;

    @BeforeAll
    static void run() throws IOException {
        house = House.open(folder.resolve("data"));
        first = house.runSample(House.sampleBrief());
        truth = JSON.readTree(House.HOME.resolve("deploy/sample/truth.json").toFile());
    }

    @AfterAll
    static void stop() {
        house.close();
    }

    @Test
    @Order(1)
    void everybody_who_must_be_on_the_longlist_is_and_nobody_who_must_not() {
        var listed = first.longlist().stream().map(Listed::handle).collect(Collectors.toSet());

        assertThat(people("longlisted", "YES"))
                .isNotEmpty()
                .allSatisfy(person -> assertThat(listed).containsAnyElementsOf(namesOf(person)));
        assertThat(people("longlisted", "NO"))
                .isNotEmpty()
                .allSatisfy(person -> assertThat(listed).doesNotContainAnyElementsOf(namesOf(person)));
        assertThat(first.longlist())
                .allSatisfy(entry -> assertThat(entry.evidence()).isNotEmpty());
    }

    @Test
    @Order(1)
    void the_shortlist_holds_people_who_fit_each_with_reasons() {
        var shortlisted = first.shortlisted().stream().map(Shortlisted::handle).toList();

        assertThat(shortlisted).isNotEmpty();
        assertThat(people("shortlistable", "NO"))
                .isNotEmpty()
                .allSatisfy(person -> assertThat(shortlisted).doesNotContainAnyElementsOf(namesOf(person)));
        assertThat(first.shortlisted()).allSatisfy(each -> {
            assertThat(each.reasons()).isNotEmpty();
            assertThat(each.followers()).isBetween(1_000L, 100_000L);
        });
    }

    @Test
    @Order(1)
    void every_row_that_cannot_be_taken_in_is_refused_and_all_others_are_taken() {
        assertThat(first.imported().refused())
                .isEqualTo(truth.path("refusedRows").size());
        assertThat(first.imported().profiles()).isPositive();
        assertThat(first.imported().posts()).isPositive();
    }

    @Test
    @Order(1)
    void people_are_contacted_answer_are_assigned_inside_the_budget_and_measured() {
        assertThat(first.contacted()).isPositive();
        assertThat(first.replied()).isPositive();
        assertThat(first.assigned()).isPositive();
        assertThat(first.committedMinorUnits()).isPositive().isLessThanOrEqualTo(first.budgetMinorUnits());
        assertThat(first.kpis())
                .isNotEmpty()
                .allSatisfy(kpi -> assertThat(kpi.actual()).isNotNull());
    }

    @Test
    @Order(1)
    void each_person_got_one_mail_at_most() throws IOException {
        var recipients = Mail.in(house.smtpLog()).stream().map(Mail::recipient);

        assertThat(recipients).isNotEmpty().doesNotHaveDuplicates();
    }

    @Test
    @Order(2)
    void a_second_run_imports_nothing_twice_and_contacts_nobody_twice() throws IOException {
        var second = house.runSample(House.sampleBrief());

        assertThat(second.campaign()).isEqualTo(first.campaign());
        assertThat(second.imported().profiles() + second.imported().posts()).isZero();
        assertThat(second.contactedThisRun()).isZero();
        assertThat(second.contacted()).isEqualTo(first.contacted());
        assertThat(second.assigned()).isEqualTo(first.assigned());
        assertThat(second.committedMinorUnits()).isEqualTo(first.committedMinorUnits());
        assertThat(second.kpis()).isEqualTo(first.kpis());
    }

    @Test
    @Order(3)
    void another_brief_makes_another_campaign_and_leaves_those_in_peace_who_were_just_written_to() throws IOException {
        var brief = (ObjectNode) JSON.readTree(House.sampleBrief().toFile());
        brief.put("name", "Another campaign");
        var file = Files.writeString(folder.resolve("another.json"), brief.toString());

        var other = house.runSample(file);

        assertThat(other.campaign()).isNotEqualTo(first.campaign());
        assertThat(Mail.in(house.smtpLog()).stream().map(Mail::recipient)).doesNotHaveDuplicates();
    }

    private static List<JsonNode> people(String question, String answer) {
        var people = new ArrayList<JsonNode>();
        truth.path("people").forEach(person -> {
            if (person.path(question).asText().equals(answer)) {
                people.add(person);
            }
        });
        return people;
    }

    /** Who was renamed may be shown under either handle. */
    private static List<String> namesOf(JsonNode person) {
        return List.of(person.path("handle").asText(), person.path("nowCalled").asText());
    }
}
