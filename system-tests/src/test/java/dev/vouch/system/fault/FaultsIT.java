package dev.vouch.system.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.system.fault.site.Store;
import dev.vouch.system.fault.trial.Mutations;
import dev.vouch.system.fault.trial.Trial;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Several kinds of harm, a small share of each, on one installation; {@code deploy/faults} does all kinds and more of each. In the
 * end the product is broken on purpose, to see that this would be noticed.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FaultsIT {

    private static final Trial.Size SMALL = new Trial.Size(Trial.anySeed(), 30, 20_000, 2);

    @TempDir
    private static Path folder;

    private static Trial trial;

    @BeforeAll
    static void start() throws IOException {
        System.out.println("seed " + SMALL.seed());
        trial = new Trial(
                Path.of("..").toAbsolutePath().normalize(), folder, Store.embedded(), SMALL, System.out::println);
    }

    @AfterAll
    static void stop() {
        trial.close();
    }

    /** What fits into a build; {@code -Dvouch.faults=FT-01,FT-02} chooses others. */
    static List<String> tests() {
        return List.of(System.getProperty("vouch.faults", "FT-24,FT-23,FT-02,FT-10,FT-13,FT-04,FT-06,FT-01")
                .split(","));
    }

    @Order(1)
    @ParameterizedTest
    @MethodSource("tests")
    void whatever_happens_the_invariants_hold(String id) throws IOException {
        var faults = new Faults();

        faults.run(trial, List.of(id));

        assertThat(faults.tests().get(id).detail()).isEmpty();
        assertThat(faults.passed()).isTrue();
    }

    @Test
    @Order(2)
    void a_sender_that_ignores_the_guards_is_caught() throws Exception {
        assertThat(Mutations.guardIgnored(trial))
                .anySatisfy(broken -> assertThat(broken.id()).isEqualTo("I4"));
    }

    @Test
    @Order(3)
    void a_projection_that_does_not_say_its_last_event_again_is_caught() throws Exception {
        assertThat(Mutations.lastOutNotRepeated(trial)).anySatisfy(broken -> {
            assertThat(broken.id()).isEqualTo("I2");
            assertThat(broken.detail()).contains("vouch.discovery.influencer");
        });
    }

    @Test
    @Order(4)
    void a_relay_that_empties_an_outbox_unpublished_is_caught() throws Exception {
        assertThat(Mutations.outboxSkipped(trial)).anySatisfy(broken -> {
            assertThat(broken.id()).isEqualTo("I2");
            assertThat(broken.detail()).contains("vouch.campaign.campaign");
        });
    }
}
