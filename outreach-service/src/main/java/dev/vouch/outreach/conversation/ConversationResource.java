package dev.vouch.outreach.conversation;

import dev.vouch.chassis.aggregate.Versioned;
import dev.vouch.chassis.http.Answers;
import dev.vouch.chassis.http.Asked;
import dev.vouch.chassis.http.Limits;
import dev.vouch.chassis.http.Page;
import dev.vouch.chassis.http.Paging;
import dev.vouch.chassis.security.Role;
import dev.vouch.outreach.contact.Contacts;
import dev.vouch.outreach.contact.domain.Contact;
import dev.vouch.outreach.contact.domain.ContactState;
import dev.vouch.outreach.contact.domain.Meaning;
import dev.vouch.outreach.conversation.domain.SaidMessage;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Singleton
@Path("/api/v1/conversations")
@Tag(
        name = "Conversations",
        description = "What was said with one person, in order; a conversation has its contact's id")
class ConversationResource {

    private final ConversationStore messages;
    private final Contacts contacts;
    private final ConfirmReply confirmReply;

    ConversationResource(ConversationStore messages, Contacts contacts, ConfirmReply confirmReply) {
        this.messages = messages;
        this.contacts = contacts;
        this.confirmReply = confirmReply;
    }

    enum Direction {
        OUT,
        IN
    }

    /**
     * @param meaning of incoming messages; a suggestion as long as {@code certain} is false
     * @param because the signs it was read from
     */
    record MessageView(
            String id,
            Direction direction,
            @Nullable Instant at,
            @Nullable String from,
            @Nullable String subject,
            String text,
            @Nullable Meaning meaning,
            @Nullable Boolean certain,
            @Nullable List<String> because,
            @Nullable Long askedFeeMinorUnits,
            @Nullable String currency,
            SaidMessage.@Nullable MatchedBy matchedBy,
            @Nullable String confirmedBy) {}

    record ConversationView(
            String id, String campaignId, String influencerId, ContactState state, List<MessageView> messages) {}

    record MeaningRequest(
            @NotNull Meaning meaning,
            @Nullable @PositiveOrZero Long askedFeeMinorUnits,
            @Nullable @Pattern(regexp = "[A-Z]{3}") String currency) {}

    @GET
    @Path("{id}")
    @RolesAllowed({
        Role.VIEWER,
        Role.CAMPAIGN_MANAGER,
        Role.OUTREACH_SENDER,
        Role.APPROVER,
        Role.DATA_PROTECTION,
        Role.ADMIN
    })
    @Operation(summary = "Everything that was said with one person for one campaign, the oldest first")
    public ConversationView get(@PathParam("id") @Size(max = Limits.ID) String id) {
        var contact = contacts.get(id).state();
        var said = new ArrayList<MessageView>();
        if (contact.perhapsDelivered()) {
            said.add(outgoing(id, contact));
        }
        messages.of(id).stream().map(ConversationResource::view).forEach(said::add);
        said.sort(Comparator.comparing(MessageView::at, Comparator.nullsFirst(Comparator.naturalOrder())));
        return new ConversationView(
                id, contact.key().campaignId(), contact.key().influencerId(), contact.state(), said);
    }

    @GET
    @Path("unassigned")
    @RolesAllowed({Role.OUTREACH_SENDER, Role.DATA_PROTECTION, Role.ADMIN})
    @Operation(summary = "Messages of which nobody knows yet which contact they answer")
    public Page<MessageView> unassigned(@BeanParam Paging paging) {
        var found = messages.unassigned(paging.after(), paging.limit() + 1);
        return Page.of(found, paging.limit(), Versioned::id).map(ConversationResource::view);
    }

    @POST
    @Path("{id}/messages/{messageId}/meaning")
    @RolesAllowed({Role.OUTREACH_SENDER, Role.ADMIN})
    @Operation(summary = "Confirm or correct what a message means")
    public RestResponse<MessageView> confirm(
            @BeanParam Asked asked,
            @PathParam("id") @Size(max = Limits.ID) String id,
            @PathParam("messageId") @Size(max = Limits.ID) String messageId,
            @NotNull @Valid MeaningRequest request) {
        return Answers.ok(
                confirmReply.confirm(
                        id,
                        messageId,
                        request.meaning(),
                        request.askedFeeMinorUnits(),
                        request.currency(),
                        asked.command()),
                ConversationResource::view);
    }

    @POST
    @Path("{id}/messages/{messageId}/assignment")
    @RolesAllowed({Role.OUTREACH_SENDER, Role.ADMIN})
    @Operation(summary = "Say that an unassigned message answers this contact")
    public RestResponse<MessageView> assign(
            @BeanParam Asked asked,
            @PathParam("id") @Size(max = Limits.ID) String id,
            @PathParam("messageId") @Size(max = Limits.ID) String messageId) {
        return Answers.ok(confirmReply.assign(id, messageId, asked.command()), ConversationResource::view);
    }

    private static MessageView outgoing(String id, Contact contact) {
        var wording = contact.preparation().wording();
        return new MessageView(
                id,
                Direction.OUT,
                contact.passage().sentAt(),
                null,
                wording == null ? null : wording.subject(),
                wording == null ? "" : wording.text(),
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static MessageView view(Versioned<SaidMessage> message) {
        var said = message.state();
        return new MessageView(
                message.id(),
                Direction.IN,
                said.receivedAt(),
                said.from(),
                said.subject(),
                said.text(),
                said.meaning(),
                said.certain(),
                said.because(),
                said.askedFeeMinorUnits(),
                said.currency(),
                said.matchedBy(),
                said.confirmedBy());
    }
}
