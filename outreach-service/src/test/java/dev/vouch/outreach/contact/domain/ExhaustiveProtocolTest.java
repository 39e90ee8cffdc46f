package dev.vouch.outreach.contact.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.chassis.decision.Decision;
import dev.vouch.outreach.contact.domain.ProtocolModel.Instance;
import dev.vouch.outreach.contact.domain.ProtocolModel.Mail;
import dev.vouch.outreach.contact.domain.ProtocolModel.Stopping;
import dev.vouch.outreach.contact.domain.ProtocolModel.World;
import dev.vouch.outreach.suppression.domain.PersonGuard;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Walks through every order in which two instances, a person and the clock can take their steps, with a crash after any of
 * them, and looks at every world on the way.
 */
class ExhaustiveProtocolTest {

    private static final List<String> GUARDS = List.of("address-1", "influencer-1");

    @Test
    void no_second_dot_unless_a_person_chose_retry() {
        var worlds = explore(
                world(Map.of("c1", contact("campaign-1")), null, null, 1, 0),
                world -> world.dots()
                        .forEach((id, dots) -> assertThat(dots)
                                .isLessThanOrEqualTo(1 + world.retriesByPerson().getOrDefault(id, 0))));

        assertThat(worlds).anyMatch(world -> world.dots().getOrDefault("c1", 0) == 1);
        assertThat(worlds).anyMatch(world -> world.dots().getOrDefault("c1", 0) == 2);
        assertThat(worlds).anyMatch(world -> state(world, "c1") == ContactState.UNKNOWN);
        assertThat(worlds).anyMatch(world -> state(world, "c1") == ContactState.RETRY);
    }

    @Test
    void no_dot_after_an_acknowledged_opt_out_except_for_contacts_that_its_answer_named() {
        var optOut = new Stopping(GUARDS, List.of("c1"), Set.of(), false);
        var worlds = explore(
                world(Map.of("c1", contact("campaign-1")), optOut, null, 1, 0),
                world -> assertThat(world.dotsAfterStop()).isEmpty());

        assertThat(worlds)
                .anyMatch(world -> acknowledged(world.optOut()) && world.dots().isEmpty());
        assertThat(worlds)
                .anyMatch(world -> acknowledged(world.optOut())
                        && world.dots().containsKey("c1")
                        && world.optOut().named().contains("c1"));
    }

    @Test
    void no_dot_after_an_acknowledged_cancellation_except_for_contacts_that_its_answer_named() {
        var cancellation = new Stopping(List.of("campaign"), List.of("c1"), Set.of(), false);
        explore(
                world(Map.of("c1", contact("campaign-1")), null, cancellation, 1, 0),
                world -> assertThat(world.dotsAfterStop()).isEmpty());
    }

    @Test
    void two_campaigns_never_write_to_the_same_person_in_one_quiet_period() {
        var contacts = Map.of("c1", contact("campaign-1"), "c2", contact("campaign-2"));
        var worlds = explore(
                world(contacts, null, null, 0, 0),
                world -> assertThat(world.dots().size()).isLessThanOrEqualTo(1));

        assertThat(worlds).anyMatch(world -> world.dots().containsKey("c1"));
        assertThat(worlds).anyMatch(world -> world.dots().containsKey("c2"));
    }

    private static boolean acknowledged(@Nullable Stopping stopping) {
        return stopping != null && stopping.acknowledged();
    }

    private static ContactState state(World world, String id) {
        return world.contacts().get(id).state();
    }

    private static Set<World> explore(World first, Consumer<World> invariant) {
        var seen = new HashSet<World>();
        var open = new ArrayDeque<World>();
        seen.add(first);
        open.add(first);
        while (!open.isEmpty()) {
            var world = open.removeLast();
            invariant.accept(world);
            for (var next : ProtocolModel.next(world)) {
                if (seen.add(next)) {
                    open.add(next);
                }
            }
        }
        return seen;
    }

    private static World world(
            Map<String, Contact> contacts,
            @Nullable Stopping optOut,
            @Nullable Stopping cancellation,
            int retries,
            int crashes) {
        var guards = new TreeMap<String, PersonGuard>();
        GUARDS.forEach(id -> guards.put(id, PersonGuard.OPEN));
        return new World(
                new TreeMap<>(contacts),
                guards,
                CampaignGuard.NEW,
                List.of(new Instance("a", 0, null, Mail.IDLE), new Instance("b", 0, null, Mail.IDLE)),
                optOut,
                cancellation,
                Map.of(),
                Map.of(),
                retries,
                crashes,
                List.of());
    }

    private static Contact contact(String campaignId) {
        var planned = Contact.planned(new ContactKey("instagram-1", campaignId, 1), 1, ProtocolModel.NOW);
        var recipient =
                new Recipient("instagram", "mira", "Mira", null, "de", "mira@example.org", "bio", null, null, GUARDS);
        var basis = new ContactBasis(
                ContactBasis.Kind.PUBLISHED_FOR_COOPERATION, "https://example.org", "manager", ProtocolModel.NOW);
        return accepted(accepted(
                        accepted(planned.prepared(recipient, new Wording("first-de", 1, "de", "s", "t", List.of())))
                                .based(basis))
                .approved(new Approval("manager", ProtocolModel.NOW)));
    }

    private static Contact accepted(Decision<Contact> decision) {
        return ((Decision.Accepted<Contact>) decision).next();
    }
}
