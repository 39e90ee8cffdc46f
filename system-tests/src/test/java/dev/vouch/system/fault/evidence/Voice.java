package dev.vouch.system.fault.evidence;

import dev.vouch.contract.Topic;
import dev.vouch.contract.Topics;
import java.util.List;

/** Whose documents speak on which topic. */
public record Voice(String collection, Topic topic) {

    public static final List<Voice> ALL = List.of(
            new Voice("vouch_campaign.campaigns", Topics.CAMPAIGN),
            new Voice("vouch_campaign.budgets", Topics.BUDGET),
            new Voice("vouch_campaign.collaborations", Topics.COLLABORATION),
            new Voice("vouch_campaign.kpis", Topics.KPI),
            new Voice("vouch_discovery.influencers", Topics.INFLUENCER),
            new Voice("vouch_discovery.longlist-entries", Topics.LONGLIST),
            new Voice("vouch_discovery.longlists", Topics.LONGLIST),
            new Voice("vouch_scoring.scorecards", Topics.SCORE),
            new Voice("vouch_scoring.candidates", Topics.CANDIDATE),
            new Voice("vouch_scoring.shortlists", Topics.SHORTLIST),
            new Voice("vouch_outreach.contacts", Topics.CONTACT));

    public static List<Topic> topics() {
        return ALL.stream().map(Voice::topic).distinct().toList();
    }
}
