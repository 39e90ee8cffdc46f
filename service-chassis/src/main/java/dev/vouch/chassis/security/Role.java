package dev.vouch.chassis.security;

/** What a token's {@code groups} may say. Every endpoint names the roles that it opens for. */
public final class Role {

    /** Reads everything of the campaigns, changes nothing. */
    public static final String VIEWER = "viewer";

    /** Brings people in: imports, searches, longlists. */
    public static final String RESEARCHER = "researcher";

    /** Owns briefs, KPIs, budgets and collaborations. */
    public static final String CAMPAIGN_MANAGER = "campaign-manager";

    /** Writes to people. */
    public static final String OUTREACH_SENDER = "outreach-sender";

    /** Says yes to shortlists and first contacts. */
    public static final String APPROVER = "approver";

    /** Suppression and erasure. */
    public static final String DATA_PROTECTION = "data-protection";

    public static final String ADMIN = "admin";

    /** Another service of Vouch. */
    public static final String SERVICE = "service";

    private Role() {}
}
