package dev.vouch.chassis.consumer;

import dev.vouch.chassis.http.Asked;
import dev.vouch.chassis.http.Limits;
import dev.vouch.chassis.security.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Holes in histories: shown, and given up by an administrator who says why. */
@Singleton
@Path("/api/v1/gaps")
@Tag(name = "Operation")
class GapResource {

    /** A hole: events wait in a document for one that has not come. */
    record GapView(
            String channel,
            String document,
            String topic,
            String subject,
            long firstWaiting,
            int waiting,
            Instant since) {}

    record GapList(List<GapView> items) {}

    /** Which hole to give up, as it was shown, and why. */
    record SkipRequest(
            @NotBlank @Size(max = Limits.NAME) String channel,
            @NotBlank @Size(max = Limits.NAME) String document,
            @NotBlank @Size(max = Limits.NAME) String topic,
            @NotBlank @Size(max = Limits.NAME) String subject,
            @Min(2) long firstWaiting,
            @NotBlank @Size(max = Limits.REASON) String reason) {}

    private final Consumers consumers;

    GapResource(Consumers consumers) {
        this.consumers = consumers;
    }

    @GET
    @RolesAllowed(Role.ADMIN)
    @Operation(summary = "Histories that wait for a missing event")
    public GapList list() {
        return new GapList(consumers.gaps().stream().map(GapResource::view).toList());
    }

    @POST
    @Path("skips")
    @RolesAllowed(Role.ADMIN)
    @Operation(summary = "Give a missing event up: what waits is applied as if it had come")
    public GapList skip(@BeanParam Asked asked, @NotNull @Valid SkipRequest request) {
        var gap = new Gap(
                request.channel(),
                request.document(),
                request.topic(),
                request.subject(),
                request.firstWaiting(),
                0,
                Instant.EPOCH);
        consumers.skip(gap, asked.command().withoutConditions().because(request.reason()));
        return list();
    }

    private static GapView view(Gap gap) {
        return new GapView(
                gap.channel(),
                gap.document(),
                gap.topic(),
                gap.subject(),
                gap.firstWaiting(),
                gap.waiting(),
                gap.since());
    }
}
