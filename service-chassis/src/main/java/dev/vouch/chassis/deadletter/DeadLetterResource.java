package dev.vouch.chassis.deadletter;

import dev.vouch.chassis.aggregate.NotFound;
import dev.vouch.chassis.aggregate.Versioned;
import dev.vouch.chassis.http.Answers;
import dev.vouch.chassis.http.Asked;
import dev.vouch.chassis.http.Cursor;
import dev.vouch.chassis.http.Limits;
import dev.vouch.chassis.http.Page;
import dev.vouch.chassis.http.Paging;
import dev.vouch.chassis.security.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What no consumer could use: shown, and replayed or discarded by an administrator who says why. */
@Singleton
@Path("/api/v1/dead-letters")
@Tag(name = "Operation")
class DeadLetterResource {

    private static final int READ_AT_ONCE = 500;
    private static final int MOST_READ = 10_000;

    /**
     * A record that was set aside, without its content.
     *
     * @param verdict absent while nobody has decided
     */
    record DeadLetterView(
            String id,
            String channel,
            String topic,
            int partition,
            long offset,
            String group,
            String reason,
            String detail,
            Instant at,
            int bytes,
            @Nullable VerdictView verdict) {}

    record VerdictView(Verdict.Kind kind, String actor, String reason, Instant at) {}

    /**
     * A record that was set aside, as it came.
     *
     * @param value the record's value when it is text
     * @param valueBase64 the record's value when it is no text
     */
    record DeadLetterContent(
            DeadLetterView letter,
            @Nullable String key,
            TreeMap<String, String> headers,
            @Nullable String value,
            @Nullable String valueBase64) {}

    /** Why the letter is replayed or discarded. */
    record DeadLetterDecision(
            @NotBlank @Size(max = Limits.REASON) String reason) {}

    private record Judged(
            DeadLetterTopics.Placed placed, @Nullable Verdict verdict) {}

    private final DeadLetterTopics topics;
    private final VerdictStore verdicts;
    private final DecideDeadLetter decide;

    DeadLetterResource(DeadLetterTopics topics, VerdictStore verdicts, DecideDeadLetter decide) {
        this.topics = topics;
        this.verdicts = verdicts;
        this.decide = decide;
    }

    @GET
    @RolesAllowed(Role.ADMIN)
    @Operation(
            summary = "Records that no consumer of this service could use",
            description = "In the order of channel, partition and offset. A page may be short and have a next one.")
    public Page<DeadLetterView> list(
            @BeanParam Paging paging,
            @QueryParam("decided")
                    @DefaultValue("false")
                    @Parameter(description = "Also those that were replayed or discarded")
                    boolean decided) {
        var limit = paging.limit();
        var after = paging.after() == null ? null : LetterId.parse(paging.after());
        var found = new ArrayList<DeadLetterView>();
        for (int read = 0; read < MOST_READ; read += READ_AT_ONCE) {
            var batch = topics.after(after, READ_AT_ONCE);
            for (var placed : batch) {
                var judged = judged(placed);
                if (decided || judged.verdict() == null) {
                    found.add(view(judged));
                }
                if (found.size() > limit) {
                    return Page.of(found, limit, DeadLetterView::id);
                }
            }
            if (batch.size() < READ_AT_ONCE) {
                return new Page<>(found, null);
            }
            after = batch.get(batch.size() - 1).id();
        }
        return new Page<>(found, Cursor.encode(String.valueOf(after)));
    }

    @GET
    @Path("{id}")
    @RolesAllowed(Role.ADMIN)
    @Operation(summary = "One of them with its content, byte for byte")
    public DeadLetterContent show(@PathParam("id") @Size(max = Limits.ID) String id) {
        var placed = placed(id);
        var original = placed.letter().original();
        var headers = new TreeMap<String, String>();
        original.headers().forEach(each -> headers.put(each.key(), lenient(each.value())));
        var value = original.value();
        var text = value == null ? null : strict(value);
        return new DeadLetterContent(
                view(judged(placed)),
                original.key() == null ? null : lenient(original.key()),
                headers,
                text,
                value == null || text != null ? null : Base64.getEncoder().encodeToString(value));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("{id}/replay")
    @RolesAllowed(Role.ADMIN)
    @Operation(
            summary = "Give it to its consumer again",
            description = "Refused when it would be set aside again; an event of a history is applied although its turn"
                    + " has passed.")
    public RestResponse<DeadLetterView> replay(
            @PathParam("id") @Size(max = Limits.ID) String id,
            @BeanParam Asked asked,
            @NotNull @Valid DeadLetterDecision decision) {
        var placed = placed(id);
        return Answers.ok(
                decide.replay(placed, asked.command(), decision.reason()), verdict -> decided(placed, verdict));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("{id}/discard")
    @RolesAllowed(Role.ADMIN)
    @Operation(summary = "Leave it where it is for good", description = "A replay may still revise that.")
    public RestResponse<DeadLetterView> discard(
            @PathParam("id") @Size(max = Limits.ID) String id,
            @BeanParam Asked asked,
            @NotNull @Valid DeadLetterDecision decision) {
        var placed = placed(id);
        return Answers.ok(
                decide.discard(placed, asked.command(), decision.reason()), verdict -> decided(placed, verdict));
    }

    private DeadLetterTopics.Placed placed(String id) {
        return topics.find(LetterId.parse(id)).orElseThrow(() -> new NotFound("dead-letters", id));
    }

    private Judged judged(DeadLetterTopics.Placed placed) {
        return new Judged(
                placed,
                verdicts.find(placed.id().toString()).map(Versioned::state).orElse(null));
    }

    private static DeadLetterView decided(DeadLetterTopics.Placed placed, Versioned<Verdict> verdict) {
        return view(new Judged(placed, verdict.state()));
    }

    private static DeadLetterView view(Judged judged) {
        var letter = judged.placed().letter();
        var original = letter.original();
        var verdict = judged.verdict();
        return new DeadLetterView(
                judged.placed().id().toString(),
                judged.placed().id().channel(),
                original.topic(),
                original.partition(),
                original.offset(),
                letter.group(),
                letter.reason(),
                letter.detail(),
                judged.placed().at(),
                original.value() == null ? 0 : original.value().length,
                verdict == null
                        ? null
                        : new VerdictView(verdict.kind(), verdict.actor(), verdict.reason(), verdict.at()));
    }

    private static String lenient(byte @Nullable [] bytes) {
        return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
    }

    private static @Nullable String strict(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException noText) {
            return null;
        }
    }
}
