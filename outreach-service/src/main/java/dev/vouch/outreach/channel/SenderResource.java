package dev.vouch.outreach.channel;

import dev.vouch.chassis.http.Page;
import dev.vouch.chassis.security.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Singleton
@Path("/api/v1/senders")
@Tag(name = "Senders", description = "Under which name and address this installation writes")
class SenderResource {

    private final Sender sender;
    private final MailSettings mail;

    SenderResource(Sender sender, MailSettings mail) {
        this.sender = sender;
        this.mail = mail;
    }

    record SenderView(String name, String address, String server, MailSettings.Protection protection) {}

    @GET
    @RolesAllowed({Role.CAMPAIGN_MANAGER, Role.OUTREACH_SENDER, Role.APPROVER, Role.DATA_PROTECTION, Role.ADMIN})
    @Operation(summary = "The mail sender that is set up; server is empty if none is")
    public Page<SenderView> list() {
        var smtp = mail.smtp();
        var server = smtp.port() == 0 ? "" : smtp.host() + ":" + smtp.port();
        return new Page<>(
                List.of(new SenderView(sender.name(), sender.address(), server, MailSettings.protectionOf(smtp))),
                null);
    }
}
