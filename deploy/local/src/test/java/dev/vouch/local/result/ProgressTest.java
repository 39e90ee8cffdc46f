package dev.vouch.local.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final AtomicLong now = new AtomicLong();
    private final Progress progress = new Progress(new PrintStream(bytes, true, StandardCharsets.UTF_8), now::get);

    @Test
    void counts_are_said_at_most_once_a_second() {
        progress.count("profiles", 500, 2_000L);
        progress.count("profiles", 1_000, 2_000L);
        now.addAndGet(1_500_000_000L);
        progress.count("profiles", 1_500, 2_000L);

        assertThat(said()).contains("500 of 2,000", "1,500 of 2,000").doesNotContain("1,000 of");
    }

    @Test
    void a_count_that_does_not_move_is_said_once() {
        progress.count("profiles", 500, null);
        now.addAndGet(5_000_000_000L);
        progress.count("profiles", 500, null);

        assertThat(said().lines()).hasSize(1);
    }

    @Test
    void a_played_person_is_marked_as_played() {
        now.addAndGet(2_000_000_000L);

        progress.played("approver", "releases the shortlist");

        assertThat(said()).isEqualTo("    2.0 s  (approver, played) releases the shortlist" + System.lineSeparator());
    }

    private String said() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
