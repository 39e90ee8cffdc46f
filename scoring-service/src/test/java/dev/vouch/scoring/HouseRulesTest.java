package dev.vouch.scoring;

import dev.vouch.testkit.HouseRules;

class HouseRulesTest extends HouseRules {

    HouseRulesTest() {
        super("dev.vouch.scoring");
    }
}
