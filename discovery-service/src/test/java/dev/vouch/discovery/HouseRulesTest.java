package dev.vouch.discovery;

import dev.vouch.testkit.HouseRules;

class HouseRulesTest extends HouseRules {

    HouseRulesTest() {
        super("dev.vouch.discovery");
    }
}
