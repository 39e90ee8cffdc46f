package dev.vouch.discovery.search.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the index knows of an influencer. */
public record Document(
        String influencerId,
        String platform,
        List<String> categories,
        List<String> languages,
        @Nullable Long followers,
        List<String> texts) {

    public Document {
        categories = List.copyOf(categories);
        languages = List.copyOf(languages);
        texts = List.copyOf(texts);
    }
}
