package dev.vouch.campaign.collaboration.domain;

import java.util.List;

/** So many posts of one kind. */
public record Deliverable(Kind kind, int count) {

    public enum Kind {
        IMAGE,
        CAROUSEL,
        REEL,
        VIDEO,
        SHORT,
        STORY
    }

    /** What a first offer asks for while nobody has said anything else: one post in the platform's usual form. */
    static List<Deliverable> usualFor(String influencerId) {
        var platform = influencerId.substring(0, Math.max(0, influencerId.indexOf('-')));
        var kind = switch (platform) {
            case "youtube" -> Kind.VIDEO;
            case "tiktok" -> Kind.SHORT;
            default -> Kind.IMAGE;
        };
        return List.of(new Deliverable(kind, 1));
    }
}
