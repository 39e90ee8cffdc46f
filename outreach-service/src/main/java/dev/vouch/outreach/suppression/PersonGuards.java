package dev.vouch.outreach.suppression;

import dev.vouch.chassis.aggregate.Announcement;
import dev.vouch.chassis.aggregate.Command;
import dev.vouch.chassis.aggregate.Versioned;
import dev.vouch.chassis.decision.Decision;
import dev.vouch.chassis.decision.Reason;
import dev.vouch.outreach.suppression.domain.PersonGuard;
import dev.vouch.outreach.suppression.domain.SuppressionKey;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the other capabilities may ask and do about a person: the ids of the guards, the claim and its release. */
@Singleton
public class PersonGuards {

    /**
     * @param wasFree this claim took the guard while no conversation held it
     * @param objection null if the claim was won
     */
    public record Claim(boolean wasFree, @Nullable Reason objection) {}

    private static final Command BY = Command.bySystem("outreach.guards");

    private final PersonGuardStore guards;
    private final KeyedHash keyedHash;
    private final SuppressionSettings settings;
    private final Clock clock;

    PersonGuards(PersonGuardStore guards, KeyedHash keyedHash, SuppressionSettings settings, Clock clock) {
        this.guards = guards;
        this.keyedHash = keyedHash;
        this.settings = settings;
        this.clock = clock;
    }

    /** The person's guards in the order in which they are claimed. */
    public List<String> idsOf(String influencerId, @Nullable String address) {
        return Stream.of(
                        SuppressionKey.ofInfluencer(influencerId, keyedHash),
                        address == null ? null : SuppressionKey.ofAddress(address, keyedHash))
                .filter(Objects::nonNull)
                .map(SuppressionKey::value)
                .sorted()
                .toList();
    }

    public String idOfAddress(String address) {
        return SuppressionKey.ofAddress(address, keyedHash).value();
    }

    public Claim claim(String guardId, String holder, String token) {
        var wasFree = new boolean[1];
        var decision = guards.upsert(
                guardId,
                BY,
                current -> {
                    var guard = current == null ? PersonGuard.OPEN : current;
                    wasFree[0] = !guard.heldBy(holder);
                    return guard.claimed(holder, token, clock.instant(), settings.quietPeriod());
                },
                Announcement.none());
        return decision instanceof Decision.Refused<?> refused
                ? new Claim(false, refused.reasons().get(0))
                : new Claim(wasFree[0], null);
    }

    public void release(String guardId, String holder, String token) {
        guards.upsert(
                guardId,
                BY,
                current -> Decision.accepted((current == null ? PersonGuard.OPEN : current).released(holder, token)),
                Announcement.none());
    }

    /** After a restore: as if the message that left then had been claimed here. */
    public void writtenTo(Collection<String> guardIds, String holder, Instant at) {
        for (var id : guardIds) {
            guards.upsert(
                    id,
                    BY,
                    current -> Decision.accepted((current == null ? PersonGuard.OPEN : current)
                            .writtenTo(holder, at, settings.quietPeriod())),
                    Announcement.none());
        }
    }

    /** The person wrote back: whatever follows is a conversation, not another touch. */
    public void answered(Collection<String> guardIds) {
        for (var id : guardIds) {
            guards.upsert(
                    id,
                    BY,
                    current -> Decision.accepted((current == null ? PersonGuard.OPEN : current)
                            .answered(clock.instant(), settings.quietPeriod())),
                    Announcement.none());
        }
    }

    /** For explanations; what enforces it is the claim. */
    public boolean anySuppressed(Collection<String> guardIds) {
        return guardIds.stream()
                .flatMap(id -> guards.find(id).stream())
                .map(Versioned::state)
                .anyMatch(PersonGuard::suppressed);
    }
}
