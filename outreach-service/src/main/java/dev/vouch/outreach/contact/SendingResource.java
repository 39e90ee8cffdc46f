package dev.vouch.outreach.contact;

import dev.vouch.chassis.security.Role;
import dev.vouch.outreach.contact.domain.SendLock;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Singleton
@Path("/api/v1/sending")
@Tag(name = "Senders")
class SendingResource {

    private static final String LOCKED = "sending is locked: catching up after restore";
    private static final SendingView NEVER_LOCKED = new SendingView(false, "", null, null, null, null, 0, 0);

    private final SendLockStore locks;

    SendingResource(SendLockStore locks) {
        this.locks = locks;
    }

    record SendingView(
            boolean locked,
            String why,
            SendLock.@Nullable Cause cause,
            @Nullable Instant since,
            @Nullable Instant backupTakenAt,
            @Nullable Instant liftedAt,
            int broughtIn,
            int inDoubt) {

        static SendingView of(SendLock lock) {
            return new SendingView(
                    lock.locked(),
                    lock.locked() ? LOCKED : "",
                    lock.cause(),
                    lock.since(),
                    lock.backupTakenAt(),
                    lock.liftedAt(),
                    lock.broughtIn(),
                    lock.inDoubt());
        }
    }

    @GET
    @RolesAllowed({Role.CAMPAIGN_MANAGER, Role.OUTREACH_SENDER, Role.APPROVER, Role.DATA_PROTECTION, Role.ADMIN})
    @Operation(
            summary = "Whether messages may leave",
            description =
                    "Locked after a restore or rebuild until the ledger knows what the log knows. broughtIn events"
                            + " were learnt from the log, inDoubt contacts were left to a person as UNKNOWN.")
    public SendingView sending() {
        return locks.current().map(SendingView::of).orElse(NEVER_LOCKED);
    }

    /** Everything else is served meanwhile, so it tells and does not fail. */
    @Produces
    @Singleton
    @Readiness
    HealthCheck lock() {
        return () -> HealthCheckResponse.named("sending")
                .withData("state", locks.objection().isPresent() ? LOCKED : "open")
                .up()
                .build();
    }
}
