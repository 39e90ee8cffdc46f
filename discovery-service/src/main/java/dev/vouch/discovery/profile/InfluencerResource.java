package dev.vouch.discovery.profile;

import dev.vouch.chassis.http.Answers;
import dev.vouch.chassis.http.InvalidRequest;
import dev.vouch.chassis.http.Limits;
import dev.vouch.chassis.http.Page;
import dev.vouch.chassis.http.Paging;
import dev.vouch.chassis.security.Role;
import dev.vouch.discovery.profile.domain.Influencer;
import dev.vouch.discovery.profile.domain.Post;
import dev.vouch.discovery.profile.domain.Snapshot;
import dev.vouch.discovery.search.domain.DetectedLanguage;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/api/v1")
@Tag(name = "influencers", description = "Every known account, with history and posts")
@Produces(MediaType.APPLICATION_JSON)
@Singleton
class InfluencerResource {

    private static final int BATCH = 100;

    /** An account as it is known now. Addresses are not shown here: outreach asks for the contact card. */
    record InfluencerView(
            String influencerId,
            String platform,
            @Nullable String handle,
            List<String> handles,
            @Nullable String accountId,
            @Nullable String displayName,
            @Nullable String bio,
            List<String> links,
            @Nullable String country,
            List<Influencer.Language> languages,
            List<String> categories,
            @Nullable Long followers,
            @Nullable Long following,
            @Nullable Long posts,
            @Nullable Boolean verified,
            String accountKind,
            boolean contactable,
            boolean delisted,
            Instant firstObservedAt,
            Instant observedAt,
            @Nullable Instant profileObservedAt) {

        static InfluencerView of(Influencer influencer) {
            return new InfluencerView(
                    influencer.influencerId(),
                    influencer.platform(),
                    influencer.handle(),
                    influencer.handles(),
                    influencer.accountId(),
                    influencer.displayName(),
                    influencer.bio(),
                    influencer.links(),
                    influencer.country(),
                    influencer.languages(),
                    influencer.categories(),
                    influencer.followers(),
                    influencer.following(),
                    influencer.posts(),
                    influencer.verified(),
                    kind(influencer),
                    influencer.isContactable(),
                    influencer.isDelisted(),
                    influencer.firstObservedAt(),
                    influencer.observedAt(),
                    influencer.profileObservedAt());
        }
    }

    /** A post with its newest figures. */
    record PostView(
            String postKey,
            @Nullable String url,
            String kind,
            Instant publishedAt,
            Instant observedAt,
            @Nullable String caption,
            List<DetectedLanguage> languages,
            List<String> hashtags,
            List<String> mentions,
            List<String> brandTags,
            @Nullable Boolean paidLabel,
            @Nullable Long likes,
            @Nullable Long comments,
            @Nullable Long views) {

        static PostView of(Post post) {
            return new PostView(
                    post.postKey(),
                    post.url(),
                    post.kind(),
                    post.publishedAt(),
                    post.observedAt(),
                    post.caption(),
                    post.languages(),
                    post.hashtags(),
                    post.mentions(),
                    post.brandTags(),
                    post.paidLabel(),
                    post.likes(),
                    post.comments(),
                    post.views());
        }
    }

    /** Whose texts are asked for. */
    record ContentRequest(@NotEmpty @Size(max = BATCH) List<@NotNull @Size(max = Limits.ID) String> influencerIds) {}

    /** The texts of some influencers, and who is not known. */
    record ContentView(List<ContentItem> items, List<String> missing) {}

    /** One influencer with the texts of the newest posts. */
    record ContentItem(
            String influencerId,
            String platform,
            @Nullable String handle,
            @Nullable String displayName,
            @Nullable String bio,
            @Nullable String country,
            List<Influencer.Language> languages,
            List<String> categories,
            String accountKind,
            @Nullable Long followers,
            @Nullable Instant profileObservedAt,
            List<ContentPost> posts) {}

    /** The text of one post. */
    record ContentPost(
            String postKey,
            Instant publishedAt,
            String kind,
            @Nullable String caption,
            List<String> hashtags,
            List<String> mentions,
            List<String> brandTags,
            boolean paidLabel,
            @Nullable String language) {}

    private final InfluencerStore store;
    private final PostStore posts;
    private final SnapshotStore snapshots;
    private final InfluencerList list;

    InfluencerResource(InfluencerStore store, PostStore posts, SnapshotStore snapshots, InfluencerList list) {
        this.store = store;
        this.posts = posts;
        this.snapshots = snapshots;
        this.list = list;
    }

