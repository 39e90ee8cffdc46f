package dev.vouch.scoring.shortlist;

import dev.vouch.chassis.aggregate.Announcement;
import dev.vouch.chassis.aggregate.Command;
import dev.vouch.chassis.aggregate.Versioned;
import dev.vouch.chassis.decision.Decision;
import dev.vouch.scoring.shortlist.domain.Shortlist;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;

/** From here on outreach may prepare its contacts. */
@Singleton
public class ApproveShortlist {

    private final ShortlistStore shortlists;
    private final Clock clock;

    ApproveShortlist(ShortlistStore shortlists, Clock clock) {
        this.shortlists = shortlists;
        this.clock = clock;
    }

    public Decision<Versioned<Shortlist>> approve(String campaignId, Command command) {
        var at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return shortlists.change(
                campaignId,
                command,
                shortlist -> shortlist.approve(command.actor(), at),
                Announcement.event(ShortlistEvents::approved));
    }
}
