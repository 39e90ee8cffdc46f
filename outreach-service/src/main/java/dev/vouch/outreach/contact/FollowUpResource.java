package dev.vouch.outreach.contact;

import dev.vouch.chassis.http.Answers;
import dev.vouch.chassis.http.Asked;
import dev.vouch.chassis.http.Limits;
import dev.vouch.chassis.security.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Singleton
@Path("/api/v1/contacts")
@Tag(name = "Contacts")
class FollowUpResource {

    private final FollowUp followUp;

    FollowUpResource(FollowUp followUp) {
        this.followUp = followUp;
    }

    record PlannedTouch(String contactId, int touch) {}

    @POST
    @Path("{id}/follow-up")
    @RolesAllowed({Role.OUTREACH_SENDER, Role.ADMIN})
    @Operation(
            summary = "Plan the next touch to a person who did not answer",
            description =
                    "Refused before the waiting time is over, and after any answer. The new contact waits for approval.")
    public RestResponse<PlannedTouch> plan(@BeanParam Asked asked, @PathParam("id") @Size(max = Limits.ID) String id) {
        var planned = Answers.accepted(followUp.plan(id, asked.command()));
        return Answers.created(
                URI.create("/api/v1/contacts/" + planned.id()),
                planned,
                contact -> new PlannedTouch(contact.id(), contact.state().key().touch()));
    }
}
