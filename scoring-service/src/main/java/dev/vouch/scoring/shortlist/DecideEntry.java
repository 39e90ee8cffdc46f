package dev.vouch.scoring.shortlist;

import dev.vouch.chassis.aggregate.Announcement;
import dev.vouch.chassis.aggregate.Command;
import dev.vouch.chassis.aggregate.Versioned;
import dev.vouch.chassis.decision.Decision;
import dev.vouch.scoring.candidate.Candidates;
import dev.vouch.scoring.shortlist.domain.Shortlist;
import dev.vouch.scoring.shortlist.domain.Shortlist.PersonDecision;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** A person pins or excludes somebody, or takes that back; the other places are filled anew. */
@Singleton
public class DecideEntry {

    private final Candidates candidates;
    private final Options options;
    private final ShortlistStore shortlists;
    private final Clock clock;

    DecideEntry(Candidates candidates, Options options, ShortlistStore shortlists, Clock clock) {
        this.candidates = candidates;
        this.options = options;
        this.shortlists = shortlists;
        this.clock = clock;
    }

    public Decision<Versioned<Shortlist>> decide(
            String campaignId,
            String influencerId,
            PersonDecision.Kind kind,
            @Nullable String reason,
            Command command) {
        var decision = new PersonDecision(
                influencerId, kind, reason, command.actor(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
        var choice = options.of(candidates.campaign(campaignId));
        return shortlists.change(
                campaignId,
                command.because(reason),
                shortlist -> shortlist.decide(decision, choice),
                Announcement.event(ShortlistEvents::proposed));
    }
}
