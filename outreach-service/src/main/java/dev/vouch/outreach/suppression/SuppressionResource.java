package dev.vouch.outreach.suppression;

import dev.vouch.chassis.aggregate.NotFound;
import dev.vouch.chassis.aggregate.Receipts;
import dev.vouch.chassis.aggregate.Versioned;
import dev.vouch.chassis.http.Answers;
import dev.vouch.chassis.http.Asked;
import dev.vouch.chassis.http.InvalidRequest;
import dev.vouch.chassis.http.Limits;
import dev.vouch.chassis.http.Page;
import dev.vouch.chassis.http.Paging;
import dev.vouch.chassis.security.Role;
import dev.vouch.outreach.suppression.domain.PersonGuard;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Singleton
@Path("/api/v1/suppressions")
@Tag(name = "Suppressions", description = "Who must not be written to any more")
class SuppressionResource {

    private final PersonGuardStore guards;
    private final SuppressPerson suppressPerson;
    private final LiftSuppression liftSuppression;
    private final Receipts receipts;

    SuppressionResource(
            PersonGuardStore guards,
            SuppressPerson suppressPerson,
            LiftSuppression liftSuppression,
            Receipts receipts) {
        this.guards = guards;
        this.suppressPerson = suppressPerson;
        this.liftSuppression = liftSuppression;
        this.receipts = receipts;
    }

    record SuppressionRequest(
            @Nullable @Size(max = Limits.ID) @Schema(examples = "instagram-0123456789abcdef")
            String influencerId,

            @Nullable @Size(max = 254) @Schema(examples = "mira@example.org")
            String address,

            @NotBlank @Size(max = Limits.REASON) @Schema(examples = "asked for it on the phone")
            String reason) {}

    record SuppressionAnswer(List<String> suppressionIds, List<String> cancelled, List<String> alreadyBeingSent) {}

    record SuppressionView(String id, String reason, String by, Instant at) {}

    @POST
    @RolesAllowed({Role.OUTREACH_SENDER, Role.DATA_PROTECTION, Role.ADMIN})
    @Operation(
            summary = "Never write to this person again",
            description = "Names the contacts that are already being sent; all others are cancelled when this answers.")
    public SuppressionAnswer suppress(@BeanParam Asked asked, @NotNull @Valid SuppressionRequest request) {
        if (request.influencerId() == null && request.address() == null) {
            throw new InvalidRequest("influencerId", "or address must be given");
        }
        var command = asked.command();
        receipts.take(command);
        var done = suppressPerson.suppress(request.influencerId(), request.address(), request.reason(), command);
        return new SuppressionAnswer(
                done.guardIds(), done.contacts().cancelled(), done.contacts().alreadyBeingSent());
    }

    @GET
    @RolesAllowed({Role.OUTREACH_SENDER, Role.APPROVER, Role.DATA_PROTECTION, Role.ADMIN})
    @Operation(summary = "All suppressions; people appear as keyed hashes only")
    public Page<SuppressionView> list(@BeanParam Paging paging) {
        var found = guards.suppressed(paging.after(), paging.limit() + 1);
        return Page.of(found, paging.limit(), Versioned::id).map(SuppressionResource::view);
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Role.OUTREACH_SENDER, Role.APPROVER, Role.DATA_PROTECTION, Role.ADMIN})
    public RestResponse<SuppressionView> get(@PathParam("id") @Size(max = Limits.ID) String id) {
        return Answers.ok(suppressed(id), SuppressionResource::view);
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed({Role.DATA_PROTECTION, Role.ADMIN})
    @Operation(summary = "Lift a suppression, with the reason why this is right")
    public void lift(
            @BeanParam Asked asked,
            @PathParam("id") @Size(max = Limits.ID) String id,
            @QueryParam("reason") @NotBlank @Size(max = Limits.REASON) String reason) {
        var command = asked.command().because(reason);
        suppressed(id);
        Answers.accepted(liftSuppression.lift(id, command));
    }

    private Versioned<PersonGuard> suppressed(String id) {
        return guards.find(id)
                .filter(guard -> guard.state().suppressed())
                .orElseThrow(() -> new NotFound("suppressions", id));
    }

    private static SuppressionView view(Versioned<PersonGuard> guard) {
        var why = guard.state().suppression();
        return why == null
                ? new SuppressionView(guard.id(), "", "", Instant.EPOCH)
                : new SuppressionView(guard.id(), why.reason(), why.by(), why.at());
    }
}
