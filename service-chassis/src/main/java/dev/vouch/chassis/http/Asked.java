package dev.vouch.chassis.http;

import dev.vouch.chassis.aggregate.Command;
import dev.vouch.chassis.security.Actor;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Who asks for a change, on what condition, and whether it may be the same request again: {@code @BeanParam Asked asked}. */
@SuppressWarnings("NullAway.Init") // the framework fills the fields
public class Asked {

    static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,128}");
    private static final SecureRandom RANDOM = new SecureRandom();

    @HeaderParam(HttpHeaders.IF_MATCH)
    @Parameter(description = "The ETag that was read; another version is answered 412", example = "\"3\"")
    @Nullable
    String ifMatch;

    @HeaderParam(IDEMPOTENCY_KEY)
    @Parameter(
            description = "1 to 128 visible ASCII characters; the same request under the same key happens once",
            example = "6f1f2f9e-launch")
    @Nullable
    String idempotencyKey;

    @Context
    SecurityContext security;

    @Context
    HttpHeaders headers;

    @Context
    UriInfo uri;

    @Context
    Request request;

    public Actor actor() {
        return Actor.of(security);
    }

    /** For commands: {@code If-Match} counts if it is there. */
    public Command command() {
        return new Command(actor().name(), ETags.expected(ifMatch), repeatable(), null);
    }

    /** For edits: without {@code If-Match} answered 428. */
    public Command edit() {
        if (ifMatch == null) {
            throw new VersionRequired();
        }
        return command();
    }

    /** The id of what this request creates: the same for the same key of the same principal on the same route. */
    public String newId() {
        var key = key();
        return key == null ? random() : scoped(key);
    }

    /** The language of the answer; English unless the caller prefers German. */
    public Locale locale() {
        return ReasonTexts.locale(headers.getAcceptableLanguages());
    }

    private Command.@Nullable Repeatable repeatable() {
        var key = key();
        return key == null ? null : new Command.Repeatable(scoped(key), BodyHash.ofCurrentRequest());
    }

    private @Nullable String key() {
        if (idempotencyKey != null && !KEY.matcher(idempotencyKey).matches()) {
            throw new InvalidRequest(IDEMPOTENCY_KEY, "must be 1 to 128 visible ASCII characters");
        }
        return idempotencyKey;
    }

    /** One key used on two routes, or by two people, names two requests. */
    private String scoped(String key) {
        return Hash.of(actor().name(), request.getMethod(), uri.getPath(), key);
    }

    private static String random() {
        var bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
