package dev.vouch.outreach.suppression;

import dev.vouch.chassis.aggregate.Announcement;
import dev.vouch.chassis.aggregate.Command;
import dev.vouch.chassis.decision.Decision;
import dev.vouch.outreach.suppression.OpenContacts.Stopped;
import dev.vouch.outreach.suppression.domain.PersonGuard;
import dev.vouch.outreach.suppression.domain.Suppression;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Never again: the guards first, then every open contact, and only then is it acknowledged. Repeatable at every point. */
@Singleton
public class SuppressPerson {

    /** @param guardIds under which it can be looked up and lifted */
    public record Suppressed(List<String> guardIds, Stopped contacts) {}

    private final PersonGuardStore guards;
    private final PersonGuards ids;
    private final OpenContacts contacts;
    private final Clock clock;

    SuppressPerson(PersonGuardStore guards, PersonGuards ids, OpenContacts contacts, Clock clock) {
        this.guards = guards;
        this.ids = ids;
        this.contacts = contacts;
        this.clock = clock;
    }

    /** At least one of influencer and address is known. */
    public Suppressed suppress(
            @Nullable String influencerId, @Nullable String address, String reason, Command command) {
        var guardIds = new TreeSet<String>();
        if (address != null) {
            guardIds.add(ids.idOfAddress(address));
        }
        if (influencerId != null) {
            guardIds.addAll(ids.idsOf(influencerId, null));
            guardIds.addAll(contacts.guardsOf(influencerId));
        }
        var why = new Suppression(reason, command.actor(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
        for (var id : guardIds) {
            guards.upsert(
                    id,
                    new Command(command.actor(), null, command.repeatable(), reason),
                    current -> Decision.accepted((current == null ? PersonGuard.OPEN : current).suppressed(why)),
                    Announcement.none());
        }
        return new Suppressed(List.copyOf(guardIds), contacts.stop(guardIds, influencerId, "contact.suppressed"));
    }
}
