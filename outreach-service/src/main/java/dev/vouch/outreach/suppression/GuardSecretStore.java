package dev.vouch.outreach.suppression;

import dev.vouch.chassis.aggregate.AggregateStore;
import dev.vouch.chassis.aggregate.Announcement;
import dev.vouch.chassis.aggregate.Command;
import dev.vouch.chassis.aggregate.Layout;
import dev.vouch.chassis.aggregate.Stores;
import dev.vouch.chassis.decision.Decision;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The secret of the keyed hashes where the operator gave none: drawn once, by whichever instance is first. */
@Singleton
class GuardSecretStore extends AggregateStore<GuardSecretStore.Secret> {

    public record Secret(String hex) {}

    private static final String ID = "guard-secret";

    GuardSecretStore(Stores stores) {
        super(stores, Layout.of("secrets", Secret.class));
    }

    byte[] secret() {
        var found = find(ID).map(each -> each.state());
        return HexFormat.of().parseHex(found.orElseGet(this::draw).hex());
    }

    private Secret draw() {
        create(ID, Command.bySystem("outreach.suppression"), () -> Decision.accepted(random()), Announcement.none());
        return get(ID).state();
    }

    private static Secret random() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return new Secret(HexFormat.of().formatHex(bytes));
    }
}
