package dev.vouch.campaign.collaboration;

import dev.vouch.campaign.collaboration.domain.Collaboration;
import dev.vouch.campaign.collaboration.domain.Collaboration.State;
import dev.vouch.contract.Event;
import dev.vouch.contract.PostKind;
import dev.vouch.contract.campaign.CollaborationEndedV1;
import dev.vouch.contract.campaign.InfluencerAssignedV1;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

final class CollaborationEvents {

    private CollaborationEvents() {}

    /** Becoming binding and ending are told; what is only being talked about is not. */
    static List<Event> told(@Nullable Collaboration before, Collaboration after) {
        if (before != null && before.state() == after.state()) {
            return List.of();
        }
        return switch (after.state()) {
            case AGREED -> List.of(assigned(after));
            case ENDED -> List.of(ended(after));
            case EXPECTED, OPEN, AGREEING, CANCELLING -> List.of();
        };
    }

    private static Event assigned(Collaboration collaboration) {
        var agreement = Objects.requireNonNull(collaboration.agreement(), State.AGREED::name);
        return new InfluencerAssignedV1(
                collaboration.id(),
                collaboration.campaignId(),
                collaboration.influencerId(),
                collaboration.contactId(),
                agreement.fee().minorUnits(),
                agreement.fee().currency(),
                agreement.deliverables().stream()
                        .map(each -> new InfluencerAssignedV1.Deliverable(
                                PostKind.valueOf(each.kind().name()), each.count()))
                        .toList(),
                agreement.agreedAt());
    }

    private static Event ended(Collaboration collaboration) {
        return new CollaborationEndedV1(
                collaboration.id(),
                collaboration.campaignId(),
                collaboration.influencerId(),
                collaboration.since(),
                Objects.requireNonNull(collaboration.endCode(), State.ENDED::name));
    }
}
