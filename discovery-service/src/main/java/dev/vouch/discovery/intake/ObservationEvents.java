package dev.vouch.discovery.intake;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vouch.chassis.decision.Decision;
import dev.vouch.chassis.decision.Reason;
import dev.vouch.chassis.event.EventFault;
import dev.vouch.chassis.event.EventJson;
import dev.vouch.chassis.event.Outgoing;
import dev.vouch.contract.Event;
import dev.vouch.contract.discovery.PostObservedV1;
import dev.vouch.contract.discovery.ProfileObservedV1;
import dev.vouch.discovery.intake.domain.Mapping;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** JSON of a mapping or of a request, to observations on the submission topic; the contract's records say what is wrong. */
final class ObservationEvents {

    private static final ObjectMapper JSON = new ObjectMapper();

    private ObservationEvents() {}

    /** @param source the CloudEvents source */
    static Decision<Outgoing> outgoing(
            Mapping.Kind kind, ObjectNode observation, String id, String source, Instant time) {
        try {
            var bytes = JSON.writeValueAsBytes(observation);
            if (kind == Mapping.Kind.PROFILE) {
                var event = EventJson.read(bytes, ProfileObservedV1.class);
                return accepted(
                        id,
                        source,
                        event.platform() + ":" + name(event.accountId(), event.handle(), null),
                        time,
                        event);
            }
            var event = EventJson.read(bytes, PostObservedV1.class);
            return accepted(
                    id,
                    source,
                    event.platform() + ":" + name(event.accountId(), event.handle(), event.formerHandle()),
                    time,
                    event);
        } catch (IOException fault) {
            return Decision.refused(Reason.of("observation.invalid", "detail", EventFault.plain(fault)));
        }
    }

    private static Decision<Outgoing> accepted(String id, String source, String key, Instant time, Event event) {
        return Decision.accepted(Outgoing.observation(id, source, key, time, event));
    }

    /** Observations of one account in one order, as far as its name is the same. */
    private static String name(@Nullable String accountId, @Nullable String handle, @Nullable String formerHandle) {
        return accountId != null ? accountId : String.valueOf(handle != null ? handle : formerHandle);
    }
}