    @GET
    @Path("/influencers")
    @RolesAllowed({
        Role.VIEWER,
        Role.RESEARCHER,
        Role.CAMPAIGN_MANAGER,
        Role.OUTREACH_SENDER,
        Role.APPROVER,
        Role.DATA_PROTECTION,
        Role.ADMIN
    })
    @Operation(summary = "Known accounts, by handle, category, platform, language or follower range")
    public Page<InfluencerView> list(
            @QueryParam("platform") @Size(max = Limits.NAME) @Nullable String platform,
            @QueryParam("handle") @Size(max = Limits.NAME) @Nullable String handle,
            @QueryParam("category") @Size(max = Limits.NAME) @Nullable String category,
            @QueryParam("language") @Size(max = Limits.NAME) @Nullable String language,
            @QueryParam("followersMin") @Nullable String followersMin,
            @QueryParam("followersMax") @Nullable String followersMax,
            @BeanParam Paging paging) {
        var filter = new InfluencerList.Filter(
                platform,
                handle,
                category,
                language,
                number("followersMin", followersMin, 0),
                number("followersMax", followersMax, Long.MAX_VALUE));
        return list.page(filter, paging.after(), paging.limit()).map(each -> InfluencerView.of(each.state()));
    }

    @GET
    @Path("/influencers/{id}")
    @RolesAllowed({
        Role.VIEWER,
        Role.RESEARCHER,
        Role.CAMPAIGN_MANAGER,
        Role.OUTREACH_SENDER,
        Role.APPROVER,
        Role.DATA_PROTECTION,
        Role.ADMIN
    })
    @Operation(summary = "One account")
    public RestResponse<InfluencerView> get(@PathParam("id") @Size(max = Limits.ID) String id) {
        return Answers.ok(store.get(id), versioned -> InfluencerView.of(versioned.state()));
    }

    @GET
    @Path("/influencers/{id}/snapshots")
    @RolesAllowed({Role.VIEWER, Role.RESEARCHER, Role.CAMPAIGN_MANAGER, Role.APPROVER, Role.DATA_PROTECTION, Role.ADMIN
    })
    @Operation(summary = "The history of the figures, in the order of time")
    public Page<Snapshot> snapshots(@PathParam("id") @Size(max = Limits.ID) String id, @BeanParam Paging paging) {
        store.get(id);
        return after(snapshots.of(id), paging, SnapshotStore::id);
    }

    @GET
    @Path("/influencers/{id}/posts")
    @RolesAllowed({Role.VIEWER, Role.RESEARCHER, Role.CAMPAIGN_MANAGER, Role.APPROVER, Role.DATA_PROTECTION, Role.ADMIN
    })
    @Operation(summary = "The posts, the newest first")
    public Page<PostView> posts(@PathParam("id") @Size(max = Limits.ID) String id, @BeanParam Paging paging) {
        store.get(id);
        return after(posts.of(id), paging, Post::postKey).map(PostView::of);
    }

    @POST
    @Path("/influencers/content-batch")
    @RolesAllowed({Role.SERVICE})
    @Operation(
            summary = "The texts of up to 100 candidates; for services, which keep what they derive and not the text")
    public ContentView content(@NotNull @Valid ContentRequest request) {
        var ids = request.influencerIds().stream().distinct().toList();
        var found = store.states(ids);
        var texts = posts.of(found.keySet());
        return new ContentView(
                found.values().stream()
                        .map(each -> content(each, texts.getOrDefault(each.influencerId(), List.of())))
                        .toList(),
                ids.stream().filter(id -> !found.containsKey(id)).toList());
    }

    private static ContentItem content(Influencer influencer, List<Post> posts) {
        return new ContentItem(
                influencer.influencerId(),
                influencer.platform(),
                influencer.handle(),
                influencer.displayName(),
                influencer.bio(),
                influencer.country(),
                influencer.languages(),
                influencer.categories(),
                kind(influencer),
                influencer.followers(),
                influencer.profileObservedAt(),
                posts.stream()
                        .limit(Influencer.MOST_RECENT_POSTS)
                        .map(InfluencerResource::content)
                        .toList());
    }

    private static ContentPost content(Post post) {
        return new ContentPost(
                post.postKey(),
                post.publishedAt(),
                post.kind(),
                post.caption(),
                post.hashtags(),
                post.mentions(),
                post.brandTags(),
                Boolean.TRUE.equals(post.paidLabel()),
                post.languages().isEmpty() ? null : post.languages().get(0).code());
    }

    private static String kind(Influencer influencer) {
        var kind = influencer.accountKind();
        return kind == null ? "UNKNOWN" : kind;
    }

    /** The part of a short list behind the cursor's item. */
    private static <T> Page<T> after(List<T> all, Paging paging, java.util.function.Function<T, String> key) {
        var after = paging.after();
        var from = 0;
        for (int at = 0; after != null && at < all.size(); at++) {
            if (key.apply(all.get(at)).equals(after)) {
                from = at + 1;
            }
        }
        var to = Math.min(all.size(), from + paging.limit() + 1);
        return Page.of(all.subList(from, to), paging.limit(), key);
    }

    private static long number(String name, @Nullable String text, long otherwise) {
        if (text == null) {
            return otherwise;
        }
        if (!text.matches("\\d{1,15}")) {
            throw new InvalidRequest(name, "must be a whole number");
        }
        return Long.parseLong(text);
    }
}
