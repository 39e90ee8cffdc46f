package dev.vouch.discovery.profile.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.discovery.profile.domain.IdentityLedger.Names;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IdentityLedgerTest {

    private static final Instant DAY = Instant.parse("2026-05-01T00:00:00Z");

    private final IdentityLedger ledger = new IdentityLedger(List.of(), key -> "id of " + key);

    @Test
    void the_first_identity_seen_makes_the_id_and_later_ones_lead_to_it() {
        var first = ledger.resolve(names(null, "anna", null, 1));

        assertThat(ledger.resolve(names("4711", "Anna", null, 2))).isEqualTo(first);
        assertThat(ledger.resolve(names("4711", "anna.backt", null, 3))).isEqualTo(first);
        assertThat(ledger.resolve(names(null, "anna.backt", null, 4))).isEqualTo(first);
    }

    @Test
    void a_former_handle_leads_a_renamed_account_to_its_document() {
        var listed = ledger.resolve(names(null, "anna", null, 1));

        assertThat(ledger.resolve(names("4711", "anna.backt", "anna", 1))).isEqualTo(listed);
    }

    @Test
    void a_handle_moves_to_the_account_that_was_seen_with_it_last() {
        var anna = ledger.resolve(names("1", "backstube", null, 1));
        var bea = ledger.resolve(names("2", "backstube", null, 2));

        assertThat(bea).isNotEqualTo(anna);
        assertThat(ledger.resolve(names(null, "backstube", null, 3))).isEqualTo(bea);
        assertThat(ledger.resolve(names("1", null, null, 3))).isEqualTo(anna);
    }

    @Test
    void an_older_claim_does_not_take_a_handle_back() {
        ledger.resolve(names("1", "backstube", null, 5));
        ledger.resolve(names("2", "backstube", null, 2));

        assertThat(ledger.resolve(names(null, "backstube", null, 6)))
                .isEqualTo(ledger.resolve(names("1", null, null, 6)));
    }

    @Test
    void the_same_handle_on_two_platforms_is_two_influencers() {
        var other = new Names(null, Identity.handle("tiktok", "anna"), null, DAY);

        assertThat(ledger.resolve(other)).isNotEqualTo(ledger.resolve(names(null, "anna", null, 1)));
    }

    private static Names names(@Nullable String account, @Nullable String handle, @Nullable String former, int day) {
        return new Names(
                account == null ? null : Identity.account("instagram", account),
                handle == null ? null : Identity.handle("instagram", handle),
                former == null ? null : Identity.handle("instagram", former),
                DAY.plusSeconds(86_400L * day));
    }
}
