package dev.vouch.discovery.profile;

import dev.vouch.chassis.event.Envelope;
import dev.vouch.contract.AccountKind;
import dev.vouch.contract.discovery.PostObservedV1;
import dev.vouch.contract.discovery.ProfileObservedV1;
import dev.vouch.discovery.profile.domain.Comment;
import dev.vouch.discovery.profile.domain.ContactAddress;
import dev.vouch.discovery.profile.domain.Identity;
import dev.vouch.discovery.profile.domain.IdentityLedger.Names;
import dev.vouch.discovery.profile.domain.ObservedPost;
import dev.vouch.discovery.profile.domain.ObservedProfile;
import dev.vouch.discovery.profile.domain.Stamp;
import dev.vouch.discovery.search.Analysis;
import dev.vouch.discovery.search.domain.DetectedLanguage;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Observations as the topic carries them, to observations as the domain merges them. */
@Singleton
class ObservedEvents {

    private final Analysis analysis;
    private final KeyedHash hash;

    ObservedEvents(Analysis analysis, KeyedHash hash) {
        this.analysis = analysis;
        this.hash = hash;
    }

    ObservedProfile profile(Envelope envelope, ProfileObservedV1 event) {
        return new ObservedProfile(
                stamp(envelope, event.observedAt(), Boolean.TRUE.equals(event.enteredByHand())),
                event.source(),
                event.handle(),
                event.accountId(),
                event.displayName(),
                event.bio(),
                languages(Stream.of(event.displayName(), event.bio())
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining("\n"))),
                orEmpty(event.links()),
                orEmpty(event.addresses()).stream()
                        .map(each -> new ContactAddress(each.address(), each.foundIn()))
                        .toList(),
                event.country(),
                orEmpty(event.languages()),
                orEmpty(event.categories()),
                event.followers(),
                event.following(),
                event.posts(),
                event.verified(),
                event.accountKind() == null || event.accountKind() == AccountKind.UNKNOWN
                        ? null
                        : event.accountKind().name(),
                event.delisted());
    }

    ObservedPost post(Envelope envelope, PostObservedV1 event) {
        return new ObservedPost(
                stamp(envelope, event.observedAt(), false),
                event.source(),
                event.handle(),
                event.accountId(),
                hash.of(event.platform() + ":post:" + event.postId()),
                event.postId(),
                event.url(),
                event.kind().name(),
                millis(event.publishedAt()),
                event.caption(),
                languages(event.caption()),
                orEmpty(event.hashtags()),
                orEmpty(event.mentions()),
                orEmpty(event.brandTags()),
                event.paidLabel(),
                event.likes(),
                event.comments(),
                event.views(),
                orEmpty(event.commentSample()).stream()
                        .map(ObservedEvents::comment)
                        .toList());
    }

    Names names(ProfileObservedV1 event) {
        return names(
                event.platform().toString(),
                event.accountId(),
                event.handle(),
                event.previousHandle(),
                event.observedAt());
    }

    Names names(PostObservedV1 event) {
        return names(
                event.platform().toString(),
                event.accountId(),
                event.handle(),
                event.formerHandle(),
                event.observedAt());
    }

    private static Names names(
            String platform,
            @Nullable String accountId,
            @Nullable String handle,
            @Nullable String formerHandle,
            Instant observedAt) {
        return new Names(
                accountId == null ? null : Identity.account(platform, accountId),
                handle == null ? null : Identity.handle(platform, handle),
                formerHandle == null ? null : Identity.handle(platform, formerHandle),
                millis(observedAt));
    }

    private List<DetectedLanguage> languages(@Nullable String text) {
        return text == null || text.isBlank() ? List.of() : analysis.languages(text);
    }

    private static Comment comment(PostObservedV1.Comment comment) {
        return new Comment(
                comment.author(),
                comment.byOwner(),
                comment.at() == null ? null : millis(comment.at()),
                comment.text(),
                orEmpty(comment.replies()).stream()
                        .map(reply -> new Comment.Reply(
                                reply.author(),
                                reply.byOwner(),
                                reply.at() == null ? null : millis(reply.at()),
                                reply.text()))
                        .toList());
    }

    private static Stamp stamp(Envelope envelope, Instant observedAt, boolean byHand) {
        return new Stamp(millis(observedAt), envelope.id(), byHand);
    }

    /** The store keeps milliseconds; what is compared has to be what is kept. */
    private static Instant millis(Instant at) {
        return at.truncatedTo(ChronoUnit.MILLIS);
    }

    private static <E> List<E> orEmpty(@Nullable List<E> list) {
        return list == null ? List.of() : list;
    }
}
