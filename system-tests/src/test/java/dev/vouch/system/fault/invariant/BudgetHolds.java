package dev.vouch.system.fault.invariant;

import dev.vouch.contract.Topics;
import dev.vouch.system.fault.evidence.Evidence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;

/** After each event of the log no more is reserved than there is, and as much as the event says. */
final class BudgetHolds implements Invariant {

    @Override
    public String id() {
        return "I5";
    }

    @Override
    public Finding check(Evidence evidence) {
        var breaches = new ArrayList<String>();
        var heard = new HashSet<String>();
        var reserved = new HashMap<String, Long>();
        for (var said : evidence.said(Topics.BUDGET.name())) {
            if (!heard.add(said.id())) {
                continue;
            }
            var event = said.json();
            var amount = event.path("amountMinorUnits").asLong();
            var now = reserved.merge(
                    event.path("campaignId").asText(),
                    said.type().equals("budget.reserved") ? amount : -amount,
                    Math::addExact);
            if (now > event.path("budgetMinorUnits").asLong()) {
                breaches.add(said.subject() + " has reserved " + now + " of "
                        + event.path("budgetMinorUnits").asLong() + " at " + said.sequence());
            }
            if (now != event.path("reservedMinorUnits").asLong()) {
                breaches.add(said.subject() + " says that "
                        + event.path("reservedMinorUnits").asLong() + " is reserved at " + said.sequence()
                        + ", its events add up to " + now);
            }
        }
        return Finding.of(this, breaches, heard.size() + " movements of " + reserved.size() + " budgets");
    }
}
