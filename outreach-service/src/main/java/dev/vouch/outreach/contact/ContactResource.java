package dev.vouch.outreach.contact;

import dev.vouch.chassis.aggregate.Command;
import dev.vouch.chassis.aggregate.NotFound;
import dev.vouch.chassis.aggregate.Receipts;
import dev.vouch.chassis.aggregate.Versioned;
import dev.vouch.chassis.decision.Decision;
import dev.vouch.chassis.decision.Reason;
import dev.vouch.chassis.http.Answers;
import dev.vouch.chassis.http.Asked;
import dev.vouch.chassis.http.Explanation;
import dev.vouch.chassis.http.Limits;
import dev.vouch.chassis.http.Page;
import dev.vouch.chassis.http.Paging;
import dev.vouch.chassis.http.ReasonTexts;
import dev.vouch.chassis.security.Role;
import dev.vouch.outreach.channel.AssistedChannel;
import dev.vouch.outreach.contact.domain.Contact;
import dev.vouch.outreach.contact.domain.ContactBasis;
import dev.vouch.outreach.contact.domain.ContactState;
import dev.vouch.outreach.contact.domain.Resolution;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Singleton
@Path("/api/v1/contacts")
@Tag(name = "Contacts", description = "One planned message to one person, sent at most once")
class ContactResource {

    private final ContactStore contacts;
    private final RecordBasis recordBasis;
    private final ApproveContact approveContact;
    private final OpenContact openContact;
    private final MarkSent markSent;
    private final ResolveUnknown resolveUnknown;
    private final AssistedChannel assisted;
    private final Receipts receipts;
    private final ReasonTexts texts;

    ContactResource(
            ContactStore contacts,
            RecordBasis recordBasis,
            ApproveContact approveContact,
            OpenContact openContact,
            MarkSent markSent,
            ResolveUnknown resolveUnknown,
            AssistedChannel assisted,
            Receipts receipts,
            ReasonTexts texts) {
        this.contacts = contacts;
        this.recordBasis = recordBasis;
        this.approveContact = approveContact;
        this.openContact = openContact;
        this.markSent = markSent;
        this.resolveUnknown = resolveUnknown;
        this.assisted = assisted;
        this.receipts = receipts;
        this.texts = texts;
    }

    record BasisRequest(
            @NotNull ContactBasis.Kind kind,

            @Size(max = Limits.REASON) @Nullable @Schema(examples = "Profile says: cooperation requests by mail")
            String evidence) {}

    record ApprovalsRequest(
            @NotEmpty @Size(max = Limits.LIST) List<@NotBlank @Size(max = Limits.ID) String> contactIds) {}

    record BasesRequest(
            @NotEmpty @Size(max = Limits.LIST) List<@NotBlank @Size(max = Limits.ID) String> contactIds,
            @NotNull ContactBasis.Kind kind,
            @Size(max = Limits.REASON) @Nullable String evidence) {}

    record ItemResult(String contactId, boolean done, List<Explanation> reasons) {}

    record ItemResults(List<ItemResult> items) {}

    record ResolutionRequest(@NotNull Resolution resolution) {}

    /** @param link where the text is to be sent from; absent if the platform has none */
    record OpeningView(
            ContactView contact,
            String subject,
            String text,
            @Nullable String link) {}

    record Change(
            String by, @Nullable String reason, @Nullable Instant at, long version) {}

    record HistoryView(List<Change> items) {}

    record CountsView(Map<String, Long> states) {}

    @GET
    @RolesAllowed({
        Role.VIEWER,
        Role.RESEARCHER,
        Role.CAMPAIGN_MANAGER,
        Role.OUTREACH_SENDER,
        Role.APPROVER,
        Role.DATA_PROTECTION,
        Role.ADMIN
    })
    @Operation(summary = "The contacts of a campaign, all or those in one state")
    public Page<ContactView> list(
            @BeanParam Asked asked,
            @BeanParam Paging paging,
            @QueryParam("campaign") @NotBlank @Size(max = Limits.ID) String campaign,
            @QueryParam("state") @Nullable ContactState state) {
        var found = contacts.ofCampaign(campaign, state, paging.after(), paging.limit() + 1);
        return Page.of(found, paging.limit(), Versioned::id).map(contact -> view(contact, asked));
    }

    @GET
    @Path("counts")
    @RolesAllowed({
        Role.VIEWER,
        Role.RESEARCHER,
        Role.CAMPAIGN_MANAGER,
        Role.OUTREACH_SENDER,
        Role.APPROVER,
        Role.DATA_PROTECTION,
        Role.ADMIN
    })
    @Operation(summary = "How many contacts of a campaign are in which state")
    public CountsView counts(@QueryParam("campaign") @NotBlank @Size(max = Limits.ID) String campaign) {
        return new CountsView(contacts.countsOf(campaign));
    }

    @GET
    @Path("{id}")
    @RolesAllowed({
        Role.VIEWER,
        Role.RESEARCHER,
        Role.CAMPAIGN_MANAGER,
        Role.OUTREACH_SENDER,
        Role.APPROVER,
        Role.DATA_PROTECTION,
        Role.ADMIN
    })
    @Operation(summary = "A contact with the message as it would leave, its attempts and answers")
    public RestResponse<ContactView> get(@BeanParam Asked asked, @PathParam("id") @Size(max = Limits.ID) String id) {
        return Answers.ok(contacts.get(id), contact -> view(contact, asked));
    }

