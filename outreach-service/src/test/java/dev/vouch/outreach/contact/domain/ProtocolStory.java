package dev.vouch.outreach.contact.domain;

import dev.vouch.chassis.decision.Decision;
import dev.vouch.outreach.suppression.domain.PersonGuard;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The worlds in which the explorations begin: one person, prepared and approved contacts, and those who want to stop them. */
final class ProtocolStory {

    private static final List<String> ONE_GUARD = List.of("influencer-1");
    private static final List<String> TWO_GUARDS = List.of("address-1", "influencer-1");

    private ProtocolStory() {}

    static World oneMail(Stopping.Kind... stops) {
        return world(stops).then(next -> next.contacts.put("campaign-1", approved(planned("campaign-1"))));
    }

    static World byHand(Stopping.Kind... stops) {
        return world(stops)
                .then(next -> next.contacts.put("campaign-1", approved(planned("campaign-1"), null, ONE_GUARD)));
    }

    static World firstOfTwoTouches(Stopping.Kind... stops) {
        return world(stops).then(next -> next.contacts.put("touch-1", approved(planned("campaign-1"))));
    }

    /** Two guards, so that each of two instances could hold one of them. */
    static World twoCampaigns() {
        return world().then(next -> {
            next.guards.put("address-1", PersonGuard.OPEN);
            for (var campaign : List.of("campaign-1", "campaign-2")) {
                next.contacts.put(campaign, approved(planned(campaign), "mira@example.org", TWO_GUARDS));
            }
        });
    }

    static Contact approved(Contact planned) {
        return approved(planned, "mira@example.org", ONE_GUARD);
    }

    private static World world(Stopping.Kind... stops) {
        return new World().then(next -> {
            next.guards.put("influencer-1", PersonGuard.OPEN);
            for (var kind : stops) {
                next.stoppings.add(Stopping.of(kind));
            }
        });
    }

    private static Contact planned(String campaign) {
        return Contact.planned(new ContactKey("instagram-1", campaign, 1), 1, ProtocolModel.START);
    }

    private static Contact approved(Contact planned, @Nullable String address, List<String> guards) {
        var recipient = new Recipient("instagram", "mira", "Mira", null, "de", address, "bio", null, null, guards);
        var basis = new ContactBasis(
                ContactBasis.Kind.PUBLISHED_FOR_COOPERATION, "https://example.org", "manager", ProtocolModel.START);
        var prepared = accepted(planned.prepared(recipient, new Wording("first-de", 1, "de", "s", "t", List.of())));
        return accepted(accepted(prepared.based(basis)).approved(new Approval("manager", ProtocolModel.START)));
    }

    private static Contact accepted(Decision<Contact> decision) {
        return ((Decision.Accepted<Contact>) decision).next();
    }
}
