package dev.vouch.campaign;

import dev.vouch.testkit.HouseRules;

class HouseRulesTest extends HouseRules {

    HouseRulesTest() {
        super("dev.vouch.campaign");
    }
}