    @GET
    @Path("{id}/history")
    @RolesAllowed({Role.CAMPAIGN_MANAGER, Role.OUTREACH_SENDER, Role.APPROVER, Role.DATA_PROTECTION, Role.ADMIN})
    @Operation(summary = "Who changed the contact when, the oldest first")
    public HistoryView history(@PathParam("id") @Size(max = Limits.ID) String id) {
        contacts.get(id);
        return new HistoryView(contacts.changes(id).stream()
                .map(change -> new Change(change.by(), change.reason(), change.at(), change.version()))
                .toList());
    }

    @POST
    @Path("{id}/basis")
    @RolesAllowed({Role.OUTREACH_SENDER, Role.DATA_PROTECTION, Role.ADMIN})
    @Operation(summary = "Record why we may write to this person, and where it can be seen")
    public RestResponse<ContactView> basis(
            @BeanParam Asked asked,
            @PathParam("id") @Size(max = Limits.ID) String id,
            @NotNull @Valid BasisRequest request) {
        return answer(recordBasis.record(id, request.kind(), request.evidence(), asked.command()), asked);
    }

    @POST
    @Path("bases")
    @RolesAllowed({Role.OUTREACH_SENDER, Role.DATA_PROTECTION, Role.ADMIN})
    @Operation(summary = "Record the same basis for many contacts; answers for each")
    public ItemResults bases(@BeanParam Asked asked, @NotNull @Valid BasesRequest request) {
        var command = ofMany(asked);
        return each(
                request.contactIds(), asked, id -> recordBasis.record(id, request.kind(), request.evidence(), command));
    }

    @POST
    @Path("{id}/approval")
    @RolesAllowed({Role.OUTREACH_SENDER, Role.APPROVER, Role.ADMIN})
    @Operation(summary = "Let the message go as the preview shows it")
    public RestResponse<ContactView> approve(
            @BeanParam Asked asked, @PathParam("id") @Size(max = Limits.ID) String id) {
        return answer(approveContact.approve(id, asked.command()), asked);
    }

    @POST
    @Path("approvals")
    @RolesAllowed({Role.OUTREACH_SENDER, Role.APPROVER, Role.ADMIN})
    @Operation(summary = "Let many messages go; answers for each")
    public ItemResults approveAll(@BeanParam Asked asked, @NotNull @Valid ApprovalsRequest request) {
        var command = ofMany(asked);
        return each(request.contactIds(), asked, id -> approveContact.approve(id, command));
    }

    @POST
    @Path("{id}/opening")
    @RolesAllowed({Role.OUTREACH_SENDER, Role.ADMIN})
    @Operation(
            summary = "Take the prepared text of an assisted contact, to send it on the platform",
            description = "From here on nobody else gets it; say afterwards under /sent that it went out.")
    public RestResponse<OpeningView> open(@BeanParam Asked asked, @PathParam("id") @Size(max = Limits.ID) String id) {
        return Answers.ok(openContact.open(id, asked.command()), contact -> opening(contact, asked));
    }

    @POST
    @Path("{id}/sent")
    @RolesAllowed({Role.OUTREACH_SENDER, Role.ADMIN})
    @Operation(summary = "The opened text was sent")
    public RestResponse<ContactView> sent(@BeanParam Asked asked, @PathParam("id") @Size(max = Limits.ID) String id) {
        return answer(markSent.mark(id, asked.command()), asked);
    }

    @POST
    @Path("{id}/resolution")
    @RolesAllowed({Role.OUTREACH_SENDER, Role.APPROVER, Role.ADMIN})
    @Operation(summary = "Decide what became of a message of which that is unknown")
    public RestResponse<ContactView> resolve(
            @BeanParam Asked asked,
            @PathParam("id") @Size(max = Limits.ID) String id,
            @NotNull @Valid ResolutionRequest request) {
        return answer(resolveUnknown.resolve(id, request.resolution(), asked.command()), asked);
    }

    /** The key is of the whole list, whose contacts it goes to as well; a version can be of one contact only. */
    private Command ofMany(Asked asked) {
        var command = asked.command();
        receipts.take(command);
        return new Command(command.actor(), null, command.repeatable(), command.reason());
    }

    private interface Deed {
        Decision<Versioned<Contact>> on(String contactId);
    }

    private ItemResults each(List<String> contactIds, Asked asked, Deed deed) {
        return new ItemResults(
                contactIds.stream().distinct().map(id -> one(id, asked, deed)).toList());
    }

    private ItemResult one(String id, Asked asked, Deed deed) {
        try {
            return deed.on(id) instanceof Decision.Refused<Versioned<Contact>> refused
                    ? new ItemResult(id, false, texts.explain(refused.reasons(), asked.locale()))
                    : new ItemResult(id, true, List.of());
        } catch (NotFound unknown) {
            var reason = Reason.of("contact.not-found", "contactId", id);
            return new ItemResult(id, false, texts.explain(List.of(reason), asked.locale()));
        }
    }

    private RestResponse<ContactView> answer(Decision<Versioned<Contact>> decision, Asked asked) {
        return Answers.ok(decision, contact -> view(contact, asked));
    }

    private OpeningView opening(Versioned<Contact> contact, Asked asked) {
        var recipient = Objects.requireNonNull(contact.state().preparation().recipient());
        var wording = Objects.requireNonNull(contact.state().preparation().wording());
        var link = assisted.link(recipient.platform(), recipient.handle(), recipient.profileUrl());
        return new OpeningView(
                view(contact, asked),
                wording.subject(),
                wording.text(),
                link.map(Object::toString).orElse(null));
    }

    private ContactView view(Versioned<Contact> contact, Asked asked) {
        return ContactView.of(contact, reason -> texts.explain(reason, asked.locale()));
    }
}
