package dev.vouch.campaign.kpi;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Campaigns with results that no sheet holds yet. It only saves waiting: what is forgotten here by the end of the process,
 * the timer's round over all running campaigns finds.
 */
@Singleton
class Unmeasured {

    private final Set<String> campaignIds = ConcurrentHashMap.newKeySet();

    void add(String campaignId) {
        campaignIds.add(campaignId);
    }

    /** Each is handed out once; it is added again by whatever arrives while it is being measured. */
    List<String> take() {
        var taken = List.copyOf(campaignIds);
        taken.forEach(campaignIds::remove);
        return taken;
    }
}
