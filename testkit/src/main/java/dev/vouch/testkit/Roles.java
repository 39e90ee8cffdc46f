package dev.vouch.testkit;

import java.util.List;

/** Every role there is, the weakest first. */
final class Roles {

    static final List<String> ALL = List.of(
            "viewer",
            "researcher",
            "campaign-manager",
            "outreach-sender",
            "approver",
            "data-protection",
            "admin",
            "service");

    private Roles() {}
}
