package dev.vouch.system.fault.trial;

import dev.vouch.system.fault.site.Pause;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** People who are about to be written to: the letters of some go out, others opt out at that very moment. */
final class Everyday {

    private final Trial trial;
    private final Map<String, String> influencers = new LinkedHashMap<>();

    private Everyday(Trial trial) {
        this.trial = trial;
    }

    /** Everything up to the approval is done. */
    static Everyday of(Trial trial, int people) {
        var everyday = new Everyday(trial);
        var campaign = trial.marketing().draft(100_000);
        trial.drill().shortlistAndLaunch(campaign, trial.drill().people(addresses(people)), 10_000);
        trial.drill().preparedContacts(campaign, people);
        trial.drill()
                .contacts(campaign)
                .forEach(each -> everyday.influencers.put(
                        each.path("id").asText(), each.path("influencerId").asText()));
        return everyday;
    }

    static List<String> addresses(int number) {
        var addresses = new ArrayList<String>();
        for (int i = 0; i < number; i++) {
            addresses.add("person-" + UUID.randomUUID() + "@drill.example");
        }
        return addresses;
    }

    List<String> contacts() {
        return List.copyOf(influencers.keySet());
    }

    /** Approves all; every second person opts out while the sender may be at it. */
    void approveAndOptOut() {
        var optsOut = false;
        for (var each : influencers.entrySet()) {
            trial.drill().approve(each.getKey());
            if (optsOut) {
                Pause.of(Duration.ofMillis(trial.random().nextInt(1_500)));
                trial.drill().optOut(each.getValue(), Set.of(each.getKey()));
            }
            optsOut = !optsOut;
        }
    }

    boolean isSent(String contact) {
        return trial.drill().stateOf(contact).equals("SENT");
    }
}
