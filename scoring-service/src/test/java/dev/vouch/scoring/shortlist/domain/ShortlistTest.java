package dev.vouch.scoring.shortlist.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.chassis.decision.Decision;
import dev.vouch.chassis.decision.Reason;
import dev.vouch.scoring.shortlist.domain.Shortlist.PersonDecision;
import dev.vouch.scoring.shortlist.domain.Shortlist.PersonDecision.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShortlistTest {

    private static final Instant NOW = Instant.parse("2026-05-15T00:00:00Z");
    private static final Limits LIMITS = new Limits(30_000, 3, 400, 50);
    private static final List<Option> OPTIONS = List.of(
            option("best", 900, 10_000),
            option("good", 800, 10_000),
            option("fair", 700, 10_000),
            option("next", 600, 10_000),
            option("weak", 300, 10_000),
            option("dear", 850, 20_000),
            new Option(
                    "shop",
                    800,
                    500,
                    0.5,
                    5_000,
                    "de",
                    "Backen",
                    List.of(Reason.of("account-kind.not-wanted")),
                    List.of()));

    @Test
    void a_proposal_keeps_budget_and_size_ranks_by_score_and_says_why_others_are_out() {
        // when
        var proposal = proposed().proposal();

        // then
        assertThat(proposal.entries()).extracting(Proposal.Entry::influencerId).containsExactly("best", "good", "fair");
        assertThat(proposal.entries()).extracting(Proposal.Entry::rank).containsExactly(1, 2, 3);
        assertThat(proposal.feesMinorUnits()).isEqualTo(30_000);
        assertThat(proposal.runnersUp())
                .extracting(Proposal.Entry::influencerId)
                .containsExactly("next");
        assertThat(reasonsOf(proposal, "weak")).containsExactly("shortlist.score-too-low");
        assertThat(reasonsOf(proposal, "dear")).containsExactly("shortlist.too-expensive");
        assertThat(reasonsOf(proposal, "shop")).containsExactly("account-kind.not-wanted");
    }

    @Test
    void whom_a_person_excludes_is_out_and_the_next_moves_up() {
        // when
        var shortlist = accepted(proposed().decide(decision("good", Kind.EXCLUDE), OPTIONS));

        // then
        assertThat(names(shortlist)).containsExactly("best", "fair", "next");
        assertThat(reasonsOf(shortlist.proposal(), "good")).containsExactly("shortlist.excluded-by-person");
        assertThat(shortlist.revision()).isEqualTo(2);
    }

    @Test
    void whom_a_person_pins_is_in_whatever_the_rules_say() {
        // when
        var shortlist = accepted(proposed().decide(decision("shop", Kind.PIN), OPTIONS));

        // then
        assertThat(names(shortlist)).contains("shop");
        assertThat(shortlist.proposal().feesMinorUnits()).isLessThanOrEqualTo(30_000);
        assertThat(shortlist.proposal().entries())
                .filteredOn(Proposal.Entry::pinned)
                .extracting(Proposal.Entry::influencerId)
                .containsExactly("shop");
    }

    @Test
    void a_decision_taken_back_is_as_if_it_had_not_been() {
        // given
        var excluded = accepted(proposed().decide(decision("good", Kind.EXCLUDE), OPTIONS));

        // when
        var undone = accepted(excluded.decide(decision("good", Kind.UNDO), OPTIONS));

        // then
        assertThat(undone.proposal()).isEqualTo(proposed().proposal());
        assertThat(undone.decisions()).isEmpty();
    }

    @Test
    void nobody_can_pin_strangers_or_more_than_the_budget_holds() {
        // given
        var pinned = proposed();
        for (var id : List.of("dear", "best")) {
            pinned = accepted(pinned.decide(decision(id, Kind.PIN), OPTIONS));
        }

        // then
        assertThat(refused(pinned.decide(decision("good", Kind.PIN), OPTIONS)))
                .containsExactly("shortlist.pins-over-budget");
        assertThat(refused(pinned.decide(decision("stranger", Kind.PIN), OPTIONS)))
                .containsExactly("shortlist.not-a-candidate");
        assertThat(refused(pinned.decide(decision("good", Kind.UNDO), OPTIONS)))
                .containsExactly("shortlist.nothing-to-undo");
    }

    @Test
    void an_approved_list_can_be_reopened_but_not_approved_twice() {
        // given
        var approved = accepted(proposed().approve("ada", NOW));

        // then
        assertThat(approved.approvedBy()).isEqualTo("ada");
        assertThat(refused(approved.approve("ada", NOW))).containsExactly("shortlist.already-approved");
        var reopened = accepted(approved.decide(decision("good", Kind.EXCLUDE), OPTIONS));
        assertThat(reopened.state()).isEqualTo(Shortlist.State.PROPOSED);
        assertThat(reopened.revision()).isGreaterThan(approved.revision());
    }

    @Test
    void an_empty_list_cannot_be_approved() {
        assertThat(refused(Shortlist.first("c", 1, "EUR", LIMITS, List.of()).approve("ada", NOW)))
                .containsExactly("shortlist.empty");
    }

    private static Shortlist proposed() {
        return Shortlist.first("c", 1, "EUR", LIMITS, OPTIONS);
    }

    private static List<String> names(Shortlist shortlist) {
        return shortlist.proposal().entries().stream()
                .map(Proposal.Entry::influencerId)
                .toList();
    }

    private static List<String> reasonsOf(Proposal proposal, String influencerId) {
        var codes = new ArrayList<String>();
        proposal.excluded().stream()
                .filter(excluded -> excluded.influencerId().equals(influencerId))
                .forEach(excluded -> excluded.reasons().forEach(reason -> codes.add(reason.code())));
        return codes;
    }

    private static PersonDecision decision(String influencerId, Kind kind) {
        return new PersonDecision(influencerId, kind, "because", "ada", NOW);
    }

    private static Option option(String id, int tenths, long fee) {
        return new Option(id, tenths, tenths, 0.5, fee, "de", "Backen", List.of(), List.of());
    }

    private static Shortlist accepted(Decision<Shortlist> decision) {
        return ((Decision.Accepted<Shortlist>) decision).next();
    }

    private static List<String> refused(Decision<Shortlist> decision) {
        return ((Decision.Refused<Shortlist>) decision)
                .reasons().stream().map(Reason::code).toList();
    }
}
