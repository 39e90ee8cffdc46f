package dev.vouch.discovery.longlist;

import dev.vouch.chassis.aggregate.NotFound;
import dev.vouch.chassis.aggregate.Versioned;
import dev.vouch.chassis.http.Limits;
import dev.vouch.chassis.security.Role;
import dev.vouch.discovery.longlist.domain.LonglistEntry;
import dev.vouch.discovery.longlist.domain.TopicEvidence.PostHit;
import dev.vouch.discovery.profile.Influencers;
import dev.vouch.discovery.profile.domain.ContactAddress;
import dev.vouch.discovery.profile.domain.Influencer;
import dev.vouch.discovery.profile.domain.Post;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/v1")
@Tag(name = "influencers")
@Produces(MediaType.APPLICATION_JSON)
@Singleton
class ContactCardResource {

    private static final int EXCERPT = 160;

    /** What outreach needs to write to somebody personally. */
    record ContactCardView(
            String influencerId,
            String platform,
            @Nullable String handle,
            @Nullable String displayName,
            @Nullable String profileUrl,
            @Nullable String language,
            List<ContactAddress> addresses,
            @Nullable MatchedPostView matchedPost) {}

    /** The post that spoke most of the campaign's topics, the newest of several. */
    record MatchedPostView(
            String postKey, Instant publishedAt, @Nullable String url, String excerpt) {}

    private final EntryStore entries;
    private final Influencers influencers;

    ContactCardResource(EntryStore entries, Influencers influencers) {
        this.entries = entries;
        this.influencers = influencers;
    }

    @GET
    @Path("/influencers/{id}/contact-card")
    @RolesAllowed({Role.SERVICE})
    @Operation(summary = "Name, addresses and the matching post; for outreach")
    public ContactCardView card(
            @PathParam("id") @Size(max = Limits.ID) String id,
            @QueryParam("campaign") @Size(max = Limits.ID) @Nullable String campaign) {
        var influencer = influencers.find(id).orElseThrow(() -> new NotFound("influencers", id));
        var entry = campaign == null
                ? Optional.<LonglistEntry>empty()
                : entries.find(LonglistEntry.id(campaign, id)).map(Versioned::state);
        var posts = influencers.posts(id);
        return new ContactCardView(
                id,
                influencer.platform(),
                influencer.handle(),
                influencer.displayName(),
                profileUrl(influencer),
                language(influencer, entry),
                influencer.addresses(),
                entry.flatMap(found -> matchedPost(found, posts))
                        .or(() -> posts.stream().findFirst())
                        .flatMap(ContactCardResource::view)
                        .orElse(null));
    }

    private static @Nullable String language(Influencer influencer, Optional<LonglistEntry> entry) {
        return entry.map(LonglistEntry::detectedLanguage)
                .or(() -> influencer.languages().stream()
                        .map(Influencer.Language::code)
                        .findFirst())
                .orElse(null);
    }

    private static Optional<Post> matchedPost(LonglistEntry entry, List<Post> posts) {
        var words = new HashMap<String, Integer>();
        entry.topics().stream()
                .flatMap(topic -> topic.posts().stream())
                .forEach(hit -> words.merge(hit.postKey(), words(hit), Integer::sum));
        return posts.stream()
                .filter(post -> words.containsKey(post.postKey()))
                .max(Comparator.comparing((Post post) -> words.getOrDefault(post.postKey(), 0))
                        .thenComparing(Post::publishedAt));
    }

    private static int words(PostHit hit) {
        return hit.words().size();
    }

    private static Optional<MatchedPostView> view(Post post) {
        var caption = post.caption();
        return caption == null
                ? Optional.empty()
                : Optional.of(new MatchedPostView(post.postKey(), post.publishedAt(), post.url(), excerpt(caption)));
    }

    /** The beginning of the caption, cut between two words. */
    private static String excerpt(String caption) {
        var line = caption.replaceAll("\\s+", " ").strip();
        if (line.length() <= EXCERPT) {
            return line;
        }
        int cut = line.lastIndexOf(' ', EXCERPT);
        return line.substring(0, cut > 0 ? cut : EXCERPT) + " …";
    }

    private static @Nullable String profileUrl(Influencer influencer) {
        var handle = influencer.handle();
        if (handle == null) {
            return null;
        }
        return switch (influencer.platform()) {
            case "instagram" -> "https://www.instagram.com/" + handle + "/";
            case "tiktok" -> "https://www.tiktok.com/@" + handle;
            case "youtube" -> "https://www.youtube.com/@" + handle;
            default -> null;
        };
    }
}
