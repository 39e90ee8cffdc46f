package dev.vouch.scoring.shortlist;

import dev.vouch.contract.scoring.ShortlistApprovedV1;
import dev.vouch.contract.scoring.ShortlistProposedV1;
import dev.vouch.scoring.shortlist.domain.Shortlist;
import java.util.Objects;

final class ShortlistEvents {

    private ShortlistEvents() {}

    static ShortlistProposedV1 proposed(Shortlist shortlist) {
        return new ShortlistProposedV1(
                shortlist.campaignId(),
                shortlist.revision(),
                shortlist.currency(),
                shortlist.proposal().feesMinorUnits(),
                shortlist.proposal().entries().stream()
                        .map(entry -> new ShortlistProposedV1.Entry(
                                entry.influencerId(),
                                entry.rank(),
                                entry.scoreTenths() / 10.0,
                                entry.feeCeilingMinorUnits()))
                        .toList());
    }

    static ShortlistApprovedV1 approved(Shortlist shortlist) {
        return new ShortlistApprovedV1(
                shortlist.campaignId(),
                shortlist.revision(),
                Objects.requireNonNull(shortlist.approvedBy()),
                Objects.requireNonNull(shortlist.approvedAt()),
                shortlist.currency(),
                shortlist.proposal().entries().stream()
                        .map(entry -> new ShortlistApprovedV1.Entry(
                                entry.influencerId(), entry.scoreTenths() / 10.0, entry.feeCeilingMinorUnits()))
                        .toList());
    }
}
