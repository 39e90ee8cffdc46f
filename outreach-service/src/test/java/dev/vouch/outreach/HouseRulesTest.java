package dev.vouch.outreach;

import dev.vouch.testkit.HouseRules;

class HouseRulesTest extends HouseRules {

    HouseRulesTest() {
        super("dev.vouch.outreach");
    }
}
