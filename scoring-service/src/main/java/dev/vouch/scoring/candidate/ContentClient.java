package dev.vouch.scoring.candidate;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vouch.chassis.security.ServiceToken;
import dev.vouch.scoring.authenticity.domain.AccountKind;
import dev.vouch.scoring.candidate.domain.Features.Texts;
import dev.vouch.scoring.fit.domain.PostText;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Asks discovery for the texts of candidates. They are read, and not kept. */
@Singleton
class ContentClient {

    /** What discovery hands out in one answer. */
    static final int BATCH = 100;

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration ANSWER = Duration.ofSeconds(20);

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final URI address;
    private final ServiceToken token;
    private final ObjectMapper json;

    ContentClient(
            @ConfigProperty(name = "vouch.discovery.url") String discovery, ServiceToken token, ObjectMapper json) {
        this.address = URI.create(discovery + "/api/v1/influencers/content-batch");
        this.token = token;
        this.json = json.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    /** Discovery is away or refuses; asking again later is all there is to do. */
    static final class Away extends Exception {

        private static final long serialVersionUID = 1L;

        Away(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    /** The texts by influencer; whoever is not in it is not known to discovery any more. */
    Map<String, Texts> texts(List<String> influencerIds) throws Away {
        try {
            var request = HttpRequest.newBuilder(address)
                    .timeout(ANSWER)
                    .header("Content-Type", "application/json")
                    .header("Accept", "application/json")
                    .header("Authorization", token.header())
                    .POST(BodyPublishers.ofString(json.writeValueAsString(new Wanted(influencerIds))))
                    .build();
            var response = http.send(request, BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new Away("discovery answered " + response.statusCode(), null);
            }
            var texts = new LinkedHashMap<String, Texts>();
            json.readValue(response.body(), Answer.class)
                    .items()
                    .forEach(item -> texts.put(item.influencerId(), textsOf(item)));
            return texts;
        } catch (IOException | RuntimeException e) {
            throw new Away("discovery is away: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Away("interrupted", e);
        }
    }

    private record Wanted(List<String> influencerIds) {}

    private record Answer(List<Item> items) {}

    private record Item(
            String influencerId,
            @Nullable String handle,
            @Nullable String displayName,
            @Nullable String bio,
            @Nullable String accountKind,
            @Nullable List<Post> posts) {}

    private record Post(
            String postKey,
            Instant publishedAt,
            @Nullable String caption,
            @Nullable List<String> hashtags,
            @Nullable List<String> mentions,
            @Nullable List<String> brandTags,
            @Nullable String language) {}

    private static Texts textsOf(Item item) {
        return new Texts(
                item.handle(),
                item.displayName(),
                item.bio(),
                kindOf(item.accountKind()),
                orEmpty(item.posts()).stream().map(ContentClient::postOf).toList());
    }

    private static PostText postOf(Post post) {
        var mentions = new ArrayList<>(orEmpty(post.mentions()));
        mentions.addAll(orEmpty(post.brandTags()));
        return new PostText(
                post.postKey(),
                post.publishedAt(),
                post.caption(),
                orEmpty(post.hashtags()),
                List.copyOf(mentions),
                post.language());
    }

    private static AccountKind kindOf(@Nullable String kind) {
        if ("PERSON".equals(kind)) {
            return AccountKind.PERSON;
        }
        return "BRAND".equals(kind) ? AccountKind.BRAND : AccountKind.UNKNOWN;
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
