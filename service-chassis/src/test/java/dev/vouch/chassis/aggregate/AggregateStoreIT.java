package dev.vouch.chassis.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vouch.chassis.Diary;
import dev.vouch.chassis.Machine;
import dev.vouch.chassis.aggregate.Command.Repeatable;
import dev.vouch.chassis.decision.Decision;
import dev.vouch.chassis.decision.Reason;
import dev.vouch.contract.campaign.CampaignCancelledV1;
import dev.vouch.contract.campaign.CampaignCompletedV1;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class AggregateStoreIT {

    private static final Command ANNA = new Command("anna", null, null, "because");

    private final AtomicInteger wakes = new AtomicInteger();
    private final Diary.Store diaries = new Diary.Store(Machine.get().stores(wakes::incrementAndGet));
    private final String id = Diary.newId();

    @Test
    void state_and_event_are_written_together_and_the_relay_is_woken() {
        create("first");

        var stored = document();
        assertThat(stored.getNumber("version").longValue()).isEqualTo(1);
        assertThat(stored.getArray("outbox")).hasSize(1);
        assertThat(stored.containsKey("outboxPending")).isTrue();
        assertThat(wakes).hasValue(1);
    }

    @Test
    void creating_twice_is_creating_once() {
        create("first");
        create("second");

        assertThat(diaries.get(id).state()).isEqualTo(Diary.of("first"));
        assertThat(document().getArray("outbox")).hasSize(1);
    }

    @Test
    void a_repeated_key_changes_nothing_and_a_key_with_another_body_is_refused() {
        create("first");

        write("second", repeatable("k1", "hash"));
        write("second", repeatable("k1", "hash"));

        assertThat(diaries.get(id)).isEqualTo(new Versioned<>(id, 2, Diary.of("first", "second")));
        assertThatThrownBy(() -> write("third", repeatable("k1", "other"))).isInstanceOf(IdempotencyConflict.class);
    }

    @Test
    void the_key_of_the_creation_is_never_forgotten() {
        diaries.create(id, repeatable("create", "hash"), () -> Decision.accepted(Diary.of("first")), announce());
        for (int i = 0; i < 25; i++) {
            diaries.change(
                    id,
                    repeatable("k" + i, "hash"),
                    diary -> Decision.accepted(diary.and("more")),
                    Announcement.none());
        }

        assertThatThrownBy(() -> diaries.create(
                        id, repeatable("create", "other"), () -> Decision.accepted(Diary.of("x")), announce()))
                .isInstanceOf(IdempotencyConflict.class);
    }

    @Test
    void a_stale_version_is_refused() {
        create("first");
        write("second", ANNA);

        assertThatThrownBy(() -> write("third", new Command("ben", 1L, null, null)))
                .isInstanceOf(StaleVersion.class);
        write("third", new Command("ben", 2L, null, null));
        assertThat(diaries.get(id).version()).isEqualTo(3);
    }

    @Test
    void what_is_not_there_cannot_be_changed() {
        assertThatThrownBy(() -> write("line", ANNA)).isInstanceOf(NotFound.class);
    }

    @Test
    void a_refusal_writes_nothing_and_keeps_its_reasons() {
        create("first");

        var decision =
                diaries.change(id, ANNA, diary -> Decision.refused(Reason.of("diary.full")), Announcement.none());

        assertThat(decision).isEqualTo(Decision.refused(Reason.of("diary.full")));
        assertThat(diaries.get(id).version()).isEqualTo(1);
    }

    @Test
    void writers_who_meet_decide_again_and_none_is_lost() throws Exception {
        diaries.create(id, ANNA, () -> Decision.accepted(Diary.of()), Announcement.none());
        var writers = Executors.newFixedThreadPool(4);
        var tasks = new ArrayList<Callable<Decision<Versioned<Diary>>>>();
        for (int i = 0; i < 100; i++) {
            var line = "line " + i;
            tasks.add(() -> diaries.change(id, ANNA, diary -> Decision.accepted(diary.and(line)), Announcement.none()));
        }

        for (var each : writers.invokeAll(tasks)) {
            each.get();
        }
        writers.shutdown();

        assertThat(diaries.get(id).state().lines()).hasSize(100).doesNotHaveDuplicates();
        assertThat(diaries.get(id).version()).isEqualTo(101);
    }

    @Test
    void an_outbox_that_nobody_empties_is_full_at_fifty() {
        create("first");
        for (int i = 1; i < AggregateStore.MAX_OUTBOX; i++) {
            write("line", ANNA);
        }

        assertThatThrownBy(() -> write("one too many", ANNA)).isInstanceOf(OutboxFull.class);
    }

    @Test
    void an_event_that_no_broker_would_take_is_refused_before_the_write() {
        create("first");

        assertThatThrownBy(() -> diaries.change(
                        id,
                        ANNA,
                        diary -> Decision.accepted(diary.and("x")),
                        Announcement.event(diary -> new Huge("x".repeat(300_000)))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(diaries.get(id).version()).isEqualTo(1);
    }

    @Test
    void who_changed_what_when_and_why_is_kept_for_the_last_fifty_changes() {
        diaries.create(id, ANNA, () -> Decision.accepted(Diary.of()), Announcement.none());
        for (int i = 0; i < 60; i++) {
            diaries.change(id, ANNA, diary -> Decision.accepted(diary.and("x")), Announcement.none());
        }

        var history = diaries.history(id);
        assertThat(history).hasSize(50);
        assertThat(history.get(49)).containsEntry("actor", "anna").containsEntry("reason", "because");
    }

    private record Huge(String text) implements dev.vouch.contract.Event {}

    private void create(String line) {
        diaries.create(id, ANNA, () -> Decision.accepted(Diary.of(line)), announce());
    }

    private void write(String line, Command command) {
        diaries.change(id, command, diary -> Decision.accepted(diary.and(line)), announce());
    }

    private Announcement<Diary> announce() {
        return (before, after) -> before == null
                ? List.of(new CampaignCompletedV1(id, Machine.NOW))
                : List.of(new CampaignCancelledV1(id, Machine.NOW, null));
    }

    private static Command repeatable(String key, String bodyHash) {
        return new Command("anna", null, new Repeatable(key, bodyHash), null);
    }

    private org.bson.BsonDocument document() {
        return java.util.Objects.requireNonNull(
                diaries.collection().find(new Document("_id", id)).first());
    }
}
