package dev.vouch.contract;

/** All topics. Partitions and retention stand in the AsyncAPI documents beside the schemas. */
public final class Topics {

    public static final Topic PROFILE_SUBMISSIONS =
            new Topic("vouch.discovery.profile-submissions", Topic.Kind.OBSERVATIONS);
    public static final Topic INFLUENCER = new Topic("vouch.discovery.influencer", Topic.Kind.STATE);
    public static final Topic LONGLIST = new Topic("vouch.discovery.longlist", Topic.Kind.STATE);
    public static final Topic SCORE = new Topic("vouch.scoring.score", Topic.Kind.STATE);
    public static final Topic SHORTLIST = new Topic("vouch.scoring.shortlist", Topic.Kind.HISTORY);
    public static final Topic CANDIDATE = new Topic("vouch.scoring.candidate", Topic.Kind.STATE);
    public static final Topic CONTACT = new Topic("vouch.outreach.contact", Topic.Kind.HISTORY);
    public static final Topic REPLY_SUBMISSIONS =
            new Topic("vouch.outreach.reply-submissions", Topic.Kind.OBSERVATIONS);
    public static final Topic CAMPAIGN = new Topic("vouch.campaign.campaign", Topic.Kind.HISTORY);
    public static final Topic BUDGET = new Topic("vouch.campaign.budget", Topic.Kind.HISTORY);
    public static final Topic COLLABORATION = new Topic("vouch.campaign.collaboration", Topic.Kind.HISTORY);
    public static final Topic PERFORMANCE_SUBMISSIONS =
            new Topic("vouch.campaign.performance-submissions", Topic.Kind.OBSERVATIONS);
    public static final Topic KPI = new Topic("vouch.campaign.kpi", Topic.Kind.STATE);

    private Topics() {}
}
