package dev.vouch.outreach.contact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vouch.chassis.security.ServiceToken;
import dev.vouch.outreach.contact.domain.ContactCard;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Asks discovery whom we write to. Text about a person travels only here, and only for people who are written to. */
@Singleton
class ContactCardClient {

    /** Discovery is away; the contact waits and is asked for again. */
    static class Away extends IOException {
        private static final long serialVersionUID = 1L;

        Away(String message) {
            super(message);
        }
    }

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(2))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final ObjectMapper json = new ObjectMapper();
    private final String discovery;
    private final ServiceToken token;

    ContactCardClient(@ConfigProperty(name = "vouch.discovery.url") String discovery, ServiceToken token) {
        this.discovery = discovery;
        this.token = token;
    }

    /** Empty if discovery does not know the person, or not any more. */
    Optional<ContactCard> card(String influencerId, String campaignId) throws Away {
        var uri = URI.create(discovery + "/api/v1/influencers/" + encoded(influencerId) + "/contact-card?campaign="
                + encoded(campaignId));
        try {
            var request = HttpRequest.newBuilder(uri)
                    .timeout(PATIENCE)
                    .header("Authorization", token.header())
                    .header("Accept", "application/json")
                    .build();
            var response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() == 404 || response.statusCode() == 410) {
                return Optional.empty();
            }
            if (response.statusCode() != 200) {
                throw new Away("discovery answered " + response.statusCode());
            }
            return Optional.of(card(json.readTree(response.body())));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new Away("interrupted");
        } catch (UncheckedIOException noToken) {
            throw new Away(String.valueOf(noToken.getMessage()));
        } catch (Away away) {
            throw away;
        } catch (IOException away) {
            throw new Away(away.getClass().getSimpleName());
        }
    }

    private static ContactCard card(JsonNode node) {
        var addresses = new ArrayList<ContactCard.Address>();
        for (var address : node.path("addresses")) {
            addresses.add(new ContactCard.Address(address.path("address").asText(), text(address, "foundIn")));
        }
        var post = node.path("matchedPost");
        return new ContactCard(
                node.path("platform").asText("unknown"),
                text(node, "handle"),
                text(node, "displayName"),
                text(node, "profileUrl"),
                text(node, "language"),
                addresses,
                text(post, "url"),
                text(post, "excerpt"));
    }

    private static @Nullable String text(JsonNode node, String field) {
        var value = node.path(field);
        return value.isTextual() && !value.asText().isBlank() ? value.asText().strip() : null;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
