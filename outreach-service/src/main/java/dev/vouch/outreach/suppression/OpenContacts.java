package dev.vouch.outreach.suppression;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What suppression needs of the ledger, which itself asks suppression before every message. */
public interface OpenContacts {

    /**
     * @param cancelled contacts that will not be sent for this reason, whether it was given now or before
     * @param alreadyBeingSent contacts of which nobody can say any more that they are not delivered
     */
    record Stopped(List<String> cancelled, List<String> alreadyBeingSent) {}

    /** Guards of every address under which this influencer was to be written to. */
    Set<String> guardsOf(String influencerId);

    /** Moves every open contact that one of these guards watches, or of this influencer, to CANCELLED. */
    Stopped stop(Collection<String> guardIds, @Nullable String influencerId, String why);
}
