package dev.vouch.local.play;

import dev.vouch.local.process.Installation;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;

/** The services as each kind of person may use them. */
final class Services {

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Installation installation;

    Services(Installation installation) {
        this.installation = installation;
    }

    Api campaign(String role) {
        return as(role, installation.campaign());
    }

    Api discovery(String role) {
        return as(role, installation.discovery());
    }

    Api scoring(String role) {
        return as(role, installation.scoring());
    }

    Api outreach(String role) {
        return as(role, installation.outreach());
    }

    private Api as(String role, URI service) {
        return new Api(http, service, installation.tokenFile(role));
    }
}
